import { digestOf } from '../../src/oci/digest.js'
import { type Check, toJUnit, toMarkdown, toTestResult, type Validation } from '../../src/validate/index.js'

const digest = digestOf('an image')
const checks: Check[] = [{ kind: 'size', maximumBytes: 10 }]
const validation: Validation = {
  verdict: 'fail',
  digest,
  results: [
    { check: 'size', verdict: 'pass', message: '7 bytes', seconds: 0.25 },
    { check: 'file /a', verdict: 'fail', message: 'it does not contain "<a & b>"\n\u0000|', seconds: 1 },
    { check: 'http /', verdict: 'error', message: 'services cannot be started here' },
  ],
}

test('a test result counts what could not be checked as failed', () => {
  expect(toTestResult(validation, checks)).toEqual({
    result: 'FAILED',
    configuration: [{ name: 'checks', digest: { sha256: digestOf(JSON.stringify(checks)).slice(7) } }],
    passedTests: ['size'],
    warnedTests: [],
    failedTests: ['file /a', 'http /'],
  })
  expect(toTestResult({ ...validation, verdict: 'error' }, checks).result).toBe('FAILED')
  expect(toTestResult({ ...validation, verdict: 'pass' }, checks).result).toBe('PASSED')
})

test('JUnit escapes what XML cannot hold', () => {
  const totals = 'tests="3" failures="1" errors="1" time="1.250"'
  expect(toJUnit(validation).split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    `  <testsuite name="${digest}" ${totals}>`,
    '    <testcase classname="ingot.validate" name="size" time="0.250"/>',
    '    <testcase classname="ingot.validate" name="file /a" time="1.000"><failure message="it does not contain &#34;&#60;a &#38; b&#62;&#34;&#10;\u{FFFD}|"/></testcase>',
    '    <testcase classname="ingot.validate" name="http /" time="0.000"><error message="services cannot be started here"/></testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ])
})

test('the table keeps to its columns', () => {
  expect(toMarkdown(validation)).toContain('| fail | file /a | it does not contain "<a & b>" \u0000\\| |')
})
