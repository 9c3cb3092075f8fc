import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json, refuse } from './answers.js'
import type { AuthOptions } from './options.js'

interface Grant {
  /** `repository:acme/shop:pull,push` */
  readonly scopes: readonly string[]
  /** Milliseconds since 1970. */
  readonly expires: number
}

/** Who may do what, and the token service at /token. @see https://distribution.github.io/distribution/spec/auth/token/ */
export class Guard {
  readonly #auth: AuthOptions
  readonly #grants = new Map<string, Grant>()
  readonly #refreshTokens = new Set<string>()

  constructor(auth: AuthOptions) {
    this.#auth = auth
    if (auth.identityToken !== undefined) this.#refreshTokens.add(auth.identityToken)
  }

  /** Whether the request carries what the registry wants; answers 401 with a challenge when not. */
  allows(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    const { authorization = '' } = request.headers
    const needed = scopesOf(request.method ?? '', url)
    const isReading = needed.every((scope) => scope.endsWith(':pull'))
    if (this.#auth.scheme === 'basic') {
      if (authorization === this.#basic()) {
        if (isReading || this.#auth.mayPush !== false) return true
        request.resume()
        refuse(response, 403, 'DENIED')
        return false
      }
      if (this.#auth.anonymousPull && isReading && authorization === '' && url.pathname !== '/v2/') return true
    }
    const refusal = this.#auth.scheme === 'basic' ? '' : this.#refusalOf(authorization, needed)
    if (refusal === undefined) return true
    const scope = needed.length === 0 ? '' : `,scope="${needed.join(' ')}"`
    const bearer = `Bearer realm="http://${request.headers.host}/token",service="fake"${scope}${refusal}`
    const challenge = this.#auth.scheme === 'basic' ? 'Basic realm="fake"' : bearer
    const headers = { 'www-authenticate': challenge }
    request.resume()
    refuse(response, 401, 'UNAUTHORIZED', { message: 'authentication required', headers })
    return false
  }

  /** Why a token does not serve, as the challenge says it; undefined when it does. */
  #refusalOf(authorization: string, needed: readonly string[]): string | undefined {
    if (authorization === '') return ''
    const grant = this.#grants.get(authorization.replace(/^Bearer /, ''))
    if (grant === undefined || grant.expires <= Date.now()) return ',error="invalid_token"'
    return needed.every((scope) => covers(grant.scopes, scope)) ? undefined : ',error="insufficient_scope"'
  }

  /** GET with Basic, or the OAuth2 POST with a password or a refresh token. */
  async answerToken(request: IncomingMessage, response: ServerResponse, url: URL): Promise<ServerResponse> {
    if (request.method === 'POST' && this.#auth.post !== false) return this.#answerPost(request, response)
    if (request.method !== 'GET') return response.writeHead(404).end()
    const { authorization } = request.headers
    const isUser = authorization === this.#basic()
    if (!isUser && (authorization !== undefined || !this.#auth.anonymousPull)) return response.writeHead(401).end('{}')
    const scopes = url.searchParams.getAll('scope').flatMap((scope) => scope.split(' '))
    const offline = url.searchParams.get('offline_token') === 'true' && isUser
    const { token, seconds } = this.#grant(scopes, isUser)
    const refresh = offline ? { refresh_token: this.#newRefreshToken() } : {}
    return json(response, 200, { token, access_token: token, expires_in: seconds, ...refresh })
  }

  async #answerPost(request: IncomingMessage, response: ServerResponse): Promise<ServerResponse> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
    const isUser =
      form.get('grant_type') === 'refresh_token'
        ? this.#refreshTokens.has(form.get('refresh_token') ?? '')
        : form.get('username') === this.#auth.username && form.get('password') === this.#auth.password
    if (form.get('service') === null || form.get('client_id') === null) {
      return json(response, 400, { error: 'invalid_request' })
    }
    if (!isUser) return json(response, 401, { error: 'invalid_grant' })
    const scopes = (form.get('scope') ?? '').split(' ').filter(Boolean)
    const { token, seconds } = this.#grant(scopes, true)
    const given = form.get('refresh_token')
    const refresh = form.get('access_type') === 'offline' ? this.#newRefreshToken() : given
    const more = { expires_in: seconds, scope: scopes.join(' '), ...(refresh && { refresh_token: refresh }) }
    return json(response, 200, { access_token: token, token_type: 'Bearer', ...more })
  }

  #grant(asked: readonly string[], isUser: boolean): { token: string; seconds: number } {
    const mayPush = isUser && this.#auth.mayPush !== false
    const scopes = asked.map((scope) => (mayPush ? scope : scope.replace(/:[^:]*$/, ':pull')))
    const token = randomUUID()
    const seconds = this.#auth.tokenSeconds ?? 300
    this.#grants.set(token, { scopes, expires: Date.now() + seconds * 1000 })
    return { token, seconds }
  }

  #newRefreshToken(): string {
    const token = `refresh-${randomUUID()}`
    this.#refreshTokens.add(token)
    return token
  }

  #basic(): string {
    return `Basic ${Buffer.from(`${this.#auth.username}:${this.#auth.password}`).toString('base64')}`
  }
}

/** What a request needs: its own repository, and the one that a mount takes from. */
function scopesOf(method: string, url: URL): string[] {
  if (url.pathname === '/v2/_catalog') return ['registry:catalog:*']
  const path = /^\/v2\/(.+)\/(?:blobs|manifests|tags|referrers)\//.exec(url.pathname)?.[1]
  if (path === undefined) return []
  const isReading = method === 'GET' || method === 'HEAD'
  const actions = isReading ? 'pull' : method === 'DELETE' ? 'delete' : 'pull,push'
  const from = url.searchParams.get('from')
  const other = from !== null && from !== path && method === 'POST' ? [`repository:${from}:pull`] : []
  return [`repository:${path}:${actions}`, ...other]
}

function covers(granted: readonly string[], needed: string): boolean {
  const [, name, actions = ''] = partsOf(needed)
  return actions.split(',').every((action) =>
    granted.some((scope) => {
      const [, grantedName, grantedActions = ''] = partsOf(scope)
      return grantedName === name && (grantedActions === '*' || grantedActions.split(',').includes(action))
    }),
  )
}

/** Type, name and actions; a name may hold colons. */
function partsOf(scope: string): string[] {
  return /^([^:]*):(.*):([^:]*)$/.exec(scope)?.slice(1) ?? []
}
