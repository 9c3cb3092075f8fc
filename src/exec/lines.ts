import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

const longestLine = 64 * 1024 // characters; what is longer comes in pieces

/** Hands on each line of a stream as it comes, without its end; the last one also when no line end follows. */
export function followLines(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let pending = ''
  const take = (text: string) => {
    const lines = (pending + text).split('\n')
    pending = lines.pop() ?? ''
    for (const line of lines) onLine(line.endsWith('\r') ? line.slice(0, -1) : line)
    for (; pending.length > longestLine; pending = pending.slice(longestLine)) onLine(pending.slice(0, longestLine))
  }
  stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)))
  stream.once('end', () => {
    take(decoder.end())
    if (pending !== '') onLine(pending)
    pending = ''
  })
}
