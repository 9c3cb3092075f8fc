import { checkImage, checkUnpacked, same } from '../harness/check.js'
import { layerOf, putApplication, putBase, putImage } from '../harness/images.js'
import { ingot } from '../harness/ingot.js'
import { find, need } from '../harness/tools.js'
import { treeOf } from '../harness/trees.js'

/** Two bases that differ in their second layer, and an application of 29 MB on the first: 150 MB as tar. */
async function rebasers(place) {
  const { host } = place.hosts(0)
  const old = await putBase(host)
  const patched = [
    old.layers[0],
    layerOf(treeOf({ seed: 'patched', files: 30, bytes: 44_000_000, kind: 'library', spread: 2 })),
  ]
  await putImage(host, 'base', '2', { layers: patched })
  const files = treeOf({ seed: 'rebased', files: 3000, bytes: 29_000_000, spread: 1.3 })
  const application = layerOf(files.map((file) => ({ ...file, path: `app/${file.path}` })))
  const expected = [...patched, application].map(({ diffId }) => diffId)
  /** Each run has a repository of its own, where the image is, and of the new base nothing. */
  const before = async ({ repository, host: at }) => {
    const base = { ...old, name: `${at}/base:1` }
    await putApplication(host, repository, '1', { base, layers: [application], from: 'base' })
  }
  const check = async ({ repository }, deep) => {
    const { config } = await checkImage(host, repository, '2')
    same('diff-ids', JSON.stringify(config.rootfs.diff_ids), JSON.stringify(expected))
    if (deep) await checkUnpacked({ host, repository, reference: ':2', prefix: 'app', files, folder: place.folder })
  }
  const contenders = [
    {
      name: 'ingot',
      before,
      command: ({ host: at, repository }) =>
        ingot([
          'rebase',
          '--image',
          `${at}/${repository}:1`,
          '--base',
          `${at}/base:2`,
          '--output',
          `${at}/${repository}:2`,
        ]),
      check: (run) => check(run, true),
    },
  ]
  if (find('crane') !== undefined)
    contenders.push({
      name: 'crane',
      before,
      command: ({ host: at, repository }) => ({
        file: need('crane'),
        args: [
          ...['rebase', `${at}/${repository}:1`, '--old_base', `${at}/base:1`, '--new_base', `${at}/base:2`],
          ...['--tag', `${at}/${repository}:2`],
        ],
      }),
      check: (run) => check(run, false),
    })
  return contenders
}

export default {
  name: 'rebase',
  title: 'Rebase an image of 150 MB onto a base whose second layer is new',
  latencies: [0, 40],
  goals: [
    { to: 'crane', ratio: 0.28, latency: 40 },
    { count: 'requests', max: 9 },
    { count: 'depth', max: 5 },
    { count: 'sent', max: 64 },
    { seconds: 0.1 },
  ],
  contenders: rebasers,
}
