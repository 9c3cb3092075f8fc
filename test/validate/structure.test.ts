import type { TreeNode } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import type { ImageConfig, Manifest } from '../../src/oci/manifest.js'
import { defaultChecks, type SetuidCheck } from '../../src/validate/index.js'
import { judgeStructure, type Subject } from '../../src/validate/structure.js'

const digest = digestOf('')

function node(path: string, more: Partial<TreeNode> = {}): TreeNode {
  return { path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: 0, layer: 0, ...more }
}

function subject(nodes: TreeNode[] = [], config: ImageConfig['config'] = {}, sizes: number[] = []): Subject {
  const folders = nodes.flatMap(({ path }) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, at, all) => all.slice(0, at + 1).join('/')),
  )
  const tree = new Map(folders.map((path) => [path, node(path, { type: 'directory', mode: 0o755 })]))
  for (const one of nodes) tree.set(one.path, one)
  const blob = (size: number) => ({ mediaType: 'x', digest, size })
  return {
    tree,
    config: { architecture: 'amd64', os: 'linux', config, rootfs: { type: 'layers', diff_ids: [] } },
    manifest: { schemaVersion: 2, config: blob(100), layers: sizes.map(blob) } as Manifest,
  }
}

const pass = (message: string) => ({ verdict: 'pass', message })
const fail = (message: string) => ({ verdict: 'fail', message })

describe('file', () => {
  const server = node('app/server.js', { mode: 0o755, uid: 10, gid: 20, content: Buffer.from('listen(80)') })
  const link = node('app/current', { type: 'symlink', linkTarget: 'server.js' })
  const broken = node('app/broken', { type: 'symlink', linkTarget: 'nowhere' })
  const image = subject([server, link, broken])
  const check = (path: string, more = {}) => judgeStructure({ kind: 'file', path, absent: false, ...more }, image)

  test.each([
    ['/app/server.js', {}, pass('file, mode 0755, owner 10:20')],
    ['/app/server.js', { mode: '0755', owner: '10:20', contains: 'listen(80)' }, pass('file, mode 0755, owner 10:20')],
    ['/app/server.js', { mode: '755' }, pass('file, mode 0755, owner 10:20')],
    ['/app/server.js', { mode: '0644' }, fail('its mode is 0755, expected 0644')],
    ['/app/server.js', { owner: '0:0' }, fail('its owner is 10:20, expected 0:0')],
    ['/app/server.js', { contains: 'listen(81)' }, fail('it does not contain "listen(81)"')],
    [
      '/app/server.js',
      { mode: '0600', owner: '1:1' },
      fail('its mode is 0755, expected 0600; its owner is 10:20, expected 1:1'),
    ],
    ['/app', { contains: 'x' }, fail('it is a directory, expected a file that contains "x"')],
    ['/app/current', { mode: '0755' }, pass('file, mode 0755, owner 10:20')],
    ['/app/broken', {}, fail('it is a link that leads nowhere')],
    ['/app/none', {}, fail('there is no such file')],
    ['/app/none', { absent: true }, pass('absent')],
    ['/app/server.js', { absent: true }, fail('there is a file, it should be absent')],
    ['/app/broken', { absent: true }, fail('there is a symlink, it should be absent')],
  ])('%s %j', (path, more, finding) => {
    expect(check(path, more)).toEqual(finding)
  })
})

describe('metadata', () => {
  const image = subject([], {
    User: '10001',
    Entrypoint: ['node', '/app/server.js'],
    WorkingDir: '/app',
    Labels: { tier: 'web' },
  })
  const check = (more: object) => judgeStructure({ kind: 'metadata', labels: {}, ...more }, image)

  test('everything that is asked agrees', () => {
    const asked = {
      user: '10001',
      entrypoint: ['node', '/app/server.js'],
      cmd: [],
      workdir: '/app',
      labels: { tier: 'web' },
    }
    expect(check(asked)).toEqual(pass('user, entrypoint, cmd, workdir, label tier'))
  })
  test('each difference is named', () => {
    expect(check({ user: '0', entrypoint: ['node'], labels: { tier: 'db', owner: 'us' } })).toEqual(
      fail(
        'user is "10001", expected "0"; entrypoint is ["node","/app/server.js"], expected ["node"]; ' +
          'label tier is "web", expected "db"; label owner is null, expected "us"',
      ),
    )
  })
  test('an image without a config section has none of it', () => {
    const bare = subject()
    expect(
      judgeStructure(
        { kind: 'metadata', user: 'app', labels: {} },
        { ...bare, config: { ...bare.config, config: null } },
      ),
    ).toEqual(fail('user is "", expected "app"'))
  })
})

describe('setuid', () => {
  const su = node('usr/bin/su', { mode: 0o4755 })
  const surprise = node('opt/tool', { mode: 0o2755 })
  const mail = node('var/mail', { type: 'directory', mode: 0o2775 })
  const check = (allow: string[], nodes: TreeNode[]) => judgeStructure({ kind: 'setuid', allow }, subject(nodes))

  test('a setgid directory gives no rights', () => {
    expect(check([], [mail])).toEqual(pass('no setuid or setgid files'))
  })
  test('allowed ones are counted', () => {
    expect(check(['/usr/bin/su'], [su, mail])).toEqual(pass('1 setuid or setgid files, all of them allowed'))
  })
  test('others are named with their mode', () => {
    expect(check(['/usr/bin/su'], [su, surprise])).toEqual(
      fail('/opt/tool (2755) run with the rights of their owner or group'),
    )
  })
  test('many are cut short', () => {
    const many = Array.from({ length: 12 }, (_, at) => node(`bin/tool-${at}`, { mode: 0o4755 }))
    expect(check([], many).message).toMatch(/tool-9 \(4755\) and 2 more run/)
  })
  test('by default what distributions ship is allowed, and nothing else', () => {
    const standard = defaultChecks.find((one): one is SetuidCheck => one.kind === 'setuid')
    expect(check([...(standard?.allow ?? [])], [su]).verdict).toBe('pass')
    expect(check([...(standard?.allow ?? [])], [surprise]).verdict).toBe('fail')
  })
})

test('size counts config and layers, the limit included', () => {
  const image = subject([], {}, [400, 500])
  expect(judgeStructure({ kind: 'size', maximumBytes: 1000 }, image)).toEqual(pass('1000 bytes compressed'))
  expect(judgeStructure({ kind: 'size', maximumBytes: 999 }, image)).toEqual(
    fail('1000 bytes compressed, at most 999 are allowed'),
  )
})

describe('coherence', () => {
  const passwd = node('etc/passwd', { content: Buffer.from('root:x:0:0\napp:x:10001:10001\n') })
  const group = node('etc/group', { content: Buffer.from('root:x:0:\napp:x:10001:\n') })
  const nodes = [passwd, group, node('app/server.js')]
  const good = { User: 'app:app', Entrypoint: ['/app/server.js'], WorkingDir: '/app', Env: ['PATH=/bin', 'EMPTY='] }
  const check = (config: ImageConfig['config'], files = nodes) =>
    judgeStructure({ kind: 'coherence' }, subject(files, config))

  test.each([
    ['all of it', good],
    ['nothing at all', {}],
    ['a numeric user without a passwd', { User: '10001:10001' }],
    ['a command from the PATH', { Entrypoint: ['node'], Cmd: ['/not/a/file'] }],
    ['a workdir that the runtime makes', { WorkingDir: '/new' }],
  ])('%s is fine', (_, config) => {
    expect(check(config)).toEqual(pass('configuration and files agree'))
  })
  test.each([
    [{ Entrypoint: ['/app/main.js'] }, 'the command /app/main.js is not in the image'],
    [{ Cmd: ['/app'] }, 'the command /app is a directory'],
    [{ WorkingDir: '/app/server.js' }, 'the workdir /app/server.js is a file'],
    [{ WorkingDir: 'app' }, 'the workdir "app" is not absolute'],
    [{ User: 'nobody' }, 'the user "nobody" is not in /etc/passwd'],
    [{ User: 'app:wheel' }, 'the group "wheel" is not in /etc/group'],
    [{ Env: ['PATH'] }, 'the environment has the entry "PATH", which is not NAME=VALUE'],
  ])('%j is not', (config, message) => {
    expect(check(config)).toEqual(fail(message))
  })
})
