import { generateKeyPairSync } from 'node:crypto'
import type { ImageStore } from '../../src/oci/store.js'
import { attest, loadSigner, type Signer } from '../../src/sign/index.js'
import { artifactOf, elsewhere, imageOf, layerOf, seed } from './images.js'
import { matrix } from './matrix.js'
import { user } from './stage.js'
import { referrersOf } from './state.js'

// Ed25519: the same signature each time, so that runs can be compared.
const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
let signer: Signer
beforeAll(async () => {
  signer = await loadSigner(`${pem}`)
})

/** The store, under a name that does not change with the port: attestations name the repository. */
const named = (store: ImageStore) =>
  new Proxy(store, {
    get: (target, name) => {
      const value = name === 'repository' ? `${elsewhere}acme/shop` : Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

const image = imageOf([layerOf({ 'app/server.js': 'serve()' })])
const other = artifactOf(image, 'of somebody else')
const { digest } = image.descriptor

describe.each([
  ['with a referrers API, logged in', { referrers: 'api', auth: user }],
  ['without a referrers API', { referrers: 'none' }],
  ['whose referrers API lists nothing', { referrers: 'empty' }],
] as const)('a registry %s', (_, target) => {
  matrix({
    name: 'signing an image',
    target,
    prepare: ({ target: { repository } }) => {
      for (const part of [image, other]) seed(repository('acme/shop'), part)
      repository('acme/shop').tags.set('v1', digest)
    },
    run: (stage) =>
      attest({
        store: named(stage.remote('target', 'acme/shop')),
        digest,
        signer,
        now: new Date(0),
        signal: stage.signal,
      }),
    outcome: ({ target: { repository } }) => referrersOf(repository('acme/shop'), digest),
  })
})
