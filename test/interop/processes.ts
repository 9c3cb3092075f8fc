import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tool } from './tools.js'

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  /** stdout and stderr, as they came. */
  readonly log: string
}

/** Runs a program to its end. What it says is kept, not shown. */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { stdout: '', log: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
    said.log += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.log += text
  })
  const [code] = await once(child, 'close')
  return { code, ...said }
}

/** Runs a program that must succeed; its standard output. */
export async function must(...call: Parameters<typeof run>): Promise<string> {
  const { code, stdout, log } = await run(...call)
  if (code !== 0) throw new Error(`${call[0]} ${call[1].join(' ')} ended with ${code}:\n${log}`)
  return stdout
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export interface RunningRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string
  /** Ends the server and removes what it stored. */
  stop(): Promise<void>
}

/** Debian's docker-registry on loopback, empty: no referrers API. */
export async function startRegistry(): Promise<RunningRegistry> {
  const directory = await mkdtemp(join(tmpdir(), 'ingot-registry-'))
  const host = `127.0.0.1:${await freePort()}`
  const storage = { filesystem: { rootdirectory: directory }, delete: { enabled: true } }
  const file = join(directory, 'config.json') // JSON is YAML
  await writeFile(file, JSON.stringify({ version: 0.1, storage, http: { addr: host }, log: { level: 'error' } }))
  const { stop } = await serving(tool('docker-registry'), ['serve', file], host)
  return { host, stop: () => stop().finally(() => rm(directory, { recursive: true, force: true })) }
}

/**
 * CUE's ociregistry on loopback, in memory and empty: strict, with the referrers API; a mount that fails is a 404.
 *
 * @param options.user who may read and write, and nobody else; without it, everybody may
 * @param options.immutableTags a tag that exists is not moved
 */
export async function startOciRegistry(
  options: { user?: { name: string; password: string }; immutableTags?: boolean } = {},
): Promise<RunningRegistry> {
  const { user, immutableTags = false } = options
  const host = `127.0.0.1:${await freePort()}`
  const login = user === undefined ? {} : { REGISTRY_LOGIN: `${user.name}:${user.password}` }
  return serving(tool('ociregistry'), [`-address=${host}`, `-immutable-tags=${immutableTags}`], host, login)
}

async function serving(program: string, args: string[], host: string, env = {}): Promise<RunningRegistry> {
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } })
  await answering(`http://${host}/v2/`, child)
  return { host, stop: () => ended(child) }
}

/** Debian's buildah with its storage in `folder`; it needs no user namespace, no overlay and no network of its own. */
export function buildahIn(folder: string): (...args: string[]) => Promise<string> {
  const places = ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs']
  const env = { ...process.env, BUILDAH_ISOLATION: 'chroot', TMPDIR: folder }
  return (...args) => must(tool('buildah'), [...places, ...args], { env })
}

/** Waits until there is an answer; that it asks who we are counts as one. */
async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`what should answer at ${url} ended with ${child.exitCode}`)
    if (
      await fetch(url).then(
        ({ ok, status }) => ok || status === 401,
        () => false,
      )
    )
      return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`nothing answers at ${url}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
