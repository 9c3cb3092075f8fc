export { type CopyOptions, copyImage } from './copy.js'
export type { CopyPreview } from './copy-preview.js'
export { type Copied, type CopyReferenceOptions, copyReference } from './copy-reference.js'
export { type OpenOptions, openStore } from './open.js'
