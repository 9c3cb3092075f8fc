import type { Finding } from '../finding.js'

/** What to do about one finding, in a few words. */
export function nextMove(finding: Finding): string {
  if (finding.fixedVersion === null) return 'no fix yet: drop the package, or write an exception with a last day'
  const change = `${finding.package} ${finding.fixedVersion}`
  return finding.origin === 'base' ? `rebase onto a base with ${change}` : `upgrade to ${change}`
}
