import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { board } from '../../../src/actions/board.js'
import { recordingsToShow, renderBoard, writePage } from '../../../src/fleet/board/index.js'
import { createLedger, openLedger } from '../../../src/ledger/index.js'
import type { Job } from '../../../src/runner/job.js'
import { ago, deployed, digestOf, environment, event, fleet, now, recording, release, stable } from './sample.js'

const empty = { releases: [], environments: [], recordings: [], now }

/** What a reader sees of a piece of the page. */
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function cellsOf(page: string, app: string): string[] {
  const row = page
    .split('<tr role="row">')
    .find((row) => row.startsWith(`<th role="rowheader" scope="row">${app}</th>`))
  return (row ?? '').split('<td role="cell">').slice(1).map(textOf)
}

describe('what runs where', () => {
  const page = renderBoard(fleet)

  test('environments stand in promotion order, whatever order the ledger has', () => {
    const names = ['production', 'eu', 'staging', 'dev', 'test']
    const environments = names.map((name) => environment(name, 'shop'))
    const heads = renderBoard({ ...empty, environments }).matchAll(/scope="col">([^<]+)</g)
    expect([...heads].map(([, head]) => head)).toEqual(['App', 'dev', 'test', 'staging', 'eu', 'production'])
  })

  test('a cell says version, digest, age, base, signature, findings and the rollout under way', () => {
    const [staging, production] = cellsOf(page, 'shop')
    const digest = digestOf('shop 2.4.0').slice(7, 19)
    expect(staging).toMatch(/^staging 2\.5\.0 [0-9a-f]{12} 30 min on node:22 [0-9a-f]{12} signed no findings$/)
    expect(production).toMatch(
      new RegExp(
        `^production 2\\.4\\.0 ${digest} 1 d on node:22 [0-9a-f]{12} signed 2 high 3 medium 9 low canary 2\\.5\\.0 [0-9a-f]{12} 25 %$`,
      ),
    )
  })

  test('what is missing is said', () => {
    expect(cellsOf(page, 'search-indexer')).toEqual([
      expect.stringContaining('unsigned not scanned'),
      'production nothing yet',
    ])
    expect(cellsOf(page, 'web')[0]).toContain('not in the ledger')
  })

  test('nothing at all is a page too', () => {
    const page = renderBoard(empty)
    expect(page).toContain('Nothing has been published or promoted yet')
    expect(page).not.toContain('<table')
  })

  test('two hundred apps have two hundred rows', () => {
    const apps = Array.from({ length: 200 }, (_, index) => `app-${index}`)
    const environments = apps.map((app) => environment('production', app, { stable: stable(app, '1.0.0', 5) }))
    const page = renderBoard({ ...empty, environments, releases: apps.map((app) => release(app, '1.0.0', 9)) })
    expect(page.split('role="rowheader"')).toHaveLength(201)
  })
})

describe('the page', () => {
  test('the same input gives the same bytes, in whatever order it comes', () => {
    const reversed = {
      ...fleet,
      releases: fleet.releases.toReversed(),
      environments: fleet.environments.toReversed(),
      recordings: fleet.recordings.toReversed(),
    }
    expect(renderBoard(reversed)).toBe(renderBoard(fleet))
  })

  test('its policy allows its one style sheet and nothing else', () => {
    const page = renderBoard(fleet)
    const sheet = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(sheet).digest('base64')
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`)
    expect(page).not.toMatch(/<script|<link rel="stylesheet"| style=| on\w+=|url\(|@import|https?:\/\/[^"]*"[^>]*src/)
  })

  test('what is written in the ledger stays text', () => {
    const hostile = `"><script>alert('1')</script>&\u202e\u0000`
    const page = renderBoard({
      ...empty,
      title: hostile,
      releases: [release(hostile, hostile, 5, { base: { name: hostile, digest: digestOf('base') }, signer: hostile })],
      environments: [
        environment(hostile, hostile, {
          stable: stable(hostile, hostile, 5),
          history: [event(hostile, hostile, 5, 1, { why: hostile, at: hostile })],
          quarantine: [{ ...deployed(hostile, hostile), at: ago(5), why: hostile }],
        }),
      ],
      recordings: [{ environment: hostile, app: hostile, generation: 1, recording: recording({}) }],
    })
    expect(page).not.toContain('<script')
    expect(page).not.toContain('\u202e')
    expect(page).not.toContain('\u0000')
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;')
  })
})

describe('rollouts', () => {
  const production = (page: string) => page.slice(page.indexOf('id="environment-1"'))

  test('a chart tells in words what it draws', () => {
    expect(production(renderBoard(fleet))).toMatch(
      /aria-label="errors, bad answers: canary \d+ of \d+ \([\d.]+ %\), stable \d+ of \d+ \([\d.]+ %\)\. Weight 10 percent, then aborted\."/,
    )
  })

  test('an aborted rollout is marked, with the judge’s sentence; a promoted one is not', () => {
    const cards = production(renderBoard(fleet))
      .split('<article')
      .slice(1)
      .map((card) => card.split('</article>')[0] ?? '')
    expect(
      cards.map((card) => [/<text class="abort/.test(card), textOf(card).includes('at most once in 41,000')]),
    ).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ])
  })

  test('recordings that cannot be drawn are left out, and break nothing', () => {
    const odd = [
      { alpha: 1, metrics: [], ticks: [] },
      {
        alpha: 1,
        metrics: [{ name: 'x', kind: 'ratio', 'max-ratio': 1 }],
        ticks: [{ x: { canary: 7 } }, { weight: -3 }],
      },
      {
        alpha: 1,
        metrics: [{ name: 'x', kind: 'histogram', 'max-ratio': 1 }],
        ticks: [{ x: { stable: { total: 1 } } }],
      },
    ] as const
    const page = renderBoard({
      ...fleet,
      recordings: odd.map((recording, index) => ({
        environment: 'production',
        app: 'shop',
        generation: index + 2,
        recording,
      })),
    })
    expect(page).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('only recordings that would be drawn are asked for', () => {
    const history = Array.from({ length: 40 }, (_, index) => event('shop', `1.${index}`, 100 - index, index))
    const wanted = recordingsToShow([environment('production', 'shop', { history }), environment('staging', 'shop')])
    expect(wanted.map(({ generation }) => generation)).toEqual([39, 38, 37, 36, 35, 34, 33, 32])
  })
})

describe('ingot board', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'board-'))
  })
  afterEach(() => rm(directory, { recursive: true }))
  const job = { signal: new AbortController().signal, env: {} } as unknown as Job

  test('draws a ledger into a file whose folder it makes', async () => {
    const url = path.join(directory, 'ledger.git')
    await createLedger(url)
    const ledger = await openLedger(url)
    await ledger.writeRelease(release('shop', '2.4.1', 30))
    await ledger.updateEnvironment('production', 'shop', (state) => ({
      message: 'production/shop: aborted 2.4.1',
      state: {
        ...state,
        generation: 1,
        stable: stable('shop', '2.4.1', 5),
        history: [event('shop', '2.4.1', 5, 1, { event: 'aborted' })],
      },
      recording: { generation: 1, recording: recording({ ticks: 9 }) },
    }))

    const output = path.join(directory, 'site', 'index.html')
    const outcome = await board.run({ ledger: url, output, title: 'Acme' }, job)
    expect(outcome).toMatchObject({ reason: 'done', outputs: { board: output, apps: 1, environments: 1 } })
    expect(outcome.message).toBe(`The board of 1 app in 1 environment is in ${output}`)
    const page = await readFile(output, 'utf8')
    expect(page).toContain('<title>Acme · Ingot</title>')
    expect(page).toContain('class="line canary"')
  })

  test('a place that cannot be written is named', async () => {
    await writeFile(path.join(directory, 'file'), '')
    await expect(writePage(path.join(directory, 'file', 'board.html'), 'x')).rejects.toMatchObject({
      message: expect.stringMatching(/Cannot write the board to .*file\/board\.html/),
    })
  })
})
