import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { HttpClient } from '../../src/http/index.js'
import { askOsv } from '../../src/scan/advisories/api.js'
import { readAdvisories } from '../../src/scan/index.js'
import { aPackage, debianAdvisory, removeTemporaryFolders, temporaryFolder, writeTree } from './fixture.js'

afterAll(removeTemporaryFolders)

async function snapshot(files: Readonly<Record<string, unknown>>): Promise<string> {
  const directory = temporaryFolder()
  await writeTree(directory, files)
  return directory
}

describe('a snapshot directory', () => {
  it('refuses what is not a file, instead of waiting for it', async () => {
    const directory = await snapshot({ 'a.json': debianAdvisory('CVE-1', 'zlib', '2') })
    const socket = createSocketServer().listen(join(directory, 'b.json'))
    await once(socket, 'listening')
    await expect(readAdvisories(directory)).rejects.toThrow('Cannot read the advisory b.json: it is not a file')
    socket.close()
  })

  it('is read with its folders, and as fresh as its newest change', async () => {
    const directory = await snapshot({
      'a.json': debianAdvisory('CVE-1', 'zlib', '2'),
      'npm/deep/b.json': debianAdvisory('CVE-2', 'zlib', '3', { modified: '2026-11-05T12:00:00+02:00' }),
      'README.md': 'no advisory',
    })
    const { advisories, database } = await readAdvisories(directory)
    expect(advisories.map(({ id }) => id).sort()).toEqual(['CVE-1', 'CVE-2'])
    expect(database).toEqual({
      uri: 'https://osv.dev',
      updatedAt: '2026-11-05T10:00:00.000Z',
      advisories: 2,
      version: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    })
    expect((await readAdvisories(directory)).database).toEqual(database)
  })

  it('is as fresh as its snapshot.json says', async () => {
    const directory = await snapshot({
      'a.json': debianAdvisory('CVE-1', 'zlib', '2'),
      'snapshot.json': { date: '2026-11-20' },
    })
    expect((await readAdvisories(directory)).database).toMatchObject({
      updatedAt: '2026-11-20T00:00:00.000Z',
      advisories: 1,
    })
  })

  it('keeps what is wanted, and counts and checks the rest', async () => {
    const directory = await snapshot({
      'a.json': debianAdvisory('CVE-1', 'zlib', '2'),
      'b.json': debianAdvisory('CVE-2', 'other', '2'),
    })
    const { advisories, database } = await readAdvisories(directory, { keep: ({ id }) => id === 'CVE-2' })
    expect(advisories.map(({ id }) => id)).toEqual(['CVE-2'])
    expect(database.advisories).toBe(2)
  })

  const good = debianAdvisory('CVE-1', 'zlib', '2')
  const withEvents = (events: unknown) => ({
    ...good,
    affected: [{ package: { ecosystem: 'Debian:12', name: 'zlib' }, ranges: [{ type: 'ECOSYSTEM', events }] }],
  })
  it.each([
    ['what is not JSON', '{"id"', 'not JSON'],
    ['a list', [], 'the document'],
    ['a missing id', { ...good, id: undefined }, 'id'],
    ['an id that is a path', { ...good, id: '../etc' }, 'id'],
    ['a missing time', { ...good, modified: undefined }, 'modified'],
    ['a wrong time', { ...good, modified: 'yesterday' }, 'modified'],
    ['a wrong package', { ...good, affected: [{ package: { name: 'zlib' } }] }, 'affected.0.package.ecosystem'],
    ['a wrong range', { ...good, affected: [{ ranges: [{ type: 'X', events: [] }] }] }, 'affected.0.ranges.0.type'],
    ['an empty event', withEvents([{}]), 'affected.0.ranges.0.events.0'],
    ['an event of two kinds', withEvents([{ introduced: '0', fixed: '1' }]), 'affected.0.ranges.0.events.0'],
    ['an event that is a number', withEvents([{ introduced: 0 }]), 'affected.0.ranges.0.events.0.introduced'],
  ])('refuses %s, naming file and field', async (_, content, field) => {
    const directory = await snapshot({ 'a.json': good, 'deep/bad.json': content })
    await expect(readAdvisories(directory)).rejects.toMatchObject({
      reason: 'unreadable',
      message: expect.stringMatching(new RegExp(`deep/bad\\.json.*${field.replaceAll('.', '\\.')}`)),
    })
  })

  it('refuses a wrong snapshot.json', async () => {
    const directory = await snapshot({ 'a.json': good, 'snapshot.json': { date: 'soon' } })
    await expect(readAdvisories(directory)).rejects.toMatchObject({
      reason: 'unreadable',
      message: expect.stringContaining('date'),
    })
  })

  it('refuses to be empty or missing: nothing would be proved', async () => {
    const empty = await snapshot({ 'snapshot.json': { date: '2026-11-20' }, 'README.md': '' })
    await expect(readAdvisories(empty)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(readAdvisories(join(empty, 'none'))).rejects.toMatchObject({ reason: 'not-found' })
    await expect(readAdvisories(join(empty, 'README.md'))).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('stops when it is told to', async () => {
    const directory = await snapshot({ 'a.json': good })
    await expect(readAdvisories(directory, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe("OSV's API", () => {
  let server: Server | undefined
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

  type Answer = (path: string, body: { queries: { version: string; page_token?: string }[] }) => unknown

  /** A number is answered as that status. */
  async function serve(answer: Answer): Promise<URL> {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const text = Buffer.concat(parts).toString()
      const found = answer(request.url ?? '', text === '' ? { queries: [] } : JSON.parse(text))
      response.writeHead(typeof found === 'number' ? found : 200, { 'content-type': 'application/json' })
      response.end(typeof found === 'string' ? found : JSON.stringify(found))
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  }

  const now = new Date('2026-11-21T00:00:00Z')
  const ask = (url: URL, packages = [aPackage('lodash', '4.17.20')]) =>
    askOsv(packages, { url, now, http: new HttpClient({ retries: 0 }) })

  it('is asked once for each source and version, page by page', async () => {
    const asked: unknown[] = []
    const url = await serve((path, body) => {
      asked.push(path.startsWith('/v1/vulns/') ? path : body.queries)
      if (path.startsWith('/v1/vulns/')) return debianAdvisory(path.slice('/v1/vulns/'.length), 'zlib', '2')
      return {
        results: body.queries.map(({ version, page_token }) => {
          if (version === '4.17.21') return {}
          if (page_token) return { vulns: [{ id: 'GHSA-2', modified: '2026-01-01T00:00:00Z' }] }
          return { vulns: [{ id: 'GHSA-1' }], next_page_token: 'more' }
        }),
      }
    })
    const twice = aPackage('lodash', '4.17.20', { path: 'elsewhere/package.json' })
    const own = aPackage('shop', '1.0.0', { matched: false })
    const { advisories, database } = await ask(url, [
      aPackage('lodash', '4.17.20'),
      aPackage('lodash', '4.17.21'),
      twice,
      own,
    ])
    expect(advisories.map(({ id }) => id)).toEqual(['GHSA-1', 'GHSA-2'])
    expect(database).toEqual({ uri: url.href, updatedAt: '2026-11-21T00:00:00.000Z', advisories: 2 })
    const lodash = { package: { ecosystem: 'npm', name: 'lodash' }, version: '4.17.20' }
    expect(asked).toEqual([
      [lodash, { ...lodash, version: '4.17.21' }],
      [{ ...lodash, page_token: 'more' }],
      '/v1/vulns/GHSA-1',
      '/v1/vulns/GHSA-2',
    ])
  })

  it('asks a thousand at a time', async () => {
    const sizes: number[] = []
    const url = await serve((_, body) => {
      sizes.push(body.queries.length)
      return { results: body.queries.map(() => ({})) }
    })
    const packages = Array.from({ length: 2500 }, (_, i) => aPackage('a', `1.0.${i}`))
    expect((await ask(url, packages)).advisories).toEqual([])
    expect(sizes).toEqual([1000, 1000, 500])
  })

  it.each<[string, Answer, string, string]>([
    ['a failing server', () => 503, 'unreachable', 'answered 503'],
    ['a wrong answer', () => ({ results: 1 }), 'unreadable', 'results'],
    ['too few answers', () => ({ results: [] }), 'unreadable', '0 of 1'],
    ['what is not JSON', () => '<html>', 'unreadable', 'not JSON'],
    ['an id that is a path', () => ({ results: [{ vulns: [{ id: '../../x' }] }] }), 'unreadable', 'id'],
    [
      'a malformed advisory',
      (path) => (path.endsWith('batch') ? { results: [{ vulns: [{ id: 'A-1' }] }] } : {}),
      'unreadable',
      'A-1',
    ],
    [
      'an advisory that is gone',
      (path) => (path.endsWith('batch') ? { results: [{ vulns: [{ id: 'A-1' }] }] } : 404),
      'unreachable',
      '404',
    ],
    ['pages without end', () => ({ results: [{ next_page_token: 'more' }] }), 'size-exceeded', 'pages'],
  ])('never passes on %s', async (_, answer, reason, message) => {
    await expect(ask(await serve(answer))).rejects.toMatchObject({ reason, message: expect.stringContaining(message) })
  })

  it('advises a snapshot when it cannot be reached', async () => {
    await expect(ask(new URL('http://127.0.0.1:1'))).rejects.toMatchObject({
      reason: 'unreachable',
      advice: expect.stringContaining('--advisories'),
    })
  })
})
