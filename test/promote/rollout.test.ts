import { type EnvironmentState, emptyEnvironment } from '../../src/ledger/state.js'
import {
  type Metric,
  type RolloutContext,
  type RolloutEvent,
  rollbackTarget,
  runRollout,
  runTick,
  stepsOf,
  targetMetrics,
} from '../../src/promote/index.js'
import { parseRecording, replay } from '../../src/promote/judge/index.js'
import { type Crash, FakeClock, image, MemoryLedger, MemoryTarget } from './fakes.js'

const metrics: Metric[] = [{ name: 'errors', kind: 'ratio', maxRatio: 1 }]
const one = image('v1')
const two = image('v2')
const three = image('v3')

function world(crash: Crash = () => {}, state?: EnvironmentState) {
  const clock = new FakeClock()
  const ledger = new MemoryLedger(state, crash)
  const target = new MemoryTarget(crash)
  const events: RolloutEvent[] = []
  const bad: Record<string, number> = {}
  let perSecond = 400
  clock.onSleep = (milliseconds) => target.serve((perSecond * milliseconds) / 1000, (version) => bad[version] ?? 0.002)
  const context: RolloutContext = {
    environment: 'production',
    app: 'shop',
    ledger,
    target,
    source: targetMetrics,
    steps: stepsOf({ kind: 'canary', steps: [10, 50], everyMilliseconds: 10_000 }),
    metrics,
    alpha: 0.01,
    deadlineMilliseconds: 120_000,
    clock: clock.clock,
    onEvent: (event) => events.push(event),
  }
  const run = (kind: 'promotion' | 'rollback', candidate = two, once = false) =>
    runRollout(
      context,
      { kind, candidate, metrics: context.metrics, alpha: 0.01, startedAt: clock.now },
      { intervalMilliseconds: 1_000, sleep: clock.sleep, once },
    )
  return { clock, ledger, target, events, bad, context, run, silence: () => (perSecond = 0) }
}

async function withStable(crash?: Crash) {
  const made = world(crash)
  await made.run('promotion', one)
  made.events.length = 0
  made.target.orders.length = 0
  return made
}

test('a first release gets everything as soon as it is healthy', async () => {
  const { run, ledger, target, events } = world()
  expect(await run('promotion', one)).toMatchObject({ outcome: 'promoted', reason: 'promoted', weight: 100 })
  expect(target.orders).toEqual(['deploy v1', 'shift 100', 'retire'])
  expect(target.onlyVersion).toBe('v1')
  expect(ledger.state).toMatchObject({ generation: 1, rollout: null, stable: { version: 'v1' } })
  expect(ledger.state.history).toMatchObject([{ event: 'promoted', version: 'v1', from: null }])
  expect(events.map(({ kind }) => kind)).toEqual(['began', 'deployed', 'shifted', 'promoted', 'retired'])
})

test('a good release goes step by step, each soaked and judged, and leaves a recording that can be replayed', async () => {
  const { run, ledger, target, clock } = await withStable()
  const began = clock.now
  expect(await run('promotion')).toMatchObject({ outcome: 'promoted', reason: 'promoted' })
  expect(target.orders).toEqual(['deploy v2', 'shift 10', 'shift 50', 'shift 100', 'retire'])
  expect(clock.now - began).toBeGreaterThanOrEqual(20_000)
  expect(target.onlyVersion).toBe('v2')
  const recording = ledger.recordings.get(2)
  expect(recording?.ticks.length).toBeGreaterThan(15)
  expect(recording?.ticks[0]).toMatchObject({
    weight: 10,
    errors: { canary: { bad: 0, total: 40 }, stable: { total: 360 } },
  })
  expect(replay(parseRecording(JSON.parse(JSON.stringify(recording))))).toMatchObject({ verdict: 'pass' })
})

test('a bad canary loses its traffic at the tick that proves it, then it is retired and quarantined', async () => {
  const { run, ledger, target, bad, events } = await withStable()
  bad.v2 = 0.3
  const result = await run('promotion')
  expect(result).toMatchObject({ outcome: 'aborted', reason: 'canary-aborted', weight: 0 })
  expect(target.orders).toEqual(['deploy v2', 'shift 10', 'shift 0', 'retire'])
  expect(target.onlyVersion).toBe('v1')
  expect(ledger.state).toMatchObject({ rollout: null, stable: { version: 'v1' }, quarantine: [{ version: 'v2' }] })
  expect(ledger.state.history.at(-1)).toMatchObject({ event: 'aborted', version: 'v2' })
  expect(result.candidateCounts.bad).toBeGreaterThan(0)
  expect(result.knewAfterSeconds).toBeLessThan(10)
  expect(events.map(({ kind }) => kind).filter((kind) => kind !== 'judged' && kind !== 'waiting')).toEqual([
    'began',
    'deployed',
    'shifted',
    'aborting',
    'undone',
    'retired',
    'aborted',
  ])
  const refused = await run('promotion')
  expect(refused).toMatchObject({ outcome: 'refused', reason: 'quarantined' })
  expect(refused.why).toMatch(/^v2 \([a-f0-9]{12}\) is quarantined since/)
})

test('without traffic the canary waits for data, and gives up at the deadline saying so', async () => {
  const { run, silence, target } = await withStable()
  silence()
  const result = await run('promotion')
  expect(result).toMatchObject({ outcome: 'aborted', reason: 'canary-aborted' })
  expect(result.why).toMatch(/not enough data to judge it within 120 s/)
  expect(target.onlyVersion).toBe('v1')
})

test('a candidate that never becomes healthy never gets traffic', async () => {
  const { run, target } = await withStable()
  target.sick.add('v2')
  expect(await run('promotion')).toMatchObject({ outcome: 'aborted', why: expect.stringContaining('not healthy') })
  expect(target.orders).toEqual(['deploy v2', 'retire'])
})

test('a canary that stops being healthy is undone at once', async () => {
  const { run, target, clock } = await withStable()
  const serve = clock.onSleep
  clock.onSleep = (milliseconds) => {
    serve(milliseconds)
    if (target.weight === 50) target.sick.add('v2')
  }
  expect(await run('promotion')).toMatchObject({ outcome: 'aborted', why: 'The canary stopped being healthy' })
  expect(target.onlyVersion).toBe('v1')
})

test('the stable digest again is no work; without metrics only time and health count', async () => {
  const { run, context, silence } = await withStable()
  expect(await run('promotion', one)).toMatchObject({
    outcome: 'already-stable',
    reason: 'already-stable',
    weight: 100,
  })
  silence()
  Object.assign(context, { metrics: [] })
  expect(await run('promotion')).toMatchObject({ outcome: 'promoted' })
})

test('blue-green gives everything at once and soaks with the old track still warm', async () => {
  const { run, context, target, clock } = await withStable()
  Object.assign(context, { steps: stepsOf({ kind: 'blue-green', soakMilliseconds: 5_000 }) })
  const began = clock.now
  expect(await run('promotion')).toMatchObject({ outcome: 'promoted' })
  expect(target.orders).toEqual(['deploy v2', 'shift 100', 'retire'])
  expect(clock.now - began).toBeGreaterThanOrEqual(5_000)
})

test('--once comes back instead of soaking, and the next call goes on', async () => {
  const { run, clock, ledger } = await withStable()
  const first = await run('promotion', two, true)
  expect(first).toMatchObject({ outcome: 'in-progress', weight: 10, reason: 'in-progress' })
  expect(Date.parse(first.nextAt ?? '')).toBe(clock.now + 10_000)
  await clock.sleep(10_000)
  expect(await run('promotion', two, true)).toMatchObject({ outcome: 'in-progress', weight: 50 })
  await clock.sleep(10_000)
  expect(await run('promotion', two, true)).toMatchObject({ outcome: 'promoted' })
  expect(ledger.state.generation).toBe(2)
})

test('a rollback goes to the last known good, and quarantines what it left', async () => {
  const { run, ledger, target } = await withStable()
  await run('promotion', two)
  const to = rollbackTarget(ledger.state)
  expect(to).toEqual(one)
  const result = await run('rollback', to)
  expect(result).toMatchObject({ outcome: 'rolled-back', reason: 'rolled-back' })
  expect(result.fullTrafficAfterSeconds).toBeLessThan(1)
  expect(target.onlyVersion).toBe('v1')
  expect(ledger.state).toMatchObject({
    stable: { version: 'v1' },
    quarantine: [{ version: 'v2', why: 'Rolled back to v1' }],
  })
  expect(() => rollbackTarget(ledger.state)).toThrow(expect.objectContaining({ reason: 'no-rollback-target' }))
  expect(() => rollbackTarget(ledger.state, 'v2')).toThrow(expect.objectContaining({ reason: 'quarantined' }))
  expect(() => rollbackTarget(ledger.state, 'v9')).toThrow(expect.objectContaining({ reason: 'no-rollback-target' }))
})

test('a rollback from an older copy of the ledger gets through, also when it is asked for twice', async () => {
  const crash: { at: Crash } = { at: () => {} }
  const { run, ledger, target } = await withStable((point) => crash.at(point))
  await run('promotion', two)
  const older = ledger.state
  await run('promotion', three)
  expect(target.onlyVersion).toBe('v3')
  ledger.state = older
  expect(await run('rollback', one)).toMatchObject({ outcome: 'rolled-back' })
  expect(target.onlyVersion).toBe('v1')
  expect(ledger.state.generation).toBe(4)

  // Left with a rollback that the target refuses, because another copy has ordered it since: the next one gets through.
  ledger.state = older
  let dies = true
  crash.at = (point) => {
    if (point === 'after write' && dies) throw new Error('dead')
  }
  await expect(run('rollback', one)).rejects.toThrow('dead')
  dies = false
  expect(ledger.state.rollout).toMatchObject({ kind: 'rollback' })
  target.generation = 9
  expect(await run('rollback', one)).toMatchObject({ outcome: 'rolled-back' })
  expect(ledger.state).toMatchObject({ generation: 10, stable: { version: 'v1' }, rollout: null })
})

test('a rollback wins over a running promotion, whose next tick touches nothing', async () => {
  const { run, ledger, target, context } = await withStable()
  await run('promotion', two, true)
  const overtaken = ledger.state.generation
  expect(rollbackTarget(ledger.state)).toMatchObject(one)
  expect(await run('rollback', one)).toMatchObject({ outcome: 'rolled-back' })
  expect(target.onlyVersion).toBe('v1')
  expect(ledger.state.quarantine).toMatchObject([{ version: 'v2', why: 'A rollback interrupted its promotion' }])
  expect(ledger.state.history.map(({ event }) => event)).toEqual(['promoted', 'aborted', 'rolled-back'])
  const orders = target.orders.length
  expect((await runTick(context, overtaken)).decision).toMatchObject({ kind: 'stop' })
  expect(target.orders.length).toBe(orders)
})

test('a rollback between look and order: the target itself refuses the lower generation', async () => {
  const { run, target, ledger } = await withStable()
  await run('promotion', two, true)
  target.generation = 9
  ledger.interfere = undefined
  expect(await run('promotion', two)).toMatchObject({ outcome: 'refused', reason: 'superseded' })
})

test('a newer promotion takes the place of an older one', async () => {
  const { run, target, ledger } = await withStable()
  await run('promotion', two, true)
  expect(await run('promotion', three)).toMatchObject({ outcome: 'promoted' })
  expect(target.onlyVersion).toBe('v3')
  expect(ledger.state.quarantine).toEqual([])
  expect(ledger.recordings.has(2)).toBe(false) // it had not been judged yet
})

test('a change by hand behind our back halts, and a rollback to the stable digest repairs', async () => {
  const { run, target, ledger } = await withStable()
  target.stable = { ...(target.stable as NonNullable<typeof target.stable>), image: three }
  const result = await run('promotion', two)
  expect(result).toMatchObject({ outcome: 'refused', reason: 'drifted' })
  expect(result.why).toMatch(/The ledger says that v1 .* is stable, but the target runs v3/)
  expect(target.orders).toEqual([])
  expect(await run('rollback', one)).toMatchObject({ outcome: 'rolled-back' })
  expect(target.onlyVersion).toBe('v1')
  expect(ledger.state.stable?.version).toBe('v1')
})

test('cancelled, it stays resumable', async () => {
  const { run, context, clock } = await withStable()
  const cancelling = new AbortController()
  Object.assign(context, { signal: cancelling.signal })
  const serve = clock.onSleep
  clock.onSleep = (milliseconds) => {
    serve(milliseconds)
    cancelling.abort()
  }
  await expect(run('promotion')).rejects.toMatchObject({
    reason: 'cancelled',
    message: expect.stringContaining('at 10 %'),
  })
  Object.assign(context, { signal: undefined })
  expect(await run('promotion')).toMatchObject({ outcome: 'promoted' })
})

describe('dying anywhere', () => {
  class Death extends Error {}

  /** Runs a story again and again, dying at its first point, then at its second, …, until it survives. */
  async function dieEverywhere(story: (made: ReturnType<typeof world>) => Promise<unknown>, isBad: boolean) {
    for (let mortal = 1; ; mortal++) {
      let points = 0
      let armed = false
      const made = await withStable((_point) => {
        points += 1
        if (armed && points === mortal) throw new Death()
      })
      if (isBad) made.bad.v2 = 0.3
      points = 0
      armed = true
      const survived = await story(made).then(
        () => true,
        (error) => {
          if (!(error instanceof Death)) throw error
          return false
        },
      )
      armed = false
      expect(made.target.stable).not.toBeNull()
      await made.run('promotion')
      expect(made.target.onlyVersion).toBe(isBad ? 'v1' : 'v2')
      expect(made.ledger.state.rollout).toBeNull()
      expect(made.ledger.state.stable?.version).toBe(isBad ? 'v1' : 'v2')
      expect(made.ledger.state.history.filter(({ version }) => version === 'v2')).toHaveLength(1)
      if (survived) return mortal
    }
  }

  test('of a promotion: the next run promotes', async () => {
    expect(await dieEverywhere(({ run }) => run('promotion'), false)).toBeGreaterThan(20)
  })
  test('of an abort: the next run ends it', async () => {
    expect(await dieEverywhere(({ run }) => run('promotion'), true)).toBeGreaterThan(10)
  })
})

test('the ledger changed between read and write: everything is decided again', async () => {
  const { run, ledger, target, context } = await withStable()
  await run('promotion', two, true)
  ledger.interfere = (state) => ({ ...state, generation: state.generation + 1, rollout: null })
  expect((await runTick(context, 2)).decision.kind).toBe('stop')
  expect(target.orders).toEqual(['deploy v2', 'shift 10'])
})

test('an empty ledger is the state before the first release', () => {
  expect(() => rollbackTarget(emptyEnvironment('production', 'shop'))).toThrow(
    expect.objectContaining({ reason: 'no-rollback-target' }),
  )
})
