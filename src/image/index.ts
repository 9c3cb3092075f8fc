export {
  formatPlatform,
  hostPlatform,
  isRealPlatform,
  parsePlatform,
  samePlatform,
  servesPlatform,
} from '../oci/platform.js'
export { type Disk, describeDisk, diskHeadBytes, diskTailBytes } from './disk.js'
export { imageManifestOf, readConfig, readNamed } from './documents.js'
export { type Image, type LoadOptions, loadImage, platformsOf } from './image.js'
export { type LayerOptions, openLayer } from './layer.js'
export { defaultLimits, type Limits } from './limits.js'
export { readTar, type TarEntry, type TarOptions, type TarType } from './tar-reader.js'
export { putTarHeader, type TarMember, tarEnd, tarHeader, tarPadding } from './tar-writer.js'
export { readTree, resolvePath, type Tree, type TreeNode, type TreeOptions } from './tree.js'
export { unpackImage } from './unpack.js'
