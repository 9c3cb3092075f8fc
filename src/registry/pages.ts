import { IngotError } from '../errors.js'
import type { CallOptions } from '../oci/store.js'
import type { Call, Endpoint } from './endpoint.js'
import type { Operation } from './refusal.js'

const maximumPageBytes = 8 * 1024 * 1024
const maximumPages = 2000 // registries give a hundred tags or more at a time

interface Page {
  readonly document: unknown
  readonly next: string | undefined
  readonly from: URL
}

/**
 * The JSON documents of a list that a registry hands out in pages; none when there is no such list (404).
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 */
export async function* readPages(
  endpoint: Endpoint,
  first: string,
  operation: Operation,
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  const seen = new Set<string>()
  let next: URL | undefined = endpoint.resolve(first)
  while (next !== undefined) {
    if (seen.has(next.href) || seen.size === maximumPages) {
      throw new IngotError(
        'unreadable',
        `${operation.repository}: the registry's pages lead in a circle, cannot ${operation.verb}`,
      )
    }
    seen.add(next.href)
    const call: Call = { method: 'GET', to: next, operation, expect: [200, 404], ...options }
    const page: Page | undefined = await endpoint.send(call, async (answer) => {
      const bytes = await answer.bytes(maximumPageBytes)
      if (answer.status === 404) return undefined
      return { document: parseJson(bytes, operation), next: nextPage(answer.header('link')), from: answer.url }
    })
    if (page === undefined) return
    yield page.document
    next = page.next === undefined ? undefined : endpoint.resolve(page.next, page.from)
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc8288.html */
export function nextPage(link: string | undefined): string | undefined {
  // A hostile header must not take quadratic time: addresses hold no `<`, and no list needs more than this.
  return /<([^<>]*)>\s*;[^,]*\brel="?next"?/i.exec(link?.slice(0, 8192) ?? '')?.[1]
}

function parseJson(bytes: Buffer, { verb, repository }: Operation): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new IngotError('unreadable', `Cannot ${verb} from ${repository}: the registry's answer is not JSON`, {
      advice: 'Check that the host is a registry, and not a web page in front of it',
    })
  }
}
