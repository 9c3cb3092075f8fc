import { scenarios } from '../scenarios/index.js'
import { quantity } from './report.js'

/** The reports as Markdown. The whole page names no day: what it depends on is the machine, which it describes. */

/** @param {import('./report.js').Report[]} reports */
export function pageOf(reports, machine, rounds) {
  return [
    '# Benchmarks',
    `What \`npm run bench\` measured, and the goals beside it. [bench/README.md](../bench/README.md) says how. Generated: do
not edit.`,
    machineOf(machine, rounds),
    ...leftOut(reports),
    '## Goals',
    table(
      ['scenario', 'what', 'measured', 'goal', ''],
      reports.flatMap(({ name, verdicts }) => verdicts.map((each) => [`[${name}](#${name})`, ...verdictCells(each)])),
    ),
    ...reports.map((report) => section(report)),
  ].join('\n\n')
}

/** A page of some scenarios only says so. */
function leftOut(reports) {
  const missing = scenarios.map(({ name }) => name).filter((name) => reports.every((report) => report.name !== name))
  return missing.length === 0 ? [] : [`Not in this run: ${missing.join(', ')}.`]
}

/** @param {import('./report.js').Report} report */
export function section({ name, title, tables, verdicts, notes }, { goals = false } = {}) {
  return [
    `## ${name}`,
    `${title}.`,
    ...tables.flatMap(({ caption, head, rows }) => [
      ...(caption === undefined ? [] : [`${caption}:`]),
      table(head, rows),
    ]),
    ...(goals && verdicts.length > 0 ? [table(['what', 'measured', 'goal', ''], verdicts.map(verdictCells))] : []),
    ...notes,
  ].join('\n\n')
}

function verdictCells({ what, found, limit, unit, met }) {
  return [what, quantity(found, unit), `≤ ${quantity(limit, unit)}`, met ? 'met' : '**missed**']
}

function machineOf({ node, cpu, cores, memoryGiB, kernel, load, tools }, rounds) {
  const present = Object.entries(tools).filter(([, version]) => version !== 'absent')
  const absent = Object.keys(tools).filter((name) => tools[name] === 'absent')
  return [
    `Node ${node}; ${cpu}, ${cores} cores, ${memoryGiB} GiB, Linux ${kernel}; load before the first run ${load.join(', ')};`,
    `${rounds} rounds, medians; ratios are medians of pairs, with their quartiles.`,
    `Beside it: ${present.map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    absent.length === 0 ? '' : `Absent, and so not compared: ${absent.join(', ')}.`,
  ]
    .filter(Boolean)
    .join('\n')
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map((_, at) => (at === 0 ? '---' : '--:')).join('|')}|`, ...rows.map(line)].join('\n')
}
