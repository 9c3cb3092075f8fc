import { IngotError } from '../../errors.js'

/**
 * Writes what an action was asked for; folders on the way are made.
 *
 * @throws IngotError `invalid-input` when the file cannot be written
 */
export async function writeDocument(file: string, content: string): Promise<void> {
  const { mkdir, writeFile } = await import('node:fs/promises')
  const { dirname } = await import('node:path')
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  } catch (cause) {
    throw new IngotError('invalid-input', `Cannot write ${file}: ${(cause as Error).message}`, { cause })
  }
}

/** The text of a JSON document as people and tools read it: two spaces, a line end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
