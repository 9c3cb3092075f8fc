import { isAbsolute, join } from 'node:path'
import type { Job } from '../../../runner/job.js'

/**
 * Where this user's caches lie; none when the environment names no place.
 *
 * @see https://specifications.freedesktop.org/basedir-spec/0.8/
 */
export function layerCacheDirectory(given: string | undefined, env: Job['env']): string | undefined {
  if (given !== undefined && given !== '') return given
  if (env.INGOT_CACHE_DIR !== undefined && env.INGOT_CACHE_DIR !== '') return env.INGOT_CACHE_DIR
  // What is not absolute is to be ignored, says the specification.
  const caches = [env.XDG_CACHE_HOME, env.HOME && join(env.HOME, '.cache')].find((path) => path && isAbsolute(path))
  return caches ? join(caches, 'ingot') : undefined
}
