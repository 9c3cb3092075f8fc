import { describeDisk, diskHeadBytes } from '../../src/image/index.js'
import fc from '../property.js'
import { disks } from './support/disks.js'

const look = (bytes: Buffer, size = bytes.length) =>
  describeDisk(bytes.subarray(0, diskHeadBytes), bytes.subarray(-512), size)

test.each([
  ['qcow2', disks.qcow2(), { format: 'qcow2', virtualBytes: 1024 ** 3 }],
  ['qcow2 on another', disks.qcow2({ backing: true }), { format: 'qcow2', incomplete: 'it has a backing file' }],
  [
    'qcow2 without data',
    disks.qcow2({ external: true }),
    { format: 'qcow2', incomplete: 'its data is in another file' },
  ],
  ['vmdk', disks.vmdk(), { format: 'vmdk', virtualBytes: 2048 * 512 }],
  ['vmdk on another', disks.vmdk('0a1b2c3d'), { format: 'vmdk', incomplete: 'it has a parent disk' }],
  ['vmdk descriptor', Buffer.from('# Disk DescriptorFile\nversion=1\nparentCID=ffffffff\n'), { format: 'vmdk' }],
  ['vdi', disks.vdi(), { format: 'vdi', virtualBytes: 4096 }],
  ['vdi on another', disks.vdi(4), { format: 'vdi', incomplete: 'it has a parent disk' }],
  ['vhd, growing', disks.vhd('front'), { format: 'vhd', virtualBytes: 8192 }],
  ['vhd, fixed, behind a partition table', disks.vhd('end'), { format: 'vhd', virtualBytes: 8192 }],
  ['vhdx', Buffer.from('vhdxfile'.padEnd(1024, '\0')), { format: 'vhdx' }],
  ['ova', disks.ova(), { format: 'ova' }],
  ['raw with a partition table', disks.raw(), { format: 'raw', virtualBytes: 4096 }],
  ['raw with a file system', disks.ext4(), { format: 'raw', virtualBytes: 4096 }],
])('%s', (_, bytes, expected) => {
  expect(look(bytes)).toMatchObject(expected)
  if (!('incomplete' in expected)) expect(look(bytes)?.incomplete).toBeUndefined()
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['zeros', Buffer.alloc(4096)],
  ['a gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
  ['a tar of something else', disks.ova('readme.txt')],
  ['an installer', disks.iso()],
  ['the first bytes of a qcow2', Buffer.from('QFI\xfb', 'latin1')],
  ['a qcow of the first kind', disks.qcow2({ version: 1 })],
])('%s is no disk', (_, bytes) => expect(look(bytes)).toBeUndefined())

test('no bytes make it throw', () => {
  const magic = fc.constantFrom('', 'QFI\xfb', 'KDMV', 'conectix', 'vhdxfile', '# Disk DescriptorFile', 'XFSB')
  fc.assert(
    fc.property(magic, fc.uint8Array({ maxLength: 600 }), (start, rest) => {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest])
      look(bytes)
    }),
  )
})
