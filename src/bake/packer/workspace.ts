import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The private directory of one build: everything that it makes on the way, gone when it ends. */
export interface PackerWorkspace {
  readonly directory: string
  /** Not there yet: builders want to make it. */
  readonly output: string
  /** Of one platform: for its base's disk, and for the package databases that a template downloads from its machine. */
  directoriesOf(platform: string): { readonly base: string; readonly inventory: string }
  /** @returns the file that holds the variables; only this user reads it */
  writeVariables(document: string): string
  remove(): void
}

/** @param temporary where it is made; default the system's place for temporary files */
export function openWorkspace(temporary: string = tmpdir()): PackerWorkspace {
  const directory = mkdtempSync(join(temporary, 'ingot-packer-')) // mode 0700
  const make = (kind: string, platform: string) => {
    const path = join(directory, kind, platform.replaceAll('/', '-'))
    mkdirSync(path, { recursive: true })
    return path
  }
  return {
    directory,
    output: join(directory, 'output'),
    directoriesOf: (platform) => ({ base: make('base', platform), inventory: make('inventory', platform) }),
    writeVariables(document) {
      const file = join(directory, 'ingot.pkrvars.json')
      writeFileSync(file, document, { mode: 0o600, flag: 'wx' })
      return file
    },
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}
