import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type BuildDefinition,
  bakeBuildkit,
  findSources,
  parseContext,
  readDockerfile,
} from '../../src/bake/buildkit/index.js'
import { readMaterials } from '../../src/bake/buildkit/materials.js'
import type { Digest } from '../../src/oci/digest.js'
import { parseIndex } from '../../src/oci/manifest.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { startRegistry as startGuarded } from '../fakes/registry/index.js'
import { type BuildkitEngine, startBuildkit } from './buildkit-engine.js'
import { must, run, startRegistry } from './processes.js'
import { tool } from './tools.js'

/** The engine `buildkit` on a real BuildKit, with the images in a real registry. */
let folder: string
let registry: Awaited<ReturnType<typeof startRegistry>>
let engine: BuildkitEngine
let env: NodeJS.ProcessEnv

const cli = resolve('dist/cli/index.js')
const at = (path: string) => join(folder, path)
const image = (name: string) => `${registry.host}/${name}`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-bk-test-'))
  registry = await startRegistry()
  engine = await startBuildkit()
  env = await watchedDocker()
  await bakeGolden('one')
})

afterAll(async () => {
  await engine?.stop()
  await registry?.stop()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  for (const name of ['ctx', 'calls', 'hook']) await rm(at(name), { recursive: true, force: true })
  await mkdir(at('ctx'))
  await write('ctx/hello.txt', 'hello\n')
})

/** In front of docker stands a script that writes down how it is called, and first runs `hook` before a build, when there is one. */
async function watchedDocker(): Promise<NodeJS.ProcessEnv> {
  await mkdir(at('bin'))
  const real = join(String(engine.env.PATH).split(':')[0] ?? '', 'docker')
  await write(
    'bin/docker',
    `#!/bin/sh
printf '%s\\n' "$@" >>${at('calls')}
if [ "$2" = build ] && [ -x ${at('hook')} ]; then ${at('hook')}; fi
exec ${real} "$@"
`,
  )
  await chmod(at('bin/docker'), 0o755)
  return { ...engine.env, PATH: `${at('bin')}:${engine.env.PATH}` }
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(at(path), text)
}

async function bakeGolden(release: string): Promise<string> {
  await rm(at('golden'), { recursive: true, force: true })
  for (const directory of ['golden/bin', 'golden/etc']) await mkdir(at(directory), { recursive: true })
  await copyFile(engine.busybox, at('golden/bin/busybox'))
  await chmod(at('golden/bin/busybox'), 0o755)
  for (const name of ['sh', 'cat', 'sleep', 'cp']) await symlink('busybox', at(`golden/bin/${name}`))
  await write('golden/etc/release', `${release}\n`)
  const { json } = await ingot(
    'bake',
    '--base',
    'scratch',
    '--add',
    `${at('golden')}:/`,
    '--env',
    'PATH=/bin',
    '--output',
    image('golden:1'),
    ...both,
  )
  return String(json.digest)
}

const both = ['--platforms', 'linux/amd64', '--platforms', 'linux/arm64']
const amd64 = ['--platforms', 'linux/amd64']

async function ingot(...args: string[]) {
  return ingotWith({}, ...args)
}

async function ingotWith(variables: NodeJS.ProcessEnv, ...args: string[]) {
  const { code, stdout, log } = await run(process.execPath, [cli, ...args, '--json'], {
    cwd: at('ctx').replace(/ctx$/, ''),
    env: { ...env, ...variables },
  })
  const lines = stdout.trim().split('\n')
  try {
    return {
      code,
      log,
      json: JSON.parse(lines.at(-1) ?? '') as Record<string, string> & { result: Record<string, string> },
    }
  } catch {
    throw new Error(`ingot ${args.join(' ')} ended with ${code}:\n${log}`)
  }
}

const bakeArguments = (...args: string[]) => [
  'bake',
  '--engine',
  'buildkit',
  '--builder',
  engine.builder,
  '--context',
  at('ctx'),
  ...args,
]
const bake = (...args: string[]) => ingot(...bakeArguments(...args))

async function done(baking: ReturnType<typeof ingot>) {
  const baked = await baking
  if (baked.code !== 0) throw new Error(`ended with ${baked.code}:\n${baked.log}`)
  return baked.json
}

const crane = (...args: string[]) => must(tool('crane'), args)
const manifest = async (reference: string) => JSON.parse(await crane('manifest', reference))
const imagesIn = async (reference: string): Promise<{ digest: string; platform: { architecture: string } }[]> =>
  (await manifest(reference)).manifests.filter((one: { platform: { os: string } }) => one.platform.os !== 'unknown')
const digestsIn = async (reference: string) => (await imagesIn(reference)).map(({ digest }) => digest)
const calls = () => readFile(at('calls'), 'utf8').catch(() => '')

const copying = () =>
  `FROM ${image('golden:1')}\nCOPY hello.txt /hello.txt\nCMD ["cat", "/hello.txt", "/etc/release"]\n`

describe('what is built', () => {
  test('is pushed by digest, tagged by us, recorded with its base, and runs', async () => {
    await write('ctx/Dockerfile', copying())
    const baked = await done(
      bake(...both, '--output', image('app:1'), '--version', '1.0', '--annotation', 'team=shop, and others'),
    )
    expect(await crane('digest', image('app:1'))).toBe(`${baked.digest}\n`)
    const inspected = await must(tool('skopeo'), ['inspect', '--tls-verify=false', '--raw', `docker://${baked.image}`])
    expect(JSON.parse(inspected).annotations).toMatchObject({
      team: 'shop, and others',
      'org.opencontainers.image.version': '1.0',
    })

    const golden = new Map((await imagesIn(image('golden:1'))).map((one) => [one.platform.architecture, one.digest]))
    const images = await imagesIn(String(baked.image))
    expect(images.map(({ platform }) => platform.architecture)).toEqual(['amd64', 'arm64'])
    for (const { digest, platform } of images) {
      const { annotations, layers } = await manifest(`${image('app')}@${digest}`)
      const base = golden.get(platform.architecture)
      expect(annotations).toMatchObject({
        'org.opencontainers.image.base.name': image('golden:1'),
        'org.opencontainers.image.base.digest': base,
        team: 'shop, and others',
      })
      // The base's layers are the base's still, so that they are shared, and can be swapped.
      expect(layers[0].digest).toBe((await manifest(`${image('golden')}@${base}`)).layers[0].digest)
    }
    await engine.docker('pull', '--quiet', String(baked.image))
    expect(await engine.docker('run', '--rm', '--network', 'none', String(baked.image))).toBe('hello\none\n')
  })

  test('is the same to the byte when every step runs again, and then no release', async () => {
    await write('ctx/Dockerfile', `${copying()}RUN --network=none echo built > /built && cp /built /copy\n`)
    const first = await done(bake(...amd64, '--output', image('same:1')))
    await write('ctx/hello.txt', 'hello\n') // another time, the same content
    const again = await done(bake(...amd64, '--output', image('same:2'), '--no-cache'))
    expect(again.digest).not.toBe(first.digest) // the provenance says when
    expect(await digestsIn(String(again.image))).toEqual(await digestsIn(String(first.image)))
    const third = await bake(...amd64, '--output', image('same:1'), '--no-cache')
    expect([third.code, third.json.result.reason, third.json.digest]).toEqual([0, 'unchanged', first.digest])
    expect(await crane('digest', image('same:1'))).toBe(`${first.digest}\n`)
    await write('ctx/hello.txt', 'other\n')
    expect((await bake(...amd64, '--output', image('same:1'))).json.result.reason).toBe('done')
  })

  test('a platform at a time and joined, has the platform digests of a build for both', async () => {
    await write('ctx/Dockerfile', copying())
    const whole = await done(bake(...both, '--output', image('whole:1')))
    const parts = []
    for (const platform of ['linux/arm64', 'linux/amd64']) {
      parts.push(await done(bake('--platforms', platform, '--output', image('joined'))))
    }
    const named = parts.map(({ digest }) => `--image=${digest}`)
    const joined = await done(ingot('join', ...named, '--output', image('joined:1')))
    expect(await digestsIn(image('joined:1'))).toEqual(await digestsIn(String(whole.image)))
    expect((await manifest(String(joined.image))).manifests).toHaveLength(4)
    const again = ['join', ...named.reverse(), `--image=${joined.digest}`, '--output', image('joined')]
    expect((await done(ingot(...again))).digest).toBe(joined.digest)
  })

  test('goes into a layout too, where skopeo reads it, from a base in a layout', async () => {
    await must(tool('skopeo'), [
      'copy',
      '--all',
      '--src-tls-verify=false',
      `docker://${image('golden:1')}`,
      `oci:${at('layout')}:golden`,
    ])
    await write('ctx/Dockerfile', 'FROM golden\nCOPY hello.txt /\n')
    const context = ['--build-context', `golden=oci-layout://${at('layout')}:golden`]
    const baked = await done(bake(...both, ...context, '--output', `oci:${at('out')}:app`))
    const raw = await must(tool('skopeo'), ['inspect', '--raw', `oci:${at('out')}:app`])
    expect(JSON.parse(raw).manifests).toHaveLength(4)
    expect(baked['base-name']).toBe(`oci:${at('layout')}:golden`)
    await must(tool('skopeo'), ['copy', `oci:${at('out')}:app`, `dir:${at('copied')}`])
  })

  test('is pushed with a login that docker itself does not have, by the builder that there is', async () => {
    const guarded = await startGuarded({ auth: { scheme: 'basic', username: 'me', password: 'open-sesame' } })
    try {
      const auth = Buffer.from('me:open-sesame').toString('base64')
      await write('auth.json', JSON.stringify({ auths: { [guarded.host]: { auth } } }))
      await write('ctx/Dockerfile', copying())
      const build = [
        'bake',
        '--engine',
        'buildkit',
        '--context',
        at('ctx'),
        ...amd64,
        '--output',
        `${guarded.host}/app:1`,
      ]
      const baked = await ingotWith({ REGISTRY_AUTH_FILE: at('auth.json') }, ...build)
      expect([baked.code, baked.log]).toEqual([0, expect.stringMatching(/pushing manifest for/)])
      expect(guarded.repository('app').tags.get('1')).toBe(baked.json.digest)
      expect(`${baked.log}${await calls()}`).not.toMatch(/open-sesame|bWU6b3Blbi1zZXNhbWU/)
    } finally {
      await guarded.close()
    }
  })

  test('is what a target of a bake file says, variables and inheritance resolved', async () => {
    await write(
      'ctx/Containerfile',
      `ARG BASE\nFROM $BASE AS build\nCOPY hello.txt /hello.txt\nFROM build\nARG WORD\nENV WORD=$WORD\n`,
    )
    await write(
      'ctx/docker-bake.hcl',
      `
variable "GOLDEN" { default = "${image('golden:1')}" }
target "common" { args = { BASE = GOLDEN, WORD = "common" } }
target "app" {
  inherits = ["common"]
  dockerfile = "Containerfile"
  args = { WORD = upper("app") }
  labels = { team = "shop" }
  platforms = ["linux/amd64"]
  tags = ["not.example/used:1"]
}
`,
    )
    const file = ['--bake-file', at('ctx/docker-bake.hcl'), '--bake-target', 'app']
    const baked = await done(
      ingot('bake', '--engine', 'buildkit', '--builder', engine.builder, ...file, '--output', image('baked:1')),
    )
    const config = JSON.parse(await crane('config', '--platform', 'linux/amd64', String(baked.image))).config
    expect(config).toMatchObject({ Labels: { team: 'shop' }, Env: expect.arrayContaining(['WORD=APP']) })
    expect(baked['base-name']).toBe(image('golden:1'))
  })

  test('may be rebased when ingot.yml says so, and not because its base may', async () => {
    await write('ctx/Dockerfile', copying())
    await done(bake(...amd64, '--output', image('closed:1')))
    await write(
      'ctx/ingot.yml',
      `app: shop\nimage: ${image('open')}\nbake: {engine: buildkit, builder: ${engine.builder}, platforms: [linux/amd64], rebasable: true}\n`,
    )
    const baked = await done(ingot('bake', '--config', at('ctx/ingot.yml')))
    const golden = await bakeGolden('two')
    const closed = await ingot(
      'rebase',
      '--image',
      image('closed:1'),
      '--base',
      image('golden:1'),
      '--output',
      image('closed:2'),
    )
    expect(closed.json.result).toMatchObject({ reason: 'rebase-refused', message: expect.stringMatching(/declare/) })
    const rebased = await done(
      ingot(
        'rebase',
        '--image',
        String(baked.image),
        '--base',
        `${image('golden')}@${golden}`,
        '--output',
        image('open:2'),
      ),
    )
    expect(await engine.docker('run', '--rm', '--network', 'none', String(rebased.image))).toBe('hello\ntwo\n')
  })
})

describe('what may be built on', () => {
  test('is asked of the policy before the builder is called', async () => {
    await write('policy.yml', 'bases:\n  - repository: ghcr.io/acme/*\n')
    await write('ctx/Dockerfile', copying())
    const refused = await bake(...amd64, '--output', image('refused:1'), '--policy', at('policy.yml'))
    expect([refused.code, refused.json.result.reason]).toEqual([1, 'base-not-approved'])
    expect(await calls()).toBe('')

    await write('ctx/Dockerfile', `FROM ${image('golden:1')} AS tools\nFROM scratch\nCOPY --from=tools /bin /bin\n`)
    await write('policy.yml', `bases:\n  - repository: ${image('golden')}\n`)
    const scratch = await bake(...amd64, '--output', image('refused:1'), '--policy', at('policy.yml'))
    expect(scratch.json.result.message).toMatch(/scratch is not approved/)
    await write('policy.yml', `bases:\n  - repository: ${image('golden')}\n  - repository: scratch\n`)
    const baked = await done(bake(...amd64, '--output', image('approved:1'), '--policy', at('policy.yml')))
    expect(baked['base-name']).toBe('')
  })

  test('is what was checked, though the tag moves before the build', async () => {
    const before = (await crane('digest', image('golden:1'))).trim()
    await write('ctx/other', 'other')
    const other = await done(
      ingot(
        'bake',
        '--base',
        'scratch',
        '--add',
        `${at('ctx/other')}:/other`,
        '--output',
        image('golden:other'),
        ...both,
      ),
    )
    await write('hook', `#!/bin/sh\n${tool('crane')} tag ${image('golden')}@${other.digest} 1\n`)
    await chmod(at('hook'), 0o755)
    await write('ctx/Dockerfile', `FROM ${image('golden:1')}\nCOPY --from=${image('golden:1')} /etc/release /release\n`)
    const baked = await done(bake(...amd64, '--output', image('moved:1')))
    expect(await crane('digest', image('golden:1'))).toBe(`${other.digest}\n`)
    await crane('tag', `${image('golden')}@${before}`, '1')
    const [own] = await digestsIn(String(baked.image))
    const [base] = await digestsIn(`${image('golden')}@${before}`)
    expect((await manifest(`${image('moved')}@${own}`)).annotations['org.opencontainers.image.base.digest']).toBe(base)
    expect((await manifest(`${image('moved')}@${own}`)).layers[0]).toEqual(
      (await manifest(`${image('golden')}@${base}`)).layers[0],
    )
  })

  test('is found in a Dockerfile as BuildKit finds it: nothing missing, nothing besides', async () => {
    for (const name of ['two', 'three', 'four', 'five']) {
      await write(`ctx/${name}`, name)
      await done(
        ingot('bake', '--base', 'scratch', '--add', `${at('ctx')}/${name}:/file`, '--output', image(`${name}:1`)),
      )
    }
    await write(
      'ctx/Dockerfile',
      `# escape=\`
ARG REGISTRY=${registry.host} TAG
ARG GOLDEN="\${REGISTRY}/golden:\${TAG:-1}"
FROM $GOLDEN AS Base
FROM --platform=$BUILDPLATFORM $REGISTRY/two:1 as two
FROM nothing:0 AS unused
COPY --from=nothing:1 / /
FROM base AS middle
COPY --from=TWO /file /two
COPY --from=${image('three:1')} --chown=0:0 /file /three
RUN --network=none --mount=type=bind,from=${image('four:1')},target=/four \`
  # not the end of it

  --mount=type=tmpfs,target=/tmp cat /four/file > /copy
COPY <<EOF <<"FILE" /docs/
FROM nothing:2
EOF
COPY --from=nothing:3 / /
FILE
RUN --network=none <<-SH
	set -e
	FROM=nothing:4 cat /three
	SH
FROM unused AS last
ONBUILD COPY --from=nothing:5 / /
COPY --from=2 /none /
FROM middle
COPY --from=0 /bin/busybox /again
COPY --from=five /file /five
`,
    )
    const contexts = new Map([parseContext('five', `docker-image://${image('five:1')}`, '/')])
    const build = await prepare('everything', contexts)
    const { found } = build.sources
    expect(found.map(({ name }) => name).sort()).toEqual(
      ['golden:1', 'two:1', 'three:1', 'four:1', 'five:1'].map(image).sort(),
    )
    const { digest, platforms } = await bakeBuildkit(build)
    const stored = await build.output.readManifest(digest)
    const index = parseIndex(stored?.bytes ?? '', digest)
    const materials = await readMaterials(build.output, index, platforms[0]?.digest as Digest, {})
    expect(materials.map(({ sha256 }) => `sha256:${sha256}`).sort()).toEqual(found.map((one) => one.digest).sort())
  })

  test('is nothing else: BuildKit itself denies it, and its provenance is compared once more', async () => {
    await crane('copy', image('golden:1'), image('golden:2'))
    await write('ctx/Dockerfile', `FROM ${image('golden:1')}\nCOPY --from=${image('golden:2')} /other/release /\n`)
    await ingot('bake', '--base', 'scratch', '--add', `${at('golden/etc')}:/other`, '--output', image('golden:2'))
    const { definition, sources, ...build } = await prepare('strange')
    const unseen = ({ name }: { name: string }) => !name.endsWith(':2')
    const found = sources.found.filter(unseen)
    expect([sources.found.length, found.length]).toEqual([2, 1])
    const approved = sources.approved.filter(({ reference }) => reference.tag !== '2')

    const denied = bakeBuildkit({ ...build, definition, sources: { ...sources, approved } })
    await expect(denied).rejects.toMatchObject({
      reason: 'base-not-approved',
      message: expect.stringMatching(/golden:2/),
    })
    const slipped = bakeBuildkit({ ...build, definition, sources: { ...sources, found } })
    await expect(slipped).rejects.toMatchObject({
      reason: 'base-not-approved',
      message: expect.stringMatching(/golden@2.*nothing was tagged/),
    })
    expect((await run(tool('crane'), ['digest', image('strange:1')])).code).not.toBe(0)
    expect((await bakeBuildkit({ ...build, definition, sources })).unchanged).toBe(false)
  })
})

/** A build that is ready to run, for tests that take something away from it. */
async function prepare(name: string, contexts: BuildDefinition['contexts'] = new Map()) {
  const dockerfile = await readDockerfile(at('ctx/Dockerfile'))
  const lists = { secrets: [], ssh: [], cacheFrom: [], cacheTo: [] }
  const none = { ...lists, arguments: {}, contexts, labels: {}, noCache: false }
  const definition = { ...none, context: at('ctx'), dockerfile, platforms: ['linux/amd64'] }
  const log = () => undefined
  const reference = parseReference(image(name))
  const output = openStore(reference)
  const rest = { reference, output, tags: ['1'], annotations: {}, rebasable: false, epochSeconds: 0, redact: [], log }
  const sources = await findSources({ definition, open: openStore, log })
  const importLayout = async () => undefined
  return { definition, sources, ...rest, importLayout, builder: engine.builder, env }
}

test('the image that makes an SBOM is approved and pinned as any other that runs', async () => {
  await write('ctx/Dockerfile', `FROM ${image('golden:1')}\nENTRYPOINT ["/bin/sh", "-c", "exit 0"]\n`)
  const maker = await done(bake(...amd64, '--output', image('maker:1')))
  await write('ctx/Dockerfile', copying())
  await write('policy.yml', `bases:\n  - repository: ${image('golden')}\n`)
  const sbom = ['--sbom', image('maker:1'), '--output', image('described:1')]
  const refused = await bake(...amd64, ...sbom, '--policy', at('policy.yml'))
  expect(refused.json.result).toMatchObject({
    reason: 'base-not-approved',
    message: expect.stringContaining(image('maker')),
  })
  // Whether it can run here depends on the network that BuildKit gives it; that it is this very one does not.
  const { log } = await bake(...amd64, ...sbom)
  expect(log).toContain(`generating sbom using ${image('maker:1')}@${maker.digest}`)
})

describe('secrets', () => {
  const value = 'correct-horse-battery-staple'

  test('reach the step that mounts them, and nothing else', async () => {
    await write(
      'ctx/Dockerfile',
      `FROM ${image('golden:1')}
RUN --network=none --mount=type=secret,id=token,required=true cat /run/secrets/token && cat /run/secrets/token >&2
RUN --network=none --mount=type=secret,id=key,required=true [ -s /run/secrets/key ] && echo fits > /fits
`,
    )
    await write('key', `file-${value}`)
    const secrets = ['--secret', 'id=token,env=BUILD_TOKEN', '--secret', `id=key,file=${at('key')}`]
    const baked = await ingotWith(
      { BUILD_TOKEN: value, GITHUB_TOKEN: 'not-for-builds' },
      ...bakeArguments(...amd64, ...secrets, '--output', image('secret:1')),
    )
    expect([baked.code, baked.log]).toEqual([0, expect.stringMatching(/\d \*{3}/)])
    expect(baked.log).not.toContain(value)
    expect(await calls()).toMatch(/id=token,env=BUILD_TOKEN/)
    expect(await calls()).not.toContain(value)

    await must(tool('crane'), ['pull', '--format=oci', image('secret:1'), at('pulled')])
    const tar = await run('grep', ['--recursive', '--count', '--binary-files=text', value, at('pulled')])
    expect(tar.stdout).not.toMatch(/:[1-9]/)
    await engine.docker('pull', '--quiet', image('secret:1'))
    expect(await engine.docker('run', '--rm', '--network', 'none', image('secret:1'), 'cat', '/fits')).toBe('fits\n')
    expect(await engine.docker('history', '--no-trunc', image('secret:1'))).not.toContain(value)
  })

  test('are refused as build arguments, and missed before the build', async () => {
    await write('ctx/Dockerfile', copying())
    const argument = await bake(...amd64, '--output', image('x'), '--build-arg', `NPM_TOKEN=${value}`)
    expect([argument.code, argument.json.result.reason]).toEqual([2, 'invalid-input'])
    expect(argument.log).not.toContain(value)
    const missing = await bake(...amd64, '--output', image('x'), '--secret', 'id=a,env=NOT_SET')
    expect(missing.json.result).toMatchObject({ reason: 'invalid-input', message: expect.stringMatching(/NOT_SET/) })
    expect(await calls()).toBe('')
  })
})

describe('when it fails', () => {
  test.each([
    ['a step', 'RUN --network=none cat /nowhere', 'tool-failed', /exit code: 1/],
    ['a missing file', 'COPY nowhere.txt /', 'not-found', /nowhere\.txt/],
    ['a wrong instruction', 'COPPY a b', 'invalid-input', /line 2.*COPPY/i],
    [
      'a secret that nobody gave',
      'RUN --network=none --mount=type=secret,id=nope,required=true true',
      'invalid-input',
      /nope/,
    ],
  ])('%s is named', async (_, line, reason, why) => {
    await write('ctx/Dockerfile', `FROM ${image('golden:1')}\n${line}\n`)
    const failed = await bake(...amd64, '--output', image('failed:1'))
    expect(failed.json.result).toMatchObject({ reason, message: expect.stringMatching(why) })
    expect((await run(tool('crane'), ['digest', image('failed:1')])).code).not.toBe(0)
  })

  test('a builder that cannot push by digest, one that is not there, and none at all are named', async () => {
    await write('ctx/Dockerfile', copying())
    const build = (builder: string, variables = {}) =>
      ingotWith(
        variables,
        'bake',
        '--engine',
        'buildkit',
        '--context',
        at('ctx'),
        ...amd64,
        '--output',
        image('x'),
        '--builder',
        builder,
      )
    expect((await build('default')).json.result).toMatchObject({
      reason: 'unsupported',
      advice: expect.stringMatching(/docker-container/),
    })
    expect((await build('nobody')).json.result).toMatchObject({
      reason: 'not-found',
      advice: expect.stringMatching(/docker buildx/),
    })
    expect((await build('default', { PATH: at('empty') })).json.result.advice).toMatch(/Install Docker with buildx/)
  })

  test('cancelled, it ends buildx and leaves no tag', async () => {
    await write('ctx/Dockerfile', `FROM ${image('golden:1')}\nRUN --network=none echo begun && sleep 600\n`)
    const child = spawn(
      process.execPath,
      [cli, ...bakeArguments(...amd64, '--output', image('cancelled:1'), '--json')],
      { env, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let [log, answer] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answer += text
    })
    const begun = new Promise<void>((found) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text
        if (/ begun/.test(log)) found()
      })
    })
    const ended = once(child, 'close')
    await Promise.race([begun, ended])
    child.kill('SIGINT')
    expect(await ended).toEqual([3, null])
    expect(JSON.parse(answer).result.reason).toBe('cancelled')
    expect((await run('pgrep', ['--full', `buildx build.*${image('cancelled')}`])).stdout).toBe('')
    expect((await run(tool('crane'), ['digest', image('cancelled:1')])).code).not.toBe(0)
  })
})
