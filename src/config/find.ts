import { existsSync } from 'node:fs'
import type { Config } from './load.js'

const defaultFile = 'ingot.yml'

/**
 * The configuration named by the caller, or `ingot.yml` in the working directory when there is one. The schemas are
 * loaded only then: an action that is used wrongly ends before.
 */
export async function findConfig(file?: string): Promise<Config | undefined> {
  if (file === undefined && !existsSync(defaultFile)) return undefined
  const { loadConfig } = await import('./load.js')
  return loadConfig(file ?? defaultFile)
}
