import { Agent, get } from 'node:http'

/** What the people behind the requests saw. */
export interface Seen {
  requests: number
  /** Answers of 500 and above, by the version that gave them. */
  readonly bad: Record<string, number>
  /** Requests that got no answer at all. */
  dropped: number
  /** Requests answered, by version. */
  readonly byVersion: Record<string, number>
}

export interface Traffic {
  /** Everything since the start. */
  readonly total: Seen
  /** What has come since the last call of `lap`. */
  lap(): Seen
  stop(): Promise<void>
}

const tickMilliseconds = 20

/**
 * Real HTTP requests at a steady pace, over kept-alive connections, until stopped. The seed decides which of the
 * service's paths are asked in which order.
 */
export function startTraffic(url: string, perSecond: number, seed: number): Traffic {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const random = generator(seed)
  const total = nothingSeen()
  let lap = nothingSeen()
  let due = 0
  let last = performance.now()
  const open = new Set<Promise<void>>()

  const timer = setInterval(() => {
    const now = performance.now()
    due = Math.min(due + ((now - last) * perSecond) / 1_000, perSecond / 4)
    last = now
    for (; due >= 1; due--) {
      const path = random() < 0.5 ? '/' : `/items/${Math.floor(random() * 1_000)}`
      const answer = ask(`${url}${path}`, agent).then((seen) => {
        for (const record of [total, lap]) count(record, seen)
      })
      open.add(answer)
      void answer.finally(() => open.delete(answer))
    }
  }, tickMilliseconds)

  return {
    total,
    lap: () => {
      const seen = lap
      lap = nothingSeen()
      return seen
    },
    stop: async () => {
      clearInterval(timer)
      await Promise.all(open)
      agent.destroy()
    },
  }
}

interface Answer {
  readonly status: number
  readonly version: string
}

function ask(url: string, agent: Agent): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { agent, timeout: 5_000 }, (response) => {
      response.resume()
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, version: String(response.headers['x-version'] ?? '?') }),
      )
      response.once('error', () => resolve(undefined))
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(undefined))
  })
}

function count(seen: Seen, answer: Answer | undefined): void {
  seen.requests++
  if (answer === undefined) {
    seen.dropped++
    return
  }
  seen.byVersion[answer.version] = (seen.byVersion[answer.version] ?? 0) + 1
  if (answer.status >= 500) seen.bad[answer.version] = (seen.bad[answer.version] ?? 0) + 1
}

function nothingSeen(): Seen {
  return { requests: 0, bad: {}, dropped: 0, byVersion: {} }
}

/** Mulberry32: small, seeded, good enough to pick paths. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
