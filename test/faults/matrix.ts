import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError, reasons, toIngotError } from '../../src/errors.js'
import type { RegistryOptions } from '../fakes/registry/index.js'
import { elsewhere } from './images.js'
import { type Kind, kinds } from './kinds.js'
import { type Recorded, recorded } from './requests.js'
import { openStage, type Side, type Stage, sides, user } from './stage.js'
import { readState, type Tagged } from './state.js'

/** Something that is done with registries, that the matrix can do again and again. */
export interface Operation extends Partial<Record<Side, RegistryOptions>> {
  readonly name: string
  /** Puts there what is there before; makes no request. */
  prepare(stage: Stage): void | Promise<void>
  /** Does it. What it returns is compared with the fault-free run. */
  run(stage: Stage): Promise<unknown>
  /** What else must be as in the fault-free run once it has completed: read without the client. */
  outcome?(stage: Stage): unknown
  /** Requests for what a list of referrers names and the registry may lack all the same: 404 is then passed over, with a word. */
  mayMiss?(request: Recorded): boolean
  /** What must not be left behind by a failure; empty when all is well. */
  leftovers?(stage: Stage): readonly string[]
}

interface Run {
  readonly problems: string[]
  /** How often the fault struck. */
  readonly hits: number
  readonly requests: readonly Recorded[]
  readonly before: ReadonlyMap<string, Tagged>
  readonly after: ReadonlyMap<string, Tagged>
  readonly done: { readonly result: unknown; readonly outcome: unknown } | { readonly error: unknown }
}

const atOnce = 8
/** Longer than any run may take, on a machine that is busy with other things. */
const patience = 45_000
const testMilliseconds = 180_000

/** Registers the tests of an operation: fault-free, every kind at every request, and cancelled at every request. */
export function matrix(operation: Operation): void {
  describe(operation.name, () => {
    let good: Run
    beforeAll(async () => {
      good = await run(operation, {})
    }, testMilliseconds)

    test('completes when nothing goes wrong', () => {
      if ('error' in good.done) throw good.done.error
      expect(good.requests.length).toBeGreaterThan(1)
      expect([...good.after.values()].flatMap(({ broken }) => broken)).toEqual([])
    })

    test.each(kinds.map((kind) => [kind.name, kind] as const))(
      '%s, at every request',
      async (_, kind) => {
        const requests = good.requests.filter(({ seen }) => kind.applies?.(seen) ?? true)
        const unstruck: string[] = []
        const problems = await inParallel(requests, async (request) => {
          const found = await struck(operation, kind, request)
          if (found === undefined) {
            unstruck.push(request.name)
            return []
          }
          const mayLack = kind.looksAbsent === true && (isReferrers(request) || operation.mayMiss?.(request) === true)
          return [...found.problems, ...judge(kind, mayLack, found, good)].map(
            (problem) => `${request.name}: ${problem}`,
          )
        })
        expect(problems).toEqual([])
        // What is done side by side may do without a request now and then; not without many.
        expect(unstruck.slice(Math.ceil(requests.length / 10))).toEqual([])
      },
      testMilliseconds,
    )

    test(
      'cancelled at every request',
      async () => {
        const problems = await inParallel(good.requests, async (request) => {
          const found = await run(operation, { cancelAt: request })
          return [...found.problems, ...judgeCancelled(found, good)].map((problem) => `${request.name}: ${problem}`)
        })
        expect(problems).toEqual([])
      },
      testMilliseconds,
    )
  })
}

/** A run in which the fault struck; undefined when the request is never made again. */
async function struck(operation: Operation, kind: Kind, request: Recorded): Promise<Run | undefined> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const found = await run(operation, { kind, request })
    if (found.hits > 0) return found
  }
  return undefined
}

interface Trouble {
  readonly kind?: Kind
  readonly request?: Recorded
  readonly cancelAt?: Recorded
}

async function run(operation: Operation, { kind, request, cancelAt }: Trouble): Promise<Run> {
  const controller = new AbortController()
  const idle = kind?.idleMilliseconds === undefined ? {} : { idleMilliseconds: kind.idleMilliseconds }
  const stage = await openStage({ ...operation, ...idle, signal: controller.signal })
  const problems: string[] = []
  try {
    await operation.prepare(stage)
    const before = readState(stage)
    const times = kind?.forGood ? { times: Number.POSITIVE_INFINITY } : {}
    const injection = kind && request && stage[request.side].inject({ ...kind.fault, ...request.strike, ...times })
    if (cancelAt !== undefined) cancel(stage, cancelAt, controller)
    const finished = operation.run(stage).then(
      (result) => ({ result, outcome: operation.outcome?.(stage) }),
      (error: unknown) => ({ error }),
    )
    const hung = new AbortController()
    const done = await Promise.race([
      finished,
      sleep(patience, { error: new Error('it hangs') }, { signal: hung.signal }).catch(() => ({ error: undefined })),
    ])
    hung.abort()
    if ('error' in done) problems.push(...(operation.leftovers?.(stage) ?? []), ...spoken(stage, done.error))
    const hits = injection?.hits ?? 0
    return { problems, hits, requests: recorded(stage), before, after: readState(stage), done }
  } finally {
    await stage.close()
  }
}

/** At that request the operation is cancelled, and the request gets no answer. */
function cancel(stage: Stage, { side, strike }: Recorded, controller: AbortController): void {
  let left = strike.after ?? 0
  const isIt = ({ method, url }: { method: string; url: string }) =>
    method === strike.method && strike.url?.test(url) && left-- === 0
  stage[side].faults.push((_, __, seen) => {
    if (!isIt(seen)) return controller.signal.aborted
    controller.abort()
    return true
  })
}

const isReferrers = ({ seen }: Recorded) => /\/referrers\//.test(seen.url)

function judge(kind: Kind, mayLack: boolean, found: Run, good: Run): string[] {
  const problems = judgeTags(found, good, mayLack)
  if ('error' in found.done) {
    const { error } = found.done
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    if (!(error instanceof IngotError)) return [...problems, `failed without a name: ${said}`]
    if (kind.completes) problems.push(`should have got over it: ${error.reason}: ${said}`)
    if (error.reason === 'internal' || !(error.reason in reasons)) problems.push(`no reason: ${error.reason}: ${said}`)
    const expected = [...(kind.reasons ?? []), ...(mayLack ? ['not-found'] : [])]
    if (kind.reasons && !expected.includes(error.reason)) problems.push(`not ${error.reason}: ${said}`)
    return problems
  }
  if ('error' in good.done) return [...problems, 'completed, unlike without faults']
  if (mayLack) return problems
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  if (!same(found.done, good.done)) {
    problems.push(`completed otherwise: ${JSON.stringify(found.done)} instead of ${JSON.stringify(good.done)}`)
  }
  const missing = [...good.after.keys()].filter((name) => !found.after.has(name))
  const unmoved = [...good.after.values()].filter((tagged) => isBehind(found.after.get(tagged.name), tagged))
  return [...problems, ...[...missing, ...unmoved.map(({ name }) => name)].map((name) => `${name} is not set`)]
}

function judgeCancelled(found: Run, good: Run): string[] {
  const problems = judgeTags(found, good)
  if (!('error' in found.done)) return [...problems, 'completed although it was cancelled']
  const { reason, message } = toIngotError(found.done.error)
  return reason === 'cancelled' ? problems : [...problems, `not cancelled but ${reason}: ${message}`]
}

/** Every tag names what it named before, or all of what it is to name; lists of referrers only grow. */
function judgeTags(found: Run, good: Run, mayList = false): string[] {
  return [...found.after.values()].flatMap((now) => {
    const [was, wanted] = [found.before.get(now.name), good.after.get(now.name)]
    const broken = now.broken.map((part) => `${now.name} names what is not whole: ${part}`)
    if (now.entries !== undefined) {
      const lost = (was?.entries ?? []).filter((entry) => !now.entries?.includes(entry))
      const strange = now.entries.filter((entry) => !mayList && !(wanted?.entries ?? []).includes(entry))
      return [...broken, ...lost.map((entry) => `lost ${entry}`), ...strange.map((entry) => `lists ${entry}`)]
    }
    const isByDigest = now.name.endsWith(`@${now.digest}`)
    const isKnown = isByDigest || now.digest === was?.digest || now.digest === wanted?.digest
    return isKnown ? broken : [...broken, `${now.name} names ${now.digest}`]
  })
}

function isBehind(now: Tagged | undefined, wanted: Tagged): boolean {
  return (
    now !== undefined &&
    (wanted.entries ? String(now.entries) !== String(wanted.entries) : now.digest !== wanted.digest)
  )
}

/** What is wrong with the words of an error: it must say where, and tell no secret. */
function spoken(stage: Stage, error: unknown): string[] {
  if (!(error instanceof IngotError) || stage.signal.aborted) return []
  const text = `${error.message} ${error.advice ?? ''}`
  const problems: string[] = []
  const places = [...sides.map((side) => `${stage[side].host}/`), `oci:${stage.folder}/`, elsewhere]
  if (!places.some((place) => text.includes(place))) problems.push(`does not say where: ${error.message}`)
  const headers = sides.flatMap((side) => [...stage[side].requests, ...stage[side].storageRequests])
  const tokens = headers.flatMap(({ authorization }) => authorization?.split(' ').at(-1) ?? [])
  const secrets = ['s3cret', user.password, ...tokens].filter((secret) => text.includes(secret))
  if (secrets.length > 0) problems.push(`tells a secret: ${text}`)
  if (/\?\S*=/.test(text)) problems.push(`shows a query: ${text}`)
  return problems
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<string[]>): Promise<string[]> {
  const queue = items.values()
  const problems: string[] = []
  const worker = async () => {
    for (const item of queue) problems.push(...(await work(item)))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return problems
}
