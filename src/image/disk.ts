import type { DiskFormat } from '../oci/vm-image.js'

/** What a disk's own header says. */
export interface Disk {
  readonly format: DiskFormat
  /** Bytes that a machine sees, where the header says. */
  readonly virtualBytes?: number
  /** Why the file is not all of the disk: it needs another one. */
  readonly incomplete?: string
}

/** Bytes at the front of a file that `describeDisk` looks at. */
export const diskHeadBytes = 64 * 1024
/** Bytes at its end. */
export const diskTailBytes = 512

const sector = 512

/**
 * The disk that a file is, by its magic bytes and never by its name; undefined for what is no disk.
 *
 * @param head the first bytes of the file, `diskHeadBytes` where it has them
 * @param tail its last bytes, `diskTailBytes` where it has them
 * @see https://gitlab.com/qemu-project/qemu/-/blob/v9.0.0/docs/interop/qcow2.txt
 * @see https://learn.microsoft.com/en-us/windows/win32/vstor/about-vhd
 */
export function describeDisk(head: Uint8Array, tail: Uint8Array, fileBytes: number): Disk | undefined {
  const front = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const end = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength)
  for (const read of [qcow2, vmdk, vdi, vhdx, vhd, ova]) {
    const disk = read(front, end)
    if (disk !== undefined) return disk
  }
  return isIso(front) ? undefined : raw(front, fileBytes)
}

function qcow2(head: Buffer): Disk | undefined {
  if (!has(head, 0, 'QFI\xfb') || head.length < 104) return undefined
  const version = head.readUInt32BE(4)
  if (version !== 2 && version !== 3) return undefined
  const [backing, external] = [head.readBigUInt64BE(8) !== 0n, version === 3 && (head.readUInt8(79) & 4) !== 0]
  const incomplete = backing ? 'it has a backing file' : external ? 'its data is in another file' : undefined
  return { format: 'qcow2', virtualBytes: Number(head.readBigUInt64BE(24)), ...(incomplete && { incomplete }) }
}

function vmdk(head: Buffer): Disk | undefined {
  if (has(head, 0, '# Disk DescriptorFile')) return { format: 'vmdk', ...parentOf(head.toString('latin1')) }
  if (!has(head, 0, 'KDMV') || head.length < sector) return undefined
  const at = Number(head.readBigUInt64LE(28)) * sector
  const descriptor = at < head.length ? head.subarray(at).toString('latin1') : ''
  return { format: 'vmdk', virtualBytes: Number(head.readBigUInt64LE(12)) * sector, ...parentOf(descriptor) }
}

function parentOf(descriptor: string): Pick<Disk, 'incomplete'> {
  const parent = /^parentCID=([0-9a-f]+)/im.exec(descriptor)?.[1]
  return parent === undefined || parent.toLowerCase() === 'ffffffff' ? {} : { incomplete: 'it has a parent disk' }
}

function vdi(head: Buffer): Disk | undefined {
  if (head.length < 0x178 || head.readUInt32LE(0x40) !== 0xbeda107f) return undefined
  const isDifference = head.readUInt32LE(0x4c) === 4
  const virtualBytes = Number(head.readBigUInt64LE(0x170))
  return { format: 'vdi', virtualBytes, ...(isDifference && { incomplete: 'it has a parent disk' }) }
}

function vhdx(head: Buffer): Disk | undefined {
  return has(head, 0, 'vhdxfile') ? { format: 'vhdx' } : undefined
}

/** The footer is at the end, of a growing disk also at the front. */
function vhd(head: Buffer, tail: Buffer): Disk | undefined {
  const footer = [head, tail].find((part) => part.length >= sector && has(part, 0, 'conectix'))
  if (footer === undefined) return undefined
  const isDifference = footer.readUInt32BE(60) === 4
  const virtualBytes = Number(footer.readBigUInt64BE(48))
  return { format: 'vhd', virtualBytes, ...(isDifference && { incomplete: 'it has a parent disk' }) }
}

/** A tar whose first member is a machine's definition. */
function ova(head: Buffer): Disk | undefined {
  const name = head.subarray(0, 100).toString('latin1').replace(/\0.*$/s, '')
  return has(head, 257, 'ustar') && name.endsWith('.ovf') ? { format: 'ova' } : undefined
}

/** Bytes without a container: told by a partition table, or by the file system that begins with them. */
function raw(head: Buffer, fileBytes: number): Disk | undefined {
  const isPartitioned = has(head, 510, '\x55\xaa') || has(head, sector, 'EFI PART')
  const isFileSystem = has(head, 0x438, '\x53\xef') || has(head, 0, 'XFSB')
  return isPartitioned || isFileSystem ? { format: 'raw', virtualBytes: fileBytes } : undefined
}

/** An installer carries a partition table too, and is no installed machine. */
function isIso(head: Buffer): boolean {
  return has(head, 0x8001, 'CD001')
}

function has(bytes: Buffer, at: number, magic: string): boolean {
  return bytes.subarray(at, at + magic.length).equals(Buffer.from(magic, 'latin1'))
}
