import { IngotError } from '../errors.js'
import { type HttpClient, type HttpRequest, redactText, redactUrl } from '../http/index.js'
import * as z from '../oci/schema.js'
import type { Credentials } from './credentials.js'
import type { Scope } from './scopes.js'

const maximumTokenBytes = 1024 * 1024 // 1 MiB
const defaultSeconds = 60 // what the specification says of an answer without `expires_in`

const tokenAnswer = z.looseObject({
  token: z.optional(z.string()),
  access_token: z.optional(z.string()),
  expires_in: z.nullish(z.number().check(z.nonnegative())),
})
const errorAnswer = z.looseObject({
  details: z.optional(z.string()),
  errors: z.optional(z.array(z.looseObject({ code: z.optional(z.string()), message: z.optional(z.string()) }))),
})

/** Where a challenge sends to. */
export interface TokenService {
  readonly realm: URL
  readonly service: string | undefined
}

export interface Token {
  readonly text: string
  /** How long it may be used, in seconds from now. */
  readonly seconds: number
}

export interface TokenRequest {
  /** The registry that sends here, for advice. */
  readonly host: string
  readonly scopes: readonly Scope[]
  readonly credentials: Credentials | undefined
  readonly http: HttpClient
  readonly signal?: AbortSignal
}

/**
 * Asks for a token: with an identity token by OAuth2 (POST), else by GET, with the login when there is one.
 *
 * @throws IngotError `unauthorized`; `unreachable` when the service is overloaded or down
 * @see https://distribution.github.io/distribution/spec/auth/token/
 * @see https://distribution.github.io/distribution/spec/auth/oauth/
 */
export async function askToken(from: TokenService, ask: TokenRequest): Promise<Token> {
  const { credentials, http, signal } = ask
  const identity = credentials?.kind === 'identity-token' ? credentials.token : undefined
  const request = identity === undefined ? byGet(from, ask) : byPost(from, ask.scopes, identity)
  const { status, bytes } = await http.exchange({ ...request, ...(signal && { signal }) }, async (answer) => ({
    status: answer.status,
    bytes: await answer.bytes(maximumTokenBytes),
  }))
  if (status !== 200) throw refusal(status, bytes, from.realm, ask)
  return readToken(bytes, from.realm)
}

function byGet({ realm, service }: TokenService, { scopes, credentials }: TokenRequest): HttpRequest {
  const url = new URL(realm)
  if (service !== undefined) url.searchParams.set('service', service)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  const headers = credentials?.kind === 'login' && { authorization: basicHeader(credentials) }
  return { method: 'GET', url, ...(headers && { headers }) }
}

function byPost({ realm, service }: TokenService, scopes: readonly Scope[], identity: string): HttpRequest {
  const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'ingot', refresh_token: identity })
  if (service !== undefined) form.set('service', service)
  form.set('scope', scopes.join(' '))
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = Buffer.from(form.toString())
  // The body is a secret: it goes to the realm and nowhere else.
  return { method: 'POST', url: realm, headers, body, idempotent: true, redirect: 'refuse' }
}

export function basicHeader({ username, password }: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function readToken(bytes: Buffer, realm: URL): Token {
  try {
    const { token, access_token, expires_in } = tokenAnswer.parse(JSON.parse(bytes.toString('utf8')))
    const text = token || access_token
    if (text && /^[\x21-\x7e]+$/.test(text)) return { text, seconds: expires_in ?? defaultSeconds }
  } catch {
    // Said below, without the answer: it may hold a secret.
  }
  throw new IngotError('unauthorized', `The token service ${redactUrl(realm)} gave no token`)
}

function refusal(status: number, bytes: Buffer, realm: URL, { host, credentials }: TokenRequest): IngotError {
  const message = `The token service ${redactUrl(realm)} answered ${status}${said(bytes)}`
  if (status === 429 || status >= 500) {
    return new IngotError('unreachable', message, { advice: 'Try again later: this is no verdict on your login' })
  }
  const advice =
    credentials === undefined
      ? `Log in with docker login ${host}`
      : `The stored login for ${host} was refused: log in again with docker login ${host}, and check that it may do this`
  return new IngotError('unauthorized', message, { advice })
}

function said(bytes: Buffer): string {
  try {
    const { details, errors } = errorAnswer.parse(JSON.parse(bytes.toString('utf8')))
    const text = errors?.map(({ code, message }) => [code, message].filter(Boolean).join(': ')).join('; ') ?? details
    return text ? ` (${redactText(text)})` : ''
  } catch {
    return ''
  }
}
