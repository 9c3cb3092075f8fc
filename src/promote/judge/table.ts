import type { Evidence } from './evidence.js'
import type { Judgement } from './judge.js'
import { formatCount, formatPercent } from './sentence.js'

/** The verdict, its sentence and every metric's numbers, as Markdown for a job summary. */
export function summarise(judgement: Judgement): string {
  const rows = judgement.metrics.map(row)
  return [
    `### Judge: ${judgement.verdict}`,
    '',
    judgement.sentence,
    '',
    '| metric | canary | stable | e-value | dispersion | data |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n')
}

function row({ name, edge, canary, stable, eValue, dispersion, data }: Evidence): string {
  const cells = [
    `${escapeCell(name)}${edge === null ? '' : ` over ${edge}`}`,
    `${formatCount(canary.bad)} / ${formatCount(canary.total)} (${formatPercent(canary.rate)})`,
    `${formatCount(stable.bad)} / ${formatCount(stable.total)} (${formatPercent(stable.rate)})`,
    eValue.toPrecision(3),
    dispersion.toFixed(1),
    data,
  ]
  return `| ${cells.join(' | ')} |`
}

function escapeCell(text: string): string {
  return text.replace(/[|\\`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ')
}
