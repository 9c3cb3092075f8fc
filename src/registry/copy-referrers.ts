import { IngotError } from '../errors.js'
import { type Digest, hexOf } from '../oci/digest.js'
import type { CallOptions, ImageStore } from '../oci/store.js'
import { forEach } from './bounded.js'
import type { ManifestGraph, Part } from './copy-graph.js'

const subjectsAtOnce = 8
const cosignEndings = ['sig', 'att', 'sbom']

/** A manifest about others. Those of one round are about manifests of the rounds before it. */
export interface Evidence {
  /** With all below it, lower ones first; most often it stands alone. */
  readonly parts: readonly Part[]
  readonly round: number
  /** The tag under which cosign looks for it, where it was not attached as a referrer. */
  readonly tag?: string
}

/**
 * What refers to these manifests, and what refers to that, until nothing new turns up; also what cosign 1 and 2 keep under the
 * tags `sha256-<hex>.sig`, `.att` and `.sbom`.
 */
export async function findEvidence(
  from: ImageStore,
  graph: ManifestGraph,
  subjects: readonly Part[],
  options: CallOptions & { log?: ((line: string) => void) | undefined },
): Promise<Evidence[]> {
  const { signal, log } = options
  const call = signal === undefined ? {} : { signal }
  const tags = new Set(await tagsOf(from, options))
  const found: Evidence[] = []
  const asked = new Set<Digest>()
  let frontier = subjects
  for (let round = 1; frontier.length > 0; round += 1) {
    const next: Evidence[] = []
    const take = async (digest: Digest, subject: Digest, tag?: string): Promise<void> => {
      if (tag === undefined && graph.has(digest)) return
      const part = await graph.read(digest)
      const refers = tag !== undefined || part?.described.subject === subject
      if (part !== undefined && refers) {
        next.push({ parts: await graph.below(part), round, ...(tag !== undefined && { tag }) })
        return
      }
      const why = part === undefined ? `is not in ${from.repository}` : 'refers to something else'
      log?.(`${digest} is listed as a referrer of ${subject}, but ${why}: left out`)
    }
    await forEach(frontier, subjectsAtOnce, async ({ stored }) => {
      const subject = stored.descriptor.digest
      asked.add(subject)
      for (const { digest } of await from.referrers(subject, call)) await take(digest, subject)
      for (const ending of cosignEndings) {
        const tag = `sha256-${hexOf(subject)}.${ending}`
        const named = tags.has(tag) ? await from.readManifest({ tag }, call) : undefined
        if (named !== undefined) await take(named.descriptor.digest, subject, tag)
      }
    })
    found.push(...next)
    const reached = new Set(next.flatMap(({ parts }) => parts))
    frontier = [...reached].filter(({ stored }) => !asked.has(stored.descriptor.digest))
  }
  return found
}

/** Some registries let nobody list tags: then there is no telling. */
async function tagsOf(from: ImageStore, { signal, log }: Parameters<typeof findEvidence>[3]): Promise<string[]> {
  try {
    return await from.tags(signal === undefined ? {} : { signal })
  } catch (error) {
    const isDenied = error instanceof IngotError && ['unauthorized', 'unsupported', 'not-found'].includes(error.reason)
    if (!isDenied) throw error
    log?.(`The tags of ${from.repository} cannot be listed: signatures that cosign keeps under tags are not looked for`)
    return []
  }
}
