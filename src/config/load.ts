import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { IngotError } from '../errors.js'
import { policySchema } from './policy-schema.js'
import { configSchema } from './schema.js'
import { readYaml } from './source.js'

/** `ingot.yml` as values: durations in milliseconds, file paths absolute, image references as they were written. */
export type Config = z.output<typeof configSchema> & { readonly file: string }

/** The organisation policy as values: keys are PEM text. */
export type Policy = z.output<typeof policySchema> & { readonly file: string }

/**
 * Reads and checks a configuration. File paths in it are relative to the file's own folder.
 *
 * @throws IngotError `invalid-config` with file, line, column and the nearest valid key
 */
export async function loadConfig(file: string): Promise<Config> {
  const config = await readYaml(file, configSchema)
  const folder = dirname(resolve(file))
  const local = (path: string) => resolve(folder, path)
  const localLedger = (url: string) => (/^[a-z][a-z0-9+.-]*:\/\/|^[^/]+@[^/]+:/i.test(url) ? url : local(url))
  return {
    ...config,
    file,
    ...(config.bake && { bake: localBake(config.bake, local) }),
    scan: { ...config.scan, ...(config.scan.advisories && { advisories: local(config.scan.advisories) }) },
    ...(config.verify && { verify: { ...config.verify, key: local(config.verify.key) } }),
    ...(config.ledger && { ledger: localLedger(config.ledger) }),
    environments: mapValues(config.environments, (environment) => ({
      ...environment,
      target: { ...environment.target, directory: local(environment.target.directory) },
    })),
  }
}

/** @throws IngotError `invalid-config`, also when a key that it names cannot be read */
export async function loadPolicy(file: string): Promise<Policy> {
  const policy = await readYaml(file, policySchema)
  const readKey = async (key: string) =>
    readFile(resolve(dirname(file), key), 'utf8').catch((cause: Error) => {
      throw new IngotError('invalid-config', `${file} names the key ${key}, which cannot be read: ${cause.message}`, {
        cause,
      })
    })
  const bases = await Promise.all(
    policy.bases.map(async ({ key, ...base }) => ({ ...base, ...(key !== undefined && { key: await readKey(key) }) })),
  )
  return { ...policy, bases, file }
}

type Bake = NonNullable<z.output<typeof configSchema>['bake']>

/** What an engine reads from disk, from the configuration's own folder. */
function localBake(bake: Bake, local: (path: string) => string): Bake {
  switch (bake.engine) {
    case 'layers':
      return { ...bake, add: bake.add.map((entry) => localSource(entry, local)) }
    case 'buildkit':
      return {
        ...bake,
        context: local(bake.context),
        ...(bake.file !== undefined && { file: local(bake.file) }),
        ...(bake['bake-file'] !== undefined && { 'bake-file': local(bake['bake-file']) }),
      }
    case 'packer':
      return { ...bake, template: local(bake.template) }
  }
}

type LayersBake = Extract<Bake, { engine: 'layers' }>

function localSource(entry: LayersBake['add'][number], local: (path: string) => string): LayersBake['add'][number] {
  if (typeof entry !== 'string') return { ...entry, source: local(entry.source) }
  const colon = entry.lastIndexOf(':/')
  return `${local(entry.slice(0, colon))}${entry.slice(colon)}`
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
