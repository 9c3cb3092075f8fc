import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../errors.js'
import { type Digest, digestOf, isDigest } from '../oci/digest.js'
import { maximumManifestBytes } from '../oci/manifest.js'
import { indexTypes, manifestTypes } from '../oci/media-types.js'
import type { CallOptions, StoredManifest } from '../oci/store.js'
import { mediaTypeSaid } from './described.js'
import type { Endpoint } from './endpoint.js'
import { isPartUnknown, type Operation } from './refusal.js'
import { digestMismatch } from './verified.js'

const accept = [...indexTypes, ...manifestTypes].join(', ')

export type Label = Digest | { readonly tag: string }

export interface ManifestsOptions {
  readonly repository: string
  readonly endpoint: Endpoint
  /** Called when the registry says that a part of a manifest is not there. */
  readonly onPartUnknown: () => void
}

/** The manifests of one repository by digest or tag: the exact bytes, in and out. */
export class RemoteManifests {
  readonly #options: ManifestsOptions

  constructor(options: ManifestsOptions) {
    this.#options = options
  }

  read(label: Label, options: CallOptions): Promise<StoredManifest | undefined> {
    const { endpoint, repository } = this.#options
    const name = nameOf(label)
    const operation: Operation = { verb: `read the manifest ${name}`, repository, writes: false }
    const call = { method: 'GET', to: `manifests/${name}`, headers: { accept } } as const
    return endpoint.send({ ...call, operation, expect: [200, 404], ...options }, async (answer) => {
      if (answer.status === 404) {
        answer.discard()
        return undefined
      }
      const bytes = await answer.bytes(maximumManifestBytes)
      const expected = typeof label === 'string' ? label : answer.header('docker-content-digest')
      const digest = digestOf(bytes)
      const where = `The manifest ${name} of ${repository}`
      if (expected !== undefined && isDigest(expected) && digest !== expected) {
        throw digestMismatch(where, expected, digest)
      }
      const mediaType = mediaTypeSaid(answer.header('content-type'), bytes, where)
      return { descriptor: { mediaType, digest, size: bytes.length }, bytes }
    })
  }

  /**
   * Distribution 2.8 loses sight of a blob for a moment while another process pushes the same one (every signature's
   * empty config is): a part that it says is missing is asked for again before that is believed.
   *
   * @returns whether the registry says that it has listed the manifest under its subject
   */
  async write(bytes: Uint8Array, mediaType: string, label: Label, options: CallOptions): Promise<boolean> {
    for (const delay of [50, 150, 400]) {
      try {
        return await this.put(bytes, mediaType, label, options)
      } catch (error) {
        if (!isPartUnknown(error)) throw error
        this.#options.onPartUnknown()
        await sleep(delay, undefined, options)
      }
    }
    return this.put(bytes, mediaType, label, options)
  }

  async put(bytes: Uint8Array, mediaType: string, label: Label, options: CallOptions): Promise<boolean> {
    const { endpoint, repository } = this.#options
    const name = nameOf(label)
    const tag = typeof label === 'string' ? {} : { tag: label.tag }
    const operation: Operation = { verb: `push the manifest ${name}`, repository, writes: true, ...tag }
    const headers = { 'content-type': mediaType }
    const call = { method: 'PUT', to: `manifests/${name}`, headers, body: bytes, operation, ...options } as const
    return endpoint.send({ ...call, expect: [201] }, async (answer) => {
      answer.discard()
      const said = answer.header('docker-content-digest')
      const digest = digestOf(bytes)
      if (said !== undefined && isDigest(said) && said !== digest) {
        throw digestMismatch(`The manifest ${name} that ${repository} has stored`, digest, said)
      }
      return answer.header('oci-subject') !== undefined
    })
  }

  /** @returns false when it was not there. @throws IngotError `unsupported` where the registry does not do this */
  async delete(label: Label, options: CallOptions): Promise<boolean> {
    const { endpoint, repository } = this.#options
    const isTag = typeof label !== 'string'
    const verb = isTag ? `delete the tag ${label.tag}` : `delete the manifest ${label}`
    const operation: Operation = { verb, repository, writes: true, deletes: true }
    const call = { method: 'DELETE', to: `manifests/${nameOf(label)}`, operation, ...options } as const
    return endpoint.send({ ...call, expect: [200, 202, 204, 404, 400, 405, 501] }, async (answer) => {
      const isDone = answer.status < 300
      if (isDone || answer.status === 404) {
        answer.discard()
        return isDone
      }
      const refusal = await endpoint.refusal(answer, operation)
      throw new IngotError('unsupported', refusal.message, {
        cause: refusal,
        advice: isTag ? tagAdvice : manifestAdvice,
      })
    })
  }
}

const tagAdvice =
  'This registry removes no tag by itself: delete the manifest, which takes all its tags with it, or remove the tag in the registry’s own interface'
const manifestAdvice =
  'Deletion is switched off here, or done in another way: see docs/registries.md for what each registry asks for'

function nameOf(label: Label): string {
  return typeof label === 'string' ? label : label.tag
}
