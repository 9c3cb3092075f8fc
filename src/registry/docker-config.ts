import { homedir } from 'node:os'
import { join } from 'node:path'
import { IngotError } from '../errors.js'
import * as z from '../oci/schema.js'
import { readBounded } from './files.js'

export type Environment = Readonly<Record<string, string | undefined>>

const entry = z.looseObject({
  auth: z.nullish(z.string()),
  username: z.nullish(z.string()),
  password: z.nullish(z.string()),
  identitytoken: z.nullish(z.string()),
  registrytoken: z.nullish(z.string()),
})
const config = z.looseObject({
  auths: z.nullish(z.record(z.string(), entry)),
  credHelpers: z.nullish(z.record(z.string(), z.string())),
  credsStore: z.nullish(z.string()),
})

export type LoginEntry = z.infer<typeof entry>
/** A config.json of docker, or an auth.json of Podman. */
export type LoginFile = z.infer<typeof config> & { readonly file: string }

/**
 * What holds logins, in the order in which it is asked: the text of `DOCKER_AUTH_CONFIG`, the file that `REGISTRY_AUTH_FILE`
 * names, docker's, Podman's.
 *
 * @throws IngotError `invalid-config`, without a word of the file's content
 * @see https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties
 * @see https://github.com/containers/image/blob/v5.36.0/docs/containers-auth.json.5.md
 */
export async function readLoginFiles(env: Environment): Promise<LoginFile[]> {
  const home = env.HOME || homedir()
  const names = [
    env.REGISTRY_AUTH_FILE,
    join(env.DOCKER_CONFIG || join(home, '.docker'), 'config.json'),
    env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, 'containers', 'auth.json'),
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'containers', 'auth.json'),
  ]
  const files: LoginFile[] = []
  const text = env.DOCKER_AUTH_CONFIG
  if (text) files.push({ ...parse(Buffer.from(text), 'DOCKER_AUTH_CONFIG'), file: 'DOCKER_AUTH_CONFIG' })
  for (const name of names) {
    const bytes = name ? await readBounded(name, 1024 * 1024) : undefined
    if (name && bytes !== undefined) files.push({ ...parse(bytes, name), file: name })
  }
  return files
}

function parse(bytes: Buffer, file: string): z.infer<typeof config> {
  const advice = 'Write it again with docker login, or name another folder in DOCKER_CONFIG'
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new IngotError('invalid-config', `Cannot read registry credentials from ${file}: it is not JSON`, { advice })
  }
  const parsed = config.safeParse(value)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path[0] ?? 'the document'
  const message = `Cannot read registry credentials from ${file}: ${String(at)} has the wrong shape`
  throw new IngotError('invalid-config', message, { advice })
}
