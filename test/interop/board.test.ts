import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { renderBoard } from '../../src/fleet/board/index.js'
import { fleet } from '../fleet/board/sample.js'
import { tool } from './tools.js'

/** The board in a real browser: what it makes of the page, what it complains about, and what it asks the network for. */

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'board-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--enable-logging=stderr'],
  ...['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
  ...['--disable-sync', '--disable-default-apps', '--disable-extensions'],
]

interface Opened {
  readonly dom: string
  /** Lines of the browser's console. */
  readonly console: readonly string[]
  /** Every URL that the page asked for, refused or not answered ones included. */
  readonly requests: readonly string[]
}

async function open(page: string): Promise<Opened> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const netLog = path.join(directory, 'net.json')
  const own = [`--user-data-dir=${path.join(directory, 'profile')}`, `--log-net-log=${netLog}`]
  try {
    const args = [...flags, ...own, '--dump-dom', `${origin}/`]
    const { stdout, stderr } = await promisify(execFile)(tool('chromium'), args, { maxBuffer: 64 * 1024 * 1024 })
    const console = stderr.split('\n').filter((line) => line.includes('CONSOLE'))
    return { dom: stdout, console, requests: askedBy(origin, await readFile(netLog, 'utf8')) }
  } finally {
    server.close()
  }
}

/** The browser logs one event a line, its own chatter with its makers too: only what the page initiated counts. */
function askedBy(origin: string, netLog: string): string[] {
  const asked = netLog.split('\n').flatMap((line) => {
    const [, initiator] = /"initiator":"([^"]*)"/.exec(line) ?? []
    const [, url] = /"url":"([^"]*)"/.exec(line) ?? []
    return initiator === origin && url !== undefined ? [url] : []
  })
  return [...new Set(asked)]
}

test('loads without a complaint and asks for nothing', async () => {
  const { dom, console, requests } = await open(renderBoard(fleet))
  expect(console).toEqual([])
  expect(requests).toEqual([])
  expect(dom).toContain('<h1>Acme services</h1>')
})

test('the browser sees the cells that were written: none is swallowed or moved', async () => {
  const { dom } = await open(renderBoard(fleet))
  expect(dom.match(/<th role="columnheader" scope="col">[^<]*/g)).toHaveLength(3)
  expect(dom.match(/<th role="rowheader"/g)).toHaveLength(4)
  expect(dom.match(/<td role="cell">/g)).toHaveLength(8)
  expect(dom.match(/<figure class="chart">/g)).toHaveLength(10)
})

const intruders = '<script>document.title = "taken"</script><img src="http://127.0.0.1:9/pixel.png" alt="">'
const withIntruders = renderBoard(fleet).replace('</main>', `${intruders}</main>`)

// The style sheet is let in by its hash: were the hash wrong, the browser would say so, and this is what it would say.
test('the policy is in force: a script and a foreign image are refused', async () => {
  const { dom, console, requests } = await open(withIntruders)
  expect(console.filter((line) => line.includes('Content Security Policy'))).toHaveLength(2)
  expect(requests).toEqual([])
  expect(dom).toContain('<title>Acme services · Ingot</title>')
})

test('without the policy they would have come in: this test can see a request', async () => {
  const { dom, requests } = await open(withIntruders.replace(/<meta http-equiv[^>]*>/, ''))
  expect(requests).toEqual(['http://127.0.0.1:9/pixel.png'])
  expect(dom).toContain('<title>taken</title>')
})
