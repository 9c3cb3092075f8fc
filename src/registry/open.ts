import type { Reference } from '../oci/reference.js'
import type { ImageStore } from '../oci/store.js'
import { LayoutStore } from './layout.js'
import { RemoteStore } from './remote.js'

export interface OpenOptions {
  /** Hosts (`name` or `name:port`) that may be spoken to in plain HTTP; loopback addresses always may. */
  readonly insecureHosts?: readonly string[]
  /** It will be written to as well: the right to push is asked for from the start, and one token serves all. Default: false. */
  readonly willWrite?: boolean
  /** Ends every call of the store that is not given a signal of its own. */
  readonly signal?: AbortSignal
}

/**
 * The repository that a reference names. Nothing is read yet: a layout directory is made by the first write, and reading
 * one that does not exist finds nothing.
 */
export function openStore(reference: Reference, options: OpenOptions = {}): ImageStore {
  return reference.kind === 'layout' ? new LayoutStore(reference, options.signal) : new RemoteStore(reference, options)
}
