import { gzipSync } from 'node:zlib'
import { checkCopy } from '../harness/check.js'
import { freshLayers, putImage } from '../harness/images.js'
import { ingot } from '../harness/ingot.js'
import { tarOf } from '../harness/tar.js'
import { find, need } from '../harness/tools.js'

/**
 * The contenders of every copy scenario. Each run copies an image that has never been seen: tools remember where blobs
 * are, and mount on a second run what they moved on the first.
 *
 * @param {import('../harness/place.js').Place} place
 * @param {{layers: number, bytes: number, across: boolean}} what `bytes` of random data in each layer; `across` copies to
 *   the second registry, else to another repository of the first
 */
export function copiers(place, { layers, bytes, across }) {
  const tars = Array.from({ length: layers }, (_, at) =>
    tarOf([{ path: 'data', kind: 'random', size: bytes, seed: `copy/${at}` }]),
  )
  const gzips = tars.map((tar) => gzipSync(tar, { level: 0 }))
  const before = ({ repository, id }) =>
    putImage(near.host, `source/${repository}`, '1', { layers: freshLayers(id, tars, gzips) })
  const source = (run) => `${run.host}/source/${run.repository}:1`
  const target = (run) => `${across ? run.other : run.host}/${run.repository}:1`
  const near = place.hosts(0)
  const check = ({ repository }) =>
    checkCopy(
      { host: near.host, repository: `source/${repository}`, reference: '1' },
      { host: across ? near.other : near.host, repository, reference: '1' },
    )
  const commands = {
    crane: (run) => ({ file: need('crane'), args: ['copy', source(run), target(run)] }),
    skopeo: (run) => ({
      file: need('skopeo'),
      args: [
        ...['copy', '--quiet', '--src-tls-verify=false', '--dest-tls-verify=false'],
        ...[`docker://${source(run)}`, `docker://${target(run)}`],
      ],
    }),
    oras: (run) => ({
      file: need('oras'),
      args: ['cp', '--no-tty', '--from-plain-http', '--to-plain-http', source(run), target(run)],
    }),
  }
  const ours = {
    name: 'ingot',
    before,
    command: (run) => ingot(['copy', '--from', source(run), '--to', target(run)]),
    check,
  }
  const theirs = Object.keys(commands).filter((name) => find(name) !== undefined)
  return [ours, ...theirs.map((name) => ({ name, before, command: commands[name], check }))]
}
