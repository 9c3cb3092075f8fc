import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { IngotError } from '../../../errors.js'
import { type Image, unpackImage } from '../../../image/index.js'
import type { Deployed } from '../../../ledger/state.js'
import { hexOf } from '../../../oci/digest.js'
import { encodeJson } from '../../../oci/manifest.js'
import { resolveCommand } from '../../../process/index.js'
import type { Target, TargetObservation } from '../target.js'
import { order } from './client.js'
import { paths } from './paths.js'
import type { Answer, RequestOf, Verb } from './protocol.js'
import { observeHost } from './start.js'

export interface ProcessTargetOptions {
  readonly directory: string
  /** The TCP port of 127.0.0.1 that the traffic comes in by. */
  readonly port: number
  /** Asked of each service with GET; any status below 500 is healthy. Default `/`. */
  readonly healthPath?: string
  /** The program of the host: `dist/process-host/index.js`. */
  readonly hostEntry: string
  /** Opens an image by `repository@digest`. */
  readonly openImage: (reference: string, signal?: AbortSignal) => Promise<Image>
}

const keptImages = 5

/**
 * Runs images as processes of this machine behind a proxy that outlives the command. Needs nothing but Node.
 *
 * @throws IngotError `target-failed`, `unsupported`, and whatever reading the image may throw
 */
export function processTarget(options: ProcessTargetOptions): Target {
  const directory = resolve(options.directory)
  const place = { directory, port: options.port, hostEntry: options.hostEntry }
  const tell = async <V extends Verb>(verb: V, body: RequestOf<V>, signal: AbortSignal | undefined): Promise<void> => {
    if (await order(directory, verb, body, signal)) return
    await observeHost(place, signal)
    if (!(await order(directory, verb, body, signal))) {
      throw new IngotError('target-failed', `The host of ${directory} ended when it was told to ${verb}`)
    }
  }
  return {
    location: `process:${directory}`,
    observe: async (signal) => observationOf(await observeHost(place, signal)),
    stage: (image, signal) => stage(options, directory, image, signal),
    async deploy(image, { generation, signal }) {
      await stage(options, directory, image, signal)
      const healthPath = options.healthPath ?? '/'
      const { digest, version } = image
      await tell('deploy', { generation, image: { digest, image: image.image, version, healthPath } }, signal)
    },
    shift: (canary, weight, { generation, signal }) => tell('shift', { generation, canary, weight }, signal),
    async retire(keep, { generation, signal }) {
      await tell('retire', { generation, keep }, signal)
      await prune(directory, await observeHost(place, signal))
    },
  }
}

/** Once on disk an image is used again: that is what makes a rollback quick. */
async function stage(
  { openImage }: ProcessTargetOptions,
  directory: string,
  deployed: Deployed,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { digest } = deployed
  const folder = paths.image(directory, digest)
  const rootfs = paths.rootfs(directory, digest)
  if (existsSync(rootfs)) return utimes(folder, new Date(), new Date())
  const image = await openImage(deployed.image, signal)
  if (image.digest !== digest) {
    throw new IngotError('digest-mismatch', `${deployed.image} is ${image.digest}, not ${digest}: it is not deployed`)
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const config = paths.config(directory, digest)
  await writeFile(`${config}.new`, encodeJson(image.config))
  await rename(`${config}.new`, config)
  const unpacked = `${rootfs}.${process.pid}`
  try {
    await unpackImage(image, unpacked, signal ? { signal } : {})
    await resolveCommand(unpacked, image.config)
    await rename(unpacked, rootfs)
  } catch (cause) {
    await rm(unpacked, { recursive: true, force: true })
    if (!existsSync(rootfs)) throw cause // otherwise another run has just staged the same image
  }
}

/** Keeps what runs and the images used last; the others can be unpacked again from the store. */
async function prune(directory: string, { stable, canary }: Answer): Promise<void> {
  const running = [stable, canary].flatMap((track) => (track ? hexOf(track.digest) : []))
  const folders = (await readdir(paths.images(directory))).filter((name) => !running.includes(name))
  const dated = await Promise.all(
    folders.map(async (name) => ({ name, at: (await stat(join(paths.images(directory), name))).mtimeMs })),
  )
  const old = dated.sort((a, b) => b.at - a.at).slice(keptImages)
  for (const { name } of old) await rm(join(paths.images(directory), name), { recursive: true, force: true })
}

function observationOf({ generation, stable, canary, weight }: Answer): TargetObservation {
  return { generation, stable: trackOf(stable), canary: trackOf(canary), weight }
}

function trackOf(track: Answer['stable']): TargetObservation['stable'] {
  if (track === null) return null
  const { why, ...rest } = track
  return { ...rest, ...(why !== undefined && { why }) }
}
