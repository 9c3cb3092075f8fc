import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { withLogins } from '../../../src/actions/wiring/bakers/buildkit-logins.js'
import { checkBuildx, chooseBuilder, printBakeFile } from '../../../src/bake/buildkit/index.js'
import { parseReference } from '../../../src/oci/reference.js'
import { type Workspace, workspace } from '../../image/support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
  mkdirSync(at('bin'))
})
afterEach(() => space.remove())

const at = (path: string) => join(space.directory, path)

/** A docker that writes down what it is asked and answers as told: by its arguments behind `buildx`, an exit code and a text. */
function docker(answers: Readonly<Record<string, [code: number, text: string]>>): {
  env: Record<string, string>
  asked: () => string[]
} {
  const script = `#!${process.execPath}
const fs = require('node:fs')
const asked = process.argv.slice(3).join(' ')
fs.appendFileSync(${JSON.stringify(at('asked'))}, asked + '\\n')
const [code, text] = ${JSON.stringify(answers)}[asked] ?? [1, 'ERROR: nobody expected ' + asked]
fs.writeSync(code === 0 ? 1 : 2, text + '\\n')
process.exitCode = code
`
  writeFileSync(at('bin/docker'), script)
  chmodSync(at('bin/docker'), 0o755)
  const asked = () => (existsSync(at('asked')) ? readFileSync(at('asked'), 'utf8').trim().split('\n') : [])
  return { env: { PATH: at('bin') }, asked }
}

describe('the builder', () => {
  const choose = (env: Record<string, string>, over = {}) =>
    chooseBuilder({ named: undefined, image: undefined, log: () => undefined, ...over }, env)

  test('is the one that is named, without asking', async () => {
    const { env, asked } = docker({})
    expect([await choose(env, { named: 'cluster' }), asked()]).toEqual(['cluster', []])
  })

  test('is the current one when it can push by digest', async () => {
    const { env } = docker({ inspect: [0, 'Name: remote\nDriver:        kubernetes\n'] })
    expect(await choose(env)).toBeUndefined()
  })

  test('is one in a container when the current one is docker itself, made once', async () => {
    const create = 'create --name ingot --driver docker-container --driver-opt image=moby/buildkit:v1'
    const first = docker({ inspect: [0, 'Driver: docker'], 'inspect ingot': [1, 'no builder'], [create]: [0, 'ingot'] })
    expect(await choose(first.env, { image: 'moby/buildkit:v1' })).toBe('ingot')
    expect(first.asked()).toEqual(['inspect', 'inspect ingot', create])
    const again = docker({ inspect: [0, 'Driver: docker'], 'inspect ingot': [0, 'Driver: docker-container'] })
    expect(await choose(again.env)).toBe('ingot')
  })

  test('that cannot be made, or asked about, is named', async () => {
    const create = 'create --name ingot --driver docker-container'
    const refused = docker({
      inspect: [0, 'Driver: docker'],
      'inspect ingot': [1, ''],
      [create]: [1, 'ERROR: no room'],
    })
    await expect(choose(refused.env)).rejects.toMatchObject({
      reason: 'tool-failed',
      message: expect.stringMatching(/no room/),
    })
    const gone = docker({ inspect: [1, 'ERROR: Cannot connect to the Docker daemon at unix:///x'] })
    await expect(choose(gone.env)).rejects.toMatchObject({ reason: 'unreachable' })
  })
})

describe('buildx', () => {
  test('that is missing or too old is told apart from one that will do', async () => {
    await expect(
      checkBuildx(docker({ version: [0, 'github.com/docker/buildx v0.13.1 abc'] }).env, undefined),
    ).resolves.toBeUndefined()
    await expect(
      checkBuildx(docker({ version: [0, 'github.com/docker/buildx v0.9.0 abc'] }).env, undefined),
    ).rejects.toMatchObject({ reason: 'unsupported' })
    const none = docker({ version: [1, "docker: 'buildx' is not a docker command."] })
    await expect(checkBuildx(none.env, undefined)).rejects.toMatchObject({
      reason: 'not-found',
      advice: expect.stringMatching(/0\.13/),
    })
    await expect(checkBuildx({ PATH: at('nowhere') }, undefined)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('says what is wrong with a bake file', async () => {
    const asking = { file: 'x.hcl', directory: space.directory, target: 'app' }
    const { env } = docker({
      'bake --file x.hcl --print app': [1, 'ERROR: x.hcl:3,1-2: Argument or block definition required'],
    })
    await expect(printBakeFile(asking, env, undefined)).rejects.toMatchObject({
      reason: 'invalid-input',
      message: expect.stringMatching(/x\.hcl:3/),
    })
  })
})

describe('logins', () => {
  const ghcr = [
    parseReference('ghcr.io/acme/shop:1'),
    parseReference('ghcr.io/acme/golden:1'),
    parseReference('oci:x:1'),
  ]
  const onGitHub = { GITHUB_TOKEN: 'job-token', GITHUB_ACTOR: 'octocat', GITHUB_SERVER_URL: 'https://github.com' }
  const login = (text: string) => ({ auth: Buffer.from(text).toString('base64') })

  function home(config: object): Record<string, string> {
    mkdirSync(at('home/.docker/buildx'), { recursive: true })
    writeFileSync(at('home/.docker/buildx/current'), '{}')
    writeFileSync(at('home/.docker/config.json'), JSON.stringify(config))
    return { HOME: at('home') }
  }

  test('that docker has are left to docker', async () => {
    const env = { ...onGitHub, ...home({ auths: { 'ghcr.io': login('me:mine') } }) }
    expect(await withLogins(ghcr, env, async (given) => given)).toBe(env)
    expect(await withLogins([parseReference('quay.io/acme/shop')], env, async (given) => given)).toBe(env)
  })

  test('that only the job has are lent to docker for one build, beside its own', async () => {
    const env = {
      ...onGitHub,
      PATH: at('bin'),
      ...home({ auths: { 'quay.io': login('me:mine') }, credsStore: 'desktop', currentContext: 'far' }),
    }
    symlinkSync('/nowhere', at('home/.docker/contexts'))
    // The store for all hosts knows none of them.
    const helper = `#!${process.execPath}\nconsole.log('credentials not found in native keychain')\nprocess.exitCode = 1\n`
    writeFileSync(at('bin/docker-credential-desktop'), helper, { mode: 0o755 })
    const seen = await withLogins(ghcr, env, async ({ DOCKER_CONFIG: directory = '' }) => {
      const config = JSON.parse(readFileSync(join(directory, 'config.json'), 'utf8'))
      return {
        directory,
        config,
        entries: readdirSync(directory).sort(),
        builders: readFileSync(join(directory, 'buildx/current'), 'utf8'),
      }
    })
    expect(seen.config).toEqual({
      auths: { 'quay.io': login('me:mine'), 'ghcr.io': login('octocat:job-token') },
      ...{ credsStore: 'desktop', currentContext: 'far', credHelpers: { 'ghcr.io': '' } },
    })
    expect([seen.entries, seen.builders]).toEqual([['buildx', 'config.json', 'contexts'], '{}'])
    expect(existsSync(seen.directory)).toBe(false)
    expect(readFileSync(at('home/.docker/buildx/current'), 'utf8')).toBe('{}')
    expect(dirname(seen.directory)).not.toBe(at('home'))
  })

  test("that Podman has are lent, Docker Hub's by the name that docker knows", async () => {
    writeFileSync(at('auth.json'), JSON.stringify({ auths: { 'docker.io': login('me:mine') } }))
    const env = { HOME: at('none'), REGISTRY_AUTH_FILE: at('auth.json') }
    const config = await withLogins([parseReference('debian:12')], env, async ({ DOCKER_CONFIG = '' }) =>
      JSON.parse(readFileSync(join(DOCKER_CONFIG, 'config.json'), 'utf8')),
    )
    const hub = 'https://index.docker.io/v1/'
    expect(config).toEqual({ auths: { [hub]: login('me:mine') }, credHelpers: { [hub]: '' } })
  })

  test('are gone when the build fails, too', async () => {
    let directory = ''
    const failing = withLogins(ghcr, { ...onGitHub, HOME: at('none') }, async ({ DOCKER_CONFIG = '' }) => {
      directory = DOCKER_CONFIG
      throw new Error('failed')
    })
    await expect(failing).rejects.toThrow('failed')
    expect([directory === '', existsSync(directory)]).toEqual([false, false])
  })
})
