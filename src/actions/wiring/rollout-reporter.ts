import type { RolloutEvent } from '../../promote/index.js'
import type { Job } from '../../runner/job.js'

const quietMilliseconds = 1_000

/** What happened is a line of the log; what is measured meanwhile is progress, at most once a second. */
export function reporter(events: RolloutEvent[], job: Job, describe: (event: RolloutEvent) => string) {
  let saidAt = 0
  return (event: RolloutEvent) => {
    events.push(event)
    const isPassing = event.kind === 'judged' || event.kind === 'waiting'
    if (!isPassing) return job.log(describe(event))
    if (event.kind === 'waiting' && event.for === 'soak') return
    if (Date.now() - saidAt < quietMilliseconds) return
    saidAt = Date.now()
    job.progress(describe(event))
  }
}
