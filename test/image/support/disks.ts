/** Headers of disks, as small as they can be. */
export const disks = {
  qcow2({ backing = false, external = false, version = 3 } = {}): Buffer {
    const bytes = Buffer.alloc(512)
    bytes.write('QFI\xfb', 0, 'latin1')
    bytes.writeUInt32BE(version, 4)
    if (backing) bytes.writeBigUInt64BE(256n, 8)
    bytes.writeUInt32BE(16, 20)
    bytes.writeBigUInt64BE(1024n ** 3n, 24)
    if (external) bytes.writeBigUInt64BE(4n, 72)
    return bytes
  },
  vmdk(parent = 'ffffffff'): Buffer {
    const bytes = Buffer.alloc(1024)
    bytes.write('KDMV', 0, 'latin1')
    bytes.writeBigUInt64LE(2048n, 12)
    bytes.writeBigUInt64LE(1n, 28)
    bytes.write(`# Disk DescriptorFile\nCID=1\nparentCID=${parent}\n`, 512, 'latin1')
    return bytes
  },
  vdi(type = 1): Buffer {
    const bytes = Buffer.alloc(512)
    bytes.writeUInt32LE(0xbeda107f, 0x40)
    bytes.writeUInt32LE(type, 0x4c)
    bytes.writeBigUInt64LE(4096n, 0x170)
    return bytes
  },
  vhd(where: 'front' | 'end'): Buffer {
    const footer = Buffer.alloc(512)
    footer.write('conectix', 0, 'latin1')
    footer.writeBigUInt64BE(8192n, 48)
    footer.writeUInt32BE(where === 'end' ? 2 : 3, 60)
    const content = Buffer.alloc(8192)
    content.write('\x55\xaa', 510, 'latin1')
    return where === 'end' ? Buffer.concat([content, footer]) : Buffer.concat([footer, content])
  },
  ova(first = 'machine.ovf'): Buffer {
    const bytes = Buffer.alloc(1024)
    bytes.write(first, 0, 'latin1')
    bytes.write('ustar', 257, 'latin1')
    return bytes
  },
  raw(): Buffer {
    const bytes = Buffer.alloc(4096)
    bytes.write('\x55\xaa', 510, 'latin1')
    return bytes
  },
  ext4(): Buffer {
    const bytes = Buffer.alloc(4096)
    bytes.write('\x53\xef', 0x438, 'latin1')
    return bytes
  },
  iso(): Buffer {
    const bytes = Buffer.alloc(64 * 1024)
    bytes.write('\x55\xaa', 510, 'latin1')
    bytes.write('CD001', 0x8001, 'latin1')
    return bytes
  },
}
