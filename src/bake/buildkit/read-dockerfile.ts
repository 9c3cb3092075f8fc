import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { codeOf, IngotError } from '../../errors.js'
import type { BuildDefinition } from './definition.js'

const maximumDockerfileBytes = 4 * 1024 * 1024 // 4 MiB

/**
 * Reads the Dockerfile once: what is checked is what is built.
 *
 * @param file absolute path
 * @throws IngotError `not-found`, `size-exceeded`
 */
export async function readDockerfile(file: string): Promise<BuildDefinition['dockerfile']> {
  const text = await readBounded(file)
  if (text === undefined) {
    throw new IngotError('not-found', `There is no Dockerfile ${file}`, {
      advice: 'Name it with --file (bake.file in ingot.yml), or the directory that holds it with --context',
    })
  }
  return { name: basename(file), text, ignore: await readBounded(`${file}.dockerignore`) }
}

/** @throws IngotError `not-found`, `unsupported` for what is not a directory of this machine */
export async function checkContext(context: string, directory: string): Promise<string> {
  if (context === '-' || /^[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(context)) {
    throw new IngotError('unsupported', `The build context ${JSON.stringify(context)} is not a directory`, {
      advice: 'Check the sources out first: the Dockerfile is read before the build, to find the base',
    })
  }
  const path = resolve(directory, context)
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return path
  throw new IngotError('not-found', `The build context ${path} is not a directory`)
}

async function readBounded(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file)
    if (!found.isFile()) throw new IngotError('invalid-input', `${file} is not a file`)
    if (found.size <= maximumDockerfileBytes) return await readFile(file, 'utf8')
    throw new IngotError('size-exceeded', `${file} has ${found.size} bytes, more than ${maximumDockerfileBytes}`)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT' || codeOf(thrown) === 'ENOTDIR') return undefined
    throw thrown
  }
}
