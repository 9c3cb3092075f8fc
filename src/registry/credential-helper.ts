import { IngotError } from '../errors.js'
import { run } from '../exec/index.js'
import * as z from '../oci/schema.js'
import type { Credentials } from './credentials.js'
import type { Environment } from './docker-config.js'

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
const timeoutMilliseconds = 60_000 // some ask a person to unlock a keychain
const maximumOutputBytes = 256 * 1024 // 256 KiB; tokens of ECR are 2 KiB

const answer = z.looseObject({ Username: z.string(), Secret: z.string() })
const notFound = /credentials not found|no credentials server url|not found in native keychain/i

/**
 * What a docker credential helper holds for a server: it is run without a shell, asked on stdin and answers on stdout, so
 * that no secret is ever an argument. Undefined when it has none.
 *
 * @param name as config.json names it: `ecr-login` means the program docker-credential-ecr-login
 * @throws IngotError `invalid-config`, `not-found` (the program is missing), `tool-failed`, `timed-out`, without a word of its answer
 * @see https://github.com/docker/docker-credential-helpers/tree/v0.9.3#development
 */
export async function askHelper(
  name: string,
  server: string,
  file: string,
  env: Environment,
  signal?: AbortSignal,
): Promise<Credentials | undefined> {
  if (!namePattern.test(name)) {
    throw new IngotError(
      'invalid-config',
      `${file} names the credential helper ${JSON.stringify(name)}, which is no name`,
    )
  }
  const program = `docker-credential-${name}`
  const { stdout, exitCode } = await run(program, ['get'], {
    env,
    input: server,
    timeoutMilliseconds,
    maximumOutputBytes,
    signal,
    acceptedExitCodes: [0, 1],
    install: `${file} names it: install it, or take credsStore and credHelpers out and log in again`,
  })
  if (exitCode !== 0) {
    if (notFound.test(stdout)) return undefined
    throw unusable(program, server, `it ended with ${exitCode}`)
  }
  return read(stdout, program, server)
}

function read(stdout: string, program: string, server: string): Credentials | undefined {
  let value: unknown
  try {
    value = JSON.parse(stdout)
  } catch {
    throw unusable(program, server, 'its answer is not JSON')
  }
  const parsed = answer.safeParse(value)
  if (!parsed.success) throw unusable(program, server, 'its answer has no Username and Secret')
  const { Username: username, Secret: secret } = parsed.data
  if (secret === '') return undefined
  return username === '<token>'
    ? { kind: 'identity-token', token: secret }
    : { kind: 'login', username, password: secret }
}

function unusable(program: string, server: string, why: string): IngotError {
  return new IngotError('tool-failed', `${program} gave no login for ${server}: ${why}`, {
    advice: `Try it by hand: echo ${server} | ${program} get`,
  })
}
