import { describe, expect, test } from '@jest/globals'
import { formatBytes, parseCommand, parsePairs, provenancePredicate, readEpoch } from '../../src/bake/index.js'
import { applySettings } from '../../src/bake/settings.js'
import { digestOf } from '../../src/oci/digest.js'

const none = { env: {}, labels: {}, expose: [] }

describe('settings', () => {
  test('an own entrypoint drops the arguments of the base', () => {
    const base = { Entrypoint: ['sh'], Cmd: ['-c'], Volumes: { '/data': {} }, User: null }
    expect(applySettings(base, { ...none, entrypoint: ['node'] })).toEqual({
      Entrypoint: ['node'],
      Labels: { 'dev.ingot.rebasable': 'true' },
      Volumes: { '/data': {} },
    })
    expect(applySettings(base, { ...none, cmd: ['-x'] })).toMatchObject({ Entrypoint: ['sh'], Cmd: ['-x'] })
  })

  test('consent to a rebase can be withheld', () => {
    const labels = { 'dev.ingot.rebasable': 'false' }
    expect(applySettings({}, { ...none, labels }).Labels).toEqual(labels)
  })

  test.each(['0', '65536', '80/http', 'x', ''])('%p is no port', (port) => {
    expect(() => applySettings({}, { ...none, expose: [port] })).toThrow('Cannot expose')
  })

  test('volumes, stop signal and health check go over those of the base', () => {
    const base = { Volumes: { '/base': {} }, StopSignal: 'SIGQUIT', Healthcheck: { Test: ['NONE'] } }
    const healthcheck = { test: ['CMD', 'check'], intervalMilliseconds: 1_500, startPeriodMilliseconds: 10, retries: 3 }
    expect(applySettings(base, { ...none, volumes: ['/data'], stopSignal: 'SIGTERM', healthcheck })).toMatchObject({
      Volumes: { '/base': {}, '/data': {} },
      StopSignal: 'SIGTERM',
      Healthcheck: { Test: ['CMD', 'check'], Interval: 1_500_000_000, StartPeriod: 10_000_000, Retries: 3 },
    })
    expect(applySettings(base, none)).toMatchObject(base)
  })

  test.each([
    [{ volumes: ['data'] }, 'The volume "data"'],
    [{ volumes: ['/a/../b'] }, 'The volume'],
    [{ stopSignal: 'TERM' }, 'stop signal'],
    [{ stopSignal: 'SIGTERM; x' }, 'stop signal'],
    [{ stopSignal: '0' }, 'stop signal'],
    [{ user: 'a b' }, 'The user'],
    [{ user: '1:2:3' }, 'The user'],
  ])('%j is refused', (over, why) => {
    expect(() => applySettings({}, { ...none, ...over })).toThrow(why)
  })

  test.each(['SIGKILL', 'SIGRTMIN+3', '15'])('%s is a stop signal', (stopSignal) => {
    expect(applySettings({}, { ...none, stopSignal }).StopSignal).toBe(stopSignal)
  })

  test('commands are JSON arrays of strings', () => {
    expect(parseCommand('["a","b c"]', 'cmd')).toEqual(['a', 'b c'])
    for (const text of ['node x', '"a"', '[1]', '{}']) expect(() => parseCommand(text, 'cmd')).toThrow('JSON array')
  })

  test('pairs split at the first =', () => {
    expect(parsePairs(['A=b=c', 'E='], 'label')).toEqual({ A: 'b=c', E: '' })
    for (const text of ['A', '=b']) expect(() => parsePairs([text], 'label')).toThrow('not K=V')
  })

  test('SOURCE_DATE_EPOCH', () => {
    expect([readEpoch({}), readEpoch({ SOURCE_DATE_EPOCH: '' }), readEpoch({ SOURCE_DATE_EPOCH: '12' })]).toEqual([
      0, 0, 12,
    ])
    for (const text of ['-1', '1.5', 'now', '999999999999']) {
      expect(() => readEpoch({ SOURCE_DATE_EPOCH: text })).toThrow('SOURCE_DATE_EPOCH')
    }
  })

  test('bytes for people', () => {
    expect([0, 999, 1000, 999_949, 999_950, 12_345_678].map(formatBytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '999.9 kB',
      '1.0 MB',
      '12.3 MB',
    ])
  })
})

describe('provenancePredicate', () => {
  const digest = digestOf('base')
  const facts = { engine: 'layers', reason: 'cve', inputs: { base: 'x' }, images: [], env: {} } as const

  test('says inputs, reason and base, and nothing that changes from run to run', () => {
    const images = [{ name: 'oci:golden:12', digest }]
    const source = { url: 'https://example.com/shop', revision: 'a'.repeat(40) }
    const predicate = provenancePredicate({ ...facts, images, source })
    expect(predicate).toEqual(provenancePredicate({ ...facts, images, source }))
    expect(predicate).toEqual({
      buildDefinition: {
        buildType: 'https://ingot.dev/buildtypes/layers/v1',
        externalParameters: { engine: 'layers', reason: 'cve', inputs: { base: 'x' } },
        resolvedDependencies: [
          { uri: `oci:golden:12@${digest}`, digest: { sha256: digest.slice(7) }, name: 'oci:golden:12' },
          { uri: 'git+https://example.com/shop', digest: { gitCommit: 'a'.repeat(40) }, name: 'source' },
        ],
      },
      runDetails: { builder: { id: 'ingot' } },
    })
  })

  test('a registry base is a package URL', () => {
    const images = [{ name: 'ghcr.io/acme/golden:12', digest }]
    expect(provenancePredicate({ ...facts, images })).toMatchObject({
      buildDefinition: {
        resolvedDependencies: [
          { uri: `pkg:oci/golden@${encodeURIComponent(digest)}?repository_url=ghcr.io/acme/golden&tag=12` },
        ],
      },
    })
  })

  test('on GitHub it names the workflow, the run and the commit', () => {
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'b'.repeat(40),
      GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/release.yml@refs/heads/main',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_TOKEN: 'secret-token',
    }
    const predicate = provenancePredicate({ ...facts, env })
    expect(predicate).toMatchObject({
      buildDefinition: {
        buildType: 'https://actions.github.io/buildtypes/workflow/v1',
        externalParameters: {
          workflow: {
            ref: 'refs/heads/main',
            repository: 'https://github.com/acme/shop',
            path: '.github/workflows/release.yml',
          },
        },
        resolvedDependencies: [
          { uri: 'git+https://github.com/acme/shop@refs/heads/main', digest: { gitCommit: 'b'.repeat(40) } },
        ],
      },
      runDetails: {
        builder: { id: 'https://github.com/acme/shop/.github/workflows/release.yml@refs/heads/main' },
        metadata: { invocationId: 'https://github.com/acme/shop/actions/runs/7/attempts/2' },
      },
    })
    expect(JSON.stringify(predicate)).not.toContain('secret-token')
  })
})
