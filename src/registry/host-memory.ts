import type { Digest } from '../oci/digest.js'
import { Authorizer, type AuthorizerOptions, type Learnt } from './authorizer.js'

const maximumBlobs = 100_000 // of one repository: some 10 MB

/**
 * What this process has found out about a registry, shared by all its repositories: round trips that one operation paid for
 * are saved for the next. Nothing here is needed for an answer to be right.
 */
export class HostMemory {
  readonly learnt: Learnt = {}
  /** Whether it takes a blob in a single POST; undefined until tried. */
  takesSinglePost: boolean | undefined
  /** Whether a mount has succeeded here: only then does a refused mount mean that a blob is missing. */
  hasMounted = false
  /** Whether it turned out to speak TLS where plain HTTP was tried first. */
  isSecure = false
  readonly #authorizers = new Map<string, Authorizer>()
  readonly #blobs = new Map<string, Set<Digest>>()

  authorizerOf(path: string, options: Omit<AuthorizerOptions, 'learnt'>): Authorizer {
    const known = this.#authorizers.get(path) ?? new Authorizer({ ...options, learnt: this.learnt })
    this.#authorizers.set(path, known)
    return known
  }

  /** Blobs that were seen or put there: not asked about again, unless the registry says that it lacks one. */
  blobsOf(path: string): Set<Digest> {
    const known = this.#blobs.get(path)
    if (known !== undefined && known.size < maximumBlobs) return known
    const blobs = new Set<Digest>()
    this.#blobs.set(path, blobs)
    return blobs
  }
}

const memories = new Map<string, HostMemory>()

export function memoryOf(host: string): HostMemory {
  const known = memories.get(host) ?? new HostMemory()
  memories.set(host, known)
  return known
}
