import { z } from 'zod'
import { IngotError } from '../errors.js'
import type { HttpClient } from '../http/index.js'
import { redactUrl } from '../http/index.js'
import { type Challenge, parseChallenges } from './challenge.js'
import type { Credentials } from './credentials.js'

const maximumTokenBytes = 1024 * 1024
const tokenAnswer = z.looseObject({ token: z.string().optional(), access_token: z.string().optional() })

export interface AuthorizerOptions {
  readonly http: HttpClient
  /** `scheme://host[:port]` of the registry. */
  readonly origin: string
  readonly credentials: () => Promise<Credentials | undefined>
  /** Whether a token may be asked for at an address: https, or plain HTTP where that is allowed. */
  readonly mayAsk: (url: URL) => boolean
}

/**
 * Answers a registry's challenges: Basic from credentials, Bearer by asking the token service that the challenge names.
 * Tokens are kept for each scope until the registry refuses them.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export class Authorizer {
  readonly #options: AuthorizerOptions
  readonly #headers = new Map<string, Promise<string>>()
  #credentials: Promise<Credentials | undefined> | undefined

  constructor(options: AuthorizerOptions) {
    this.#options = options
  }

  /** The Authorization header known to serve these scopes, if any: who may push may pull. */
  async headerFor(scopes: readonly string[]): Promise<string | undefined> {
    const [first = '', ...more] = scopes
    const wider = more.length === 0 ? first.replace(/:pull$/, ':pull,push') : ''
    return this.#headers.get(keyOf(scopes)) ?? this.#headers.get(wider)
  }

  /**
   * A new header after a refusal, or undefined when the challenge cannot be answered. Requests that are refused at the
   * same time share one answer.
   *
   * @param refused the header that was refused
   */
  async answer(
    header: string | undefined,
    scopes: readonly string[],
    refused: string | undefined,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const known = await this.headerFor(scopes)
    if (known !== undefined && known !== refused) return known
    const challenges = parseChallenges(header ?? '')
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')
    if (bearer !== undefined) return this.#remember(scopes, () => this.#askToken(bearer, scopes, signal))
    const credentials = await this.#readCredentials()
    if (challenges.length === 0 || credentials === undefined) return undefined
    const basic = basicHeader(credentials)
    return basic === refused ? undefined : this.#remember(scopes, async () => basic)
  }

  /** Whether any credentials are stored for this registry: decides what advice is given. */
  async hasCredentials(): Promise<boolean> {
    return (await this.#readCredentials()) !== undefined
  }

  #readCredentials(): Promise<Credentials | undefined> {
    this.#credentials ??= this.#options.credentials()
    return this.#credentials
  }

  #remember(scopes: readonly string[], get: () => Promise<string>): Promise<string> {
    const key = keyOf(scopes)
    const getting = get()
    this.#headers.set(key, getting)
    getting.catch(() => this.#headers.delete(key))
    return getting
  }

  async #askToken({ parameters }: Challenge, scopes: readonly string[], signal?: AbortSignal): Promise<string> {
    const realm = parameters.realm ?? ''
    const url = URL.canParse(realm) ? new URL(realm) : undefined
    if (url === undefined || !this.#options.mayAsk(url)) {
      const where = url ? redactUrl(url) : 'no address'
      throw new IngotError(
        'unauthorized',
        `${this.#options.origin} sends to ${where} for a token, which is not safe to ask`,
      )
    }
    if (parameters.service) url.searchParams.set('service', parameters.service)
    for (const scope of scopes) url.searchParams.append('scope', scope)
    const credentials = await this.#readCredentials()
    const headers = credentials && { authorization: basicHeader(credentials) }
    const answer = await this.#options.http.send({
      method: 'GET',
      url,
      ...(headers && { headers }),
      ...(signal && { signal }),
    })
    const bytes = await answer.bytes(maximumTokenBytes)
    if (answer.status !== 200) {
      throw new IngotError('unauthorized', `The token service ${redactUrl(url)} answered ${answer.status}`, {
        advice: `Log in again with docker login ${new URL(this.#options.origin).host}`,
      })
    }
    return `Bearer ${readToken(bytes, url)}`
  }
}

function readToken(bytes: Buffer, url: URL): string {
  try {
    const { token, access_token } = tokenAnswer.parse(JSON.parse(bytes.toString('utf8')))
    const text = token ?? access_token
    if (text && /^[\x21-\x7e]+$/.test(text)) return text
  } catch {
    // Said below, without the answer: it may hold a secret.
  }
  throw new IngotError('unauthorized', `The token service ${redactUrl(url)} gave no token`)
}

function basicHeader({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function keyOf(scopes: readonly string[]): string {
  return scopes.join(' ')
}
