import type { RebaseResult, Rebaser } from '../../bake/index.js'
import { type IngotError, toIngotError } from '../../errors.js'
import type { Job } from '../../runner/job.js'
import type { GivenTarget } from './rebase-targets.js'

const imagesAtOnce = 16
const everyMilliseconds = 2000

export type RebaseOutcome = RebaseResult | { readonly kind: 'failed'; readonly error: IngotError }

/**
 * Rebases many images side by side. One that is refused or fails does not hold up the rest; only a cancelled run ends early.
 *
 * @param done told of each as it ends, in no order
 */
export async function rebaseFleet(
  rebaser: Rebaser,
  targets: readonly GivenTarget[],
  job: Pick<Job, 'progress' | 'signal'>,
  done: (target: GivenTarget, outcome: RebaseOutcome) => Promise<void>,
): Promise<void> {
  await keepMemoryFlat()
  await rebaser.base() // what cannot be read at all is said once
  const queue = targets.values()
  let finished = 0
  let last = performance.now()
  const work = async () => {
    for (const target of queue) {
      const outcome = await rebaser.rebase(target).catch((thrown: unknown): RebaseOutcome => {
        job.signal.throwIfAborted()
        return { kind: 'failed', error: toIngotError(thrown) }
      })
      await done(target, outcome)
      finished += 1
      if (performance.now() - last < everyMilliseconds) continue
      last = performance.now()
      job.progress(`${finished} of ${targets.length} images`)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(imagesAtOnce, targets.length) }, work))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

/** What a request leaves behind is short-lived: V8 would let it pile up to some 30 MB more before it cleans up. */
async function keepMemoryFlat(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=20')
}
