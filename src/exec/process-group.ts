import type { ChildProcess } from 'node:child_process'

/** How a tool is ended before its time. */
export interface Ending {
  /** Whom SIGTERM goes to: all of the tool's group, or the tool alone, which is trusted to end what it started. */
  readonly to: 'group' | 'tool'
  /** Whoever is still there after this is killed. */
  readonly graceMilliseconds: number
}

/** A tool that ignores SIGTERM is killed after two seconds: well within the 7.5 s that a cancelled job has. */
export const promptly: Ending = { to: 'group', graceMilliseconds: 2000 }

/** Ends a child that leads its own process group, and all that it started. */
export function endGroup(child: ChildProcess, { to, graceMilliseconds }: Ending = promptly): void {
  if (to === 'tool') child.kill('SIGTERM')
  else signalGroup(child, 'SIGTERM')
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds)
  // A tool that is given time to clean up is waited for.
  if (to === 'group') timer.unref()
  // The leader may be gone while its children live on: they are swept once it has closed.
  child.once('close', () => {
    clearTimeout(timer)
    signalGroup(child, 'SIGKILL')
  })
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // Nobody is left in the group.
  }
}
