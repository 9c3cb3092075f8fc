import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../.tools/bin', import.meta.url))

/** The tools that `test/interop/install.sh` brings: pinned ones in `.tools/bin`, the rest from Debian. */
export type Tool =
  | 'skopeo'
  | 'umoci'
  | 'buildah'
  | 'docker-registry'
  | 'dockerd'
  | 'docker'
  | 'chromium'
  | 'git'
  | 'openssl'
  | 'zizmor'
  | 'oras'
  | 'cosign2'
  | 'cosign3'
  | 'actionlint'
  | 'crane'
  | 'node24'
  | 'act'
  | 'ociregistry'
  | 'packer'
  | 'qemu-system-x86_64'
  | 'qemu-img'

/** The disk that `test/interop/golden-vm.sh` makes: it boots in seconds without KVM, and root may log in. */
export const goldenVm = { disk: join(bin, 'golden-vm.qcow2'), password: 'golden-vm-test' }

/**
 * The file of an installed tool.
 *
 * @throws Error when it is not installed: a test on a tool that is missing fails, it is never skipped
 */
export function tool(name: Tool): string {
  const directories = [bin, ...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  const file = directories.map((directory) => join(directory, name)).find(isExecutable)
  if (file === undefined) throw new Error(`${name} is not installed: run test/interop/install.sh`)
  return file
}

/**
 * The folder of packages that belong together, unpacked by `test/interop/install.sh`.
 *
 * @throws Error when it is not there
 */
export function toolFolder(name: 'buildkit'): string {
  const folder = join(bin, '..', name)
  if (!isExecutable(folder)) throw new Error(`${name} is not installed: run test/interop/install.sh`)
  return folder
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
