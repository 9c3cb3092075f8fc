import { IngotError } from '../errors.js'
import { formatPlatform, type Platform } from './manifest.js'

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' }

/** `linux/<architecture of this machine>`, in Go's names, as images use them. */
export function hostPlatform(): string {
  return `linux/${architectures[process.arch] ?? process.arch}`
}

/** @throws IngotError `invalid-input` unless it reads `os/architecture[/variant]` */
export function parsePlatform(text: string): { os: string; architecture: string; variant?: string } {
  const [os, architecture, variant, ...more] = text.split('/')
  const isWord = (part: string | undefined) => part !== undefined && /^[a-z0-9_.-]+$/.test(part)
  if (!isWord(os) || !isWord(architecture) || (variant !== undefined && !isWord(variant)) || more.length > 0) {
    throw new IngotError('invalid-input', `${JSON.stringify(text)} is not a platform`, {
      advice: 'Write os/architecture, e.g. linux/amd64 or linux/arm64/v8',
    })
  }
  return { os: os as string, architecture: architecture as string, ...(variant !== undefined && { variant }) }
}

/** Whether an image of platform `has` serves who asked for `wanted`; no variant asked for means any. */
export function servesPlatform(has: Platform, wanted: string): boolean {
  const want = parsePlatform(wanted)
  return has.os === want.os && has.architecture === want.architecture && sameVariant(has, want.variant)
}

/** Whether two images are for the same machines. */
export function samePlatform(a: Platform, b: Platform): boolean {
  const variant = (platform: Platform) => platform.variant ?? (platform.architecture === 'arm64' ? 'v8' : undefined)
  return a.os === b.os && a.architecture === b.architecture && variant(a) === variant(b)
}

/** A descriptor of an attestation carries `unknown/unknown`: it is no image. */
export function isRealPlatform(platform: Platform | undefined): platform is Platform {
  return platform !== undefined && platform.os !== 'unknown' && platform.architecture !== 'unknown'
}

export { formatPlatform }

function sameVariant(has: Platform, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === has.variant) return true
  // Images for arm64 mostly leave out the only variant there was for years.
  return has.architecture === 'arm64' && wanted === 'v8' && has.variant === undefined
}
