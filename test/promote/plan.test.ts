import { type EnvironmentState, emptyEnvironment, type Rollout } from '../../src/ledger/state.js'
import { admit } from '../../src/promote/admit.js'
import { change } from '../../src/promote/change.js'
import { effectOf } from '../../src/promote/decision.js'
import { plan, type Situation } from '../../src/promote/plan.js'
import type { TargetObservation, TrackObservation } from '../../src/promote/targets/target.js'
import fc from '../property.js'
import { counters, FakeClock, image, MemoryTarget } from './fakes.js'

const images = ['v1', 'v2', 'v3'].map(image)
const steps = { weights: [10, 50], everyMilliseconds: 60_000 }
const start = new FakeClock().now
const at = (milliseconds: number) => new Date(start + milliseconds).toISOString()

const anyImage = fc.constantFrom(...images)
const anyTrack: fc.Arbitrary<TrackObservation> = fc.record({
  digest: anyImage.map(({ digest }) => digest),
  version: fc.constantFrom('v1', 'v2'),
  healthy: fc.boolean(),
  restarts: fc.integer({ min: 0, max: 8 }),
  counters: fc.constant(counters()),
})
const anyObservation: fc.Arbitrary<TargetObservation> = fc
  .record({
    generation: fc.integer({ min: 0, max: 4 }),
    stable: fc.option(anyTrack),
    canary: fc.option(anyTrack),
    weight: fc.constantFrom(0, 10, 33, 50, 100),
  })
  // What a target never is: a weight without a canary, a split without a stable track, the same digest twice.
  .map((seen) => {
    const canary = seen.canary?.digest === seen.stable?.digest ? null : seen.canary
    const weight = canary === null ? 0 : seen.stable === null && seen.weight < 100 ? 0 : seen.weight
    return { ...seen, canary, weight }
  })
const anyRollout: fc.Arbitrary<Rollout> = fc.record({
  generation: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom('promotion' as const, 'rollback' as const),
  candidate: anyImage,
  previous: fc.option(anyImage),
  startedAt: fc.constant(at(0)),
  phase: fc.constantFrom('advancing' as const, 'promoting' as const, 'aborting' as const),
  step: fc.integer({ min: -1, max: 2 }),
  weight: fc.constantFrom(0, 10, 50, 100),
  since: fc.constantFrom(at(0), at(60_000)),
  why: fc.constantFrom(null, 'it was bad'),
  judge: fc.constant(null),
  counters: fc.constant(null),
  recording: fc.constant({ alpha: 0.01, metrics: [], ticks: [] }),
})
const anyState: fc.Arbitrary<EnvironmentState> = fc
  .record({
    rollout: fc.option(anyRollout),
    generation: fc.integer({ min: 0, max: 4 }),
    stable: fc.option(anyImage),
    bad: fc.uniqueArray(anyImage, { maxLength: 2 }),
    settled: fc.boolean(),
  })
  .map(({ rollout, generation, stable, bad, settled }) => ({
    ...emptyEnvironment('production', 'shop'),
    generation,
    rollout,
    stable: stable && { ...stable, since: at(0) },
    quarantine: bad.map(({ digest, version }) => ({ digest, version, at: at(0), why: 'bad' })),
    history:
      rollout && settled
        ? [
            {
              ...rollout.candidate,
              at: at(1),
              generation: rollout.generation,
              event: 'promoted' as const,
              from: null,
              why: '',
              seconds: 1,
            },
          ]
        : [],
  }))
const anySituation: fc.Arbitrary<Situation> = fc.record({
  generation: fc.integer({ min: 1, max: 4 }),
  state: anyState,
  steps: fc.constant(steps),
  deadlineMilliseconds: fc.constant(300_000),
  observation: anyObservation,
  judgement: fc.record({
    verdict: fc.constantFrom('pass' as const, 'fail' as const, 'inconclusive' as const, 'unmeasured' as const),
    sentence: fc.constant('as the judge says'),
  }),
  now: fc.constantFrom(start, start + 30_000, start + 120_000, start + 400_000),
})

/** A situation that this run is entitled to decide in. */
const anyOwned = anySituation
  .filter(({ state }) => state.rollout !== null)
  .map((situation) => {
    const generation = situation.state.rollout?.generation ?? 0
    return { ...situation, generation, state: { ...situation.state, generation } }
  })

describe('plan', () => {
  test('has a decision for every situation, and never another one for the same', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const decision = plan(situation)
        expect(decision.kind).toEqual(expect.any(String))
        expect(plan(structuredClone(situation))).toEqual(decision)
        const after = change(situation.state, decision, steps, situation.now)
        expect(after.generation).toBe(situation.state.generation)
        expect(after.history.length - situation.state.history.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 3_000 },
    )
  })

  test('touches nothing when its generation has been overtaken', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { state, generation, observation } = situation
        const isOvertaken =
          state.generation !== generation ||
          state.rollout?.generation !== generation ||
          observation.generation > generation
        fc.pre(isOvertaken)
        expect(plan(situation).kind).toBe('stop')
      }),
      { numRuns: 1_000 },
    )
  })

  test('never moves traffic onto a quarantined digest, onto nothing, or to an unhealthy candidate', () => {
    fc.assert(
      fc.property(anyOwned, (situation) => {
        const { state, observation } = situation
        const rollout = state.rollout as Rollout
        const decision = plan(situation)
        const effect = effectOf(decision, rollout, observation)
        const { stable, canary, weight } = observation
        if (effect?.verb === 'retire') {
          const having = weight === 100 ? canary : weight === 0 ? stable : undefined
          expect(effect.keep).toBe(having?.digest ?? null)
        }
        if (effect?.verb !== 'shift') return
        expect(canary?.digest).toBe(effect.canary)
        if (effect.weight > weight && state.history.length === 0) {
          expect(canary?.healthy).toBe(true)
          const isBad = state.quarantine.some(({ digest }) => digest === effect.canary)
          expect(isBad && rollout.kind === 'promotion').toBe(false)
        }
        if (effect.weight < weight && rollout.previous !== null && state.history.length === 0) {
          expect(stable).not.toBeNull()
          expect(
            decision.kind === 'undo' &&
              rollout.kind === 'promotion' &&
              state.quarantine.some(({ digest }) => digest === stable?.digest),
          ).toBe(false)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  test('a failing verdict aborts at every weight, whatever else is the case', () => {
    fc.assert(
      fc.property(anyOwned, anyTrack, fc.constantFrom('advancing', 'promoting'), (situation, track, phase) => {
        const before = situation.state.rollout as Rollout
        const { candidate, previous } = before
        fc.pre(candidate.digest !== previous?.digest)
        const rollout = { ...before, kind: 'promotion' as const, phase: phase as Rollout['phase'] }
        const observation = {
          ...situation.observation,
          generation: 0,
          stable: previous && { ...track, digest: previous.digest },
          canary: { ...track, digest: candidate.digest },
        }
        const state = { ...situation.state, rollout, history: [] }
        const judgement = { verdict: 'fail' as const, sentence: 'worse' }
        expect(plan({ ...situation, state, observation, judgement }).kind).toBe('abort')
      }),
      { numRuns: 500 },
    )
  })

  test('any rollout comes to rest, and then exactly one digest that is not quarantined has all the traffic', async () => {
    const anyWish = fc.record({
      kind: fc.constantFrom('promotion' as const, 'rollback' as const),
      candidate: anyImage,
      /** After so many ticks the run dies or is overtaken by the next wish. */
      ticks: fc.integer({ min: 0, max: 12 }),
      verdict: fc.constantFrom('pass' as const, 'fail' as const, 'inconclusive' as const),
      isSick: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyWish, { minLength: 1, maxLength: 5 }), async (wishes) => {
        const target = new MemoryTarget()
        let state = emptyEnvironment('production', 'shop')
        let now = start
        const tick = async (verdict: Situation['judgement']['verdict']) => {
          const observation = await target.observe()
          const { generation } = state
          const judgement = { verdict, sentence: 'so it is' }
          const decision = plan({
            generation,
            state,
            steps,
            deadlineMilliseconds: 300_000,
            observation,
            judgement,
            now,
          })
          const rollout = state.rollout
          state = change(state, decision, steps, now)
          const effect = rollout && effectOf(decision, rollout, observation)
          if (effect?.verb === 'deploy') await target.deploy(effect.image, { generation })
          if (effect?.verb === 'shift') await target.shift(effect.canary, effect.weight, { generation })
          if (effect?.verb === 'retire') await target.retire(effect.keep, { generation })
          // After these a run has nothing more to do now.
          now += ['stop', 'halt', 'wait', 'finish'].includes(decision.kind) ? 61_000 : 100
          return decision
        }
        const first = {
          kind: 'promotion' as const,
          candidate: image('v0'),
          ticks: 99,
          verdict: 'pass' as const,
          isSick: false,
        }
        for (const { kind, candidate, ticks, verdict, isSick } of [first, ...wishes]) {
          const request = { kind, candidate, metrics: [], alpha: 0.01, startedAt: now }
          const admission = admit(state, request, await target.observe())
          if (admission.kind === 'begin') state = admission.state
          if (isSick) target.sick.add(candidate.version)
          for (let i = 0; i < ticks && state.rollout !== null; i++) expect((await tick(verdict)).kind).not.toBe('halt')
          target.sick.clear()
        }
        for (let i = 0; i < 60 && state.rollout !== null; i++) await tick('pass')
        expect(state.rollout).toBeNull()
        expect([target.canary, target.weight]).toEqual([null, 0])
        expect(target.stable?.image.digest).toBe(state.stable?.digest)
        expect(state.quarantine.map(({ digest }) => digest)).not.toContain(state.stable?.digest)
      }),
      {
        numRuns: 500,
        examples: [
          // Promoted, its predecessor not yet retired; then asked for by a rollback while it is sick.
          [
            [
              { kind: 'promotion', candidate: image('v2'), ticks: 7, verdict: 'pass', isSick: false },
              { kind: 'rollback', candidate: image('v2'), ticks: 6, verdict: 'pass', isSick: true },
            ],
          ],
        ],
      },
    )
  })
})
