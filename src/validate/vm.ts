import { type Disk, describeDisk, diskHeadBytes, diskTailBytes, type Image } from '../image/index.js'
import { formatBytes } from '../oci/bytes.js'
import type { Descriptor } from '../oci/manifest.js'
import { cloudImagesType, diskFormatOf, vmAnnotations } from '../oci/vm-image.js'
import { type CheckResult, nameCheck, type StructureCheck } from './checks.js'
import { judgeStructure } from './structure.js'

/**
 * Checks of a VM image: its size, and that each disk is what the manifest says of it. What lies inside the file systems of
 * a disk is not read here, so a check on it is an `error`: neither pass nor fail.
 *
 * @throws IngotError what reading a disk throws; one that does not match its digest is no image
 */
export async function checkVm(
  image: Image,
  check: StructureCheck,
  signal?: AbortSignal,
): Promise<Pick<CheckResult, 'verdict' | 'message'>> {
  switch (check.kind) {
    case 'size':
      return judgeStructure(check, { ...image, tree: new Map() })
    case 'coherence':
      return checkDisks(image, signal)
    default:
      return {
        verdict: 'error',
        message: `${nameCheck(check)} cannot be looked at in a VM image: check it in a provisioner, while the machine runs`,
      }
  }
}

async function checkDisks(image: Image, signal?: AbortSignal): Promise<Pick<CheckResult, 'verdict' | 'message'>> {
  const disks = image.manifest.layers.filter(({ mediaType }) => diskFormatOf(mediaType) !== undefined)
  const problems: string[] = []
  for (const disk of disks) problems.push(...problemsOf(disk, await readHeader(image, disk, signal)))
  if (problems.length > 0) return { verdict: 'fail', message: problems.join('; ') }
  const isInClouds = image.manifest.layers.some(({ mediaType }) => mediaType === cloudImagesType)
  const told = disks.map(({ mediaType, size }) => `${diskFormatOf(mediaType)} of ${formatBytes(size)}`)
  const said = [...told, ...(isInClouds ? ['images in a cloud, which are taken by their id'] : [])]
  if (said.length === 0) return { verdict: 'fail', message: 'it holds no disk, and names no image in a cloud' }
  return { verdict: 'pass', message: `what it says: ${said.join(', ')}` }
}

function problemsOf({ mediaType, annotations, digest }: Descriptor, found: Disk | undefined): string[] {
  const format = diskFormatOf(mediaType)
  if (found === undefined || found.format !== format)
    return [`${digest} is called ${format}, and is ${found?.format ?? 'no disk'}`]
  const said = annotations?.[vmAnnotations.diskVirtualSize]
  const differs = found.virtualBytes !== undefined && said !== undefined && said !== String(found.virtualBytes)
  return [
    ...(found.incomplete === undefined ? [] : [`${digest} is not a whole disk: ${found.incomplete}`]),
    ...(differs ? [`${digest} is said to hold ${said} bytes, and holds ${found.virtualBytes}`] : []),
  ]
}

/** Reads all of a disk, so that its digest is checked too, and keeps both ends. */
async function readHeader(image: Image, disk: Descriptor, signal?: AbortSignal): Promise<Disk | undefined> {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  for await (const chunk of image.store.readBlob(disk, signal && { signal })) {
    if (head.length < diskHeadBytes) head = Buffer.concat([head, chunk]).subarray(0, diskHeadBytes)
    tail = Buffer.concat([tail, chunk.subarray(-diskTailBytes)]).subarray(-diskTailBytes)
  }
  return describeDisk(head, tail, disk.size)
}
