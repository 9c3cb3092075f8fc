import { digestOf } from '../../oci/digest.js'
import { type Descriptor, encodeJson, type ImageConfig, type Index, type Platform } from '../../oci/manifest.js'
import { annotationKeys, mediaTypes } from '../../oci/media-types.js'
import type { BlobSource, CallOptions, ImageStore } from '../../oci/store.js'
import { baseAnnotations } from '../base-annotations.js'
import { bringLayers } from '../bring-layers.js'
import { sorted } from '../settings.js'
import type { NamedBase } from './bases.js'
import { Memo } from './memo.js'
import type { RebasePlan } from './plan-rebase.js'
import type { OpenedImage } from './read-image.js'
import type { ReadSide } from './side.js'
import type { RebaseSettings, Step } from './types.js'

const layersKept = 20_000

/** What the tags are to name: the manifest, or a new index. */
export interface Top extends Descriptor {
  readonly bytes: Buffer
}

interface ExpectedUpload {
  readonly give: (source: BlobSource) => void
  readonly giveUp: () => void
  readonly done: Promise<void>
}

/** Writes what was proved. A layer that several images need in a repository is brought there once. */
export class RebaseWriter {
  readonly #call: CallOptions
  readonly #log: (line: string) => void
  readonly #brought = new Memo<void>(layersKept)

  constructor({ log, signal }: Pick<RebaseSettings, 'log' | 'signal'>) {
    this.#call = signal === undefined ? {} : { signal }
    this.#log = log ?? (() => undefined)
  }

  /** The index keeps what it says of itself; the base is named anew. Attestations of the old image are not carried over. */
  topOf({ index }: OpenedImage, base: NamedBase, baseName: string, steps: readonly Step[]): Top {
    const [only] = steps
    if (index === undefined && only?.plan !== undefined)
      return { ...only.plan.manifest, bytes: only.plan.manifestBytes }
    const isRecorded = index?.annotations?.[annotationKeys.baseDigest] !== undefined
    const recorded = baseAnnotations(baseName, isRecorded ? base.digest : undefined)
    const next: Index = {
      schemaVersion: 2,
      mediaType: mediaTypes.index,
      manifests: steps.map(({ plan, part, image }) => {
        if (plan === undefined && part.entry !== undefined) return part.entry
        return { ...plan?.manifest, platform: platformOf(plan?.merged ?? image.config) } as Descriptor
      }),
      annotations: sorted({ ...index?.annotations, ...recorded }),
    }
    const bytes = encodeJson(next)
    return { mediaType: mediaTypes.index, digest: digestOf(bytes), size: bytes.length, bytes }
  }

  /** Nothing is sent before `carryOut`; `expect` opens an upload ahead for a config, and `giveUp` lets go of those left over. */
  begin(output: ImageStore) {
    const expected: ExpectedUpload[] = []
    return {
      expect: () => {
        expected.push(expectUpload(output, this.#call))
      },
      carryOut: async (steps: readonly Step[], top: Top, tags: readonly string[]): Promise<void> => {
        await Promise.all(
          steps.map(async ({ plan, image, newBase }) => {
            if (plan === undefined) return this.#bringWhole(image, output)
            const config = sourceOf(plan.config, plan.configBytes)
            const upload = expected.shift() ?? expectUpload(output, this.#call)
            upload.give(config)
            const there = image.store.repository === output.repository ? image.manifest.layers : []
            const isThere = ({ digest }: Descriptor) => there.some((layer) => layer.digest === digest)
            const missing = plan.baseLayers.filter((layer) => !isThere(layer))
            // Side by side: over a network the depth of round trips decides, not their number.
            await Promise.all([
              this.#bring(missing, newBase.store, output, 'base layer'),
              this.#bring(plan.applicationLayers, image.store, output, 'layer'),
              upload.done,
            ])
            if (plan.manifest.digest !== top.digest) await this.#write(output, plan)
          }),
        )
        await output.writeManifest(top.bytes, top.mediaType, { ...this.#call, tags })
      },
      giveUp: async (): Promise<void> => {
        for (const upload of expected) upload.giveUp()
        await Promise.allSettled(expected.map(({ done }) => done))
      },
    }
  }

  async #write(output: ImageStore, { manifestBytes, manifest }: RebasePlan): Promise<void> {
    await output.writeManifest(manifestBytes, manifest.mediaType, this.#call)
  }

  /** A platform that is on the new base already goes along as it is. */
  async #bringWhole({ store, manifest, manifestBytes, mediaType }: ReadSide, output: ImageStore): Promise<void> {
    if (store.repository === output.repository) return
    await this.#bring([manifest.config, ...manifest.layers], store, output, 'part')
    await output.writeManifest(manifestBytes, mediaType, this.#call)
  }

  async #bring(layers: readonly Descriptor[], from: ImageStore, to: ImageStore, what: string): Promise<void> {
    if (from.repository === to.repository) return
    await Promise.all(
      layers.map((layer) =>
        this.#brought.get(`${to.repository} ${layer.digest}`, async () => {
          await bringLayers([layer], from, to, { ...this.#call, log: this.#log, what })
        }),
      ),
    )
  }
}

function expectUpload(output: ImageStore, call: CallOptions): ExpectedUpload {
  let give: ExpectedUpload['give'] = () => undefined
  let giveUp: ExpectedUpload['giveUp'] = () => undefined
  const source = new Promise<BlobSource>((resolve, reject) => {
    give = resolve
    giveUp = () => reject(new Error('given up'))
  })
  source.catch(() => undefined)
  const done = output.writeNewBlob(source, call)
  done.catch(() => undefined) // said where it is awaited, if it ever is
  return { give, giveUp, done }
}

function sourceOf(descriptor: Descriptor, bytes: Buffer): BlobSource {
  return {
    descriptor,
    open: async function* () {
      yield bytes
    },
  }
}

function platformOf(config: ImageConfig): Platform {
  const { architecture, os, variant, 'os.version': version } = config
  return {
    architecture,
    os,
    ...(typeof version === 'string' && { 'os.version': version }),
    ...(variant !== undefined && { variant }),
  }
}
