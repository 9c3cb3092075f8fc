import { mkdir, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { compare } from './harness/compare.js'
import { pageOf, section } from './harness/page.js'
import { openPlace } from './harness/place.js'
import { reportComparison } from './harness/report.js'
import { machine } from './harness/tools.js'
import { scenarios } from './scenarios/index.js'

/**
 * `npm run bench`: every scenario, and the page `docs/benchmarks.md`. `npm run bench -- NAME …`: some of them, printed.
 * README.md beside this file says what is measured and how.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name))
const chosen = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name))

if (values.list) for (const { name, title } of scenarios) console.log(`${name.padEnd(20)} ${title}`)
else if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`no scenario ${unknown.join(', ')}, or no number of rounds: npm run bench -- --list`)
  process.exitCode = 2
} else await measure()

async function measure() {
  const before = machine()
  const reports = []
  for (const scenario of chosen) {
    const report = await run(scenario)
    reports.push(report)
    console.log(`${section(report, { goals: true })}\n`)
  }
  await mkdir('bench/results', { recursive: true })
  const name = positionals.length === 0 ? 'all' : positionals.join('+')
  await writeFile(
    `bench/results/${name}.json`,
    JSON.stringify({ machine: before, loadAfter: loadavg(), rounds, reports }, null, 2),
  )
  if (positionals.length === 0 || values.write) {
    await writeFile('docs/benchmarks.md', `${pageOf(reports, before, rounds)}\n`)
    say('docs/benchmarks.md is written')
  }
}

async function run(scenario) {
  const place = await openPlace()
  // What is stopped by hand leaves no server and no gigabytes behind.
  const stop = () => place.close().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const context = { place, rounds, full: values.full, say }
    if (scenario.run !== undefined) return await scenario.run(context)
    const contenders = await scenario.contenders(place, context)
    const { name, latencies } = scenario
    return reportComparison(scenario, await compare({ name, contenders, latencies, rounds, place, say }))
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
    await place.close()
  }
}

/** Progress, apart from the results. */
function say(line) {
  console.error(`${process.uptime().toFixed(0).padStart(4)} s  ${line}`)
}
