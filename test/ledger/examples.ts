import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IngotError } from '../../src/errors.js'
import type { EnvironmentState, Release } from '../../src/ledger/index.js'
import { digestOf } from '../../src/oci/digest.js'

export function aRelease(version: string, changes: Partial<Release> = {}): Release {
  const digest = digestOf(version)
  return {
    schemaVersion: 1,
    app: 'shop',
    digest,
    image: `oci:/images/shop@${digest}`,
    version,
    tags: [version],
    platforms: ['linux/amd64'],
    base: { name: 'oci:/images/base:1', digest: digestOf('base') },
    source: { revision: 'abc' },
    reason: 'push',
    publishedAt: '2026-01-01T00:00:00.000Z',
    evidence: [{ predicateType: 'https://slsa.dev/provenance/v1', digest: digestOf('provenance') }],
    signer: null,
    findings: null,
    ...changes,
  }
}

/** One more generation, with its number in the history: what a lost update would lose. */
export function raised(state: EnvironmentState, by: string): EnvironmentState {
  const generation = state.generation + 1
  const digest = digestOf(by)
  return {
    ...state,
    generation,
    stable: { digest, image: `oci:/images/shop@${digest}`, version: by, since: '2026-01-01T00:00:00.000Z' },
    history: [
      ...state.history,
      {
        digest,
        image: `oci:/images/shop@${digest}`,
        version: by,
        at: '2026-01-01T00:00:00.000Z',
        generation,
        event: 'promoted',
        from: null,
        why: 'test',
        seconds: 0,
      },
    ],
  }
}

export function temporaryDirectory(): { path: (name: string) => string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-test-'))
  return {
    path: (name) => join(directory, name),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

export async function failure(promise: Promise<unknown>): Promise<IngotError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown instanceof IngotError) return thrown
  throw new Error(`expected an IngotError, got ${String(thrown)}`)
}
