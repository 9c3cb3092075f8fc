import { describe, expect, test } from '@jest/globals'
import { refuseOldBuildx } from '../../../src/bake/buildkit/buildx.js'
import { buildFailure } from '../../../src/bake/buildkit/failures.js'
import { downloadsAmong, parseMaterials, strangersAmong } from '../../../src/bake/buildkit/materials.js'
import { parseMetadata } from '../../../src/bake/buildkit/metadata.js'
import { Progress } from '../../../src/bake/buildkit/progress.js'
import { digestOf, hexOf } from '../../../src/oci/digest.js'

/** What buildx 0.13 and BuildKit have said, word for word. */
describe('failures', () => {
  test.each([
    [
      'ERROR: push-by-digest is currently not implemented for docker driver, please create a new builder instance',
      'unsupported',
    ],
    [
      'ERROR: Multi-platform build is not supported for the docker driver.\nSwitch to a different driver',
      'unsupported',
    ],
    ['ERROR: Attestation is not supported for the docker driver.', 'unsupported'],
    [
      'ERROR: failed to solve: x:1: could not resolve image due to policy: source "docker-image://x:1" denied by policy: source denied by policy',
      'base-not-approved',
    ],
    [
      'Dockerfile:2\n--------------------\nERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: COPPY',
      'invalid-input',
    ],
    ['ERROR: no builder "nobody" found', 'not-found'],
    [
      'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref abc::def: "/nowhere.txt": not found',
      'not-found',
    ],
    [
      'ERROR: failed to solve: process "/bin/sh -c cat /nowhere" did not complete successfully: exit code: 1',
      'tool-failed',
    ],
    [
      'ERROR: failed to solve: failed to push ghcr.io/acme/shop: unexpected status from HEAD request to https://ghcr.io/v2/acme/shop/blobs/sha256:x: 403 Forbidden',
      'unauthorized',
    ],
    [
      'ERROR: failed to solve: x: failed to authorize: failed to fetch anonymous token: 401 Unauthorized',
      'unauthorized',
    ],
    ['ERROR: failed to solve: write /var/lib/buildkit/x: no space left on device', 'unwritable'],
    [
      'ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'unreachable',
    ],
    ['ERROR: failed to dial gRPC: dial unix /tmp/gone.sock: connect: no such file or directory', 'unreachable'],
    ['ERROR: context deadline exceeded', 'unreachable'],
    ['ERROR: failed to solve: secret nope: not found', 'invalid-input'],
    [
      'ERROR: failed to solve: process "/bin/sh -c true" did not complete successfully: exec format error',
      'unsupported',
    ],
    ['ERROR: additional privileges requested: entitlement network.host is not allowed', 'unsupported'],
    ["unknown flag: --annotation\nSee 'docker buildx build --help'.", 'unsupported'],
    ['something that nobody has heard of', 'tool-failed'],
    ['', 'tool-failed'],
  ])('%j is %s', (said, reason) => {
    const failure = buildFailure(`#1 [internal] load build definition\n#1 DONE 0.0s\n${said}\n`, 1)
    expect(failure.reason).toBe(reason)
    expect(failure.message).toMatch(/^docker buildx build failed with exit code 1/)
    if (reason !== 'tool-failed') expect(failure.advice).toMatch(/\w/)
  })

  test('a message holds the end of what was said, and not all of it', () => {
    const { message } = buildFailure(`${'noise\n'.repeat(10_000)}ERROR: ${'x'.repeat(10_000)}`, 17)
    expect(message).toMatch(/exit code 17: x+$/)
    expect(message.length).toBeLessThan(1600)
  })
})

describe('versions', () => {
  test.each([
    'github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3',
    'github.com/docker/buildx v0.29.1 a32761aeb3debd39be1eca514af3693af0db334b',
    'github.com/docker/buildx v1.0.0 abc',
    'github.com/docker/buildx dev',
  ])('%j will do', (version) => {
    expect(() => refuseOldBuildx(version)).not.toThrow()
  })

  test('an older one is named', () => {
    expect(() => refuseOldBuildx('github.com/docker/buildx v0.12.1 abc')).toThrow(/0\.12 is too old/)
  })
})

describe('metadata', () => {
  test('names the digest', () => {
    const digest = digestOf('built')
    expect(parseMetadata(JSON.stringify({ 'buildx.build.ref': 'x', 'containerimage.digest': digest }))).toBe(digest)
  })

  test.each(['', '{}', '[]', '{"containerimage.digest": "sha256:short"}', '{"containerimage.digest": 1}'])(
    '%j does not',
    (text) => {
      expect(() => parseMetadata(text)).toThrow(/no digest/)
    },
  )
})

describe('materials', () => {
  const [known, other] = [digestOf('known'), digestOf('other')]
  const listed = [
    { uri: 'pkg:docker/golden@1?digest=x&platform=linux%2Famd64', digest: { sha256: hexOf(known) } },
    { uri: 'https://example.org/tool.tar.gz?token=secret', digest: { sha256: hexOf(other) } },
    { uri: 'pkg:docker/127.0.0.1%3A5000/other@2?platform=x', digest: { sha256: hexOf(other) } },
    { uri: 'pkg:oci/none@1' },
  ]
  const v02 = { predicateType: 'https://slsa.dev/provenance/v0.2', predicate: { materials: listed } }
  const v1 = {
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: { buildDefinition: { resolvedDependencies: listed } },
  }

  test.each([v02, v1])('$predicateType: images that were not found before are strangers', (statement) => {
    const materials = parseMaterials(JSON.stringify(statement), 'here')
    expect(strangersAmong(materials, [known, other])).toEqual(['pkg:oci/none@1'])
    expect(strangersAmong(materials, [known])).toEqual([
      `pkg:docker/127.0.0.1%3A5000/other@2 (${other})`,
      'pkg:oci/none@1',
    ])
    expect(downloadsAmong(materials)).toEqual([`https://example.org/tool.tar.gz (${other})`])
  })

  test.each([
    '',
    '{}',
    '{"predicateType": "https://spdx.dev/Document", "predicate": {}}',
    '{"predicateType":"https://slsa.dev/provenance/v1","predicate":{"materials":[{}]}}',
  ])('%j is no provenance', (text) => {
    expect(() => parseMaterials(text, 'here')).toThrow(/The provenance in here/)
  })

  test('an image from nothing has none', () => {
    expect(parseMaterials(JSON.stringify({ ...v02, predicate: {} }), 'here')).toEqual([])
  })
})

describe('progress', () => {
  test('counts what came from the cache, a platform at a time', () => {
    const lines: string[] = []
    const progress = new Progress((line) => lines.push(line))
    const said = [
      '#5 [linux/amd64 1/2] FROM golden',
      '#5 CACHED',
      '#6 [linux/arm64 app 2/3] COPY a b',
      '#6 CACHED',
      '#7 [linux/amd64 2/2] COPY a b',
      '#7 DONE 0.1s',
      '#8 [build 1/1] RUN make',
      '#8 CACHED',
      '#9 [internal] load .dockerignore',
      '#9 CACHED',
      '',
    ]
    for (const line of said) progress.line(line)
    expect([progress.cached('linux/amd64'), progress.cached('linux/arm64')]).toEqual(['2 of 3 steps', '2 of 2 steps'])
    expect(lines).toEqual(said.slice(0, -1))
    expect(new Progress(() => undefined).cached('linux/amd64')).toBeUndefined()
  })

  test('shows no more than people can read', () => {
    const lines: string[] = []
    const progress = new Progress((line) => lines.push(line), 2)
    for (const line of ['a', 'b', 'c', 'd']) progress.line(line)
    expect(lines).toEqual(['a', 'b', '(the build says more than is shown here)'])
  })
})
