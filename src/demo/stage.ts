import { existsSync } from 'node:fs'
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { IngotError } from '../errors.js'
import type { Job } from '../runner/index.js'
import { runStep, type StepInputs, type StepResult } from './step.js'
import type { Seen, Traffic } from './traffic.js'

/** One line of the closing table. */
export interface Event {
  readonly subject: string
  readonly what: string
  readonly detail: string
  readonly seconds: number
}

/** Where the story is played: the workspace, the steps that run in it, and what has happened so far. */
export interface Stage {
  readonly workspace: string
  readonly events: Event[]
  readonly summaries: string[]
  traffic: Traffic | undefined
  chapter(title: string): void
  say(line: string): void
  /** Runs one action's bundle; the story goes on whatever its exit code. */
  run(action: string, inputs: StepInputs): Promise<StepResult>
  /** Runs one action's bundle that must succeed. */
  succeed(action: string, inputs: StepInputs): Promise<StepResult>
  /** Runs one action's bundle that must refuse, with this exit code and with these words in its message. */
  refuse(action: string, inputs: StepInputs, exitCode: number, words: RegExp): Promise<StepResult>
  /** The story's own checks: the first that does not hold ends the demo. */
  expect(holds: boolean, what: string): asserts holds
  record(event: Event): void
}

const marker = '.ingot-demo'

/** Actions whose log is the story; of the others the last line is shown, and `log.txt` has the rest. */
const told = new Set(['promote', 'rollback', 'patch', 'rebase'])

export function setStage(workspace: string, bundles: string, job: Job): Stage {
  const events: Event[] = []
  const summaries: string[] = []
  const { style, live } = look(job)
  const stage: Stage = {
    workspace,
    events,
    summaries,
    traffic: undefined,
    chapter: (title) => {
      summaries.push(`\n## ${title}\n`)
      job.log(`\n${style(1, title)}`)
    },
    say: (line) => job.log(`  ${line}`),
    record: (event) => events.push(event),
    expect: (holds, what) => {
      if (!holds) throw new IngotError('expectation-failed', `The demo expected that ${what}, and it was not so`)
    },
    run: async (action, inputs) => {
      const bar = stage.traffic && watch(stage.traffic, job, live)
      const { signal } = job
      const lines: string[] = []
      const onLine = (line: string) => {
        lines.push(line)
        if (told.has(action)) job.log(`    ${style(2, abridged(line))}`)
      }
      try {
        const result = await runStep(action, inputs, { bundles, workspace, signal, onLine })
        if (!told.has(action) && result.exitCode === 0) {
          job.log(`    ${action.padEnd(9)} ${style(2, abridged(lines.at(-1) ?? ''))}`)
        }
        summaries.push(result.summary)
        return result
      } finally {
        bar?.stop()
        const entry = [`=== ${action}`, ...lines].join('\n')
        await appendFile(join(workspace, 'log.txt'), `${entry}\n`)
      }
    },
    succeed: async (action, inputs) => {
      const result = await stage.run(action, inputs)
      if (result.exitCode !== 0) job.log(`  ${style(31, '✘')} ${action}: ${result.error}`)
      stage.expect(result.exitCode === 0, `${action} succeeds`)
      return result
    },
    refuse: async (action, inputs, exitCode, words) => {
      const result = await stage.run(action, inputs)
      const [message = '', ...advice] = result.error.split('\n')
      job.log(`  ${style(33, '✘')} ${action} refused (exit ${result.exitCode}): ${message}`)
      for (const line of advice) job.log(`      ${line}`)
      stage.expect(result.exitCode === exitCode, `${action} ends with exit code ${exitCode}`)
      stage.expect(words.test(result.error), `the message of ${action} says ${words.source}`)
      return result
    },
  }
  return stage
}

/** Digests as people read them: the first twelve digits. */
function abridged(line: string): string {
  return line.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…')
}

/**
 * An empty folder of our own: what an earlier demo left is replaced, anything else is left alone.
 *
 * @param stop ends what an earlier demo may have left serving from there
 */
export async function prepareWorkspace(workspace: string, stop: () => Promise<unknown>): Promise<void> {
  if (existsSync(workspace)) {
    if (!existsSync(join(workspace, marker))) {
      throw new IngotError('invalid-input', `${workspace} exists and was not made by the demo`, {
        advice: 'Name another folder with --directory',
      })
    }
    await stop()
    await rm(workspace, { recursive: true })
  }
  await mkdir(workspace, { recursive: true })
  await writeFile(join(workspace, marker), 'Made by ingot demo; the next demo replaces this folder.\n')
}

/** A loopback port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The traffic bar: four times a second in a terminal, a line a second elsewhere. */
function watch(traffic: Traffic, job: Job, live: boolean): { stop: () => void } {
  traffic.lap()
  const interval = live ? 250 : 1_000
  const timer = setInterval(() => {
    const seen = traffic.lap()
    if (seen.requests > 0) job.progress(`    ${bar(seen, interval)}`)
  }, interval)
  return { stop: () => clearInterval(timer) }
}

/** `▕██████████████████░░▏ 400 req/s  1.0.0 90 %  2.0.0 10 %  0 wrong  0 dropped` */
export function bar(seen: Seen, intervalMilliseconds: number): string {
  const versions = Object.entries(seen.byVersion).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  const answered = versions.reduce((sum, [, count]) => sum + count, 0)
  const cells = 20
  const old = Math.round((cells * (versions[0]?.[1] ?? 0)) / Math.max(1, answered))
  const shares = versions.map(([version, count]) => `${version} ${Math.round((100 * count) / Math.max(1, answered))} %`)
  const wrong = Object.values(seen.bad).reduce((sum, count) => sum + count, 0)
  const pace = Math.round((seen.requests * 1_000) / intervalMilliseconds)
  return `▕${'█'.repeat(old)}${'░'.repeat(cells - old)}▏ ${pace} req/s  ${shares.join('  ')}  ${wrong} wrong  ${seen.dropped} dropped`
}

function look({ env }: Job): { style: (code: number, text: string) => string; live: boolean } {
  const live = process.stderr.isTTY === true
  const colours = live && !env.NO_COLOR
  return { live, style: (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text) }
}
