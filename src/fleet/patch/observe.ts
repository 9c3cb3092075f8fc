import { IngotError } from '../../errors.js'
import type { Release } from '../../ledger/index.js'
import type { Digest } from '../../oci/digest.js'

/** What a base's name means today, for the platform of the release; or why that could not be found out. */
export type BaseNow = { readonly digest: Digest } | { readonly why: string }

/** A finding that the gate would refuse and that has a fix. */
export interface FixableFinding {
  readonly id: string
  readonly package: string
  readonly version: string
  readonly fixedVersion: string | null
  readonly severity: string
  readonly origin: 'base' | 'application'
}

export interface PatchPorts {
  /** The digest of the platform's manifest, never of an index: an index moves once for every architecture that lands. */
  resolveBase(name: string, platform: string): Promise<Digest>
  /** The release's image against today's advisories: only what the gate refuses and what has a fix. Absent: not asked. */
  readonly rescan?: ((release: Release) => Promise<readonly FixableFinding[]>) | undefined
}

/** Answers to what `planPatch` needs to know; what could not be answered is an answer too. */
export interface Observations {
  baseOf(release: Release): BaseNow | undefined
  findingsOf(release: Release): readonly FixableFinding[] | { readonly why: string } | undefined
}

/** Asked at the same time: enough to hide latency, few enough for a registry's patience. */
const concurrency = 4

/**
 * Asks each question once, however many environments and apps share it.
 *
 * @throws IngotError `cancelled` alone: anything else that fails is noted for that image, and hides no other
 */
export async function observe(
  releases: readonly Release[],
  ports: PatchPorts,
  signal?: AbortSignal,
): Promise<Observations> {
  const { rescan } = ports
  const bases = new Map(releases.map((release) => [baseKey(release), release]))
  const images = new Map(releases.map((release) => [release.digest, release]))
  const baseNow = await askAll(bases, signal, async ({ base, platforms }) => {
    return base === null ? undefined : { digest: await ports.resolveBase(base.name, platforms[0] ?? '') }
  })
  const findings = await askAll(images, signal, async (release) => rescan?.(release))
  return {
    baseOf: (release) => baseNow.get(baseKey(release)),
    findingsOf: (release) => findings.get(release.digest),
  }
}

function baseKey({ base, platforms }: Release): string {
  return `${base?.name ?? ''} ${platforms[0] ?? ''}`
}

async function askAll<Key, Question, Answer>(
  questions: ReadonlyMap<Key, Question>,
  signal: AbortSignal | undefined,
  ask: (question: Question) => Promise<Answer>,
): Promise<Map<Key, Answer | { why: string }>> {
  const answers = new Map<Key, Answer | { why: string }>()
  const open = [...questions]
  const worker = async () => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      signal?.throwIfAborted()
      answers.set(next[0], await ask(next[1]).catch(whyNot))
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return answers
}

/** A defect is not an observation: only what an `IngotError` names is. */
function whyNot(error: unknown): { why: string } {
  if (error instanceof IngotError && error.reason !== 'cancelled' && error.reason !== 'internal') {
    return { why: error.message }
  }
  throw error
}
