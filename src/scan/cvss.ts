import type { Severity } from './finding.js'

const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
}
const privileges: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
}

/**
 * The base score of a CVSS 3.0 or 3.1 vector, or undefined when it is not one. The two versions differ only in rounding, where
 * 3.1's is used for both; temporal and environmental metrics are not looked at.
 *
 * @see https://www.first.org/cvss/v3.1/specification-document section 7.1 and appendix A
 */
export function cvss3BaseScore(vector: string): number | undefined {
  const match = /^CVSS:3\.[01]\/(.+)$/.exec(vector)
  if (match === null) return undefined
  const metrics = new Map((match[1] as string).split('/').map((pair) => pair.split(':', 2) as [string, string]))
  const weigh = (name: string) => weights[name]?.[metrics.get(name) ?? '']
  const scope = metrics.get('S') ?? ''
  const needed = [weigh('AV'), weigh('AC'), privileges[scope]?.[metrics.get('PR') ?? ''], weigh('UI')]
  const harm = [weigh('C'), weigh('I'), weigh('A')]
  if (!needed.every(isNumber) || !harm.every(isNumber)) return undefined

  const lost = 1 - harm.reduce((product, value) => product * (1 - value), 1)
  const changed = scope === 'C'
  const impact = changed ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost
  if (impact <= 0) return 0
  const exploitability = needed.reduce((product, value) => product * value, 8.22)
  return roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10))
}

/** @see https://www.first.org/cvss/v3.1/specification-document section 5; a score of 0 is still a finding: `low`. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  return score >= 4 ? 'medium' : 'low'
}

/** To one decimal, upwards, free of floating-point surprises (appendix A of the specification). */
function roundUp(value: number): number {
  const scaled = Math.round(value * 100_000)
  return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10
}

function isNumber(value: number | undefined): value is number {
  return typeof value === 'number'
}
