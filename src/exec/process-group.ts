import type { ChildProcess } from 'node:child_process'

/** A tool that ignores SIGTERM is killed after this: well within the 7.5 s that a cancelled job has. */
const graceMilliseconds = 2000

/** Ends a child that leads its own process group, and all that it started. */
export function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM')
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds)
  timer.unref()
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
