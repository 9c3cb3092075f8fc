import type { askHelper } from './credential-helper.js'
import { type Environment, type LoginEntry, type LoginFile, readLoginFiles } from './docker-config.js'

export type Credentials =
  | { readonly kind: 'login'; readonly username: string; readonly password: string }
  /** Exchanged for tokens at the token service, by OAuth2. */
  | { readonly kind: 'identity-token'; readonly token: string }
  /** Sent to the registry as it is. */
  | { readonly kind: 'registry-token'; readonly token: string }

const dockerHub = ['docker.io', 'index.docker.io', 'registry-1.docker.io']
const dockerHubKey = 'https://index.docker.io/v1/' // as docker login writes it, and as helpers know it

/**
 * The login for a repository: of each file what the credential helper for the host (or for all) has, then its `auths`, as
 * docker itself looks; the first that has one decides. Else, for GHCR inside a job on github.com, the job's own token. Hosts are compared
 * whole, ports included: a part of a name never matches. Below a host, the longest path that holds the repository wins.
 *
 * @param path the repository without its host, e.g. `acme/shop`
 * @throws IngotError `invalid-config`, and what a credential helper fails with; never with a word of a secret
 */
export async function readCredentials(
  host: string,
  path: string,
  env: Environment = process.env,
  signal?: AbortSignal,
): Promise<Credentials | undefined> {
  for (const file of await readLoginFiles(env)) {
    const found = await readFrom(file, host, path, env, signal)
    if (found !== undefined) return found
  }
  return jobToken(host, env)
}

async function readFrom(
  { file, auths, credHelpers, credsStore }: LoginFile,
  host: string,
  path: string,
  env: Environment,
  signal: AbortSignal | undefined,
): Promise<Credentials | undefined> {
  const hosts = namesOf(host)
  const server = hosts === dockerHub ? dockerHubKey : host
  const own = Object.entries(credHelpers ?? {}).find(([key]) => hosts.includes(hostOfKey(key)))?.[1]
  const helper = own || credsStore
  const kept = helper ? await ask(helper, server, file, env, signal) : undefined
  if (kept !== undefined) return kept
  for (const entry of entriesFor(auths ?? {}, hosts, path)) {
    const found = credentialsOf(entry)
    if (found !== undefined) return found
  }
  return undefined
}

/** Most have no helper, and do not pay for what runs one. */
async function ask(...call: Parameters<typeof askHelper>): Promise<Credentials | undefined> {
  const { askHelper } = await import('./credential-helper.js')
  return askHelper(...call)
}

/** The entries that hold the repository, the closest first: `quay.io/acme/shop`, `quay.io/acme`, `quay.io`. */
function entriesFor(auths: Readonly<Record<string, LoginEntry>>, hosts: readonly string[], path: string): LoginEntry[] {
  const wanted = hosts.flatMap((host) => prefixesOf(path).map((prefix) => (prefix === '' ? host : `${host}/${prefix}`)))
  const found = Object.entries(auths).filter(([key]) => wanted.includes(hostOfKey(key)))
  const depth = (key: string) => hostOfKey(key).split('/').length
  return found.sort(([a], [b]) => depth(b) - depth(a)).map(([, entry]) => entry)
}

function prefixesOf(path: string): string[] {
  const parts = path.split('/')
  return ['', ...parts.map((_, n) => parts.slice(0, n + 1).join('/'))]
}

function namesOf(host: string): readonly string[] {
  return dockerHub.includes(host) ? dockerHub : [host.toLowerCase()]
}

/** `https://index.docker.io/v1/`, `ghcr.io` and `quay.io/acme` are all ways to write what a login is for. */
function hostOfKey(key: string): string {
  const [host = '', ...rest] = key
    .replace(/^https?:\/\//, '')
    .split('/')
    .filter(Boolean)
  const isApi = rest.length === 1 && /^v[12]$/.test(rest[0] ?? '')
  return [host.toLowerCase(), ...(isApi ? [] : rest)].join('/')
}

function credentialsOf({
  auth,
  username,
  password,
  identitytoken,
  registrytoken,
}: LoginEntry): Credentials | undefined {
  if (registrytoken) return { kind: 'registry-token', token: registrytoken }
  if (identitytoken) return { kind: 'identity-token', token: identitytoken }
  const plain = auth ? Buffer.from(auth, 'base64').toString('utf8') : `${username ?? ''}:${password ?? ''}`
  const colon = plain.indexOf(':')
  if (colon <= 0) return undefined
  return { kind: 'login', username: plain.slice(0, colon), password: plain.slice(colon + 1).replace(/\0+$/, '') }
}

/** `GITHUB_TOKEN`, for the registry of the server that issued it and no other: a GitHub Enterprise Server's goes nowhere. */
function jobToken(host: string, env: Environment): Credentials | undefined {
  const { GITHUB_TOKEN: password, GITHUB_ACTOR: username, GITHUB_SERVER_URL: issuer } = env
  if (host !== 'ghcr.io' || issuer !== 'https://github.com' || !password) return undefined
  return { kind: 'login', username: username || 'x-access-token', password }
}
