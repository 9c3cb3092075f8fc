import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, IngotError } from '../../errors.js'

/**
 * Writes the page whole or not at all, so that whoever serves it never shows half a board.
 *
 * @returns the absolute path
 * @throws IngotError `unreadable` when it cannot be written
 */
export async function writePage(output: string, page: string): Promise<string> {
  const file = path.resolve(output)
  const partial = `${file}.${process.pid}.partial`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(partial, page)
    await rename(partial, file)
    return file
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined) // the first failure is the one to tell
    throw new IngotError(
      'unreadable',
      `Cannot write the board to ${output}: ${codeOf(cause) ?? (cause as Error).message}`,
      {
        advice: 'Give --output FILE in a folder that can be written',
        cause,
      },
    )
  }
}
