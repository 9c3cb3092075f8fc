import * as fs from 'node:fs'
import { IngotError } from '../../errors.js'
import { defaultLimits, type TarMember } from '../../image/index.js'
import type { AdditionRules } from './addition.js'
import type { Fingerprint } from './fingerprint.js'

/** One member; a file also says when it was last changed on disk, in milliseconds since 1970. */
export interface Member extends TarMember {
  readonly changedMs: number
}

const blockBytes = 512

interface Setting {
  readonly rules: AdditionRules
  readonly epochSeconds: number
  /** On disk. */
  readonly source: string
  /** In the image; empty for its root. */
  readonly path: string
  readonly fingerprint: Fingerprint
  readonly isListed: (directory: string) => boolean
}

/**
 * The members of one layer as its rules make them. Some 300 bytes of memory each: a million files take 300 MB, and two
 * million are the limit, as they are for readers.
 */
export class Members implements Iterable<Member> {
  /** Of the tar, as far as it can be known before names are written: pax headers come on top. */
  tarBytes = 2 * blockBytes
  readonly #members: Member[] = []
  readonly #setting: Setting
  /** Inode → the first member that has its content. */
  readonly #links = new Map<string, string>()

  constructor(setting: Setting) {
    this.#setting = setting
  }

  get count(): number {
    return this.#members.length
  }

  [Symbol.iterator](): Iterator<Member> {
    return this.#members[Symbol.iterator]()
  }

  /** Where the bytes of a file are. */
  fileOf({ path }: Member): string {
    const { source, path: top } = this.#setting
    if (path === top) return source
    return `${source}/${top === '' ? path : path.slice(top.length + 1)}`
  }

  /** A directory that only the destination names. */
  addParent(path: string): void {
    this.#push({ path, type: 'directory', mode: 0o755, size: 0, ...this.#owner(), mtime: this.#epoch(), changedMs: 0 })
  }

  /**
   * @param below path below the source; empty for the source itself
   * @throws IngotError `invalid-input` for what is neither file, directory nor symbolic link
   */
  add(below: string, stat: fs.Stats): void {
    const { source, path: top } = this.#setting
    const path = below === '' ? top : top === '' ? below : `${top}/${below}`
    const { uid, gid } = this.#owner()
    const mtime = this.#mtimeOf(stat)
    if (stat.isFile()) {
      const mode = this.#modeOf(stat.mode)
      const first = this.#firstLink(stat, path)
      if (first === undefined) {
        this.#push({ path, type: 'file', mode, size: stat.size, uid, gid, mtime, changedMs: stat.ctimeMs }, stat)
      } else this.#push({ path, type: 'hardlink', mode, size: 0, uid, gid, mtime, linkTarget: first, changedMs: 0 })
    } else if (stat.isDirectory()) {
      this.#push({
        path,
        type: 'directory',
        mode: this.#directoryMode(stat.mode),
        size: 0,
        uid,
        gid,
        mtime,
        changedMs: 0,
      })
    } else if (stat.isSymbolicLink()) {
      const linkTarget = fs.readlinkSync(`${source}/${below}`)
      this.#push({ path, type: 'symlink', mode: 0o777, size: 0, uid, gid, mtime, linkTarget, changedMs: 0 })
    } else throw notAMember(below === '' ? source : `${source}/${below}`, stat)
  }

  #push(member: Member, stat?: fs.Stats): void {
    if (member.type === 'directory' && !this.#setting.isListed(member.path)) return
    this.#members.push(member)
    this.#setting.fingerprint.add(member, stat)
    this.tarBytes += blockBytes + Math.ceil(member.size / blockBytes) * blockBytes
    if (this.#members.length <= defaultLimits.entries) return
    const message = `Cannot add ${this.#setting.source}: it holds more than ${defaultLimits.entries} files and directories`
    throw new IngotError('size-exceeded', message, { advice: 'Add an archive of them, or parts of it one by one' })
  }

  #firstLink(stat: fs.Stats, path: string): string | undefined {
    if (this.#setting.rules.hardLinks !== 'keep' || stat.nlink < 2) return undefined
    const key = `${stat.dev}:${stat.ino}`
    const first = this.#links.get(key)
    if (first === undefined) this.#links.set(key, path)
    return first
  }

  #owner(): { uid: number; gid: number } {
    return this.#setting.rules.owner ?? { uid: 0, gid: 0 }
  }

  #epoch(): number {
    const { rules, epochSeconds } = this.#setting
    return typeof rules.mtime === 'number' ? rules.mtime : epochSeconds
  }

  #mtimeOf(stat: fs.Stats): number {
    return this.#setting.rules.mtime === 'keep' ? Math.max(0, Math.floor(stat.mtimeMs / 1000)) : this.#epoch()
  }

  #modeOf(onDisk: number): number {
    const { mode = 'normal' } = this.#setting.rules
    if (typeof mode === 'number') return mode
    if (mode === 'keep') return onDisk & 0o7777
    return (onDisk & 0o111) === 0 ? 0o644 : 0o755
  }

  #directoryMode(onDisk: number): number {
    const { mode = 'normal' } = this.#setting.rules
    if (mode === 'keep') return onDisk & 0o7777
    // Who may read a file of it may enter it: `chmod +X`.
    return mode === 'normal' ? 0o755 : (mode & 0o777) | ((mode & 0o444) >> 2)
  }
}

function notAMember(file: string, stat: fs.Stats): IngotError {
  const what = `it is a ${kindOf(stat)}, not a file, directory or symbolic link`
  return new IngotError('invalid-input', `Cannot add ${file}: ${what}`, {
    advice: 'Remove it from what is added: sockets, pipes and devices have no place in an image',
  })
}

function kindOf(stat: fs.Stats): string {
  if (stat.isSocket()) return 'socket'
  return stat.isFIFO() ? 'named pipe' : 'device'
}
