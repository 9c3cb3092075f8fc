import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must, run } from './processes.js'
import { toolFolder } from './tools.js'

export interface BuildkitEngine {
  /** For `docker` and `ingot`: the engine, its client and plugin, and nothing of the user's own. */
  readonly env: NodeJS.ProcessEnv
  /** A builder that can push by digest. */
  readonly builder: string
  /** A program that needs no libraries: `sh`, `cat` and more, by the name that it is called by. */
  readonly busybox: string
  docker(...args: string[]): Promise<string>
  stop(): Promise<void>
}

/**
 * Docker 26 of its own, with the BuildKit that is inside it: no bridge, no iptables, a store that works on any file system.
 * buildx speaks to that BuildKit as to a remote one, as it would to a builder in a cluster.
 */
export async function startBuildkit(): Promise<BuildkitEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'ingot-bk-'))
  const packages = toolFolder('buildkit')
  const bins = [join(packages, 'usr/bin'), join(packages, 'usr/sbin')]
  const path = [...bins, process.env.PATH, '/usr/sbin', '/sbin'].join(':')
  const socket = join(folder, 'docker.sock')
  const config = { features: { 'containerd-snapshotter': true }, 'storage-driver': 'native' }
  await writeFile(join(folder, 'daemon.json'), JSON.stringify(config))
  const places = ['--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`, '--pidfile', `${folder}/pid`]
  const plain = ['--iptables=false', '--ip6tables=false', '--bridge=none', '--config-file', `${folder}/daemon.json`]
  const daemon = spawn(join(packages, 'usr/sbin/dockerd'), ['-H', `unix://${socket}`, ...places, ...plain], {
    env: { PATH: path, HOME: folder },
    stdio: 'ignore',
  })
  await mkdir(join(folder, 'config/cli-plugins'), { recursive: true })
  const plugin = join(packages, 'usr/libexec/docker/cli-plugins/docker-buildx')
  await symlink(plugin, join(folder, 'config/cli-plugins/docker-buildx'))
  const env = { PATH: path, HOME: folder, DOCKER_CONFIG: join(folder, 'config'), DOCKER_HOST: `unix://${socket}` }
  await answering(env, daemon)
  const door = await openDoor(join(folder, 'buildkit.sock'), socket)
  const builder = 'ingot'
  await must(
    'docker',
    ['buildx', 'create', '--name', builder, '--driver', 'remote', `unix://${folder}/buildkit.sock`],
    { env },
  )
  return {
    env,
    builder,
    busybox: join(packages, 'usr/bin/busybox'),
    docker: (...args) => must('docker', args, { env }),
    stop: async () => {
      door.close()
      daemon.kill('SIGTERM')
      if (daemon.exitCode === null) await once(daemon, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answering(env: NodeJS.ProcessEnv, daemon: ChildProcess): Promise<void> {
  for (let attempt = 0; (await run('docker', ['version'], { env })).code !== 0; attempt++) {
    if (attempt > 300 || daemon.exitCode !== null) throw new Error(`dockerd does not answer (${daemon.exitCode})`)
    await new Promise((done) => setTimeout(done, 200))
  }
}

/** A socket behind which BuildKit answers as `buildkitd` does: each connection asks Docker for its BuildKit, and is it then. */
async function openDoor(path: string, docker: string): Promise<Server> {
  const ask = 'POST /grpc HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'
  const server = createServer((client) => {
    const engine = connect(docker, () => engine.write(ask))
    const end = () => {
      client.destroy()
      engine.destroy()
    }
    for (const socket of [client, engine]) socket.on('error', end).on('close', end)
    pipeBehindHead(engine, client)
  }).listen(path)
  await once(server, 'listening')
  return server
}

function pipeBehindHead(engine: Socket, client: Socket): void {
  let head = Buffer.alloc(0)
  const read = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    engine.off('data', read)
    client.write(head.subarray(end + 4))
    engine.pipe(client)
    client.pipe(engine)
  }
  engine.on('data', read)
}
