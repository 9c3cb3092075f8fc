import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { bake } from '../../../src/actions/bake.js'
import { defineBuild } from '../../../src/actions/wiring/bakers/buildkit-definition.js'
import { describeInputs } from '../../../src/actions/wiring/bakers/buildkit-provenance.js'
import { readSecrets } from '../../../src/actions/wiring/bakers/buildkit-secrets.js'
import { buildEnvironment } from '../../../src/bake/buildkit/environment.js'
import {
  cacheKind,
  mayWriteCache,
  parseBakeTarget,
  parseContext,
  parseSecret,
} from '../../../src/bake/buildkit/index.js'
import { loadConfig } from '../../../src/config/index.js'
import { readInputs } from '../../../src/runner/inputs.js'
import type { Job } from '../../../src/runner/job.js'
import { type Workspace, workspace } from '../../image/support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
  write('app/Dockerfile', 'FROM scratch')
})
afterEach(() => space.remove())

const at = (path: string) => join(space.directory, path)
function write(path: string, text: string): void {
  mkdirSync(join(at(path), '..'), { recursive: true })
  writeFileSync(at(path), text)
}

function job(env: Job['env'] = {}, lines: string[] = [], masked: string[] = []): Job {
  const ignore = () => undefined
  const mask = (secret: string) => masked.push(secret)
  return {
    log: (line) => lines.push(line),
    progress: ignore,
    warn: ignore,
    mask,
    signal: new AbortController().signal,
    env,
  }
}

async function define(
  raw: Record<string, string[]>,
  { config, ...running }: { config?: string; env?: Job['env']; lines?: string[] } = {},
) {
  const loaded = config === undefined ? undefined : await loadConfig(at(config))
  const configured = loaded?.bake?.engine === 'buildkit' ? { ...loaded.bake, config: loaded } : undefined
  const given = readInputs(bake.inputs, raw, (name) => `--${name}`)
  return defineBuild(given, configured, job(running.env, running.lines))
}

describe('a definition', () => {
  test('is a context with its Dockerfile, for this machine, when nothing else is said', async () => {
    write('app/Dockerfile.dockerignore', '*.log')
    const { platforms, contexts, ...definition } = await define({ context: [at('app')] })
    expect(definition).toMatchObject({
      context: at('app'),
      dockerfile: { name: 'Dockerfile', text: 'FROM scratch', ignore: '*.log' },
      ...{
        arguments: {},
        secrets: [],
        cacheFrom: [],
        cacheTo: [],
        noCache: false,
        target: undefined,
        network: undefined,
      },
    })
    expect([platforms[0], platforms.length, contexts.size]).toEqual([expect.stringMatching(/^linux\//), 1, 0])
  })

  test('takes from ingot.yml what is not given: maps by key, lists whole, paths from its own folder', async () => {
    write('app/Containerfile', 'FROM scratch AS app')
    write(
      'ingot.yml',
      `app: shop
image: ghcr.io/acme/shop
bake:
  engine: buildkit
  context: app
  file: app/Containerfile
  target: app
  build-args: {A: 1, B: 2}
  build-contexts: {assets: static, golden: "oci-layout://images:1"}
  secrets: ["id=key,file=keys/key"]
  cache-from: ["type=gha"]
  labels: {team: shop}
  platforms: [linux/arm64]
`,
    )
    const given = { 'build-arg': ['B=3'], label: ['x=y'], platforms: ['linux/amd64,linux/s390x'], version: ['1.0'] }
    const definition = await define(given, { config: 'ingot.yml' })
    expect(definition).toMatchObject({
      ...{ context: at('app'), target: 'app', arguments: { A: '1', B: '3' }, cacheFrom: ['type=gha'] },
      dockerfile: { name: 'Containerfile' },
      labels: { team: 'shop', x: 'y', 'org.opencontainers.image.version': '1.0' },
      platforms: ['linux/amd64', 'linux/s390x'],
      secrets: [{ id: 'key', from: 'file', path: at('keys/key') }],
    })
    expect(definition.contexts.get('assets')).toEqual({ kind: 'directory', path: at('static') })
    expect(definition.contexts.get('golden')).toMatchObject({ reference: { directory: at('images'), tag: '1' } })
  })

  test('names platforms as BuildKit does, each once', async () => {
    const platforms = ['linux/arm64/v8,linux/arm64', 'linux/arm', 'linux/arm/v6', 'linux/amd64/v1', 'linux/amd64/v3']
    expect((await define({ context: [at('app')], platforms })).platforms).toEqual([
      ...['linux/arm64', 'linux/arm/v7', 'linux/arm/v6', 'linux/amd64', 'linux/amd64/v3'],
    ])
  })

  test('refuses what cannot be checked before the build', async () => {
    await expect(define({ context: ['https://github.com/acme/shop.git'] })).rejects.toMatchObject({
      reason: 'unsupported',
    })
    await expect(define({ context: ['-'] })).rejects.toMatchObject({ reason: 'unsupported' })
    await expect(define({ context: [at('nowhere')] })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(define({ context: [at('app')], file: [at('none')] })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(define({ 'bake-file': ['x.hcl'], file: ['y'] })).rejects.toMatchObject({ reason: 'invalid-input' })
  })

  test.each(['NPM_TOKEN', 'password', 'AWS_SECRET_ACCESS_KEY', 'GH_PWD', 'DB_PASSWORD', 'apiKey'])(
    'refuses the build argument %s, and does not repeat its value',
    async (name) => {
      const defining = define({ context: [at('app')], 'build-arg': [`${name}=hunter22`] })
      await expect(defining).rejects.toMatchObject({
        reason: 'invalid-input',
        message: expect.not.stringContaining('hunter22'),
      })
    },
  )

  test.each(['TOKEN_TTL', 'SECRETARY', 'PUBLIC_KEY', 'MONKEY', 'KEYBOARD'])(
    'takes the build argument %s',
    async (name) => {
      expect((await define({ context: [at('app')], 'build-arg': [`${name}=1`] })).arguments).toEqual({ [name]: '1' })
    },
  )

  test('reads a shared cache with a warning, and writes one only where the code is trusted', async () => {
    const caches = { context: [at('app')], 'cache-from': ['type=gha'], 'cache-to': ['type=gha,mode=max'] }
    const lines: string[] = []
    expect(await define(caches, { lines })).toMatchObject({ cacheFrom: ['type=gha'], cacheTo: ['type=gha,mode=max'] })
    expect(lines).toEqual([expect.stringMatching(/whoever may write to it can change the image/)])
    const env = { GITHUB_EVENT_NAME: 'pull_request' }
    expect(await define(caches, { env, lines })).toMatchObject({ cacheFrom: ['type=gha'], cacheTo: [] })
    expect(lines.join('\n')).toMatch(/No build cache is written/)
  })

  test('goes into the provenance without secrets and without paths of this machine', async () => {
    const raw = { context: [at('app')], secret: ['id=npm,env=NPM_TOKEN'], 'build-context': [`a=${at('app')}`] }
    const own = { annotations: {}, epochSeconds: 0, rebasable: false, sbom: undefined }
    const described = JSON.stringify(describeInputs(await define(raw), own))
    expect(described).toContain('"secrets":["npm"]')
    expect(described).not.toMatch(/NPM_TOKEN|"\//)
  })
})

describe('secrets', () => {
  test.each([
    ['id=npm,env=NPM_TOKEN', { id: 'npm', from: 'env', name: 'NPM_TOKEN' }],
    ['id=npm,file=/x=y', { id: 'npm', from: 'file', path: '/x=y' }],
    ['type=file,id=npm,src=key', { id: 'npm', from: 'file', path: 'key' }],
    ['source=key,id=npm', { id: 'npm', from: 'file', path: 'key' }],
  ])('%s is read', (text, secret) => expect(parseSecret(text)).toEqual(secret))

  test.each([
    'hunter22',
    'id=npm',
    'npm=hunter22',
    'id=npm,value=hunter22',
    'id=npm,env=hunter22-',
    'id=a b,env=X',
    'id=x,env=A,file=hunter22',
    '',
  ])('%j is refused, and not repeated', (text) => {
    expect(() => parseSecret(text)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter22') }),
    )
  })

  test('are masked line by line, and named when they are missing', async () => {
    write('key', 'first line\nsecond line\n')
    const masked: string[] = []
    const secrets = [parseSecret('id=a,env=A'), parseSecret(`id=b,file=${at('key')}`)]
    expect(await readSecrets(secrets, job({ A: 'value-of-a' }, [], masked))).toEqual(
      expect.arrayContaining(['value-of-a', 'first line', 'second line']),
    )
    expect(masked).toEqual(['value-of-a', 'first line\nsecond line\n'])
    await expect(readSecrets(secrets, job({}))).rejects.toMatchObject({
      reason: 'invalid-input',
      message: expect.stringMatching(/from A, which is not set/),
    })
    await expect(readSecrets([parseSecret('id=b,file=/nowhere/key')], job())).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('reach buildx by name; nothing else of the job does', () => {
    const env = {
      PATH: '/bin',
      HOME: '/root',
      NPM_TOKEN: 'n',
      GITHUB_TOKEN: 'g',
      SSH_AUTH_SOCK: 's',
      ACTIONS_RUNTIME_TOKEN: 't',
    }
    const chosen = { epochSeconds: 7, sourcePolicy: '/policy' }
    const none = { secrets: [], ssh: [], cacheFrom: [], cacheTo: [] }
    const present = (definition: typeof none) =>
      Object.entries(buildEnvironment(env, definition, chosen)).flatMap(([name, value]) =>
        value === undefined ? [] : [name],
      )
    const always = [
      'BUILDX_METADATA_PROVENANCE',
      'DOCKER_CLI_HINTS',
      'EXPERIMENTAL_BUILDKIT_SOURCE_POLICY',
      'HOME',
      'NO_COLOR',
      'PATH',
      'SOURCE_DATE_EPOCH',
    ]
    expect(present(none).sort()).toEqual(always)
    const all = { ...none, secrets: [parseSecret('id=n,env=NPM_TOKEN')], ssh: ['default'], cacheFrom: ['type=gha'] }
    expect(present(all as never).sort()).toEqual(
      [...always, 'ACTIONS_RUNTIME_TOKEN', 'NPM_TOKEN', 'SSH_AUTH_SOCK'].sort(),
    )
  })
})

describe('caches', () => {
  test('are a registry, the runner or the disk, and hold no key', () => {
    expect(['ghcr.io/acme/cache', 'type=gha,scope=x', 'mode=max,type=local,dest=x'].map(cacheKind)).toEqual([
      'registry',
      'gha',
      'local',
    ])
    for (const setting of [
      'type=s3,bucket=x',
      'type=inline',
      'mode=max',
      'type=gha,token=x',
      'type=registry,secret_access_key=x',
    ]) {
      expect(() => cacheKind(setting)).toThrow(/cache/)
    }
    expect(
      ['push', 'pull_request', 'pull_request_target', 'merge_group'].map((name) =>
        mayWriteCache({ GITHUB_EVENT_NAME: name }),
      ),
    ).toEqual([true, false, false, false])
  })
})

describe('contexts', () => {
  test.each(['https://example.org/x', 'git@github.com:a/b', 'github.com/a/b', 'target:other', 'ssh://x'])(
    '%s is refused',
    (source) => {
      expect(() => parseContext('a', source, '/')).toThrow(expect.objectContaining({ reason: 'unsupported' }))
    },
  )

  test('are named as BuildKit looks for them', () => {
    expect(parseContext('docker.io/library/golden:latest', 'x', '/work')).toEqual([
      'golden',
      { kind: 'directory', path: '/work/x' },
    ])
    expect(parseContext('localhost:5000/a:1', 'oci:images:1', '/work')).toMatchObject([
      'localhost:5000/a:1',
      { reference: { directory: '/work/images' } },
    ])
  })
})

describe('a bake file', () => {
  const printed = (target: object, group = {}) => JSON.stringify({ group, target: { app: target } })

  test('says what a Dockerfile build is told by flags, in the words of old and new versions', () => {
    const target = {
      ...{
        context: 'src',
        dockerfile: 'build/Dockerfile',
        args: { A: '1', B: null },
        labels: { l: '2' },
        target: 'final',
      },
      ...{
        contexts: { assets: '../assets' },
        platforms: ['linux/arm64'],
        network: 'none',
        tags: ['a:1'],
        output: [{ type: 'registry' }],
      },
      secret: ['id=a,env=A', { id: 'b', src: 'key' }, { type: 'env', id: 'C' }],
      ssh: ['default', { id: 'deploy', paths: ['/key'] }, { id: 'agent' }],
      'cache-from': ['type=gha', { type: 'registry', ref: 'ghcr.io/acme/cache' }],
    }
    expect(parseBakeTarget(printed(target), 'app', '/work')).toEqual({
      ...{ context: '/work/src', dockerfile: { file: '/work/src/build/Dockerfile' }, target: 'final' },
      ...{ arguments: { A: '1' }, labels: { l: '2' }, platforms: ['linux/arm64'], network: 'none', noCache: false },
      contexts: new Map([['assets', { kind: 'directory', path: '/assets' }]]),
      secrets: [
        { id: 'a', from: 'env', name: 'A' },
        { id: 'b', from: 'file', path: '/work/key' },
        { id: 'C', from: 'env', name: 'C' },
      ],
      ssh: ['default', 'deploy=/key', 'agent'],
      cacheFrom: ['type=gha', 'type=registry,ref=ghcr.io/acme/cache'],
      cacheTo: [],
    })
  })

  test('may hold its Dockerfile, and be found through a group', () => {
    const json = printed({ 'dockerfile-inline': 'FROM scratch' }, { default: { targets: ['app'] } })
    expect(parseBakeTarget(json, 'default', '/work')).toMatchObject({
      context: '/work',
      dockerfile: { text: 'FROM scratch' },
    })
  })

  test.each([
    [printed({ contexts: { base: 'target:other' } }), 'unsupported'],
    [printed({ context: 'https://github.com/a/b' }), 'unsupported'],
    [printed({ ulimits: ['nofile=1'] }), 'unsupported'],
    [printed({ 'cache-to': ['type=s3'] }), 'invalid-input'],
    [JSON.stringify({ target: { a: {}, b: {} } }), 'invalid-input'],
    [JSON.stringify({ target: {} }), 'invalid-input'],
    ['not JSON', 'tool-failed'],
    ['{}', 'tool-failed'],
  ])('%s is %s', (json, reason) => {
    expect(() => parseBakeTarget(json, 'app', '/work')).toThrow(expect.objectContaining({ reason }))
  })
})
