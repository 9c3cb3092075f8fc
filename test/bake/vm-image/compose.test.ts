import { composeVm, type VmContent } from '../../../src/bake/vm-image/compose.js'
import type { VmFile } from '../../../src/bake/vm-image/inspect-file.js'
import { digestOf } from '../../../src/oci/digest.js'
import { encodeJson, parseImageConfig, parseManifest } from '../../../src/oci/manifest.js'
import { diskFormatOf, diskFormats, diskType, isOpaqueLayer, vmImageType } from '../../../src/oci/vm-image.js'
import fc from '../../property.js'

const file = fc
  .record({
    title: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,12}$/),
    size: fc.nat(),
    format: fc.option(fc.constantFrom(...diskFormats), { nil: undefined }),
  })
  .map(({ title, size, format }): VmFile => {
    const disk = format === undefined ? undefined : { format, virtualBytes: size * 2 }
    return { path: `/tmp/${title}`, title, digest: digestOf(title), size, disk }
  })
const cloudImage = fc.record({ provider: fc.constantFrom('aws', 'azure'), region: fc.string(), id: fc.string() })
const content = fc.record({
  files: fc.uniqueArray(file, { selector: ({ title }) => title, maxLength: 5 }),
  cloudImages: fc.array(cloudImage, { maxLength: 4 }),
  annotations: fc.dictionary(fc.stringMatching(/^[a-z.]{1,10}$/), fc.string()),
})
const whole = (part: Pick<VmContent, 'files' | 'cloudImages' | 'annotations'>): VmContent => ({
  ...part,
  platform: { os: 'linux', architecture: 'amd64' },
  created: '2026-01-02T03:04:05Z',
})

test('the same content gives the same bytes, in whichever order the builder named it', () => {
  fc.assert(
    fc.property(content, (part) => {
      const reversed = {
        files: [...part.files].reverse(),
        cloudImages: [...part.cloudImages].reverse(),
        annotations: Object.fromEntries(Object.entries(part.annotations).reverse()),
      }
      const [one, other] = [composeVm(whole(part)), composeVm(whole(reversed))]
      expect(encodeJson(one.manifest).equals(encodeJson(other.manifest))).toBe(true)
      expect(one.configBytes.equals(other.configBytes)).toBe(true)
    }),
  )
})

test('what is written is read back: a diff-id a layer, titles on all of them, types that say what is in them', () => {
  fc.assert(
    fc.property(content, (part) => {
      const { manifest, configBytes } = composeVm(whole(part))
      const read = parseManifest(encodeJson(manifest), 'here')
      const config = parseImageConfig(configBytes, 'here')
      expect(read.artifactType).toBe(vmImageType)
      expect(config.rootfs.diff_ids).toEqual(read.layers.map(({ digest }) => digest))
      expect(read.layers.every((layer) => layer.annotations?.['org.opencontainers.image.title'])).toBe(true)
      const disks = read.layers.filter(({ mediaType }) => diskFormatOf(mediaType) !== undefined)
      expect(disks).toHaveLength(part.files.filter(({ disk }) => disk).length)
    }),
  )
})

test('only a single disk is told on the manifest', () => {
  const disk = (title: string): VmFile => {
    return { path: '/x', title, digest: digestOf(title), size: 7, disk: { format: 'qcow2', virtualBytes: 9 } }
  }
  const annotations = (...files: VmFile[]) =>
    composeVm(whole({ files, cloudImages: [], annotations: {} })).manifest.annotations
  expect(annotations(disk('a'))).toEqual({
    'dev.ingot.disk.digest': digestOf('a'),
    'dev.ingot.disk.format': 'qcow2',
    'dev.ingot.disk.size': '7',
    'dev.ingot.disk.virtual-size': '9',
    'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
  })
  expect(annotations(disk('a'), disk('b'))).toEqual({ 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' })
})

test('nothing but disks and what lies beside them is passed over, and only in a VM image', () => {
  const tar = { mediaType: 'application/vnd.oci.image.layer.v1.tar' }
  const qcow2 = { mediaType: diskType('qcow2') }
  expect(isOpaqueLayer({ artifactType: vmImageType }, qcow2)).toBe(true)
  expect(isOpaqueLayer({ artifactType: vmImageType }, tar)).toBe(false)
  expect(isOpaqueLayer({}, qcow2)).toBe(false)
})
