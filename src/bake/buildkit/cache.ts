import { IngotError } from '../../errors.js'

/** Caches whose access is the registry's, the runner's or the disk's own: no key stands in their settings. */
const kinds = ['registry', 'gha', 'local'] as const

/**
 * The type of a cache setting as `--cache-from` and `--cache-to` take it; a reference alone means a registry.
 *
 * @throws IngotError `invalid-input` for other types, and for a setting that holds a credential
 */
export function cacheKind(setting: string): (typeof kinds)[number] {
  const fields = setting.split(',').map((field) => field.trim())
  if (fields.length === 1 && !setting.includes('=')) return 'registry'
  const secret = fields.find((field) => /^[^=]*(?:token|secret|password|access_key)[^=]*=/i.test(field))
  if (secret !== undefined) {
    throw new IngotError('invalid-input', `A cache setting holds ${secret.split('=')[0]}, which arguments must not`, {
      advice: 'Log in to the registry instead: BuildKit uses the same credentials as docker',
    })
  }
  const type = fields.find((field) => field.startsWith('type='))?.slice('type='.length)
  const kind = kinds.find((known) => known === type)
  if (kind !== undefined) return kind
  throw new IngotError('invalid-input', `A cache of type ${JSON.stringify(type ?? '')} is not used here`, {
    advice: `Use ${kinds.map((known) => `type=${known}`).join(', ')}`,
  })
}

/** Who asks for code that is not reviewed yet may read a cache, and must not write what later builds will trust. */
export function mayWriteCache(env: Readonly<Record<string, string | undefined>>): boolean {
  return !['pull_request', 'pull_request_target', 'merge_group'].includes(env.GITHUB_EVENT_NAME ?? '')
}
