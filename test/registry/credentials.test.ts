import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCredentials } from '../../src/registry/credentials.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ingot-docker-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const job = { GITHUB_TOKEN: 'ghs_x', GITHUB_ACTOR: 'ada', GITHUB_SERVER_URL: 'https://github.com' }

test('the token of a job on github.com serves GHCR, and no other registry', async () => {
  const env = { DOCKER_CONFIG: directory, ...job }
  expect(await readCredentials('ghcr.io', 'acme/shop', env)).toEqual({
    kind: 'login',
    username: 'ada',
    password: 'ghs_x',
  })
  for (const host of ['ghcr.io:443', 'evil-ghcr.io', 'docker.io', '127.0.0.1:5000'])
    expect(await readCredentials(host, 'acme/shop', env)).toBeUndefined()
})

test('the token of a GitHub Enterprise Server stays at home', async () => {
  const env = { DOCKER_CONFIG: directory, ...job, GITHUB_SERVER_URL: 'https://github.acme.example' }
  expect(await readCredentials('ghcr.io', 'acme/shop', env)).toBeUndefined()
})

test('what docker login stored comes first', async () => {
  const auth = Buffer.from('grace:secret').toString('base64')
  await writeFile(join(directory, 'config.json'), JSON.stringify({ auths: { 'ghcr.io': { auth } } }))
  const env = { DOCKER_CONFIG: directory, ...job }
  expect(await readCredentials('ghcr.io', 'acme/shop', env)).toEqual({
    kind: 'login',
    username: 'grace',
    password: 'secret',
  })
})
