import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ask } from './client.js'
import { timed } from './measure.js'
import { find, need } from './tools.js'

/** The servers that a scenario needs, each on a port of its own and with storage that goes when it stops. */

/**
 * Debian's docker-registry. No blob-descriptor cache is configured: with one, mounts of blobs succeed that are no longer
 * on disk, and second runs are answered from memory.
 */
export async function startRegistry(folder) {
  const storage = await mkdtemp(join(folder, 'registry-'))
  const host = `127.0.0.1:${await freePort()}`
  const file = `${storage}.json` // JSON is YAML
  const filesystem = { rootdirectory: storage }
  const config = {
    version: 0.1,
    storage: { filesystem, delete: { enabled: true } },
    http: { addr: host },
    log: { level: 'error' },
  }
  await writeFile(file, JSON.stringify(config))
  const child = spawn(need('docker-registry'), ['serve', file], { stdio: 'ignore' })
  await until(child, 'docker-registry', () => ask(host, 'GET', '/v2/', { expected: [200] }))
  return { host, stop: () => ended(child).then(() => rm(storage, { recursive: true, force: true })) }
}

/** A Docker engine of our own, on its default storage driver where that works here, and without a network. */
export async function startDocker(folder) {
  for (const driver of ['overlay2', 'vfs']) {
    const data = await mkdtemp(join(folder, 'docker-'))
    const socket = `unix://${data}/docker.sock`
    const places = ['--data-root', `${data}/data`, '--exec-root', `${data}/exec`, '--pidfile', `${data}/pid`]
    const plain = ['--iptables=false', '--bridge=none', `--storage-driver=${driver}`]
    const child = spawn(need('dockerd'), ['-H', socket, ...places, ...plain], { stdio: 'ignore' })
    const stop = () => ended(child).then(() => rm(data, { recursive: true, force: true }))
    try {
      await until(child, 'dockerd', () => timed({ file: need('docker'), args: ['-H', socket, 'version'] }))
      const env = { ...process.env, DOCKER_HOST: socket, DOCKER_BUILDKIT: '0', DOCKER_CONFIG: data }
      return { pid: child.pid, env, driver, stop }
    } catch (error) {
      await stop()
      if (driver === 'vfs') throw error
    }
  }
}

/** Whether an engine can be started at all: as root, where it is installed. */
export const dockerIsThere = () =>
  find('dockerd') !== undefined && find('docker') !== undefined && process.getuid?.() === 0

async function until(child, name, answers) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    const answered = await answers().then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${name} does not answer`)
}

async function ended(child) {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}
