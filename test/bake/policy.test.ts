import { resolve } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { checkBase, type VerifySignature } from '../../src/bake/index.js'
import type { Image } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { parseReference } from '../../src/oci/reference.js'

const digest = digestOf('base')
const base = (text: string) => ({ reference: parseReference(`${text}@${digest}`), digest }) as Image
const signed: VerifySignature = async () => ({ ok: true, why: '' })
const check = (text: string, ...patterns: string[]) =>
  checkBase({
    base: base(text),
    policy: { bases: patterns.map((repository) => ({ repository })) },
    verifySignature: signed,
  })

describe('checkBase', () => {
  test.each([
    ['ghcr.io/acme/golden', 'ghcr.io/acme/golden'],
    ['ghcr.io/acme/golden', 'ghcr.io/acme/*'],
    ['ghcr.io/acme/team/golden', 'ghcr.io/acme/*'],
    ['ghcr.io/acme/golden', 'ghcr.io/*/golden'],
    ['debian', 'debian'],
    ['debian', 'docker.io/library/debian'],
    ['oci:registry/golden', 'oci:registry/golden'],
    ['oci:./registry/golden', 'oci:registry/golden'],
    [`oci:${resolve('registry/golden')}`, 'oci:registry/*'],
    ['oci:/elsewhere', 'oci:*'],
    ['ghcr.io/acme/golden', '*'],
  ])('%s is approved by %s', async (name, pattern) => {
    expect(await check(name, 'other', pattern)).toMatchObject({ approved: true })
  })

  test.each([
    ['ghcr.io/acme/golden', 'ghcr.io/acme/gold'],
    ['ghcr.io/acme/golden-evil', 'ghcr.io/acme/golden'],
    ['evil.example/ghcr.io/acme/golden', 'ghcr.io/acme/golden'],
    ['evil.example/x.acme.io/golden', '*.acme.io/golden'],
    ['ghcr.io/acme/x/golden', 'ghcr.io/*/golden'],
    ['ghcrxio/acme', 'ghcr.io/acme'],
    ['evil.example/debian', 'debian'],
    ['oci:registry/golden2', 'oci:registry/golden'],
    ['oci:scratch', 'scratch'],
  ])('%s is not approved by %s', async (name, pattern) => {
    const decision = await check(name, pattern)
    expect(decision).toMatchObject({ approved: false, why: expect.stringContaining(pattern) })
    expect(decision.why).toContain(digest)
  })

  test('no list approves nothing, and scratch must be listed', async () => {
    expect(await check('debian')).toMatchObject({ approved: false })
    const scratch = (repository: string) =>
      checkBase({ base: 'scratch', policy: { bases: [{ repository }] }, verifySignature: signed })
    expect(await scratch('scratch')).toMatchObject({ approved: true })
    expect(await scratch('*')).toMatchObject({ approved: false })
  })

  test('where a key is named its signature decides; any matching entry will do', async () => {
    const verifySignature = jest.fn<VerifySignature>(async (_, key) => ({ ok: key === 'good', why: `not by ${key}` }))
    const ask = (...keys: string[]) =>
      checkBase({
        base: base('debian'),
        policy: { bases: keys.map((key) => ({ repository: 'debian', key })) },
        verifySignature,
      })
    expect(await ask('bad')).toMatchObject({ approved: false, why: expect.stringContaining('not by bad') })
    expect(await ask('bad', 'good')).toMatchObject({ approved: true })
    expect(verifySignature).toHaveBeenCalledTimes(3)
  })

  test('a signature that cannot be checked is no answer', async () => {
    const policy = { bases: [{ repository: 'debian', key: 'k' }] }
    const asking = checkBase({
      base: base('debian'),
      policy,
      verifySignature: () => Promise.reject(new Error('registry down')),
    })
    await expect(asking).rejects.toThrow('registry down')
  })
})
