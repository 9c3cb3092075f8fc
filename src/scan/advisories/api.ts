import { z } from 'zod'
import { IngotError } from '../../errors.js'
import type { HttpClient, HttpRequest } from '../../http/index.js'
import type { Package } from '../finding.js'
import { type Advisory, type AdvisorySet, maximumAdvisoryBytes, parseAdvisory, parseJson } from './advisory.js'

export interface AskOptions {
  /** Of OSV's API, e.g. `https://api.osv.dev`. */
  readonly url: URL
  readonly http: HttpClient
  /** The time of asking: the database is as fresh as this. */
  readonly now: Date
  readonly signal?: AbortSignal
  readonly progress?: (read: number) => void
}

/** What OSV takes in one request. */
const queriesAtOnce = 1000
const detailsAtOnce = 8
const maximumAnswerBytes = 64 * 1024 * 1024 // 64 MiB
const maximumAdvisories = 50_000
const maximumPages = 100

const token = z.string().nullish()
const answer = z.looseObject({
  results: z.array(
    z
      .looseObject({
        vulns: z.array(z.looseObject({ id: z.string().regex(/^[A-Za-z0-9][\w.:-]{0,199}$/) })).nullish(),
        next_page_token: token,
      })
      .nullable(),
  ),
})

interface Query {
  readonly package: { readonly ecosystem: string; readonly name: string }
  readonly version: string
  readonly page_token?: string
}

/**
 * Asks OSV for the advisories that may affect these packages. What it answers is matched again like a snapshot, so that one
 * rule decides.
 *
 * @throws IngotError `unreachable`, `timed-out`, `unreadable`, `size-exceeded`
 * @see https://google.github.io/osv.dev/api/ (v1: querybatch, vulns)
 */
export async function askOsv(packages: readonly Package[], options: AskOptions): Promise<AdvisorySet> {
  const ids = await findIds(queriesFor(packages), options)
  const advisories: Advisory[] = []
  for (let start = 0; start < ids.length; start += detailsAtOnce) {
    const group = ids.slice(start, start + detailsAtOnce)
    advisories.push(...(await Promise.all(group.map((id) => readOne(id, options)))))
    options.progress?.(advisories.length)
  }
  const database = { uri: options.url.href, updatedAt: options.now.toISOString(), advisories: advisories.length }
  return { advisories, database }
}

/** One question for each distinct source and version. */
function queriesFor(packages: readonly Package[]): Query[] {
  const distinct = new Map<string, Query>()
  for (const { ecosystem, source, matched } of packages) {
    const query = { package: { ecosystem, name: source.name }, version: source.version }
    if (matched) distinct.set(JSON.stringify(query), query)
  }
  return [...distinct.values()]
}

async function findIds(queries: readonly Query[], options: AskOptions): Promise<string[]> {
  const ids = new Set<string>()
  let open = queries
  for (let page = 0; open.length > 0; page++) {
    if (page >= maximumPages) throw tooMany(options, `more than ${maximumPages} pages`)
    const further: Query[] = []
    for (let start = 0; start < open.length; start += queriesAtOnce) {
      const batch = open.slice(start, start + queriesAtOnce)
      const results = await askBatch(batch, options)
      for (const [position, result] of results.entries()) {
        for (const { id } of result?.vulns ?? []) ids.add(id)
        const next = result?.next_page_token
        if (next) further.push({ ...(batch[position] as Query), page_token: next })
      }
      if (ids.size > maximumAdvisories) throw tooMany(options, `more than ${maximumAdvisories} advisories`)
    }
    open = further
  }
  return [...ids].sort()
}

async function askBatch(queries: readonly Query[], options: AskOptions) {
  const url = addressOf(options.url, 'v1/querybatch')
  const body = Buffer.from(JSON.stringify({ queries }))
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const bytes = await send({ method: 'POST', url, headers, body, idempotent: true }, maximumAnswerBytes, options)
  const { results } = parseJson(answer, bytes, `The answer of ${url.host}`)
  if (results.length === queries.length) return results
  throw new IngotError('unreadable', `${url.host} answered ${results.length} of ${queries.length} questions`)
}

async function readOne(id: string, options: AskOptions): Promise<Advisory> {
  const url = addressOf(options.url, `v1/vulns/${encodeURIComponent(id)}`)
  const headers = { accept: 'application/json' }
  const bytes = await send({ method: 'GET', url, headers }, maximumAdvisoryBytes, options)
  return parseAdvisory(bytes, `${id} of ${url.host}`)
}

async function send(request: HttpRequest, maximumBytes: number, { http, signal }: AskOptions): Promise<Buffer> {
  try {
    return await http.exchange({ ...request, ...(signal && { signal }) }, async (found) => {
      if (found.status === 200) return found.bytes(maximumBytes)
      found.discard()
      throw new IngotError('unreachable', `${request.url.host} answered ${found.status} to ${request.url.pathname}`)
    })
  } catch (error) {
    const isOut = error instanceof IngotError && (error.reason === 'unreachable' || error.reason === 'timed-out')
    if (!isOut) throw error
    throw new IngotError(error.reason, `Cannot ask OSV for advisories: ${error.message}`, {
      advice:
        'Without advisories nothing is scanned. Give --advisories the directory of an OSV snapshot to scan offline',
      cause: error,
    })
  }
}

/** Below the base, whether or not that ends in a slash. */
function addressOf(base: URL, path: string): URL {
  return new URL(path, base.href.endsWith('/') ? base : `${base.href}/`)
}

function tooMany({ url }: AskOptions, claim: string): IngotError {
  return new IngotError('size-exceeded', `${url.host} answered with ${claim}: nothing more was read`)
}
