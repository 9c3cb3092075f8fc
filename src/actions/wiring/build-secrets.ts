import { IngotError } from '../../errors.js'
import type { Job } from '../../runner/job.js'

/** Where a reusable workflow hands on what its caller calls secrets: it cannot know their names. */
const variable = 'INGOT_BUILD_SECRETS'

/**
 * The job with the secrets of the build as variables of its environment, from where engines take them by name; each is
 * masked, and `INGOT_BUILD_SECRETS`, which held them all, is gone. It holds `NAME=value` a line, or a JSON object.
 *
 * @throws IngotError `invalid-input`; the message never repeats what was given
 */
export function withBuildSecrets(job: Job): Job {
  const { [variable]: text, ...env } = job.env
  if (text === undefined || text.trim() === '') return job
  const secrets = text.trim().startsWith('{') ? readJson(text) : readLines(text)
  for (const [name, value] of secrets) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw refuse('one of its names cannot be that of a variable')
    if (env[name] !== undefined) throw refuse(`it would replace the variable ${name}, which is set`)
    job.mask(value)
  }
  return { ...job, env: { ...env, ...Object.fromEntries(secrets) } }
}

function readLines(text: string): [string, string][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.map((line, i) => {
    const equals = line.indexOf('=')
    if (equals > 0) return [line.slice(0, equals).trim(), line.slice(equals + 1)]
    throw refuse(`its line ${i + 1} is not NAME=value`)
  })
}

function readJson(text: string): [string, string][] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('it begins with a brace and is not JSON')
  }
  const entries = Object.entries(value as Record<string, unknown>)
  return entries.map(([name, secret]) => {
    if (typeof secret === 'string') return [name, secret]
    throw refuse('one of its values is not text')
  })
}

function refuse(why: string): IngotError {
  return new IngotError('invalid-input', `The secrets of the build (${variable}) cannot be read: ${why}`, {
    advice: 'Write NAME=value a line, or a JSON object of texts',
  })
}
