import { IngotError } from '../errors.js'
import type { HttpClient } from '../http/index.js'
import { redactUrl } from '../http/index.js'
import { type Challenge, parseChallenges } from './challenge.js'
import type { Credentials } from './credentials.js'
import { covers, readScopes, type Scope, widen } from './scopes.js'
import { askToken, basicHeader, type TokenService } from './token-service.js'

const marginMilliseconds = 10_000 // a token that ends while its request is on the way would be refused

/** What a registry asks for, learnt from its first challenge: later repositories are not refused first. */
export interface Learnt {
  scheme?: 'basic' | TokenService
}

export interface AuthorizerOptions {
  /** `scheme://host[:port]` of the registry. */
  readonly origin: string
  readonly credentials: (signal?: AbortSignal) => Promise<Credentials | undefined>
  /** Whether a token may be asked for at an address: https, or plain HTTP where that is allowed. */
  readonly mayAsk: (url: URL) => boolean
  /** Shared by all repositories of the registry. */
  readonly learnt: Learnt
}

interface Grant {
  readonly scopes: readonly Scope[]
  readonly header: Promise<string>
  /** In milliseconds of `Date.now()`; infinite while it is being asked for, and for what does not expire. */
  until: number
}

export interface Asking {
  readonly scopes: readonly Scope[]
  readonly http: HttpClient
  readonly signal?: AbortSignal | undefined
}

/**
 * Answers a registry's challenges for one repository: Basic from credentials, Bearer by asking the token service that
 * the challenge names. Tokens are kept until shortly before they expire, or the registry refuses them; one that was
 * asked for more serves for less.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export class Authorizer {
  readonly #options: AuthorizerOptions
  #grants: Grant[] = []
  #credentials: Promise<Credentials | undefined> | undefined

  constructor(options: AuthorizerOptions) {
    this.#options = options
  }

  /** The Authorization header to send at once, if any: a known one, or a new one where the registry's ways are known. */
  async headerFor(asking: Asking): Promise<string | undefined> {
    const known = this.#known(asking.scopes)
    if (known !== undefined) return known
    const { scheme } = this.#options.learnt
    if (scheme === undefined) return undefined
    // What cannot be had now is left to the challenge, whose failure is the one to report.
    return this.#obtain(scheme, asking, undefined).catch(() => {
      asking.signal?.throwIfAborted()
      return undefined
    })
  }

  /**
   * A new header after a refusal, or undefined when the challenge cannot be answered. Requests that are refused at the
   * same time share one answer.
   *
   * @param refused the header that was refused
   */
  async answer(
    challenge: string | undefined,
    asking: Asking,
    refused: string | undefined,
  ): Promise<string | undefined> {
    const known = await this.#known(asking.scopes)
    if (known !== undefined && known !== refused) return known
    if (known !== undefined) this.#grants = this.#grants.filter(({ scopes }) => !covers(scopes, asking.scopes))
    const challenges = parseChallenges(challenge ?? '')
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')
    const scheme = bearer ? this.#serviceOf(bearer) : challenges.length > 0 ? 'basic' : undefined
    if (scheme === undefined) return undefined
    this.#options.learnt.scheme = scheme
    const scopes = widen(asking.scopes, readScopes(bearer?.parameters.scope ?? ''))
    return this.#obtain(scheme, { ...asking, scopes }, refused)
  }

  /** Whether any credentials are stored for this repository: decides what advice is given. */
  async hasCredentials(): Promise<boolean> {
    return (await this.#readCredentials()) !== undefined
  }

  #known(scopes: readonly Scope[]): Promise<string> | undefined {
    const now = Date.now()
    this.#grants = this.#grants.filter(({ until }) => until > now)
    return this.#grants.find((grant) => covers(grant.scopes, scopes))?.header
  }

  async #obtain(
    scheme: 'basic' | TokenService,
    asking: Asking,
    refused: string | undefined,
  ): Promise<string | undefined> {
    const credentials = await this.#readCredentials(asking.signal)
    const fixed = fixedHeader(scheme, credentials)
    if (fixed !== undefined || scheme === 'basic') {
      if (fixed === refused) {
        this.#credentials = undefined // read again next time: somebody may log in meanwhile
        return undefined
      }
      return fixed
    }
    // Somebody else may have asked while the credentials were read.
    const known = this.#known(asking.scopes)
    if (known !== undefined && (await known) !== refused) return known
    return this.#ask(scheme, asking, credentials)
  }

  #ask(service: TokenService, { scopes, http, signal }: Asking, credentials: Credentials | undefined): Promise<string> {
    const { host } = new URL(this.#options.origin)
    const asking = askToken(service, { host, scopes, credentials, http, ...(signal && { signal }) })
    const grant: Grant = {
      scopes,
      header: asking.then(({ text, seconds }) => {
        const milliseconds = seconds * 1000
        grant.until = Date.now() + Math.max(milliseconds - marginMilliseconds, milliseconds / 2)
        return `Bearer ${text}`
      }),
      until: Number.POSITIVE_INFINITY,
    }
    this.#grants.push(grant)
    grant.header.catch(() => {
      this.#grants = this.#grants.filter((other) => other !== grant)
      this.#credentials = undefined
    })
    return grant.header
  }

  #readCredentials(signal?: AbortSignal): Promise<Credentials | undefined> {
    if (this.#credentials === undefined) {
      const reading = this.#options.credentials(signal)
      this.#credentials = reading
      reading.catch(() => {
        if (this.#credentials === reading) this.#credentials = undefined
      })
    }
    return this.#credentials
  }

  #serviceOf({ parameters }: Challenge): TokenService {
    const { realm: text = '', service } = parameters
    const realm = URL.canParse(text) ? new URL(text) : undefined
    if (realm === undefined || !this.#options.mayAsk(realm)) {
      const where = realm ? redactUrl(realm) : 'no address'
      const message = `${this.#options.origin} sends to ${where} for a token, which is not safe to ask`
      throw new IngotError('unauthorized', message, {
        advice: 'A token service is asked over https only, unless the registry itself is allowed to speak plain HTTP',
      })
    }
    realm.username = ''
    realm.password = ''
    realm.hash = ''
    return { realm, service: service || undefined }
  }
}

/** What is sent as it is, without a token service. */
function fixedHeader(scheme: 'basic' | TokenService, credentials: Credentials | undefined): string | undefined {
  if (credentials?.kind === 'registry-token') return `Bearer ${credentials.token}`
  return scheme === 'basic' && credentials?.kind === 'login' ? basicHeader(credentials) : undefined
}
