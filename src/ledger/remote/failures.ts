import { IngotError, type Reason } from '../../errors.js'

interface Failure {
  readonly said: RegExp
  readonly reason: Reason
  readonly advice: string
}

/** What git says (with LC_ALL=C) when a command on a remote fails. The exit code decided that it did; this explains. */
const failures: readonly Failure[] = [
  {
    said: /hash algorithm|mismatched algorithms/i,
    reason: 'unsupported',
    advice: 'An empty repository with SHA-256 objects cannot be told apart: push any first branch to it, or use SHA-1',
  },
  {
    said: /terminal prompts disabled|could not read (?:Username|Password)|Authentication failed|Permission denied|publickey|HTTP (?:401|403)|error: 40[13]|access denied|not allowed to push|Permission to .* denied/i,
    reason: 'unauthorized',
    advice:
      'The ledger needs a token that may write it: in a workflow, permissions: {contents: write} and GITHUB_TOKEN',
  },
  {
    said: /hook declined|protected branch|denied by|denyCurrentBranch|branch is currently checked out|deny updating|repository rule/i,
    reason: 'unauthorized',
    advice: 'The server refuses this push: exempt the branch ingot-ledger from its rules, or see its hooks',
  },
  {
    said: /repository .*not found|does not appear to be a git repository|not found: did you run|returned error: 404/i,
    reason: 'not-found',
    advice: 'Check the URL of the ledger, and that the token may see that repository',
  },
  {
    said: /Could not resolve host|Connection (?:refused|reset|timed out|closed)|Failed to connect|Operation timed out|unable to access|early EOF|hung up unexpectedly|RPC failed|unexpected disconnect|No route to host|Network is unreachable|HTTP 5\d\d|error: 5\d\d/i,
    reason: 'unreachable',
    advice: 'Check the network and the URL of the ledger, and run it again',
  },
]

/** A failed git command as what it means for the ledger. Errors that are none of git's pass through. */
export function explain(error: unknown, attempted: string): unknown {
  if (!(error instanceof IngotError) || error.reason !== 'tool-failed') return error
  const known = failures.find(({ said }) => said.test(error.message))
  const why = error.message.replace(/\/\/[^/@\s]*@/g, '//***@')
  return new IngotError(known?.reason ?? 'tool-failed', `${attempted}: ${why}`, {
    ...(known && { advice: known.advice }),
    cause: error.cause,
  })
}

/** Worth trying again as it is: nothing says that the other side has decided anything. */
export function isTransient(error: unknown): boolean {
  return error instanceof IngotError && (error.reason === 'unreachable' || error.reason === 'timed-out')
}
