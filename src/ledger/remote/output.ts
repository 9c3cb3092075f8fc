import { IngotError } from '../../errors.js'

/** `git ls-tree -r -z`: ordinary files, path → blob. */
export function parseTree(listing: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const line of listing.split('\0')) {
    const match = /^100\d{3} blob ([a-f0-9]+)\t(.+)$/s.exec(line)
    if (match?.[1] && match[2]) files.set(match[2], match[1])
  }
  return files
}

/**
 * `git cat-file --batch`: `<id> blob <size>\n<content>\n`, repeated.
 *
 * @throws IngotError `ledger-unreadable` when an object is missing, or is not UTF-8 (its size does not match then)
 */
export function parseBatch(output: string, location: string): Map<string, Buffer> {
  const bytes = Buffer.from(output)
  const contents = new Map<string, Buffer>()
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf('\n', at)
    const header = bytes.toString('utf8', at, lineEnd)
    const [, id = '', size = ''] = /^([a-f0-9]+) blob (\d+)$/.exec(header) ?? []
    const start = lineEnd + 1
    const end = start + Number(size)
    if (lineEnd < 0 || id === '' || bytes[end] !== 0x0a) {
      throw new IngotError('ledger-unreadable', `Cannot read the ledger ${location}: unexpected ${header.slice(0, 80)}`)
    }
    contents.set(id, bytes.subarray(start, end))
    at = end + 1
  }
  return contents
}

/**
 * What `git push --porcelain` says about a ref that was not updated: `!\t<from>:<to>\t[rejected] (stale info)`.
 *
 * @see https://git-scm.com/docs/git-push/2.39.0#_output
 */
export function rejectionOf(porcelain: string): { readonly isConflict: boolean; readonly why: string } {
  const line = porcelain.split('\n').find((each) => each.startsWith('!'))
  const why = line?.split('\t').slice(2).join(' ') ?? ''
  const lost = /stale info|fetch first|non-fast-forward|cannot lock ref|already exists|incorrect old value/i
  return { isConflict: lost.test(why), why }
}
