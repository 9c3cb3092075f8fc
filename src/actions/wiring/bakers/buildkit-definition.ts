import type { BakeTarget, BuildDefinition } from '../../../bake/buildkit/index.js'
import type { Config } from '../../../config/index.js'
import { IngotError } from '../../../errors.js'
import type { Job } from '../../../runner/job.js'
import { givenOr } from '../required-input.js'
import type { GivenBake } from './request.js'

type Configured = Extract<NonNullable<Config['bake']>, { engine: 'buildkit' }> & { readonly config: Config | undefined }

/** What is given, over what `ingot.yml` says, over what a bake file says; maps are merged key by key, lists replaced. */
export async function defineBuild(given: GivenBake, configured: Configured | undefined, job: Job) {
  const { parsePairs } = await import('../../../bake/index.js')
  const { mayWriteCache, normalPlatform, readDockerfile, refuseSecretArguments } = await import(
    '../../../bake/buildkit/index.js'
  )
  const { formatPlatform, hostPlatform, parsePlatform } = await import('../../../image/index.js')
  const { identityPairs } = await import('../identity.js')

  const target = await startingPoint(given, configured, job)
  const dockerfile =
    'text' in target.dockerfile
      ? { name: 'Dockerfile', text: target.dockerfile.text }
      : await readDockerfile(target.dockerfile.file)
  const buildArguments = {
    ...target.arguments,
    ...configured?.['build-args'],
    ...parsePairs(given['build-arg'], 'build argument'),
  }
  refuseSecretArguments(Object.keys(buildArguments))
  const platforms = listed(given.platforms, configured?.platforms, target.platforms)
    .flatMap((entry) => entry.split(','))
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => normalPlatform(formatPlatform(parsePlatform(entry))))
  const cacheTo = listed(given['cache-to'], configured?.['cache-to'], target.cacheTo)
  if (cacheTo.length > 0 && !mayWriteCache(job.env)) {
    job.log('No build cache is written: later builds would trust what a pull request has put there')
  }
  const definition: BuildDefinition = {
    context: target.context,
    dockerfile,
    target: given.target ?? configured?.target ?? target.target,
    arguments: buildArguments,
    contexts: new Map([...target.contexts, ...(await contextsOf(given, configured))]),
    labels: {
      ...(await identityPairs(given)),
      ...target.labels,
      ...configured?.labels,
      ...parsePairs(given.label, 'label'),
    },
    platforms: [...new Set(platforms.length > 0 ? platforms : [hostPlatform()])],
    secrets: await secretsOf(given, configured, target),
    ssh: listed(given.ssh, configured?.ssh, target.ssh),
    cacheFrom: listed(given['cache-from'], configured?.['cache-from'], target.cacheFrom),
    cacheTo: mayWriteCache(job.env) ? cacheTo : [],
    noCache: given['no-cache'] || (configured?.['no-cache'] ?? false) || target.noCache,
    network: given.network ?? configured?.network ?? target.network,
  }
  await checkCaches(definition, job)
  return definition
}

/** The bake file's target, or a Dockerfile in a context and nothing else. */
async function startingPoint(given: GivenBake, configured: Configured | undefined, job: Job): Promise<BakeTarget> {
  const { basename, dirname, join, resolve } = await import('node:path')
  const buildkit = await import('../../../bake/buildkit/index.js')
  const bakeFile = given['bake-file'] ?? configured?.['bake-file']
  if (bakeFile === undefined) {
    const context = await buildkit.checkContext(given.context ?? configured?.context ?? '.', process.cwd())
    const file = resolve(given.file ?? configured?.file ?? join(context, 'Dockerfile'))
    const none = { arguments: {}, contexts: new Map(), labels: {}, platforms: [], secrets: [], ssh: [] }
    return { ...none, context, dockerfile: { file }, cacheFrom: [], cacheTo: [], noCache: false }
  }
  if (given.file !== undefined || given.context !== undefined) {
    throw new IngotError('invalid-input', 'A bake file is given, and a Dockerfile or context of its own beside it', {
      advice: 'Say in the bake file where they are, or leave bake-file out',
    })
  }
  const env = buildkit.toolEnvironment(job.env)
  await buildkit.checkBuildx(env, job.signal)
  const [directory, name] = [
    dirname(resolve(bakeFile)),
    given['bake-target'] ?? configured?.['bake-target'] ?? 'default',
  ]
  const bake = { file: basename(bakeFile), directory, target: name }
  const target = buildkit.parseBakeTarget(await buildkit.printBakeFile(bake, env, job.signal), name, directory)
  return { ...target, context: await buildkit.checkContext(target.context, directory) }
}

async function contextsOf(given: GivenBake, configured: Configured | undefined) {
  const { parsePairs } = await import('../../../bake/index.js')
  const { parseContext } = await import('../../../bake/buildkit/index.js')
  const named = (pairs: Readonly<Record<string, string>>, directory: string) =>
    Object.entries(pairs).map(([name, source]) => parseContext(name, source, directory))
  const written = named(configured?.['build-contexts'] ?? {}, await folderOf(configured))
  return [...written, ...named(parsePairs(given['build-context'], 'build context'), process.cwd())]
}

async function secretsOf(given: GivenBake, configured: Configured | undefined, target: BakeTarget) {
  const { resolve } = await import('node:path')
  const { parseSecret } = await import('../../../bake/buildkit/index.js')
  const read = (texts: readonly string[], directory: string) =>
    texts.map(parseSecret).map((one) => (one.from === 'file' ? { ...one, path: resolve(directory, one.path) } : one))
  if (given.secret.length > 0) return read(given.secret, process.cwd())
  const written = read(configured?.secrets ?? [], await folderOf(configured))
  return written.length > 0 ? written : target.secrets
}

/** Paths in `ingot.yml` are relative to it. */
async function folderOf(configured: Configured | undefined): Promise<string> {
  const { dirname, resolve } = await import('node:path')
  return configured?.config === undefined ? process.cwd() : dirname(resolve(configured.config.file))
}

async function checkCaches({ cacheFrom, cacheTo }: BuildDefinition, job: Job): Promise<void> {
  const { cacheKind } = await import('../../../bake/buildkit/index.js')
  for (const setting of [...cacheFrom, ...cacheTo]) cacheKind(setting)
  const shared = cacheFrom.filter((setting) => cacheKind(setting) !== 'local')
  if (shared.length > 0) {
    job.log(`The build reads a shared cache (${shared.join('; ')}): whoever may write to it can change the image`)
  }
}

function listed(given: readonly string[], configured: readonly string[] | undefined, target: readonly string[]) {
  return givenOr(givenOr(given, configured), target)
}
