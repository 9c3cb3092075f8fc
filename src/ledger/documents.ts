import type { z } from 'zod'
import { IngotError } from '../errors.js'

/** A document larger than this is neither read nor written: a ledger holds records, not data. */
export const maximumDocumentBytes = 8 * 1024 * 1024 // 8 MiB

/** Indented, so that `git diff` of a ledger reads well, with the newline that ends a text file. */
export function formatDocument(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** @throws IngotError `ledger-unreadable`, naming the ledger, the file and the first field that is wrong */
export function parseDocument<T>(schema: z.ZodType<T>, bytes: Buffer, path: string, location: string): T {
  let value: unknown
  try {
    if (bytes.length > maximumDocumentBytes) throw unreadable(path, location, 'it is larger than 8 MiB')
    value = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof IngotError) throw error
    throw unreadable(path, location, 'it is not JSON')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw unreadable(path, location, `${issue?.path.join('.') || 'the document'}: ${issue?.message}`)
}

export function unreadable(path: string, location: string, why: string): IngotError {
  return new IngotError('ledger-unreadable', `Cannot read ${path} in the ledger ${location}: ${why}`, {
    advice: `The ledger is left as it is. See what changed with: git log -p ingot-ledger -- ${path}`,
  })
}
