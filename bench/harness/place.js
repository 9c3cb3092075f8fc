import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRecorder, startProxy } from './proxy.js'
import { startRegistry } from './servers.js'

/**
 * Where a scenario takes place: a folder, two registries on free ports, and in front of each a proxy that counts, and
 * charges 40 ms a request. Everything goes when it ends.
 *
 * @typedef {Awaited<ReturnType<typeof openPlace>>} Place
 */
export async function openPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'ingot-bench-'))
  const opened = []
  const open = async (starting) => {
    const server = await starting
    opened.unshift(server)
    return server
  }
  const close = async () => {
    for (const server of opened) await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const recorder = createRecorder()
    const near = [await open(startRegistry(folder)), await open(startRegistry(folder))]
    const far = []
    for (const { host } of near) far.push(await open(startProxy({ target: host, recorder, latency: 40 })))
    /** @returns {{host: string, other: string}} the two registries at this distance, 0 or 40 ms */
    const hosts = (latency) => {
      const [first, second] = latency === 0 ? near : far
      return { host: first.host, other: second.host }
    }
    return { folder, recorder, hosts, open, close }
  } catch (error) {
    await close()
    throw error
  }
}
