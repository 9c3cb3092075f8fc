import type { Reason } from '../../src/errors.js'
import type { FaultKind, SeenRequest } from '../fakes/registry/index.js'

/** One way in which a request can go wrong, and what may come of it. */
export interface Kind {
  readonly name: string
  readonly fault: FaultKind
  /** Strikes the request every time it is made again; otherwise once. */
  readonly forGood?: boolean
  /** The failure passes, so the operation has to get over it. */
  readonly completes?: boolean
  /** Reasons that may be given; the operation may also complete. */
  readonly reasons?: readonly Reason[]
  /** How long a silent connection is waited for, in milliseconds; far beyond the run by default. */
  readonly idleMilliseconds?: number
  /**
   * How a registry answers that has no referrers API, or not what a list of referrers names: there is no telling the two
   * apart, so the operation may go on as if there were none.
   */
  readonly looksAbsent?: boolean
  readonly applies?: (request: SeenRequest) => boolean
}

const once = { completes: true } as const
const absent = { looksAbsent: true } as const
const patience = { idleMilliseconds: 500 } as const
const sent = { applies: ({ headers }: SeenRequest) => Number(headers['content-length'] ?? 0) > 0 } as const
const received = { applies: ({ method, status }: SeenRequest) => method === 'GET' && (status ?? 0) < 300 } as const
const altered: readonly Reason[] = ['digest-mismatch', 'unreadable', 'unauthorized', 'not-found', 'unsupported']

const everywhere: readonly Kind[] = [
  { name: '503 once', fault: { kind: 'status', status: 503 }, ...once },
  { name: '429 once, Retry-After now', fault: { kind: 'status', status: 429, retryAfter: '0' }, ...once },
  {
    name: '500 for good',
    fault: { kind: 'status', status: 500 },
    forGood: true,
    reasons: ['unreachable', 'unauthorized'],
  },
  {
    name: '503, Retry-After in an hour',
    fault: { kind: 'status', status: 503, retryAfter: '3600' },
    forGood: true,
    reasons: ['unreachable', 'unauthorized'],
  },
  { name: '401 for good', fault: { kind: 'status', status: 401 }, forGood: true, reasons: ['unauthorized'] },
  { name: '403 once', fault: { kind: 'status', status: 403 }, reasons: ['unauthorized'] },
  {
    name: '404 once',
    fault: { kind: 'status', status: 404 },
    reasons: ['not-found', 'unauthorized', 'rebase-refused'],
    ...absent,
  },
  { name: '400 once', fault: { kind: 'status', status: 400 }, reasons: ['unsupported', 'unauthorized'], ...absent },
  {
    name: '200 without sense',
    fault: { kind: 'status', status: 200 },
    reasons: [...altered, 'size-exceeded'],
    ...absent,
  },
  { name: 'reset once', fault: { kind: 'reset' }, ...once },
  { name: 'reset for good', fault: { kind: 'reset' }, forGood: true, reasons: ['unreachable'] },
  { name: 'answer lost once', fault: { kind: 'lost-answer' }, ...once },
  { name: 'silent once', fault: { kind: 'silent' }, ...once, ...patience },
  { name: 'silent for good', fault: { kind: 'silent' }, forGood: true, reasons: ['timed-out'], idleMilliseconds: 100 },
]

const whileSending: readonly Kind[] = [
  { name: 'reset at the first byte of the request', fault: { kind: 'reset-request', afterBytes: 1 }, ...once, ...sent },
  { name: 'reset at the end of the request', fault: { kind: 'reset-request', afterBytes: 1e9 }, ...once, ...sent },
]

const whileReceiving: readonly Kind[] = [
  { name: 'reset before the body of the answer', fault: { kind: 'reset-answer', afterBytes: 0 }, ...once, ...received },
  { name: 'reset within the answer', fault: { kind: 'reset-answer', afterBytes: 40 }, ...once, ...received },
  { name: 'stalled once', fault: { kind: 'stall', afterBytes: 40 }, ...once, ...patience, ...received },
  { name: 'slow', fault: { kind: 'drip', bytes: 150, everyMilliseconds: 2 }, ...once, ...received },
  { name: 'cut short once', fault: { kind: 'truncated', length: 'right' }, ...once, ...received },
  { name: 'cut short, and says so', fault: { kind: 'truncated', length: 'short' }, reasons: altered, ...received },
  { name: 'a bit is turned', fault: { kind: 'wrong-content' }, reasons: altered, ...received },
  { name: 'a bit is turned for good', fault: { kind: 'wrong-content' }, forGood: true, reasons: altered, ...received },
  { name: 'longer than it should be', fault: { kind: 'wrong-length' }, reasons: altered, ...received },
]

export const kinds: readonly Kind[] = [...everywhere, ...whileSending, ...whileReceiving]
