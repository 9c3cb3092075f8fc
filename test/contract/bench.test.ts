import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
// @ts-expect-error: plain scripts
import { ask } from '../../bench/harness/client.js'
// @ts-expect-error: plain scripts
import { freshLayers } from '../../bench/harness/images.js'
// @ts-expect-error: plain scripts
import { createRecorder, depthOf, startProxy } from '../../bench/harness/proxy.js'
// @ts-expect-error: plain scripts
import { reportComparison } from '../../bench/harness/report.js'
// @ts-expect-error: plain scripts
import { contentOf } from '../../bench/harness/seeded.js'
// @ts-expect-error: plain scripts
import { growth, line, pairedRatio, quantile } from '../../bench/harness/statistics.js'
// @ts-expect-error: plain scripts
import { tarOf } from '../../bench/harness/tar.js'
// @ts-expect-error: plain scripts
import { treeOf, trees } from '../../bench/harness/trees.js'
import { readTar } from '../../src/image/tar-reader.js'

/** What a bench can get wrong without anybody seeing it. Counts are asserted here; times never are. */
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('inputs', () => {
  test.each([
    ['random', '956865513f82cb34'],
    ['text', '10711d815c34257c'],
    ['library', '8e788daf1e38a226'],
  ])('%s content depends on its seed alone', (kind, expected) => {
    const bytes: Buffer = contentOf(kind, 'seed', 100_000)
    expect(bytes).toHaveLength(100_000)
    expect(sha256(bytes).slice(0, 16)).toBe(expected)
    expect(contentOf(kind, 'another', 100_000).equals(bytes)).toBe(false)
  })

  test('trees have the number of files and of bytes that they are said to have, and are the same everywhere', () => {
    const shapes = Object.entries(trees as Record<string, () => { path: string; size: number }[]>).map(([name, of]) => {
      const files = of()
      expect(new Set(files.map(({ path }) => path)).size).toBe(files.length)
      const bytes = files.reduce((sum, { size }) => sum + size, 0)
      return [name, files.length, bytes, sha256(Buffer.from(JSON.stringify(files))).slice(0, 16)]
    })
    expect(shapes).toEqual([
      ['app20', 4741, 20_000_000, 'd34ca60df9aed7e1'],
      ['big200', 80, 201_000_000, 'c41185872e20ff24'],
      ['small50k', 50_000, 100_000_000, 'ad32aef288ddef1d'],
      ['runtime', 40, 150_000_000, '8f4ccb3e222cf44f'],
      ['dependencies', 6000, 78_000_000, 'a1d04567cb55e572'],
      ['source', 300, 2_000_000, '66b446ab978f5d1d'],
      ['minbase', 4500, 74_000_000, '282db85e5fe363c5'],
      ['language', 30, 44_000_000, '627bdbb3f5313d8d'],
    ])
  })

  test('a layer is a plain tar, which a fresh copy has after a file of its own', async () => {
    const files = treeOf({ seed: 'tar', files: 3, bytes: 5000, spread: 1 })
    const tar: Buffer = tarOf(files)
    const read = async (bytes: Buffer) => {
      const found = []
      for await (const entry of readTar(parts(bytes), { from: 'tar' })) found.push(entry.path)
      return found
    }
    const paths = [
      'package-0/',
      'package-0/part-0/',
      'package-0/part-0/file-0.js',
      'package-0/part-0/file-1.js',
      'package-0/part-0/file-2.js',
    ]
    expect(await read(tar)).toEqual(paths)
    const [one] = freshLayers('one', [tar], [Buffer.from('')])
    const [two] = freshLayers('two', [tar], [Buffer.from('')])
    expect(one.diffId).not.toBe(two.diffId)
    expect(one.diffId).toBe(`sha256:${sha256(Buffer.concat([gunzipSync(one.gzip), tar]))}`)
  })
})

async function* parts(bytes: Buffer) {
  yield bytes
}

describe('counting', () => {
  test('the depth is the longest chain of requests that begin when others have been answered', () => {
    const spans = (...pairs: [number, number][]) => pairs.map(([began, ended]) => ({ began, ended }))
    expect(depthOf([])).toBe(0)
    expect(depthOf(spans([0, 5], [1, 5], [2, 9]))).toBe(1)
    expect(depthOf(spans([0, 5], [5, 6], [6, 7]))).toBe(3)
    expect(depthOf(spans([0, 10], [1, 2], [3, 4], [4, 12], [12, 13]))).toBe(4)
    expect(depthOf(spans([0, 1], [1, Number.POSITIVE_INFINITY]))).toBe(2)
  })

  test('the proxy counts methods, bytes, connections and depth, and keeps the Host header', async () => {
    // The two reads are answered when both are there: at once, whatever the machine is doing.
    const reads: ServerResponse[] = []
    const origin = await listening((request, response) => {
      let length = 0
      request.on('data', (part) => {
        length += part.length
      })
      request.on('end', () => {
        if (request.method === 'POST') response.writeHead(202, { location: `http://${request.headers.host}/put` }).end()
        else if (request.method === 'PUT') response.end(String(length))
        else if (reads.push(response) === 2) for (const read of reads) read.end('x'.repeat(1000))
      })
    })
    const recorder = createRecorder()
    const proxy = await startProxy({ target: origin.host, recorder, latency: 1 })
    try {
      await Promise.all(['/a', '/b'].map((path) => ask(proxy.host, 'GET', path)))
      const begun = await ask(proxy.host, 'POST', '/begin')
      expect(begun.headers.location).toBe(`http://${proxy.host}/put`)
      const put = await ask(proxy.host, 'PUT', '/put', { body: Buffer.alloc(70_000) })
      expect(put.body.toString()).toBe('70000')
      const counts = { requests: 4, methods: { GET: 2, POST: 1, PUT: 1 }, sent: 70_000, received: 2005, connections: 2 }
      expect(recorder.summary()).toEqual({ ...counts, depth: 3 })
      recorder.clear()
      expect(recorder.summary()).toEqual({ requests: 0, methods: {}, sent: 0, received: 0, connections: 0, depth: 0 })
    } finally {
      await proxy.stop()
      await origin.stop()
    }
  })

  test('what a client gives up is counted as far as it went', async () => {
    const origin = await listening(() => {})
    const recorder = createRecorder()
    const proxy = await startProxy({ target: origin.host, recorder })
    try {
      const [hostname = '', port = ''] = proxy.host.split(':')
      const socket = connect(Number(port), hostname)
      socket.write('PUT /x HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc')
      while (recorder.summary().sent < 3) await new Promise((done) => setTimeout(done, 5))
      socket.destroy()
      expect(recorder.summary()).toMatchObject({ requests: 1, methods: { PUT: 1 }, sent: 3, received: 0, depth: 1 })
    } finally {
      await proxy.stop()
      await origin.stop()
    }
  })
})

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

describe('what is made of the measurements', () => {
  test('quantiles, pairs, lines and growth', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([5], 0.25)).toBe(5)
    // A slow minute that is in both halves of a pair leaves its ratio alone.
    expect(pairedRatio([1, 10, 2], [2, 20, 4])).toEqual({ median: 0.5, low: 0.5, high: 0.5 })
    expect(line([10, 20, 30].map((n) => ({ n, cost: 7 + 2 * n })))).toEqual({ fixed: 7, each: 2 })
    expect(growth([1, 10, 100].map((n) => ({ n, cost: 5 + n })))).toBe(1)
    expect(growth([1, 10, 100].map((n) => ({ n, cost: n * n })))).toBe(10)
  })

  test('a goal is judged at its own latency and against its own peer; one that is absent is no success', () => {
    const counts = { requests: 9, depth: 5, connections: 1, sent: 65_536, received: 0 }
    const observed = { cpuMilliseconds: 1, peakBytes: 121e6 }
    const results = [0, 40].map((latency) => ({
      latency,
      tools: [
        { name: 'ingot', milliseconds: [100 + latency, 100 + latency], counts, observed },
        { name: 'crane', milliseconds: [200, 200] },
      ],
    }))
    const goals = [
      { to: 'crane', ratio: 0.5 },
      { to: 'crane', ratio: 0.5, latency: 40 },
      { to: 'docker', ratio: 9 },
      { count: 'requests', max: 9 },
      { count: 'sent', max: 64 },
      { seconds: 0.1, latency: 40 },
      { megabytes: 120 },
    ]
    const { verdicts } = reportComparison({ name: 'x', title: 'x', goals }, results)
    expect(verdicts.map(({ what, found, met }: Record<string, unknown>) => [what, found, met])).toEqual([
      ['time ÷ crane', 0.5, true],
      ['time ÷ crane at 40 ms a request', 0.7, false],
      ['requests', 9, true],
      ['sent', 64, true],
      ['time at 40 ms a request', 0.14, false],
      ['peak memory', 121, false],
    ])
  })
})
