import { randomBytes } from 'node:crypto'
import type { EnvironmentState, Release } from './state.js'

/**
 * A commit message: one line for people, then trailers for scripts (`git log --format='%(trailers:key=Ingot-Digest)'`).
 *
 * `Ingot-Write` is unique: without it two writers that make the same change in the same second would make the very same
 * commit, and both would believe that it was theirs.
 *
 * @see https://git-scm.com/docs/git-interpret-trailers/2.39.0
 */
function formatMessage(subject: string, trailers: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries({ ...trailers, 'Ingot-Write': randomBytes(8).toString('hex') })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${oneLine(String(value))}`)
  return `${oneLine(subject)}\n\n${lines.join('\n')}\n`
}

export function environmentMessage(state: EnvironmentState, subject: string): string {
  return formatMessage(subject, {
    'Ingot-Environment': state.environment,
    'Ingot-App': state.app,
    'Ingot-Generation': String(state.generation),
    'Ingot-Digest': (state.rollout?.candidate ?? state.stable)?.digest,
  })
}

export function releaseMessage(release: Release): string {
  return formatMessage(`${release.app}: release ${release.version}`, {
    'Ingot-App': release.app,
    'Ingot-Digest': release.digest,
  })
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
