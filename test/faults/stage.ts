import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseReference, type RegistryReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'
import { RemoteStore } from '../../src/registry/remote.js'
import { type AuthOptions, type FakeRegistry, type RegistryOptions, startRegistry } from '../fakes/registry/index.js'

export const sides = ['source', 'target'] as const
export type Side = (typeof sides)[number]

/** Two registries and a folder of its own for one run of an operation. */
export interface Stage {
  readonly source: FakeRegistry
  readonly target: FakeRegistry
  readonly folder: string
  /** Of every call, and of every store that is opened here. */
  readonly signal: AbortSignal
  remote(side: Side, path: string): ImageStore
  layout(name: string): ImageStore
  close(): Promise<void>
}

export interface StageOptions extends Partial<Record<Side, RegistryOptions>> {
  readonly idleMilliseconds?: number
  readonly signal: AbortSignal
}

// Layouts wait for the disk after each write; nothing here has to outlive the machine.
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export const user: AuthOptions = { scheme: 'bearer', username: 'ada', password: 'hunter2hunter2' }

export async function openStage(options: StageOptions): Promise<Stage> {
  const [source, target] = await Promise.all(
    sides.map((side) => startRegistry({ address: nextAddress(), ...options[side] })),
  )
  if (source === undefined || target === undefined) throw new Error('no registries')
  const registries = { source, target }
  const folder = mkdtempSync(join(memory, 'ingot-faults-'))
  const { signal, idleMilliseconds = 10_000 } = options
  for (const side of sides) if (options[side]?.auth) logins.add(registries[side].host)
  if (logins.size > 0) writeLogins()
  return {
    ...registries,
    ...{ folder, signal },
    remote: (side, path) =>
      new RemoteStore(parseReference(`${registries[side].host}/${path}`) as RegistryReference, {
        ...{ signal, idleMilliseconds, firstDelayMilliseconds: 1 },
      }),
    layout: (name) => openStore(parseReference(`oci:${join(folder, name)}`), { signal }),
    close: async () => {
      for (const side of sides) logins.delete(registries[side].host)
      await Promise.all(sides.map((side) => registries[side].close()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * An address that no registry had before: the client remembers what it has learnt about a host for as long as its process
 * lives, and ports come round again. Only Linux has all of 127.0.0.0/8.
 */
function nextAddress(): string {
  addresses += 1
  return process.platform === 'linux' ? `127.1.${addresses >> 8}.${addresses & 255}` : '127.0.0.1'
}
let addresses = 0

const logins = new Set<string>()
const dockerConfig = mkdtempSync(join(memory, 'ingot-docker-config-'))

/** As `docker login` would, for all registries that run now: stores read it when they are first refused. */
function writeLogins(): void {
  process.env.DOCKER_CONFIG = dockerConfig
  const auth = Buffer.from(`${user.username}:${user.password}`).toString('base64')
  const text = JSON.stringify({ auths: Object.fromEntries([...logins].map((host) => [host, { auth }])) })
  writeFileSync(join(dockerConfig, 'new.json'), text)
  renameSync(join(dockerConfig, 'new.json'), join(dockerConfig, 'config.json'))
}
afterAll(() => rmSync(dockerConfig, { recursive: true, force: true }))
