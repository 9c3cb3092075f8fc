import type { Engine } from '../../bake/index.js'
import { IngotError } from '../../errors.js'

/** A platform that a job of its own bakes. */
export interface MatrixEntry {
  readonly platform: string
  /** The platform as part of an artifact's name. */
  readonly name: string
  /** As `runs-on` takes it. */
  readonly runner?: string | readonly string[]
}

/**
 * What is left to jobs of their own: of BuildKit every platform, when there are several or a runner is named for the only
 * one, since it runs what it builds, fast only where the platform is the machine's own. The other engines bake all at once.
 *
 * @param runners JSON object, platform → labels
 * @throws IngotError `invalid-input`
 */
export function matrixOf(engine: Engine, platforms: readonly string[], runners: string | undefined): MatrixEntry[] {
  const labels = runners === undefined ? new Map() : readRunners(runners)
  if (engine !== 'buildkit') return []
  const [only, ...others] = platforms
  if (only === undefined || (others.length === 0 && !labels.has(only))) return []
  return platforms.map((platform) => {
    const runner = labels.get(platform)
    return { platform, name: platform.replaceAll('/', '-'), ...(runner !== undefined && { runner }) }
  })
}

function readRunners(text: string): Map<string, string | readonly string[]> {
  const isLabels = (value: unknown): value is string | string[] =>
    [value].flat().every((label) => typeof label === 'string' && label !== '')
  try {
    const value: unknown = JSON.parse(text)
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
    const entries = isMap ? Object.entries(value) : []
    if (isMap && entries.every((entry): entry is [string, string | string[]] => isLabels(entry[1])))
      return new Map(entries)
  } catch {
    // not JSON: said below
  }
  throw new IngotError('invalid-input', `The runners ${JSON.stringify(text)} are no JSON object of labels`, {
    advice: `Write them as in '{"linux/arm64": "ubuntu-24.04-arm", "linux/s390x": ["self-hosted", "s390x"]}'`,
  })
}
