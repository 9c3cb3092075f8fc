import { IngotError } from '../../errors.js'
import type { Credentials } from '../location.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The token for a ledger's URL: the one given; else `GITHUB_TOKEN`, but only for the GitHub server that issued it
 * (`GITHUB_SERVER_URL`), never for another host. Anything else is left to git's own credential helpers.
 *
 * @throws IngotError `invalid-input` when a given token would travel unencrypted
 */
export function tokenFor(url: string, given: string | undefined, env: Environment): string | undefined {
  if (!/^https?:/i.test(url)) return undefined
  const { origin, protocol, hostname } = new URL(url)
  if (given !== undefined && given !== '') {
    if (protocol === 'https:' || isLoopback(hostname)) return given
    throw new IngotError('invalid-input', `Refused to send a token to ${origin} without encryption`, {
      advice: 'Write the URL of the ledger with https://',
    })
  }
  const issuer = env.GITHUB_SERVER_URL || 'https://github.com'
  const isIssuer = URL.canParse(issuer) && new URL(issuer).origin === origin
  return isIssuer && protocol === 'https:' ? env.GITHUB_TOKEN || undefined : undefined
}

export interface Authorization {
  /** git's settings as environment variables: nothing of this is visible in a list of processes. */
  readonly env: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
}

/**
 * A basic authorization header for this one server, appended to the settings that the environment already carries.
 *
 * @see https://git-scm.com/docs/git-config/2.39.0#Documentation/git-config.txt-GITCONFIGCOUNT
 */
export function authorize(url: string, credentials: Credentials | undefined, env: Environment): Authorization {
  if (credentials === undefined) return { env: {}, secrets: [] }
  const { user, password } = credentials
  const encoded = Buffer.from(`${user}:${password}`).toString('base64')
  const count = Number(env.GIT_CONFIG_COUNT ?? 0) || 0
  return {
    env: {
      GIT_CONFIG_COUNT: String(count + 1),
      [`GIT_CONFIG_KEY_${count}`]: `http.${new URL(url).origin}/.extraheader`,
      [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${encoded}`,
    },
    secrets: [encoded, password, encodeURIComponent(password)],
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
}
