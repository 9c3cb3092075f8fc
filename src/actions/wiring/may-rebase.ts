import type { Config } from '../../config/index.js'
import { rebasableLabels } from '../../oci/media-types.js'

/**
 * Whether what a configuration bakes consents to be rebased: files on a base do, unless their label says no; a Dockerfile
 * where it is said; a VM image has no layers to swap. Without a configuration the image itself is asked, when it comes to it.
 */
export function mayRebase(bake: Config['bake']): boolean {
  switch (bake?.engine) {
    case 'layers':
      return bake.labels[rebasableLabels[0]] !== 'false'
    case 'buildkit':
      return bake.rebasable
    case 'packer':
      return false
    case undefined:
      return true
  }
}
