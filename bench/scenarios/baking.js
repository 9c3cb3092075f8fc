import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBase, checkImage, checkUnpacked } from '../harness/check.js'
import { putBase } from '../harness/images.js'
import { emptyCache, ingot } from '../harness/ingot.js'
import { timed } from '../harness/measure.js'
import { dockerIsThere, startDocker } from '../harness/servers.js'
import { find, need } from '../harness/tools.js'
import { writeTree } from '../harness/trees.js'

/**
 * One tree as `/app` on the base, pushed: the contenders of every bake scenario. A file in the tree says which run it
 * is, so that no run's layer is there already. Tools that take archives make theirs within the time that is measured,
 * since a user has a folder.
 *
 * @param {import('../harness/place.js').Place} place
 * @param {import('../harness/trees.js').File[]} files
 * @param {string[]} peers those to measure beside ours
 * @param {string} [name] of the tree, where a scenario has several
 */
export async function bakers(place, files, peers, name = 'tree') {
  const { host } = place.hosts(0)
  const base = await putBase(host)
  const root = join(place.folder, name)
  await writeTree(join(root, 'app'), files)
  const stamp = (run) => writeFile(join(root, 'app', 'stamp.txt'), `${run.repository}\n`)
  const check = async (run, deep) => {
    const { config } = await checkImage(host, run.repository, '1')
    checkBase(config, base)
    const what = { host, repository: run.repository, reference: ':1', prefix: 'app', files, folder: place.folder }
    if (deep) await checkUnpacked(what)
  }
  const input = { place, root, base, stamp, check: (run) => check(run, false) }
  const makers = {
    crane,
    'umoci + skopeo': umoci,
    buildah,
    'buildah, cold': coldBuildah,
    docker,
    'docker, cold': coldDocker,
  }
  const all = [ours({ ...input, check: (run) => check(run, true) })]
  for (const peer of peers) {
    const contender = await makers[peer](input)
    if (contender !== undefined) all.push(contender)
  }
  return all
}

const target = (run) => `${run.host}/${run.repository}:1`

function ours({ place, root, stamp, check }) {
  let cache
  return {
    name: 'ingot',
    before: async (run) => {
      await stamp(run)
      cache = await emptyCache(place.folder)
    },
    command: (run) =>
      ingot(['bake', '--base', `${run.host}/base:1`, '--add', `${root}/app:/app`, '--output', target(run)], { cache }),
    check,
  }
}

function crane({ root, stamp, check }) {
  if (find('crane') === undefined) return
  const script = `tar -C "$1" -cf "$1/layer.tar" app && "$2" append --base "$3/base:1" --new_layer "$1/layer.tar" --new_tag "$4"`
  return {
    name: 'crane',
    before: stamp,
    command: (run) => ({ file: 'sh', args: ['-ec', script, 'sh', root, need('crane'), run.host, target(run)] }),
    check,
  }
}

/** The base is in the layout already, as it would be on a machine that keeps one. */
async function umoci({ place, root, stamp, check }) {
  if (find('umoci') === undefined || find('skopeo') === undefined) return
  const fetched = new Set()
  const layout = (host) => join(place.folder, `umoci-${host.replace(':', '-')}`)
  const script = `tar -C "$1" -cf "$1/layer.tar" app
    umoci tag --image "$2:base" "$3"
    umoci raw add-layer --image "$2:$3" "$1/layer.tar"
    skopeo copy --quiet --dest-tls-verify=false "oci:$2:$3" "docker://$4"`
  return {
    name: 'umoci + skopeo',
    before: async (run) => {
      await stamp(run)
      if (fetched.has(run.host)) return
      fetched.add(run.host)
      const source = `docker://${run.host}/base:1`
      const args = ['copy', '--quiet', '--src-tls-verify=false', source, `oci:${layout(run.host)}:base`]
      await timed({ file: need('skopeo'), args })
    },
    command: (run) => ({ file: 'sh', args: ['-ec', script, 'sh', root, layout(run.host), run.id, target(run)] }),
    check,
  }
}

/** Its storage has the base, unless it is cold; `chroot`, and no build cache, since nothing comes again. */
async function buildah({ place, root, base, stamp, check }, cold = false) {
  if (find('buildah') === undefined) return
  const storage = await mkdtemp(join(place.folder, 'buildah-'))
  await writeFile(`${storage}/Dockerfile`, `FROM ${base.name}\nCOPY . /app\n`)
  const env = { ...process.env, BUILDAH_ISOLATION: 'chroot' }
  const script = `"$1" --root "$2/root" --runroot "$2/run" build --quiet --tls-verify=false --file "$2/Dockerfile" --tag "$3" "$4"
    "$1" --root "$2/root" --runroot "$2/run" push --quiet --tls-verify=false "$3"`
  const forget = ['--root', `${storage}/root`, '--runroot', `${storage}/run`, 'rmi', '--all', '--force']
  return {
    name: cold ? 'buildah, cold' : 'buildah',
    before: async (run) => {
      await stamp(run)
      if (cold) await timed({ file: need('buildah'), args: forget, env })
    },
    command: (run) => ({
      ...{ file: 'sh', env },
      args: ['-ec', script, 'sh', need('buildah'), storage, target(run), `${root}/app`],
    }),
    check,
    latencies: [0],
    counted: false,
  }
}

const coldBuildah = (input) => buildah(input, true)

/** The engine has the base, unless it is cold. */
async function docker({ place, root, base, stamp, check }, cold = false) {
  if (!dockerIsThere()) return
  const engine = await place.open(startDocker(place.folder))
  const file = join(await mkdtemp(join(place.folder, 'context-')), 'Dockerfile')
  await writeFile(file, `FROM ${base.name}\nCOPY . /app\n`)
  const script = `"$1" build --quiet --file "$2" --tag "$3" "$4" && "$1" push --quiet "$3"`
  const forget = { file: need('docker'), args: ['system', 'prune', '--all', '--force'], env: engine.env }
  return {
    name: `docker${cold ? ', cold' : ''} (classic, ${engine.driver})`,
    before: async (run) => {
      await stamp(run)
      if (cold) await timed(forget)
    },
    command: (run) => ({
      ...{ file: 'sh', env: engine.env },
      args: ['-ec', script, 'sh', need('docker'), file, target(run), `${root}/app`],
    }),
    check,
    daemons: () => [engine.pid],
    latencies: [0],
    counted: false,
  }
}

const coldDocker = (input) => docker(input, true)
