import { digestOf, hexOf } from '../oci/digest.js'
import type { Check, CheckResult } from './checks.js'
import type { Validation } from './validate.js'

/**
 * The predicate of an in-toto test-result statement. What could not be checked is counted with what failed: the
 * specification knows no third verdict, and nothing unknown may read as passed.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.0/spec/predicates/test-result.md
 */
export function toTestResult({ verdict, results }: Validation, checks: readonly Check[]) {
  const named = (wanted: (result: CheckResult) => boolean) => results.filter(wanted).map(({ check }) => check)
  return {
    result: verdict === 'pass' ? 'PASSED' : 'FAILED',
    configuration: [{ name: 'checks', digest: { sha256: hexOf(digestOf(JSON.stringify(checks))) } }],
    passedTests: named((result) => result.verdict === 'pass'),
    warnedTests: [],
    failedTests: named((result) => result.verdict !== 'pass'),
  }
}

/** JUnit XML, as test reporters read it. */
export function toJUnit({ digest, results }: Validation): string {
  const count = (verdict: CheckResult['verdict']) => results.filter((result) => result.verdict === verdict).length
  const seconds = results.reduce((sum, result) => sum + (result.seconds ?? 0), 0)
  const totals = `tests="${results.length}" failures="${count('fail')}" errors="${count('error')}" time="${seconds.toFixed(3)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    `  <testsuite name=${quoted(digest)} ${totals}>`,
    ...results.map(toTestCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

/** A table for the job summary. */
export function toMarkdown({ verdict, digest, results }: Validation): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
  const rows = results.map((result) => `| ${result.verdict} | ${cell(result.check)} | ${cell(result.message)} |`)
  return [
    `### Validation: ${verdict}`,
    '',
    `\`${digest}\``,
    '',
    '| verdict | check | found |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function toTestCase({ check, verdict, message, seconds = 0 }: CheckResult): string {
  const open = `    <testcase classname="ingot.validate" name=${quoted(check)} time="${seconds.toFixed(3)}"`
  if (verdict === 'pass') return `${open}/>`
  const element = verdict === 'fail' ? 'failure' : 'error'
  return `${open}><${element} message=${quoted(message)}/></testcase>`
}

/** An attribute's value. Characters that XML 1.0 cannot hold at all become U+FFFD. */
function quoted(text: string): string {
  const legal = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
  const escaped = legal.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`)
  return `"${escaped}"`
}
