import type { Readable } from 'node:stream'

export interface Collected {
  text(): string
}

/** Collects a stream up to a bound; `onExceeded` is called once, and nothing more is kept. */
export function collect(stream: Readable, maximumBytes: number, onExceeded: () => void): Collected {
  const chunks: Buffer[] = []
  let bytes = 0
  stream.on('data', (chunk: Buffer) => {
    const fits = bytes + chunk.length <= maximumBytes
    if (fits) chunks.push(chunk)
    else if (bytes <= maximumBytes) onExceeded()
    bytes = fits ? bytes + chunk.length : maximumBytes + 1
  })
  return { text: () => Buffer.concat(chunks).toString('utf8') }
}

/** Keeps the last bytes of a stream. */
export function keepEnd(stream: Readable, bytes: number): Collected {
  let kept = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    if (bytes > 0) kept = Buffer.concat([kept, chunk]).subarray(-bytes)
  })
  return { text: () => kept.toString('utf8') }
}
