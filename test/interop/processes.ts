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

/** Debian's docker-registry on loopback, empty. */
export async function startRegistry(): Promise<{ host: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'ingot-registry-'))
  const host = `127.0.0.1:${await freePort()}`
  const storage = { filesystem: { rootdirectory: directory }, delete: { enabled: true } }
  const file = join(directory, 'config.json') // JSON is YAML
  await writeFile(file, JSON.stringify({ version: 0.1, storage, http: { addr: host }, log: { level: 'error' } }))
  const child = spawn(tool('docker-registry'), ['serve', file], { stdio: 'ignore' })
  await answering(`http://${host}/v2/`, child)
  return {
    host,
    stop: async () => {
      await ended(child)
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`what should answer at ${url} ended with ${child.exitCode}`)
    if (
      await fetch(url).then(
        ({ ok }) => ok,
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
