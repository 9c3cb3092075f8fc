import { readFile } from 'node:fs/promises'
import type { Secret } from '../../../bake/buildkit/index.js'
import { IngotError } from '../../../errors.js'
import type { Job } from '../../../runner/job.js'

/** BuildKit takes no larger ones. */
const maximumSecretBytes = 500 * 1024 // 500 KiB

/**
 * Sees that every secret is there, and hides it in all that is logged from here on.
 *
 * @returns the values, for whoever writes messages
 * @throws IngotError `invalid-input`, `not-found`; no message holds a value
 */
export async function readSecrets(secrets: readonly Secret[], { env, mask }: Job): Promise<string[]> {
  const values: string[] = []
  for (const secret of secrets) {
    const value = secret.from === 'env' ? env[secret.name] : await readSecret(secret.id, secret.path)
    if (value === undefined) {
      const name = secret.from === 'env' ? secret.name : ''
      throw new IngotError('invalid-input', `The secret ${secret.id} is to come from ${name}, which is not set`, {
        advice: `Hand it to the step: env: {${name}: "\${{ secrets.${name} }}"}`,
      })
    }
    mask(value)
    values.push(value.trim(), ...value.split('\n').map((line) => line.trim()))
  }
  return [...new Set(values)].filter((value) => value.length >= 4)
}

async function readSecret(id: string, path: string): Promise<string> {
  const value = await readFile(path).catch((cause: Error) => {
    throw new IngotError('not-found', `The secret ${id} cannot be read from ${path}: ${cause.message}`, { cause })
  })
  if (value.length <= maximumSecretBytes) return value.toString('utf8')
  throw new IngotError('size-exceeded', `The secret ${id} has ${value.length} bytes, more than ${maximumSecretBytes}`)
}
