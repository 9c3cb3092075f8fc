import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkImage, same } from '../harness/check.js'
import { compare } from '../harness/compare.js'
import { freshLayers, layerOf, putApplication, putImage } from '../harness/images.js'
import { ingot } from '../harness/ingot.js'
import { reportComparison } from '../harness/report.js'
import { growthOf } from '../harness/series.js'
import { tarOf } from '../harness/tar.js'
import { find, need } from '../harness/tools.js'
import { treeOf } from '../harness/trees.js'

const perRepository = 10

/**
 * Many images that share a base, ten in a repository, are moved to a new one. Layers are small: none is sent, and how
 * large they are plays no part. Each run has a new base, of which no repository has the layer.
 */
async function fleetOf(place, size) {
  const { host } = place.hosts(0)
  const files = (seed, bytes) => treeOf({ seed, files: 5, bytes })
  const shared = layerOf(files('fleet/shared', 500_000))
  const old = { layers: [shared, layerOf(files('fleet/old', 500_000))] }
  old.digest = (await putImage(host, 'base', 'old', old)).digest
  old.name = `${host}/base:old`
  const patched = tarOf(files('fleet/new', 500_000))
  const gzip = gzipSync(patched)
  const repositories = Array.from({ length: Math.ceil(size / perRepository) }, (_, at) => `fleet/app-${at}`)
  const images = await each(repositories, async (repository) => {
    const tags = Array.from({ length: perRepository }, (_, at) => `v${at}`)
    for (const tag of tags) {
      const layer = layerOf([{ path: 'app/main.js', kind: 'text', size: 3000, seed: `${repository}:${tag}` }])
      await putApplication(host, repository, tag, { base: old, layers: [layer], from: 'base' })
    }
    return tags.map((tag) => ({ repository, tag }))
  })
  /** @returns the new base's diff-ids */
  const announce = async (id) => {
    const layers = [shared, ...freshLayers(id, [patched], [gzip])]
    await putImage(host, 'base', `new-${id}`, { layers })
    return layers.map(({ diffId }) => diffId)
  }
  return { host, images: images.flat(), announce }
}

/** Eight at a time, so that the registry is filled in seconds. */
async function each(items, work) {
  const results = []
  let next = 0
  const take = async () => {
    while (next < items.length) {
      const at = next++
      results[at] = await work(items[at])
    }
  }
  await Promise.all(Array.from({ length: 8 }, take))
  return results
}

function contendersOf(place, { host, images, announce }, count = images.length) {
  const list = join(place.folder, 'images.txt')
  const chosen = images.slice(0, count)
  let diffIds
  const before = async (run) => {
    diffIds = await announce(run.id)
    const lines = chosen.map(
      ({ repository, tag }) => `${run.host}/${repository}:${tag} ${run.host}/${repository}:${tag}-${run.id}`,
    )
    await writeFile(list, `${lines.join('\n')}\n`)
  }
  const check = async (run) => {
    for (const { repository, tag } of chosen.slice(0, 50)) {
      const { config } = await checkImage(host, repository, `${tag}-${run.id}`)
      same('diff-ids', JSON.stringify(config.rootfs.diff_ids.slice(0, 2)), JSON.stringify(diffIds))
    }
  }
  const ours = {
    name: 'ingot',
    before,
    command: (run) => ingot(['rebase', '--images', list, '--base', `${run.host}/base:new-${run.id}`]),
    check,
  }
  if (find('crane') === undefined) return [ours]
  const script = `xargs -P 4 -n 2 sh -c '"$0" rebase "$3" --old_base "$1/base:old" --new_base "$1/base:new-$2" --tag "$4"' "$1" "$2" "$3" < "$4"`
  const crane = {
    name: 'crane, four at a time',
    counted: false, // some 25 for each image: the scenario rebase counts them
    before,
    command: (run) => ({ file: 'sh', args: ['-ec', script, 'sh', need('crane'), run.host, run.id, list] }),
    check,
  }
  return [ours, crane]
}

export default {
  name: 'rebase-fleet',
  title: 'Rebase many images onto a new base: one process of ours, and crane four at a time',
  notes: ['`--full` compares 1,000 images instead of 100 and goes on to 10,000.'],
  async run({ place, rounds, full, say }) {
    const sizes = full ? [10, 100, 1000, 10_000] : [10, 100, 1000]
    const compared = full ? 1000 : 100
    const { name } = this
    say(`${name}: ${sizes.at(-1)} images are put on an old base`)
    const fleet = await fleetOf(place, sizes.at(-1))
    const contenders = contendersOf(place, fleet, compared)
    const goals = [{ to: 'crane', ratio: 0.36 }]
    const results = await compare({ name, contenders, latencies: [0], rounds, place, say })
    const report = reportComparison({ ...this, title: `${this.title} (${compared} images)`, goals }, results)
    const series = await growthOf({
      ...{ name, unit: 'image', place, say },
      points: sizes.map((n) => ({ n, contender: contendersOf(place, fleet, n)[0] })),
      goals: { growth: 1.5, megabytes: 100 },
    })
    report.tables.push(series.table)
    report.verdicts.push(...series.verdicts)
    return { ...report, raw: { comparison: results, series: series.raw } }
  },
}
