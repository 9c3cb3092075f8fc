import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RegistryOptions } from './server.js'

type Auth = NonNullable<RegistryOptions['auth']>

/** Whether the request carries what the registry wants; answers 401 with a challenge when not. */
export function isAllowed(auth: Auth, request: IncomingMessage, response: ServerResponse): boolean {
  const { authorization = '' } = request.headers
  const isPush = request.method !== 'GET' && request.method !== 'HEAD'
  const repository = /^\/v2\/(.+)\/(?:blobs|manifests|tags|referrers)\//.exec(request.url ?? '')?.[1] ?? ''
  const scope = `repository:${repository}:${isPush ? 'pull,push' : 'pull'}`
  if (auth.scheme === 'basic' ? authorization === basic(auth) : grants(authorization, repository, isPush)) return true
  const challenge =
    auth.scheme === 'basic'
      ? 'Basic realm="fake"'
      : `Bearer realm="http://${request.headers.host}/token",service="fake",scope="${scope}"`
  response.writeHead(401, { 'www-authenticate': challenge, 'content-type': 'application/json' })
  response.end(JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] }))
  return false
}

/** Tokens say in clear what they grant: the scopes that were asked for. */
export function answerToken(auth: Auth, request: IncomingMessage, response: ServerResponse, url: URL): void {
  if (request.headers.authorization !== basic(auth)) {
    response.writeHead(401).end('{}')
    return
  }
  const token = Buffer.from(JSON.stringify(url.searchParams.getAll('scope'))).toString('base64url')
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ token }))
}

function grants(authorization: string, repository: string, isPush: boolean): boolean {
  if (!authorization.startsWith('Bearer ')) return false
  try {
    const scopes: string[] = JSON.parse(Buffer.from(authorization.slice(7), 'base64url').toString('utf8'))
    return scopes.some((scope) => {
      const [, name, actions = ''] = scope.split(':')
      return name === repository && actions.split(',').includes(isPush ? 'push' : 'pull')
    })
  } catch {
    return false
  }
}

function basic({ username, password }: Auth): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
