import * as fs from 'node:fs'
import { basename } from 'node:path'
import { IngotError } from '../../errors.js'
import { defaultLimits } from '../../image/index.js'
import type { Addition } from './addition.js'
import { parseExcludes } from './excludes.js'
import { Fingerprint } from './fingerprint.js'
import { Members } from './members.js'
import { isBasesOwn } from './own-directories.js'
import { walk } from './walk.js'

/** A layer before a byte of its files has been read: every member, and what the disk said about it. */
export interface LayerPlan {
  readonly addition: Addition
  /** Parents before children, names in byte order. */
  readonly members: Members
  /** Names what was seen on disk: the same fingerprint is the same layer. */
  readonly fingerprint: string
  /** Whether all files had been left alone for long enough that a later change would be seen in the fingerprint. */
  readonly isSettled: boolean
}

export interface PlanOptions {
  /** Whether there is a base below, whose own directories (`/tmp`, `/bin`, …) then stay as they are. */
  readonly onBase: boolean
  readonly epochSeconds: number
}

/**
 * The members of an addition's layer. A directory's content goes to the destination; a file goes there too, or into it
 * when it is written with a slash at its end.
 *
 * @throws IngotError `not-found`, `unreadable`, `invalid-input` for what a layer cannot hold, `size-exceeded`
 */
export function planLayer(addition: Addition, options: PlanOptions): LayerPlan {
  const steps = planSteps(addition, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, a directory each. @throws what `planLayer` throws */
export function* planSteps(
  addition: Addition,
  { onBase, epochSeconds }: PlanOptions,
): Generator<void, LayerPlan, undefined> {
  const { source, destination, rules = {} } = addition
  const startedMs = Date.now()
  const stat = fs.statSync(source, { throwIfNoEntry: false })
  if (stat === undefined) {
    throw new IngotError('not-found', `Cannot add ${source} to the image: there is no such file or directory`, {
      advice: 'Build it first, or correct the part before the colon',
    })
  }
  const parts = destination.split('/').filter((part) => part !== '' && part !== '.')
  if (stat.isFile() && (parts.length === 0 || destination.endsWith('/'))) parts.push(basename(source))
  const path = parts.join('/')
  const fingerprint = new Fingerprint(startedMs)
  const members = new Members({ rules, epochSeconds, source, path, fingerprint, isListed: listed(onBase) })

  for (let i = 1; i < parts.length; i++) members.addParent(parts.slice(0, i).join('/'))
  if (stat.isDirectory()) {
    if (path !== '') members.addParent(path)
    yield* walk(source, members, parseExcludes(rules.exclude ?? []))
  } else members.add('', stat)
  checkSize(members, source)
  return { addition, members, fingerprint: fingerprint.digest(), isSettled: fingerprint.isSettled }
}

function listed(onBase: boolean): (directory: string) => boolean {
  return onBase ? (directory) => !isBasesOwn(directory) : () => true
}

/** What is larger cannot be read again by those who scan and unpack it. */
function checkSize({ tarBytes }: Members, source: string): void {
  if (tarBytes <= defaultLimits.layerBytes) return
  throw new IngotError('size-exceeded', `Cannot add ${source}: a layer of ${tarBytes} bytes is more than 8 GiB`, {
    advice: 'Add parts of it one by one: each becomes a layer of its own. Data belongs in a volume, not in an image',
  })
}
