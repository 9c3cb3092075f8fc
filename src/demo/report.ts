import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Event, Stage } from './stage.js'

/** Everything that happened, one line an event. */
export function closingTable(events: readonly Event[]): string {
  const rows = events.map(({ subject, what, detail, seconds }) => [subject, what, detail, time(seconds)])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 3 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('   ')
  return rows.map((row) => `  ${line(row)}`).join('\n')
}

/** One markdown page: the table, then what each step wrote for the job summary. */
export async function writeSummary(stage: Stage, seconds: number): Promise<string> {
  const rows = stage.events.map(
    (event) => `| ${event.subject} | ${event.what} | ${event.detail} | ${time(event.seconds)} |`,
  )
  const table = `| what | happened | | time |\n|---|---|---|--:|\n${rows.join('\n')}\n`
  const file = join(stage.workspace, 'summary.md')
  await writeFile(file, `# Ingot demo\n\n${seconds.toFixed(1)} s in all.\n\n${table}\n${stage.summaries.join('\n')}`)
  return file
}

function time(seconds: number): string {
  return seconds > 0 ? `${seconds.toFixed(seconds < 10 ? 2 : 1)} s` : ''
}
