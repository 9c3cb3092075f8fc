import { isDeepStrictEqual } from 'node:util'
import type { ImageConfig } from '../../oci/manifest.js'
import { splitEnv } from '../settings.js'

/** One field of an image's config that a rebase changes. */
export interface ConfigChange {
  /** `os.version`, `User`, `Env.PATH`, `Labels.version`, … */
  readonly field: string
  /** As the image has it; undefined for what is new. */
  readonly before: unknown
  /** Undefined for what goes. */
  readonly after: unknown
}

/** What of the config differs, field by field; layers and history, which always do, are left to the manifest. */
export function changesOf(before: ImageConfig, after: ImageConfig): ConfigChange[] {
  const [a, b] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...a.keys(), ...b.keys()])]
    .sort()
    .filter((field) => !isDeepStrictEqual(a.get(field), b.get(field)))
    .map((field) => ({ field, before: a.get(field), after: b.get(field) }))
}

function fieldsOf({ config, rootfs: _, history: __, ...top }: ImageConfig): Map<string, unknown> {
  const fields = new Map<string, unknown>(Object.entries(top))
  for (const [name, value] of Object.entries(config ?? {})) {
    if (value === null || value === undefined) continue
    if (name === 'Env') for (const [key, one] of (value as string[]).map(splitEnv)) fields.set(`Env.${key}`, one)
    else if (isMap(value)) for (const [key, one] of Object.entries(value)) fields.set(`${name}.${key}`, one)
    else fields.set(name, value)
  }
  return fields
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
