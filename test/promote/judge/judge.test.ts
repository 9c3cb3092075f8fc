import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { judge } from '../../../src/actions/judge.js'
import {
  judgeTick,
  loadRecording,
  type Metric,
  parseJudgeState,
  parseRecording,
  replay,
  startJudge,
} from '../../../src/promote/judge/index.js'
import type { Job } from '../../../src/runner/job.js'

const errors: Metric = { name: 'errors', kind: 'ratio', maxRatio: 1 }

function tick(canaryBad: number, canaryTotal: number, stableBad: number, stableTotal: number) {
  const errors = { canary: { bad: canaryBad, total: canaryTotal }, stable: { bad: stableBad, total: stableTotal } }
  return { at: '2026-01-01T00:00:00Z', weight: 10, errors }
}

function judged(ticks: unknown[], metric: Partial<Metric> = {}, alpha = 0.01) {
  return replay({ alpha, metrics: [{ ...errors, ...metric }], ticks })
}

const repeat = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

describe('verdicts', () => {
  test('equal rates pass', () => {
    expect(judged(repeat(20, tick(3, 600, 27, 5400)))).toMatchObject({ verdict: 'pass', tick: 20 })
  })

  test('no errors at all pass, and say nothing against the canary', () => {
    expect(judged(repeat(20, tick(0, 600, 0, 5400)))).toMatchObject({ verdict: 'pass' })
  })

  test('a canary six times as bad fails, at the tick that decided', () => {
    const { verdict, tick: at, ticks } = judged(repeat(50, tick(20, 600, 30, 5400)))
    expect(verdict).toBe('fail')
    expect(at).toBeLessThan(10)
    expect(ticks).toBe(50)
  })

  test('what max-ratio allows passes', () => {
    expect(judged(repeat(50, tick(6, 600, 27, 5400)), { maxRatio: 2 }).verdict).toBe('pass')
    expect(judged(repeat(50, tick(6, 600, 27, 5400))).verdict).toBe('fail')
  })

  test.each([
    ['no ticks', []],
    ['no requests', repeat(5, tick(0, 0, 0, 0))],
    ['no canary requests', repeat(5, tick(0, 0, 9, 9000))],
    ['no stable requests', repeat(5, tick(9, 9000, 0, 0))],
    ['no measurement', repeat(5, { at: '2026-01-01T00:00:00Z', weight: 10 })],
    ['one side only', repeat(5, { errors: { canary: { bad: 1, total: 100 } } })],
    ['too few canary requests', repeat(4, tick(0, 12, 0, 1000))],
    ['too few stable requests', repeat(4, tick(0, 1000, 0, 12))],
  ])('%s: inconclusive, never pass', (_, ticks) => {
    expect(judged(ticks)).toMatchObject({ verdict: 'inconclusive', tick: ticks.length, early: false })
  })

  test('a canary that fell silent is inconclusive until it speaks again', () => {
    const good = repeat(20, tick(3, 600, 27, 5400))
    const silence = repeat(2, tick(0, 0, 27, 6000))
    expect(judged([...good, ...silence])).toMatchObject({ verdict: 'inconclusive' })
    expect(judged([...good, ...silence]).sentence).toMatch(/stopped showing requests/)
    expect(judged([...good, ...silence, tick(3, 600, 27, 5400)])).toMatchObject({ verdict: 'pass' })
  })

  test('gaps between the rare requests of a small service are not silence', () => {
    const rare = [tick(0, 1, 0, 9), tick(0, 0, 0, 8), tick(0, 0, 0, 9)]
    expect(judged(repeat(80, rare).flat()).verdict).toBe('pass')
  })

  test('some doubt is neither pass nor fail', () => {
    const { verdict, metrics, sentence } = judged([tick(60, 600, 20, 5400)])
    expect(verdict).toBe('inconclusive')
    expect(metrics[0]?.eValue).toBeGreaterThan(3)
    expect(sentence).toMatch(/once in 100 aborts$/)
  })

  test('the weight may change while it runs', () => {
    const wider = { canary: { bad: 15, total: 3000 }, stable: { bad: 15, total: 3000 } }
    expect(judged([...repeat(20, tick(3, 600, 27, 5400)), ...repeat(20, { errors: wider })]).verdict).toBe('pass')
  })

  test('what both tracks suffer at once is not held against the canary', () => {
    const outage = repeat(5, tick(300, 600, 2700, 5400))
    expect(judged([...repeat(20, tick(3, 600, 27, 5400)), ...outage]).verdict).toBe('pass')
  })

  test('enough good data makes an early promotion possible, a few ticks do not', () => {
    expect(judged(repeat(3, tick(3, 600, 27, 5400))).early).toBe(false)
    expect(judged(repeat(100, tick(3, 600, 27, 5400)))).toMatchObject({ verdict: 'pass', early: true })
    expect(judged(repeat(100, tick(4, 600, 27, 5400))).early).toBe(false)
  })
})

describe('histograms', () => {
  const metric = { name: 'latency', kind: 'histogram', maxRatio: 1 } as const
  const side = (total: number, ...below: number[]) => ({
    buckets: [
      [0.1, below[0]],
      [0.5, below[1]],
      [1, below[2]],
      ['+Inf', total],
    ],
    total,
  })
  const play = (canary: unknown, stable: unknown) =>
    replay({ alpha: 0.01, metrics: [metric], ticks: repeat(30, { latency: { canary, stable } }) })

  test('equal shapes pass', () => {
    expect(play(side(100, 80, 95, 99), side(900, 720, 855, 891)).verdict).toBe('pass')
  })

  test('a tail three times as heavy fails at the edge where it starts', () => {
    const { verdict, metrics } = play(side(100, 80, 85, 97), side(900, 720, 855, 891))
    expect(verdict).toBe('fail')
    expect(metrics[0]).toMatchObject({ edge: 0.5, kind: 'histogram', name: 'latency' })
  })

  test('only edges that both tracks have are compared', () => {
    const other = {
      buckets: [
        [0.1, 720],
        [0.25, 800],
        [1, 891],
      ],
      total: 900,
    }
    expect(play(side(100, 80, 95, 99), other).verdict).toBe('pass')
    expect(play(side(100, 80, 95, 99), { buckets: [[0.3, 7]], total: 900 }).verdict).toBe('inconclusive')
  })
})

describe('several metrics', () => {
  const latency = { name: 'latency', kind: 'histogram', maxRatio: 1 } as const
  const bad = tick(20, 600, 30, 5400)

  test('one that fails is enough, and it is named', () => {
    const calm = { canary: { buckets: [[1, 540]], total: 600 }, stable: { buckets: [[1, 4860]], total: 5400 } }
    const ticks = repeat(30, { ...bad, latency: calm })
    const { verdict, sentence } = replay({ alpha: 0.01, metrics: [latency, errors], ticks })
    expect(verdict).toBe('fail')
    expect(sentence).toMatch(/^errors: canary/)
  })

  test('all need data before any can pass', () => {
    const ticks = repeat(30, tick(3, 600, 27, 5400))
    const { verdict, sentence } = replay({ alpha: 0.01, metrics: [errors, latency], ticks })
    expect(verdict).toBe('inconclusive')
    expect(sentence).toBe('latency: nothing to compare after 30 ticks: both tracks need requests')
  })
})

describe('the sentence', () => {
  test('of a failure', () => {
    expect(judged(repeat(9, tick(20, 600, 5, 5400))).sentence).toMatch(
      /^errors: canary \d+ of [\d,]+ \(3\.33 %\) against stable \d+ of [\d,]+ \(0\.09 %\): a healthy canary would look this bad at most once in [\d,]+ rollouts$/,
    )
  })

  test('of too little data', () => {
    expect(judged([tick(0, 12, 0, 1000)]).sentence).toBe(
      'errors: the canary has had 12 of the 50 requests that a verdict needs',
    )
  })

  test('of a pass', () => {
    expect(judged([tick(3, 600, 27, 5400)]).sentence).toBe(
      'errors: canary 3 of 600 (0.50 %) against stable 27 of 5,400 (0.50 %): nothing that a healthy canary would not show',
    )
  })
})

describe('what is malformed is refused with its place', () => {
  const recording = (ticks: unknown[], kind = 'ratio') => ({ metrics: [{ name: 'errors', kind }], ticks })
  const histogram = (buckets: unknown, total: unknown = 9) =>
    recording([{ errors: { canary: { buckets, total } } }], 'histogram')

  test.each([
    ['not an object', 'hello', /expected object/],
    ['no metrics', { ticks: [] }, /at metrics/],
    ['an empty list of metrics', { metrics: [], ticks: [] }, /at metrics/],
    ['a metric called at', { metrics: [{ name: 'at', kind: 'ratio' }], ticks: [] }, /at metrics\[0\]\.name/],
    ['an unknown kind', { metrics: [{ name: 'x', kind: 'mean' }], ticks: [] }, /at metrics\[0\]\.kind/],
    ['alpha 1', { alpha: 1, ...recording([]) }, /at alpha/],
    ['max-ratio 0', { metrics: [{ name: 'x', kind: 'ratio', 'max-ratio': 0 }], ticks: [] }, /max-ratio/],
    ['one name twice', { metrics: [...recording([]).metrics, ...recording([]).metrics], ticks: [] }, /one name/],
    ['a tick that is a number', recording([tick(1, 2, 3, 4), 7]), /tick 2: it is 7/],
    ['negative bad', recording([tick(-1, 2, 3, 4)]), /tick 1, errors\.canary\.bad: it is -1/],
    ['more bad than there are', recording([tick(3, 2, 3, 4)]), /canary\.bad: it is 3, it must be at most the total, 2/],
    [
      'text for a number',
      recording([{ errors: { stable: { bad: '1', total: 2 } } }]),
      /errors\.stable\.bad: it is "1"/,
    ],
    ['no total', recording([{ errors: { canary: { bad: 1 } } }]), /canary\.total: it is missing/],
    ['a weight of 101', recording([{ weight: 101 }]), /tick 1, weight/],
    ['no buckets', histogram(undefined), /canary\.buckets: it is missing/],
    ['a bucket of three', histogram([[1, 2, 3]]), /buckets\[0\]/],
    [
      'edges that fall',
      histogram([
        [2, 1],
        [1, 2],
      ]),
      /buckets\[1\] le: it is 1/,
    ],
    [
      'counts that fall',
      histogram([
        [1, 2],
        [2, 1],
      ]),
      /buckets\[1\] count: it is 1.*cumulative/,
    ],
    ['a count above the total', histogram([[1, 10]]), /at most the total, 9/],
    ['an edge in words', histogram([['soon', 1]]), /buckets\[0\] le: it is "soon"/],
    ['a thousand buckets', histogram(Array.from({ length: 1000 }, (_, i) => [i, 0])), /at most 200/],
  ])('%s', (_, value, message) => {
    expect(() => replay(parseRecording(value))).toThrow(
      expect.objectContaining({ reason: 'invalid-input', message: expect.stringMatching(message) }),
    )
  })

  test('a malformed live tick', () => {
    expect(() => judgeTick([errors], 0.01, startJudge([errors], 0.01), tick(3, 2, 3, 4))).toThrow(/tick 1/)
  })

  test('an alpha that is no small probability', () => {
    for (const alpha of [0, 0.6, Number.NaN]) expect(() => startJudge([errors], alpha)).toThrow(/alpha/)
  })

  test('a state from elsewhere', () => {
    const state = startJudge([errors], 0.01)
    for (const wrong of [null, {}, { ...state, schemaVersion: 2 }, { ...state, ticks: -1 }]) {
      expect(() => parseJudgeState(wrong)).toThrow(expect.objectContaining({ reason: 'ledger-unreadable' }))
    }
  })
})

describe('ingot judge', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'judge-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  const job = { signal: new AbortController().signal } as Job
  async function run(recording: unknown, alpha?: string) {
    const input = path.join(directory, 'recording.json')
    await writeFile(input, typeof recording === 'string' ? recording : JSON.stringify(recording))
    return judge.run({ input, alpha }, job)
  }
  const metrics = [{ name: 'errors', kind: 'ratio', 'max-ratio': 1.0 }]

  test('a failure is an outcome with all outputs', async () => {
    const outcome = await run({ alpha: 0.01, metrics, ticks: repeat(20, tick(20, 600, 5, 5400)) })
    expect(outcome).toMatchObject({ reason: 'judge-failed', outputs: { verdict: 'fail', tick: 2 } })
    expect(JSON.parse(String(outcome.outputs.metrics))).toMatchObject([{ name: 'errors', canary: { total: 1200 } }])
    expect(outcome.summary).toContain('| errors | 40 / 1,200 (3.33 %) |')
  })

  test.each([
    ['pass', 600],
    ['inconclusive', 0],
  ])('%s is done', async (verdict, total) => {
    const outcome = await run({ metrics, ticks: [tick(0, total, 0, total)] })
    expect(outcome).toMatchObject({ reason: 'done', outputs: { verdict, tick: 1 } })
  })

  test('--alpha replaces the recording’s', async () => {
    const recording = { alpha: 0.01, metrics, ticks: [tick(60, 600, 20, 5400)] }
    expect((await run(recording)).outputs.verdict).toBe('inconclusive')
    expect((await run(recording, '0.05')).outputs.verdict).toBe('fail')
    for (const alpha of ['0', '0.6', 'x', '-1', '']) {
      await expect(run(recording, alpha)).rejects.toMatchObject({ reason: 'invalid-input' })
    }
  })

  test('a file that is missing, or is not JSON', async () => {
    await expect(loadRecording(path.join(directory, 'none.json'))).rejects.toMatchObject({ reason: 'invalid-input' })
    await expect(run('{"metrics": ')).rejects.toMatchObject({ reason: 'invalid-input' })
    await expect(loadRecording(directory)).rejects.toMatchObject({ reason: 'unreadable' })
  })
})
