import type { PreviousImage } from '../../bake/index.js'
import type { Config } from '../../config/index.js'
import { IngotError } from '../../errors.js'
import type { Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'
import type { Job } from '../../runner/job.js'
import type { Output } from './output-reference.js'

export interface PreviousRequest {
  readonly given: {
    readonly previous: string | undefined
    readonly 'last-release': boolean
    readonly ledger: string | undefined
  }
  readonly config: Config | undefined
  readonly output: Output
  readonly open: (reference: Reference) => ImageStore
}

/**
 * The image that a bake is compared with: the one that is named, else the app's last release, else the one that all tags
 * of the output name. None where there is none, or where it lies in another repository than the output.
 */
export async function findPrevious(request: PreviousRequest, job: Job): Promise<PreviousImage | undefined> {
  const { loadPrevious } = await import('../../bake/index.js')
  const { given, output, open } = request
  const store = open(output.reference)
  const load = (label: Parameters<typeof loadPrevious>[1]) =>
    loadPrevious(store, label, { signal: job.signal, log: job.log })

  const named = given.previous ?? (given['last-release'] ? await lastRelease(request, job) : undefined)
  if (named === undefined) {
    const images = await Promise.all(output.tags.map((tag) => load({ tag })))
    const [first] = images
    return images.every((image) => image?.digest === first?.digest) ? first : undefined
  }
  const { formatRepository, parseReference } = await import('../../oci/reference.js')
  const reference = parseReference(named)
  if (formatRepository(reference) !== formatRepository(output.reference)) {
    job.log(`${named} is in another repository than the output: not compared with`)
    return undefined
  }
  if (reference.digest === undefined && reference.tag === undefined) {
    throw new IngotError('invalid-reference', `The previous image ${named} names no tag and no digest`)
  }
  return load(reference.digest ?? { tag: reference.tag as string })
}

async function lastRelease({ given, config }: PreviousRequest, job: Job): Promise<string | undefined> {
  if (config === undefined) {
    throw new IngotError('invalid-input', 'last-release is asked for, and there is no configuration that names the app')
  }
  const { locateLedger } = await import('./locate-ledger.js')
  const { openLedger } = await import('../../ledger/index.js')
  const ledger = await openLedger(await locateLedger(given.ledger, config, job.env), job)
  const last = (await ledger.listReleases(config.app)).at(-1)
  job.log(
    last === undefined ? `${config.app} has no release yet` : `The last release of ${config.app} is ${last.image}`,
  )
  return last?.image
}
