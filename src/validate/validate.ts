import {
  formatPlatform,
  hostPlatform,
  type Image,
  isRealPlatform,
  loadImage,
  platformsOf,
  readTree,
  resolvePath,
  servesPlatform,
  type Tree,
} from '../image/index.js'
import { type Digest, shortDigest } from '../oci/digest.js'
import { pinned } from '../oci/reference.js'
import { isVmManifest } from '../oci/vm-image.js'
import { type Check, type CheckResult, type HttpCheck, nameCheck, type StructureCheck, type Verdict } from './checks.js'
import { type Launch, runHttpChecks } from './http.js'
import { judgeStructure, wantedContent } from './structure.js'
import { checkVm } from './vm.js'

export interface Validation {
  /** `fail` when any check failed, else `error` when any could not be carried out or there was nothing to check, else `pass`. */
  readonly verdict: Verdict
  /** What the checks are about: the index where there is one. */
  readonly digest: Digest
  readonly results: readonly CheckResult[]
}

export interface ValidateRequest {
  readonly image: Image
  readonly checks: readonly Check[]
  /** Starts services for the running checks; without it those come out as `error`. */
  readonly launch?: Launch
  /** Milliseconds of a clock that only goes forward, for durations in reports. */
  readonly now?: () => number
  readonly signal?: AbortSignal
}

/**
 * Checks the exact digest that will ship. Of an index the structure of every platform is looked at; services are
 * started on the platform that this machine can run.
 *
 * @throws IngotError what reading the image throws (a layer that does not match its digest is no failed check, it is no image)
 */
export async function validateImage(request: ValidateRequest): Promise<Validation> {
  const { image, checks, signal } = request
  const structure = checks.filter((check): check is StructureCheck => check.kind !== 'http')
  const running = checks.filter((check): check is HttpCheck => check.kind === 'http')
  const results: CheckResult[] = []
  for (const { one, name } of await eachManifest(image, signal)) {
    signal?.throwIfAborted()
    results.push(...(await checkStructure(one, structure, name, request)))
  }
  results.push(...(await checkRunning(running, request)))
  return { verdict: worst(results), digest: image.digest, results }
}

/** The image itself, or every image of its index, by digest: two of the same platform are two. */
async function eachManifest(image: Image, signal?: AbortSignal): Promise<{ one: Image; name?: string }[]> {
  if (image.index === undefined) return [{ one: image }]
  const images = image.index.manifests.filter(({ platform }) => platform === undefined || isRealPlatform(platform))
  return Promise.all(
    images.map(async ({ digest, platform }) => ({
      one: await loadImage(image.store, pinned(image.reference, digest), { signal }),
      name: platform === undefined ? shortDigest(digest) : formatPlatform(platform),
    })),
  )
}

async function checkStructure(
  image: Image,
  checks: readonly StructureCheck[],
  name: string | undefined,
  { now = () => performance.now(), signal }: ValidateRequest,
): Promise<CheckResult[]> {
  if (isVmManifest(image.manifest)) {
    const results: CheckResult[] = []
    for (const check of checks) {
      const started = now()
      const finding = await checkVm(image, check, signal)
      results.push({ check: titleOf(check, name), ...finding, seconds: elapsed(started, now) })
    }
    return results
  }
  const tree = checks.every(({ kind }) => kind === 'size' || kind === 'metadata')
    ? new Map()
    : await readWanted(image, wantedContent(checks), signal)
  const subject = { manifest: image.manifest, config: image.config, tree }
  return checks.map((check) => {
    const started = now()
    const finding = judgeStructure(check, subject)
    return { check: titleOf(check, name), ...finding, seconds: elapsed(started, now) }
  })
}

function titleOf(check: Check, platform: string | undefined): string {
  return [platform, nameCheck(check)].filter(Boolean).join(' ')
}

/** The tree with the content of `paths`. A second pass over the layers is needed only for those that are behind links. */
async function readWanted(image: Image, paths: readonly string[], signal?: AbortSignal): Promise<Tree> {
  const options = { ...(signal && { signal }) }
  const literal = new Set(paths.map((path) => path.replace(/^\/+/, '')))
  const tree = await readTree(image, { ...options, keep: (path) => literal.has(path) })
  const targets = new Set(paths.flatMap((path) => resolvePath(tree, path) ?? []).map(({ path }) => path))
  const isComplete = [...targets].every((path) => literal.has(path))
  return isComplete ? tree : readTree(image, { ...options, keep: (path) => targets.has(path) })
}

async function checkRunning(checks: readonly HttpCheck[], request: ValidateRequest): Promise<CheckResult[]> {
  const { launch, now = () => performance.now(), signal } = request
  if (checks.length === 0) return []
  const image = await runnable(request)
  const results: CheckResult[] = []
  for (const port of new Set(checks.map((check) => check.port))) {
    const together = checks.filter((check) => check.port === port)
    const started = now()
    const answers =
      typeof image === 'string'
        ? together.map(() => ({ verdict: 'error' as const, message: image }))
        : await runHttpChecks(image, together, launch, signal)
    const seconds = elapsed(started, now)
    results.push(...answers.map((answer, at) => ({ check: nameCheck(together[at] as HttpCheck), ...answer, seconds })))
  }
  return results
}

/** The platform that this machine can start, or why there is none. */
async function runnable({ image, signal }: ValidateRequest): Promise<Image | string> {
  if (isVmManifest(image.manifest)) return 'a VM image is not started here'
  const host = hostPlatform()
  if (image.index === undefined && servesPlatform(image.config, host)) return image
  const fits = image.index?.manifests.some(({ platform }) => platform !== undefined && servesPlatform(platform, host))
  if (fits) return loadImage(image.store, image.reference, { platform: host, signal })
  return `this machine runs ${host}, the image is for ${platformsOf(image).join(', ')}`
}

function worst(results: readonly CheckResult[]): Verdict {
  const verdicts = results.map(({ verdict }) => verdict)
  if (verdicts.includes('fail')) return 'fail'
  return verdicts.length === 0 || verdicts.includes('error') ? 'error' : 'pass'
}

function elapsed(started: number, now: () => number): number {
  return Math.round(now() - started) / 1000
}
