import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { IngotError } from '../../errors.js'
import { run } from '../../exec/index.js'
import { type Disk, describeDisk, diskHeadBytes, diskTailBytes } from '../../image/index.js'
import type { Digest } from '../../oci/digest.js'
import type { DiskFormat } from '../../oci/vm-image.js'

/** One file that a builder made, hashed and looked into. */
export interface VmFile {
  readonly path: string
  /** Name that whoever pulls it gets. */
  readonly title: string
  readonly digest: Digest
  readonly size: number
  /** Absent for what is no disk. */
  readonly disk?: Disk | undefined
}

export interface InspectOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Looks into a file and hashes it, in a bounded amount of memory.
 *
 * @throws IngotError `not-found`; `unsupported` for a disk that needs another file; `unreadable` when QEMU contradicts the header
 */
export async function inspectFile(path: string, title: string, options: InspectOptions): Promise<VmFile> {
  const { head, tail, size } = await readEnds(path)
  const disk = describeDisk(head, tail, size)
  if (disk?.incomplete !== undefined) {
    throw new IngotError('unsupported', `The ${disk.format} ${title} is not a whole disk: ${disk.incomplete}`, {
      advice:
        'Have the builder write a disk that stands alone (of qemu: use_backing_file = false, skip_compaction = false)',
    })
  }
  const checked = disk === undefined ? undefined : await checkWithQemu(path, title, disk, options)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    options.signal?.throwIfAborted()
    hash.update(chunk)
  }
  return { path, title, digest: `sha256:${hash.digest('hex')}` as Digest, size, disk: checked }
}

async function readEnds(path: string): Promise<{ head: Buffer; tail: Buffer; size: number }> {
  const handle = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new IngotError('not-found', `The builder names the file ${path}, which cannot be read: ${cause.message}`, {
      advice: 'A post-processor may have removed it: keep_input_artifact = true keeps it',
      cause,
    })
  })
  try {
    const { size } = await handle.stat()
    const at = async (position: number, length: number) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size)))
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
      return buffer.subarray(0, bytesRead)
    }
    return { head: await at(0, diskHeadBytes), tail: await at(Math.max(0, size - diskTailBytes), diskTailBytes), size }
  } finally {
    await handle.close()
  }
}

/** QEMU's names of the formats that it reads. */
const qemuNames: Partial<Record<DiskFormat, string>> = {
  qcow2: 'qcow2',
  vmdk: 'vmdk',
  vdi: 'vdi',
  vhd: 'vpc',
  vhdx: 'vhdx',
}

/**
 * Where qemu-img is installed it has the second word: it opens the file as what the header says, and never probes, since a
 * raw disk whose first bytes somebody else has chosen may look like anything.
 */
async function checkWithQemu(path: string, title: string, disk: Disk, options: InspectOptions): Promise<Disk> {
  const name = qemuNames[disk.format]
  if (name === undefined) return disk
  const { env, signal, log } = options
  try {
    const { PATH, HOME, TMPDIR } = env
    const { stdout } = await run('qemu-img', ['info', '-U', '--output=json', '-f', name, path], {
      env: { PATH, HOME, TMPDIR, LC_ALL: 'C' },
      signal,
    })
    const virtualBytes = virtualSizeIn(stdout)
    return virtualBytes === undefined ? disk : { ...disk, virtualBytes }
  } catch (thrown) {
    if (!(thrown instanceof IngotError)) throw thrown
    if (thrown.reason === 'not-found') {
      log?.(`qemu-img is not installed: ${title} is ${disk.format} by its header alone`)
      return disk
    }
    if (thrown.reason !== 'tool-failed') throw thrown
    throw new IngotError('unreadable', `${title} has the header of a ${disk.format}, and QEMU cannot open it as one`, {
      advice: 'The disk is damaged: bake it again, and look whether the disk of this machine was full',
      cause: thrown,
    })
  }
}

function virtualSizeIn(json: string): number | undefined {
  try {
    const value: unknown = JSON.parse(json)
    const size = (value as Record<string, unknown> | null)?.['virtual-size']
    return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined
  } catch {
    return undefined
  }
}
