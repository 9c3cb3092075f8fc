import { appendFileSync, renameSync, statSync } from 'node:fs'

const largestLog = 5 * 1024 * 1024 // 5 MiB, and as much again in the file before

/** Appends lines with the time to a file, and starts it anew when it has grown too large. */
export function openLog(file: string): (line: string) => void {
  let bytes = 0
  try {
    bytes = statSync(file).size
  } catch {
    // There is none yet.
  }
  return (line) => {
    const text = `${new Date().toISOString()} ${line}\n`
    try {
      if (bytes > largestLog) {
        renameSync(file, `${file}.1`)
        bytes = 0
      }
      appendFileSync(file, text, { mode: 0o600 })
      bytes += Buffer.byteLength(text)
    } catch {
      // A full disk must not stop the traffic.
    }
  }
}
