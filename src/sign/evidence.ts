import { predicateTypes } from './predicates.js'
import type { FoundAttestation, Verification } from './verify.js'

/**
 * What the evidence itself says. A test result that failed refuses the image although its signature holds, and a later
 * one that passed does not outvote it: attestations carry no trusted time, so there is no "later". A vulnerability report
 * states findings, not a verdict: the gate judges those.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.0/spec/predicates/test-result.md
 */
export function evidenceVerdict(verification: Pick<Verification, 'found'>): {
  readonly verdict: 'pass' | 'fail'
  readonly failed: readonly string[]
} {
  const failed = failedEvidence(verification.found)
  return { verdict: failed.length === 0 ? 'pass' : 'fail', failed }
}

export function failedEvidence(found: readonly FoundAttestation[]): string[] {
  return found
    .filter(({ predicateType }) => predicateType === predicateTypes['test-result'])
    .filter(({ predicate }) => predicate.result !== 'PASSED' && predicate.result !== 'WARNED')
    .map(({ digest, predicate }) => `the test result ${digest} is ${describe(predicate)}`)
}

function describe({ result, failedTests }: Readonly<Record<string, unknown>>): string {
  if (result !== 'FAILED') return 'not PASSED'
  const names = Array.isArray(failedTests) ? failedTests.filter((name) => typeof name === 'string') : []
  return names.length === 0 ? 'FAILED' : `FAILED (${names.slice(0, 5).join(', ')})`
}
