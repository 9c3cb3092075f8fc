import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { tool } from './tools.js'

/** Without KVM, on a machine of two slow cores that has more to do. */
const patienceMilliseconds = 480_000

/**
 * Boots a disk under QEMU, nothing written to it, until a line ends the boot.
 *
 * @returns what the machine wrote on its serial console
 */
export async function bootDisk(disk: string, last: string): Promise<string> {
  const drive = `file=${disk},if=virtio,format=qcow2,snapshot=on`
  const machine = ['-machine', 'accel=tcg', '-m', '256', '-display', 'none', '-serial', 'stdio', '-no-reboot']
  const child = spawn(tool('qemu-system-x86_64'), [...machine, '-nic', 'user,model=virtio-net-pci', '-drive', drive], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let serial = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      serial += text
    })
  }
  const ended = once(child, 'close')
  const deadline = Date.now() + patienceMilliseconds
  while (!new RegExp(`^${last}\\r?$`, 'm').test(serial) && child.exitCode === null && Date.now() < deadline)
    await wait(200)
  child.kill('SIGKILL')
  await ended
  return serial
}
