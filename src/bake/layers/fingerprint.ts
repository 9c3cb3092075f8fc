import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import type { TarMember } from '../../image/index.js'

/** Bump when the same members make other bytes: what an older version has remembered is then not found. */
const version = 1
const batch = 512
const width = 9

/**
 * A change in the same tick of the clock as the last one leaves the times as they were. Kernels tick every 10 ms or faster; where
 * no time has a fraction, the file system counts in seconds (FAT in twos).
 */
const tickMs = 100
const coarseTickMs = 2_100

/**
 * Names the state of files on disk: path, kind, mode, owner and times as the image will have them, and for each file the
 * size, the inode and the nanosecond times of its last change. Nothing is read; whoever changes a file changes the name.
 */
export class Fingerprint {
  /** False when a file was changed so shortly before that another change might not show. */
  isSettled = true
  readonly #hash = createHash('sha256').update(`layer ${version}\0`)
  readonly #startedMs: number
  #text = ''
  #pending = 0
  readonly #numbers = new Float64Array(batch * width)

  /** @param startedMs before anything was looked at */
  constructor(startedMs: number) {
    this.#startedMs = startedMs
  }

  add(member: TarMember, stat: Stats | undefined): void {
    const { type, mode, size, mtime, uid = 0, gid = 0 } = member
    // No path holds a NUL, so no two lists of members give the same text.
    this.#text += `${member.path}\0${type}\0${member.linkTarget ?? ''}\0`
    const numbers = this.#numbers
    let at = this.#pending * width
    numbers[at++] = mode
    numbers[at++] = size
    numbers[at++] = mtime
    numbers[at++] = uid
    numbers[at++] = gid
    numbers[at++] = stat?.dev ?? 0
    numbers[at++] = stat?.ino ?? 0
    numbers[at++] = stat?.mtimeMs ?? 0
    numbers[at] = stat?.ctimeMs ?? 0
    if (stat !== undefined) this.#look(stat.ctimeMs)
    this.#pending++
    if (this.#pending === batch) this.#flush()
  }

  digest(): string {
    this.#flush()
    return this.#hash.digest('hex')
  }

  #look(changedMs: number): void {
    const tick = changedMs % 1000 === 0 ? coarseTickMs : tickMs
    if (changedMs > this.#startedMs - tick) this.isSettled = false
  }

  #flush(): void {
    const bytes = Buffer.from(this.#numbers.buffer, 0, this.#pending * width * 8)
    this.#hash.update(`${Buffer.byteLength(this.#text)}\0${this.#text}`).update(bytes)
    this.#text = ''
    this.#pending = 0
  }
}
