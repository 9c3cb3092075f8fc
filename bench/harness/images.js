import { gzipSync } from 'node:zlib'
import { digestOf, putBlob, putManifest } from './client.js'
import { tarOf } from './tar.js'
import { trees } from './trees.js'

/**
 * Images that are there before a tool is measured.
 *
 * @typedef {{gzip: Buffer, diffId: string}} Layer
 */

/** @returns {Layer} */
export function layerOf(files, level = 6) {
  const tar = tarOf(files)
  return { gzip: gzipSync(tar, { level }), diffId: digestOf(tar) }
}

/**
 * Makes layers new in no time: a small file of its own goes before what is in them, as a gzip member of its own.
 *
 * @param {Buffer[]} tars each with the members of `gzips`, in the same order
 * @returns {Layer[]}
 */
export function freshLayers(id, tars, gzips) {
  return tars.map((tar, at) => {
    const first = tarOf([{ path: 'fresh.txt', kind: 'text', size: 400, seed: `${id}/${at}` }]).subarray(0, 1024)
    const diffId = digestOf(Buffer.concat([first, tar]))
    return { gzip: Buffer.concat([gzipSync(first), gzips[at]]), diffId }
  })
}

/**
 * @param {{layers: Layer[], labels?: object, annotations?: object, from?: string, command?: string[]}} image `from` is
 *   a repository on the same registry that has the layers already: they are mounted
 * @returns {Promise<{digest: string, manifest: object}>}
 */
export async function putImage(host, repository, tag, { layers, labels = {}, annotations = {}, from }) {
  const config = Buffer.from(
    JSON.stringify({
      created: '1970-01-01T00:00:00Z',
      architecture: 'amd64',
      os: 'linux',
      config: { Env: ['PATH=/usr/local/bin:/usr/bin:/bin'], Cmd: ['/bin/true'], Labels: labels },
      rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
      history: layers.map(() => ({ created: '1970-01-01T00:00:00Z', created_by: 'bench' })),
    }),
  )
  const mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip'
  const described = []
  for (const { gzip } of layers) described.push({ mediaType, ...(await putBlob(host, repository, gzip, from)) })
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...(await putBlob(host, repository, config)) },
    layers: described,
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  }
  return { digest: await putManifest(host, repository, tag, manifest), manifest }
}

/** An image on a base, as a bake would leave it: it names its base and says that it may be rebased. */
export function putApplication(host, repository, tag, { base, layers, from }) {
  return putImage(host, repository, tag, {
    layers: [...base.layers, ...layers],
    labels: { 'dev.ingot.rebasable': 'true' },
    annotations: {
      'org.opencontainers.image.base.name': base.name,
      'org.opencontainers.image.base.digest': base.digest,
    },
    ...(from === undefined ? {} : { from }),
  })
}

let debian

/** The base of every scenario that needs one: 77 MB of the shape of Debian's minbase and 44 MB of a runtime, as tar. */
export async function putBase(host, repository = 'base', tag = '1') {
  debian ??= [layerOf(trees.minbase()), layerOf(trees.language())]
  const { digest } = await putImage(host, repository, tag, { layers: debian })
  return { layers: debian, digest, repository, tag, name: `${host}/${repository}:${tag}` }
}
