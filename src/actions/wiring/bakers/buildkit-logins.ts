import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reference } from '../../../oci/reference.js'
import type { Job } from '../../../runner/job.js'

type Environment = Job['env']
type Login = { auth: string } | { identitytoken: string } | { registrytoken: string }

/**
 * Runs `work` in an environment in which docker has the logins that this process would use: those of the job's token or of
 * Podman, that docker does not know of, stand in a configuration of their own, which is gone afterwards.
 */
export async function withLogins<T>(
  references: readonly Reference[],
  env: Environment,
  work: (env: Environment) => Promise<T>,
): Promise<T> {
  const logins = await missingLogins(references, env)
  if (logins.size === 0) return work(env)
  const directory = await mkdtemp(join(tmpdir(), 'ingot-docker-'))
  try {
    await writeConfig(directory, env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker'), logins)
    return await work({ ...env, DOCKER_CONFIG: directory })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** What is known here and not to docker, as docker names it. */
async function missingLogins(references: readonly Reference[], env: Environment): Promise<Map<string, Login>> {
  const { readCredentials } = await import('../../../registry/index.js')
  const { PATH, HOME, DOCKER_CONFIG } = env
  const missing = new Map<string, Login>()
  for (const reference of references) {
    if (reference.kind === 'layout' || missing.has(keyOf(reference.host))) continue
    const { host, path } = reference
    // A helper that needs more of the environment than a build is given has nothing to say in the build.
    const own = { PATH, HOME, DOCKER_CONFIG, XDG_CONFIG_HOME: '/nowhere' }
    const known = await readCredentials(host, path, own).catch(() => undefined)
    if (known !== undefined) continue
    const found = await readCredentials(host, path, env)
    if (found === undefined) continue
    if (found.kind === 'identity-token') missing.set(keyOf(host), { identitytoken: found.token })
    else if (found.kind === 'registry-token') missing.set(keyOf(host), { registrytoken: found.token })
    else missing.set(keyOf(host), { auth: Buffer.from(`${found.username}:${found.password}`).toString('base64') })
  }
  return missing
}

/** As docker looks a login up: Docker Hub's has a name of its own. */
function keyOf(host: string): string {
  return host === 'docker.io' ? 'https://index.docker.io/v1/' : host
}

/** Docker's own configuration with the logins added; plugins, contexts and builders are linked. */
async function writeConfig(directory: string, own: string, logins: ReadonlyMap<string, Login>): Promise<void> {
  const entries = existsSync(own) ? await readdir(own) : []
  for (const entry of entries.filter((name) => name !== 'config.json')) {
    await symlink(join(own, entry), join(directory, entry))
  }
  const file = join(own, 'config.json')
  const config: Record<string, unknown> = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {}
  const keys = [...logins.keys()]
  const merged = {
    ...config,
    auths: { ...(config.auths as object | undefined), ...Object.fromEntries(logins) },
    // An empty name keeps a credential store for all hosts from being asked in place of this file.
    credHelpers: {
      ...(config.credHelpers as object | undefined),
      ...Object.fromEntries(keys.map((key) => [key, ''])),
    },
  }
  await writeFile(join(directory, 'config.json'), JSON.stringify(merged), { mode: 0o600 })
}
