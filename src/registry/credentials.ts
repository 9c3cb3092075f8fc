import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { IngotError } from '../errors.js'
import { readBounded } from './files.js'

export interface Credentials {
  readonly username: string
  readonly password: string
}

const entry = z.looseObject({
  auth: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
})
const dockerConfig = z.looseObject({ auths: z.record(z.string(), entry).optional() })

const dockerHub = ['docker.io', 'index.docker.io', 'registry-1.docker.io']

/**
 * What `docker login` stored for a host (`auths` of config.json in `DOCKER_CONFIG` or ~/.docker); else, for GHCR inside a
 * job on github.com, the job's own token. Hosts are compared whole, ports included: a part of a name never matches.
 *
 * @throws IngotError `invalid-config`, without a word of the file's content
 * @see https://docs.docker.com/reference/cli/docker/login/
 */
export async function readCredentials(
  host: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Credentials | undefined> {
  const file = join(env.DOCKER_CONFIG || join(homedir(), '.docker'), 'config.json')
  const bytes = await readBounded(file, 1024 * 1024)
  const auths = bytes === undefined ? {} : (parseConfig(bytes, file).auths ?? {})
  const wanted = dockerHub.includes(host) ? dockerHub : [host]
  for (const [key, value] of Object.entries(auths)) {
    const found = wanted.includes(hostOfKey(key)) ? credentialsOf(value) : undefined
    if (found !== undefined) return found
  }
  return jobToken(host, env)
}

/** `GITHUB_TOKEN`, for the registry of the server that issued it and no other: a GitHub Enterprise Server's goes nowhere. */
function jobToken(host: string, env: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const { GITHUB_TOKEN: password, GITHUB_ACTOR: username, GITHUB_SERVER_URL: issuer } = env
  if (host !== 'ghcr.io' || issuer !== 'https://github.com' || !password) return undefined
  return { username: username || 'x-access-token', password }
}

/** `https://index.docker.io/v1/` and `ghcr.io` are both ways to write a host. */
function hostOfKey(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '')
}

function credentialsOf({ auth, username, password }: z.infer<typeof entry>): Credentials | undefined {
  const plain = auth ? Buffer.from(auth, 'base64').toString('utf8') : `${username ?? ''}:${password ?? ''}`
  const colon = plain.indexOf(':')
  if (colon <= 0) return undefined
  return { username: plain.slice(0, colon), password: plain.slice(colon + 1).replace(/\0+$/, '') }
}

function parseConfig(bytes: Buffer, file: string): z.infer<typeof dockerConfig> {
  const advice = 'Write it again with docker login, or name another folder in DOCKER_CONFIG'
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new IngotError('invalid-config', `Cannot read registry credentials from ${file}: it is not JSON`, { advice })
  }
  const parsed = dockerConfig.safeParse(value)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path[0] ?? 'the document'
  const message = `Cannot read registry credentials from ${file}: ${String(at)} has the wrong shape`
  throw new IngotError('invalid-config', message, { advice })
}
