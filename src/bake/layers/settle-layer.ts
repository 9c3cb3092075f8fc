import { formatBytes } from '../../oci/bytes.js'
import { type Digest, shortDigest } from '../../oci/digest.js'
import type { Descriptor } from '../../oci/manifest.js'
import type { BlobSource, ImageStore } from '../../oci/store.js'
import type { PreviousImage } from '../previous.js'
import { type Compression, layerMediaType } from './compression.js'
import type { LayerCache } from './layer-cache.js'
import { hashLayer, type LayerBlob, makeLayer, type TarSource } from './make-layer.js'
import type { LayerPlan } from './plan-layer.js'
import { layerWith } from './reuse.js'
import { tarBlocks } from './tar-blocks.js'

/** A layer that an image can name: it lies in the output once `arrived` is kept. */
export interface SettledLayer {
  readonly descriptor: Descriptor
  readonly diffId: Digest
  /** How it came there, for people. */
  readonly arrived: Promise<string>
}

export interface Settling {
  readonly output: ImageStore
  readonly compression: Compression
  /** Where large layers wait until they are sent. */
  readonly directory: string
  /** Its layers lie in the output. */
  readonly previous: PreviousImage | undefined
  /** What lies in the output for certain. */
  readonly there: ReadonlySet<Digest>
  /** What this bake has made so far, with the bytes of each tar. */
  readonly before: (SettledLayer & { readonly tarBytes: number })[]
  readonly cache: LayerCache | undefined
  readonly signal: AbortSignal
}

/** Smaller ones are sent as soon as somebody could have said whether they are there. */
const askedBytes = 1024 * 1024 // 1 MiB

/**
 * Comes to a layer in the cheapest way that there is: remembered from before, without reading a file; taken over from the
 * previous image when its content is the same, without compressing it; or made, while its upload is being opened.
 */
export async function settleLayer(plan: LayerPlan, settling: Settling): Promise<SettledLayer> {
  const { compression, cache } = settling
  const key = `${plan.fingerprint} ${compression.kind} ${compression.level}`
  const remembered = cache?.find(key)
  if (remembered !== undefined) {
    const { diffId, ...descriptor } = remembered
    const reused = takeOver(diffId, settling)
    if (reused !== undefined) return { ...reused, arrived: Promise.resolve('cached') }
    if (await isInOutput(descriptor.digest, settling)) return { diffId, descriptor, arrived: Promise.resolve('cached') }
  }
  const settled = await reuseOrMake(plan, settling)
  settling.before.push({ ...settled, tarBytes: plan.members.tarBytes })
  if (plan.isSettled) cache?.remember(key, { ...settled.descriptor, diffId: settled.diffId })
  return settled
}

async function reuseOrMake({ members }: LayerPlan, settling: Settling): Promise<SettledLayer> {
  const mayRepeat = settling.before.some(({ tarBytes }) => tarBytes === members.tarBytes)
  if (settling.previous === undefined && !mayRepeat) return makeAndSend(() => tarBlocks(members), settling)
  // Hashing takes a tenth of the time of compressing, and most layers are what they were.
  const { diffId, tar } = await hashLayer(members, settling.signal)
  const repeated = settling.before.find((layer) => layer.diffId === diffId)
  return repeated ?? takeOver(diffId, settling) ?? makeAndSend(tar, settling)
}

function takeOver(diffId: Digest, { previous, compression }: Settling): SettledLayer | undefined {
  const descriptor = previous && layerWith(previous, diffId, layerMediaType(compression))
  return descriptor && { descriptor, diffId, arrived: Promise.resolve('reused from previous') }
}

async function makeAndSend(tar: TarSource, settling: Settling): Promise<SettledLayer> {
  const { output, previous, signal } = settling
  const made = makeLayer(tar, settling)
  let isThere = false
  const missing = async (): Promise<BlobSource> => {
    const blob = await made
    // A layer that the previous image lacks is new. When there is none, the output may have it all the same.
    const { digest, size } = blob.descriptor
    const isAsked = previous === undefined && size > askedBytes
    isThere = settling.there.has(digest) || (isAsked && (await output.hasBlob(digest, { signal })))
    if (isThere) throw new Error('it is there already')
    return blob
  }
  const writing = output.writeNewBlob(missing(), { signal }).then(
    () => true,
    (thrown: unknown) => {
      if (isThere) return false
      throw thrown
    },
  )
  writing.catch(() => undefined) // waited for as `arrived`, unless `made` fails first
  const blob = await made
  return { descriptor: blob.descriptor, diffId: blob.diffId, arrived: arrival(writing, blob) }
}

async function arrival(writing: Promise<boolean>, blob: LayerBlob): Promise<string> {
  try {
    return (await writing) ? `written ${formatBytes(blob.descriptor.size)}` : 'there already'
  } finally {
    blob.discard()
  }
}

async function isInOutput(digest: Digest, { there, output, signal }: Settling): Promise<boolean> {
  return there.has(digest) || output.hasBlob(digest, { signal })
}

/** For the log: what became of a layer. */
export function tellLayer({ members, addition }: LayerPlan, { descriptor }: SettledLayer, how: string): string {
  const sizes = `${members.count} entries, ${formatBytes(members.tarBytes)} → ${formatBytes(descriptor.size)}`
  return `layer ${shortDigest(descriptor.digest)} ${addition.destination}: ${sizes}, ${how}`
}
