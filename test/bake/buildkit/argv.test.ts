import { describe, expect, test } from '@jest/globals'
import { type BuildPlan, buildArguments } from '../../../src/bake/buildkit/argv.js'
import type { BuildContext } from '../../../src/bake/buildkit/definition.js'
import { sourcePolicy } from '../../../src/bake/buildkit/source-policy.js'
import { digestOf } from '../../../src/oci/digest.js'
import { parseReference } from '../../../src/oci/reference.js'

const digest = digestOf('base')
const none = {
  ...{ arguments: {}, labels: {}, secrets: [], ssh: [], cacheFrom: [], cacheTo: [], noCache: false },
  contexts: new Map<string, BuildContext>(),
}

function plan(over: Partial<BuildPlan> = {}, definition: Partial<BuildPlan['definition']> = {}): BuildPlan {
  return {
    definition: {
      ...none,
      context: '/work/app',
      dockerfile: { name: 'Dockerfile', text: 'FROM scratch' },
      platforms: ['linux/amd64', 'linux/arm64'],
      ...definition,
    },
    output: { kind: 'push', repository: 'ghcr.io/acme/shop' },
    files: { dockerfile: '/tmp/x/Dockerfile', metadata: '/tmp/x/metadata.json' },
    contexts: new Map(),
    annotations: new Map(),
    indexAnnotations: {},
    ...over,
  }
}

/** Every value that stands behind a flag. */
function valuesOf(args: readonly string[], flag: string): string[] {
  return args.flatMap((arg, i) => (arg === flag ? [args[i + 1] ?? ''] : []))
}

describe('buildArguments', () => {
  test('pushes by digest with provenance, reproducibly, and asks for no more', () => {
    expect(buildArguments(plan())).toEqual([
      ...['buildx', 'build', '--progress', 'plain'],
      ...['--file', '/tmp/x/Dockerfile', '--metadata-file', '/tmp/x/metadata.json'],
      ...['--platform', 'linux/amd64,linux/arm64', '--output'],
      'type=image,name=ghcr.io/acme/shop,push-by-digest=true,name-canonical=true,push=true,store=false,oci-mediatypes=true,rewrite-timestamp=true',
      ...['--provenance', 'mode=max', '--sbom', 'false', '/work/app'],
    ])
  })

  test('writes a layout as a directory, whatever is in its name', () => {
    const [output] = valuesOf(buildArguments(plan({ output: { kind: 'layout', directory: '/a,"b' } })), '--output')
    expect(output).toBe('type=oci,"dest=/a,""b",tar=false,oci-mediatypes=true,rewrite-timestamp=true')
  })

  test('names secrets by where they are, and never by what they are', () => {
    const args = buildArguments(
      plan(
        {},
        {
          secrets: [
            { id: 'npm', from: 'env', name: 'NPM_TOKEN' },
            { id: 'key', from: 'file', path: '/home/a, b/key' },
          ],
          ssh: ['default'],
        },
      ),
    )
    expect(valuesOf(args, '--secret')).toEqual(['id=npm,env=NPM_TOKEN', 'id=key,"src=/home/a, b/key"'])
    expect(valuesOf(args, '--ssh')).toEqual(['default'])
  })

  test('pins contexts and the maker of the SBOM to what was resolved', () => {
    const reference = parseReference('ghcr.io/acme/golden:1')
    const contexts = new Map<string, BuildContext>([
      ['golden', { kind: 'image', reference }],
      ['layout', { kind: 'image', reference: parseReference('oci:/images:1') }],
      ['assets', { kind: 'directory', path: '/work/assets' }],
      ['unused', { kind: 'image', reference }],
    ])
    const resolved = new Map([
      ['golden', { reference, digest }],
      ['layout', { reference: parseReference('oci:/images:1'), digest }],
    ])
    const sbom = { reference: parseReference('docker/buildkit-syft-scanner:stable-1'), digest }
    const args = buildArguments(plan({ contexts: resolved, sbom }, { contexts }))
    expect(valuesOf(args, '--build-context')).toEqual([
      `golden=docker-image://ghcr.io/acme/golden:1@${digest}`,
      `layout=oci-layout:///images@${digest}`,
      'assets=/work/assets',
    ])
    expect(valuesOf(args, '--sbom')).toEqual([`generator=docker.io/docker/buildkit-syft-scanner:stable-1@${digest}`])
  })

  test('annotates each platform with its own, and the index', () => {
    const annotations = new Map([
      ['linux/amd64', { a: '1,2' }],
      ['linux/arm64', { a: '3' }],
    ])
    const args = buildArguments(plan({ annotations, indexAnnotations: { b: 'c=d' } }))
    expect(valuesOf(args, '--annotation')).toEqual([
      'manifest[linux/amd64]:a=1,2',
      'manifest[linux/arm64]:a=3',
      'index:b=c=d',
    ])
  })

  test('hands on everything else as it was said', () => {
    const args = buildArguments(
      plan(
        { builder: 'cluster' },
        {
          ...{
            target: 'app',
            network: 'host',
            noCache: true,
            arguments: { A: '--privileged' },
            labels: { team: 'shop' },
          },
          ...{ cacheFrom: ['type=gha'], cacheTo: ['type=registry,ref=ghcr.io/acme/cache'] },
        },
      ),
    )
    const expected = {
      ...{ '--builder': 'cluster', '--target': 'app', '--network': 'host', '--allow': 'network.host' },
      ...{ '--build-arg': 'A=--privileged', '--label': 'team=shop', '--cache-from': 'type=gha' },
      '--cache-to': 'type=registry,ref=ghcr.io/acme/cache',
    }
    for (const [flag, value] of Object.entries(expected)) expect(valuesOf(args, flag)).toEqual([value])
    expect(args).toContain('--no-cache')
    expect(args.at(-1)).toBe('/work/app')
  })
})

describe('sourcePolicy', () => {
  const rules = (...names: string[]) => {
    const approved = names.map((name) => ({ reference: parseReference(name), digest }))
    const written: { rules: { action: string; selector: { identifier: string }; updates?: { identifier: string } }[] } =
      JSON.parse(sourcePolicy(approved))
    return written.rules.map(({ action, selector, updates }) =>
      [action, selector.identifier, updates?.identifier].filter(Boolean).join(' ').replaceAll('docker-image://', ''),
    )
  }

  test('turns what a Dockerfile asks for into what was checked, and denies all else', () => {
    expect(rules('debian:12')).toEqual([
      `CONVERT docker.io/library/debian:12 docker.io/library/debian:12@${digest}`,
      'DENY *',
      `ALLOW docker.io/library/debian:12@${digest}`,
      `ALLOW docker.io/library/debian@${digest}`,
    ])
    expect(rules()).toEqual(['DENY *'])
  })

  test('knows what no tag means, and leaves alone what is pinned already', () => {
    expect(rules('debian')[0]).toBe(`CONVERT docker.io/library/debian:latest docker.io/library/debian:latest@${digest}`)
    expect(rules(`debian:12@${digest}`)).toEqual([
      'DENY *',
      `ALLOW docker.io/library/debian:12@${digest}`,
      `ALLOW docker.io/library/debian@${digest}`,
    ])
    expect(rules(`debian@${digest}`)).toEqual(['DENY *', `ALLOW docker.io/library/debian@${digest}`])
  })

  test('says nothing of layouts, which BuildKit gets from here', () => {
    expect(rules('oci:/images:1', 'debian:12', 'debian:12')).toHaveLength(4)
  })
})
