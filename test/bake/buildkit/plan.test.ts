import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { bake } from '../../../src/actions/bake.js'
import { readInputs } from '../../../src/runner/inputs.js'
import { rawTar, storeImage, type Workspace, workspace } from '../../image/support/layers.js'

/** What would be built on what, and what the policy says to it: no docker is needed to know. */
let space: Workspace
beforeEach(async () => {
  space = workspace()
  mkdirSync(at('app'))
  await storeImage(space.store, { tag: 'golden', layers: [rawTar([{ name: 'etc/release' }])] })
})
afterEach(() => space.remove())

const at = (path: string) => join(space.directory, path)

async function plan(dockerfile: string, approved: readonly string[]) {
  writeFileSync(at('app/Dockerfile'), dockerfile)
  writeFileSync(at('policy.yml'), JSON.stringify({ bases: approved.map((repository) => ({ repository })) }))
  const raw = {
    ...{ engine: ['buildkit'], context: [at('app')], platforms: ['linux/amd64'], output: [`oci:${at('out')}:1`] },
    ...{
      'build-context': [`golden=oci-layout://${at('registry')}:golden`],
      policy: [at('policy.yml')],
      'dry-run': ['true'],
    },
  }
  const ignore = () => undefined
  const job = {
    log: ignore,
    progress: ignore,
    warn: ignore,
    mask: ignore,
    signal: new AbortController().signal,
    env: {},
  }
  return bake.run(
    readInputs(bake.inputs, raw, (name) => `--${name}`),
    job,
  )
}

test('the base of the last stage is the base, through the stages below it', async () => {
  const planned = await plan('FROM golden AS one\nFROM one\n', [space.reference])
  expect(planned).toMatchObject({
    reason: 'planned',
    outputs: { engine: 'buildkit', 'base-name': `${space.reference}:golden` },
  })
  const refused = await plan('FROM golden', ['ghcr.io/acme/*'])
  expect(refused).toMatchObject({ reason: 'base-not-approved', message: expect.stringContaining(space.reference) })
})

test('what files are copied from must be approved too, and is no base', async () => {
  const copying = 'FROM scratch\nCOPY --from=golden / /\n'
  expect(await plan(copying, [space.reference])).toMatchObject({
    reason: 'base-not-approved',
    message: expect.stringMatching(/scratch/),
  })
  expect(await plan(copying, ['scratch'])).toMatchObject({
    reason: 'base-not-approved',
    message: expect.stringContaining(space.reference),
  })
  const planned = await plan(copying, ['scratch', space.reference])
  expect(planned).toMatchObject({ reason: 'planned', outputs: { 'base-name': '', 'base-digest': '' } })
})
