import { cacheKind } from './cache.js'
import type { BuildDefinition } from './definition.js'

type Environment = Readonly<Record<string, string | undefined>>

/** What docker and buildx need to find themselves, their builders and the credentials that `docker login` has kept. */
const own = [
  ...['PATH', 'HOME', 'USER', 'TMPDIR', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR'],
  ...['DOCKER_CONFIG', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'],
  ...['BUILDX_CONFIG', 'BUILDX_BUILDER', 'KUBECONFIG', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
  ...['SYSTEMROOT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'PROGRAMFILES'],
]
/** The token of the runner's cache goes to a build only when that cache is asked for. */
const ofCache = ['ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_SERVICE_V2']

/** The environment of buildx: nothing that is not named here, no token of the job among it. */
export function buildEnvironment(
  env: Environment,
  definition: Pick<BuildDefinition, 'secrets' | 'ssh' | 'cacheFrom' | 'cacheTo'>,
  chosen: { epochSeconds: number; sourcePolicy: string },
): Environment {
  const caches = [...definition.cacheFrom, ...definition.cacheTo].map(cacheKind)
  const names = [
    ...own,
    ...(definition.ssh.length > 0 ? ['SSH_AUTH_SOCK'] : []),
    ...(caches.includes('gha') ? ofCache : []),
    ...definition.secrets.flatMap((secret) => (secret.from === 'env' ? [secret.name] : [])),
  ]
  return {
    ...pick(env, names),
    SOURCE_DATE_EPOCH: String(chosen.epochSeconds),
    EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: chosen.sourcePolicy,
    // Attestations are asked for by argument, and read from where they are pushed to.
    BUILDX_METADATA_PROVENANCE: 'disabled',
    DOCKER_CLI_HINTS: 'false',
    NO_COLOR: '1',
  }
}

/** The environment of questions to buildx, which build nothing. */
export function toolEnvironment(env: Environment): Environment {
  return pick(env, own)
}

function pick(env: Environment, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, env[name]]))
}
