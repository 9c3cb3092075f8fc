import type { Reference } from '../../oci/reference.js'
import type { Validation } from '../../validate/index.js'

/** The outcome of a validation in the words of the action. */
export async function reportValidation(validation: Validation, reference: Reference) {
  const { toMarkdown } = await import('../../validate/index.js')
  const { formatReference } = await import('../../oci/reference.js')
  const { verdict, digest, results } = validation
  const wrong = results.filter((result) => result.verdict !== 'pass')
  const name = formatReference(reference)
  const message =
    wrong.length === 0
      ? `${name} passes every check (${results.length})`
      : [
          `${name} fails ${wrong.length} of ${results.length} checks:`,
          ...wrong.map(({ check, message }) => `  ${check}: ${message}`),
        ].join('\n')
  return {
    reason: reasons[verdict],
    message,
    outputs: { verdict, digest, passed: results.length - wrong.length, failed: wrong.length },
    details: { results },
    summary: toMarkdown(validation),
  }
}

const reasons = { pass: 'done', fail: 'validation-failed', error: 'target-failed' } as const
