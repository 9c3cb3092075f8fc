import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBase, checkImage, checkUnpacked } from '../harness/check.js'
import { layerOf, putApplication, putBase } from '../harness/images.js'
import { emptyCache, ingot } from '../harness/ingot.js'
import { dockerIsThere, startDocker } from '../harness/servers.js'
import { find, need } from '../harness/tools.js'
import { trees, writeTree } from '../harness/trees.js'

const folders = [
  ['runtime', '/opt/runtime'],
  ['dependencies', '/app/node_modules'],
  ['source', '/app/src'],
]

/**
 * The everyday bake: an application in three layers is there, one source file is changed, and it is baked again to the
 * same tag. Each contender has a repository and caches of its own, which it keeps from run to run.
 */
async function bakers(place) {
  const { host } = place.hosts(0)
  const base = await putBase(host)
  const root = join(place.folder, 'app')
  for (const [name] of folders) await writeTree(join(root, name), trees[name]())
  const change = (run) => writeFile(join(root, 'source', trees.source()[7].path), `// ${run.id}\n`)
  const input = { place, host, base, root, change }
  const made = [
    await ours(input),
    await ours(input, true),
    crane(input),
    await prebuilt(input),
    await buildah(input),
    await docker(input),
  ]
  return made.filter((contender) => contender !== undefined)
}

const repositoryOf = (name) => `inc/${name}`

function checking({ place, host, base }, name, deep) {
  return async () => {
    const { config } = await checkImage(host, repositoryOf(name), '1')
    checkBase(config, base)
    const what = { host, repository: repositoryOf(name), reference: ':1', folder: place.folder }
    const [dependencies] = [trees.dependencies()]
    if (deep) await checkUnpacked({ ...what, prefix: 'app/node_modules', files: dependencies })
  }
}

/** `fresh` is a runner that remembers nothing: only the previous image can save it work. */
async function ours(input, fresh = false) {
  const { place, root, change } = input
  const name = fresh ? 'ingot-fresh' : 'ingot'
  let cache = await emptyCache(place.folder)
  const add = folders.flatMap(([from, to]) => ['--add', `${root}/${from}:${to}`])
  return {
    name: fresh ? 'ingot, nothing remembered' : 'ingot',
    before: async (run) => {
      await change(run)
      if (fresh) cache = await emptyCache(place.folder)
    },
    command: (run) =>
      ingot(['bake', '--base', `${run.host}/base:1`, ...add, '--output', `${run.host}/${repositoryOf(name)}:1`], {
        cache,
      }),
    check: checking(input, name, !fresh),
  }
}

/** All three layers each time: what `crane append` is given, it reads and compresses. */
function crane(input) {
  if (find('crane') === undefined) return
  const parts = folders.map(
    ([from, to]) => `tar -C "$1" --transform 's,^${from},${to.slice(1)},' -cf "$1/${from}.tar" ${from}`,
  )
  const layers = folders.map(([from]) => `--new_layer "$1/${from}.tar"`).join(' ')
  const script = `${parts.join('\n')}\n"$2" append --base "$3/base:1" ${layers} --new_tag "$3/${repositoryOf('crane')}:1"`
  return {
    name: 'crane',
    before: input.change,
    command: (run) => ({ file: 'sh', args: ['-ec', script, 'sh', input.root, need('crane'), run.host] }),
    check: checking(input, 'crane', false),
  }
}

/** What a careful user of crane does: an image with the other two layers is kept, and the source is appended to it. */
async function prebuilt(input) {
  if (find('crane') === undefined) return
  const [runtime, dependencies] = [trees.runtime(), trees.dependencies()].map((files, at) => {
    const [, to] = folders[at]
    return layerOf(
      files.map((file) => ({ ...file, path: `${to.slice(1)}/${file.path}` })),
      1,
    )
  })
  await putApplication(input.host, repositoryOf('prebuilt'), 'base', {
    base: input.base,
    layers: [runtime, dependencies],
  })
  const script = `tar -C "$1" --transform 's,^source,app/src,' -cf "$1/source.tar" source
    "$2" append --base "$3:base" --new_layer "$1/source.tar" --new_tag "$3:1"`
  return {
    name: 'crane, dependencies prebuilt',
    before: input.change,
    command: (run) => ({
      file: 'sh',
      args: ['-ec', script, 'sh', input.root, need('crane'), `${run.host}/${repositoryOf('prebuilt')}`],
    }),
    check: checking(input, 'prebuilt', false),
  }
}

function dockerfile({ base }) {
  return [`FROM ${base.name}`, ...folders.map(([from, to]) => `COPY ${from} ${to}`), ''].join('\n')
}

/** Its storage has the base, and with `--layers` what it built before. */
async function buildah(input) {
  if (find('buildah') === undefined) return
  const storage = join(input.place.folder, 'buildah')
  await mkdir(storage)
  const file = join(input.place.folder, 'Dockerfile')
  await writeFile(file, dockerfile(input))
  const target = `${input.host}/${repositoryOf('buildah')}:1`
  const script = `"$1" --root "$2/root" --runroot "$2/run" build --quiet --layers --tls-verify=false --file "$3" --tag "$4" "$5"
    "$1" --root "$2/root" --runroot "$2/run" push --quiet --tls-verify=false "$4"`
  return {
    name: 'buildah',
    before: input.change,
    command: () => ({
      ...{ file: 'sh', env: { ...process.env, BUILDAH_ISOLATION: 'chroot' } },
      args: ['-ec', script, 'sh', need('buildah'), storage, file, target, input.root],
    }),
    check: checking(input, 'buildah', false),
    counted: false,
  }
}

/** The engine has the base, and what it built before. */
async function docker(input) {
  if (!dockerIsThere()) return
  const engine = await input.place.open(startDocker(input.place.folder))
  const file = join(input.place.folder, 'Dockerfile.docker')
  await writeFile(file, dockerfile(input))
  const target = `${input.host}/${repositoryOf('docker')}:1`
  const script = `"$1" build --quiet --file "$2" --tag "$3" "$4" && "$1" push --quiet "$3"`
  return {
    name: `docker (classic, ${engine.driver})`,
    before: input.change,
    command: () => ({
      ...{ file: 'sh', env: engine.env },
      args: ['-ec', script, 'sh', need('docker'), file, target, input.root],
    }),
    check: checking(input, 'docker', false),
    daemons: () => [engine.pid],
    counted: false,
  }
}

export default {
  name: 'bake-inc',
  title: 'Bake again after one source file of a 230 MB application in three layers was changed',
  latencies: [0],
  goals: [{ seconds: 0.15 }, { count: 'sent', max: 1024 }],
  notes: ['The source layer is 2 MB; compressed it is all that may be sent.'],
  contenders: bakers,
}
