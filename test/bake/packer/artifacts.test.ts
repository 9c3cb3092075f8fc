import { cloudImagesOf, collectArtifacts, type PackerArtifact } from '../../../src/bake/packer/artifacts.js'
import { parseMessage } from '../../../src/bake/packer/messages.js'
import { placeArtifacts } from '../../../src/bake/packer/place-artifacts.js'
import fc from '../../property.js'

/** As Packer 1.6.6 with the qemu builder wrote it. */
const qemu = `1795801148,,ui,say,\\n==> Builds finished. The artifacts of successful builds are:
1795801148,qemu.shop,artifact-count,1
1795801148,qemu.shop,artifact,0,builder-id,transcend.qemu
1795801148,qemu.shop,artifact,0,id,VM
1795801148,qemu.shop,artifact,0,string,VM files in directory: /tmp/pk/out
1795801148,qemu.shop,artifact,0,files-count,1
1795801148,qemu.shop,artifact,0,file,0,/tmp/pk/out/shop.qcow2
1795801148,qemu.shop,artifact,0,end
1795801148,,ui,say,--> qemu.shop: VM files in directory: /tmp/pk/out`

/** As the amazon-ebs builder writes a copy to a second region. */
const amazon = `1539972021,amazon-ebs.shop,artifact-count,1
1539972021,amazon-ebs.shop,artifact,0,builder-id,mitchellh.amazonebs
1539972021,amazon-ebs.shop,artifact,0,id,us-east-1:ami-0aaa%!(PACKER_COMMA)eu-west-1:ami-0bbb
1539972021,amazon-ebs.shop,artifact,0,string,AMIs were created:\\nus-east-1: ami-0aaa\\neu-west-1: ami-0bbb\\n
1539972021,amazon-ebs.shop,artifact,0,files-count,0
1539972021,amazon-ebs.shop,artifact,0,end`

function read(text: string): PackerArtifact[] {
  const collected = collectArtifacts()
  for (const line of text.split('\n')) {
    const message = parseMessage(line)
    if (message !== undefined) collected.take(message)
  }
  return collected.artifacts()
}

test('a file image', () => {
  const [artifact] = read(qemu)
  expect(artifact).toEqual({
    build: 'qemu.shop',
    builderId: 'transcend.qemu',
    id: 'VM',
    files: ['/tmp/pk/out/shop.qcow2'],
  })
  expect(artifact && cloudImagesOf(artifact)).toEqual([])
})

test('images in a cloud', () => {
  const [artifact] = read(amazon)
  expect(artifact && cloudImagesOf(artifact)).toEqual([
    { provider: 'aws', region: 'us-east-1', id: 'ami-0aaa' },
    { provider: 'aws', region: 'eu-west-1', id: 'ami-0bbb' },
  ])
})

const managed = '/subscriptions/1/resourceGroups/images/providers/Microsoft.Compute/images/shop'
test.each([
  ['Azure.ResourceManagement.VMImage', managed, [{ provider: 'azure', region: '', id: managed }]],
  ['packer.googlecompute', 'shop-2026', [{ provider: 'google', region: '', id: 'shop-2026' }]],
  ['mitchellh.amazon.ebssurrogate', 'eu-west-1:ami-1', [{ provider: 'aws', region: 'eu-west-1', id: 'ami-1' }]],
  [
    'pearkes.digitalocean',
    'nyc3,ams3:1234',
    [
      { provider: 'digitalocean', region: 'nyc3', id: '1234' },
      { provider: 'digitalocean', region: 'ams3', id: '1234' },
    ],
  ],
  ['somebody.else', 'image-1', [{ provider: 'somebody.else', region: '', id: 'image-1' }]],
  ['somebody.else', '', []],
])('%s %s', (builderId, id, images) => {
  expect(cloudImagesOf({ build: 'x.y', builderId, id, files: [] })).toEqual(images)
})

test.each(['', 'ami-1', 'eu-west-1:', 'eu-west-1:ami-1,', ':ami-1', 'a b:ami-1'])(
  'an id of Amazon that is %j is refused',
  (id) => {
    expect(() => cloudImagesOf({ build: 'x.y', builderId: 'mitchellh.amazonebs', id, files: [] })).toThrow(
      'does not say which image it made',
    )
  },
)

test('an artifact that never ended is none, and two builds may talk at once', () => {
  const lines = `${qemu}\n${amazon}`.split('\n')
  expect(read(lines.filter((line) => !line.includes('0,end')).join('\n'))).toEqual([])
  const mixed = qemu.split('\n').flatMap((line, i) => [line, amazon.split('\n')[i] ?? ''])
  expect(
    read(mixed.join('\n'))
      .map(({ build }) => build)
      .sort(),
  ).toEqual(['amazon-ebs.shop', 'qemu.shop'])
})

describe('which platform an artifact is for', () => {
  const artifact = (build: string, ...files: string[]): PackerArtifact => ({ build, builderId: 'b', id: 'VM', files })

  test('one platform for all: a disk and its copies in clouds make one image', () => {
    expect(placeArtifacts([...read(qemu), ...read(amazon)], 'linux/amd64')).toEqual([
      {
        platform: 'linux/amd64',
        files: [{ path: '/tmp/pk/out/shop.qcow2', title: 'shop.qcow2' }],
        cloudImages: expect.arrayContaining([expect.objectContaining({ id: 'ami-0bbb' })]),
      },
    ])
  })

  test('a platform for each build, named with or without the name of its block', () => {
    const builds = { 'qemu.amd': 'linux/amd64', 'qemu.arm': 'linux/arm64' }
    const placed = placeArtifacts(
      [artifact('release.qemu.arm', '/b/x.qcow2'), artifact('qemu.amd', '/a/x.qcow2')],
      builds,
    )
    expect(placed.map(({ platform, files }) => [platform, files[0]?.path])).toEqual([
      ['linux/amd64', '/a/x.qcow2'],
      ['linux/arm64', '/b/x.qcow2'],
    ])
    expect(() => placeArtifacts([artifact('qemu.s390x', '/c')], builds)).toThrow(
      /which platform the Packer build qemu.s390x/,
    )
  })

  test('nothing made is a failure: an -only that fits nothing is none to Packer', () => {
    expect(() => placeArtifacts([], 'linux/amd64')).toThrow('made nothing')
  })

  test('titles are unique and are no paths, and each path is taken once', () => {
    const file = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x.qcow2', 'y.raw'))
      .map((parts) => `/${parts.join('/')}`)
    fc.assert(
      fc.property(fc.uniqueArray(file), fc.uniqueArray(file), (first, second) => {
        let placed: ReturnType<typeof placeArtifacts>
        try {
          placed = placeArtifacts([artifact('qemu.one', ...first), artifact('qemu.two', ...second)], 'linux/amd64')
        } catch (error) {
          return expect((error as Error).message).toContain('two files called')
        }
        const files = placed.flatMap((one) => one.files)
        expect(files.map(({ path }) => path).sort()).toEqual([...new Set([...first, ...second])].sort())
        expect(new Set(files.map(({ title }) => title)).size).toBe(files.length)
        expect(files.some(({ title }) => title.includes('/'))).toBe(false)
      }),
    )
  })
})
