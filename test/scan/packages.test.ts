import { describe, expect, it } from '@jest/globals'
import { IngotError } from '../../src/errors.js'
import { parseApkInstalled } from '../../src/scan/packages/apk.js'
import { parseDpkgStatus, parseDpkgStatusPart } from '../../src/scan/packages/dpkg.js'
import { isNpmManifest, parseNpmManifest } from '../../src/scan/packages/npm.js'
import { parseOsRelease } from '../../src/scan/packages/os-release.js'
import { npmPurl, systemPurl } from '../../src/scan/packages/purl.js'
import fc from '../property.js'
import { alpineRelease, apkStanza, debianRelease, dpkgStanza } from './fixture.js'

const unreadable = (part: string) =>
  expect.objectContaining({ reason: 'unreadable', message: expect.stringContaining(part) })

describe("dpkg's status", () => {
  it('lists installed packages with source, source version and architecture', () => {
    const text =
      dpkgStanza('libc6', '2.36-9+deb12u4', { Source: 'glibc', 'Multi-Arch': 'same' }) +
      dpkgStanza('libgcc-s1', '12.2.0-14+b1', { Source: 'gcc-12 (12.2.0-14)' }) +
      dpkgStanza('zlib1g', '1:1.2.13.dfsg-1')
    expect(parseDpkgStatus(text, 'status')).toEqual([
      {
        name: 'libc6',
        version: '2.36-9+deb12u4',
        architecture: 'amd64',
        source: { name: 'glibc', version: '2.36-9+deb12u4' },
      },
      {
        name: 'libgcc-s1',
        version: '12.2.0-14+b1',
        architecture: 'amd64',
        source: { name: 'gcc-12', version: '12.2.0-14' },
      },
      {
        name: 'zlib1g',
        version: '1:1.2.13.dfsg-1',
        architecture: 'amd64',
        source: { name: 'zlib1g', version: '1:1.2.13.dfsg-1' },
      },
    ])
  })

  it.each([
    ['install ok installed', 1],
    ['hold ok installed', 1],
    ['deinstall ok config-files', 0],
    ['install ok half-installed', 0],
    ['purge ok not-installed', 0],
  ])('counts %s as %d', (status, count) => {
    expect(parseDpkgStatus(dpkgStanza('a', '1', { Status: status }), 'status')).toHaveLength(count)
  })

  it('does not ask for a version of what is not installed', () => {
    expect(parseDpkgStatus('Package: a\nStatus: unknown ok not-installed\n', 'status')).toEqual([])
  })

  it('is empty when the file is', () => {
    expect(parseDpkgStatus('\n \n', 'status')).toEqual([])
  })

  it.each([
    ['a line that is no field', 'Package: a\nnonsense\n', 'status: line 2: it is no field'],
    ['a continuation of nothing', ' more\n', 'line 1: it is no field'],
    ['a missing Package', 'Status: install ok installed\nVersion: 1\n', 'has no Package'],
    ['a missing Status', 'Package: a\nVersion: 1\n', 'has no Status'],
    ['a strange Status', 'Package: a\nStatus: installed\nVersion: 1\n', 'not three words'],
    ['a missing Version', `${dpkgStanza('b', '1')}Package: a\nStatus: install ok installed\n`, 'has no Version'],
    ['a strange Source', dpkgStanza('a', '1', { Source: 'b c d' }), 'the Source of a'],
    ['bytes', '\u0000\u0001\u0002', 'line 1'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseDpkgStatus(text, 'status')).toThrow(unreadable(message))
  })

  it('needs no Status in the parts of a distroless image', () => {
    const text = 'Package: tzdata\nVersion: 2024a-0+deb12u1\nArchitecture: all\nDescription: zones\n more\n'
    expect(parseDpkgStatusPart(text, 'tzdata')).toMatchObject([{ name: 'tzdata', version: '2024a-0+deb12u1' }])
    expect(() => parseDpkgStatusPart('Package: tzdata\n', 'tzdata')).toThrow(unreadable('has no Version'))
  })
})

describe("Alpine's installed database", () => {
  it('lists packages with origin, architecture and license', () => {
    expect(
      parseApkInstalled(apkStanza('libcrypto3', '3.3.1-r0', 'openssl') + apkStanza('musl', '1.2.5-r0'), 'db'),
    ).toEqual([
      {
        name: 'libcrypto3',
        version: '3.3.1-r0',
        architecture: 'x86_64',
        license: 'MIT',
        source: { name: 'openssl', version: '3.3.1-r0' },
      },
      {
        name: 'musl',
        version: '1.2.5-r0',
        architecture: 'x86_64',
        license: 'MIT',
        source: { name: 'musl', version: '1.2.5-r0' },
      },
    ])
  })

  it.each([
    ['a missing version', 'P:a\n', 'has no V'],
    ['a missing name', 'V:1\n', 'has no P'],
    ['a line that is no field', 'P:a\nV:1\nnonsense\n', 'line 3'],
    ['a cut line', `${apkStanza('a', '1')}P`, 'it is no field'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseApkInstalled(text, 'db')).toThrow(unreadable(message))
  })
})

describe('npm manifests', () => {
  it.each([
    ['app/node_modules/a/package.json', true],
    ['app/node_modules/@s/a/package.json', true],
    ['app/node_modules/a/node_modules/b/package.json', true],
    ['node_modules/.pnpm/a@1.0.0/node_modules/a/package.json', true],
    ['app/package.json', true],
    ['package.json', true],
    ['app/node_modules/a/dist/esm/package.json', false],
    ['app/node_modules/a/test/fixtures/package.json', false],
    ['app/node_modules/@s/package.json', false],
    ['app/node_modules/package.json', false],
    ['app/node_modules/.cache/package.json', false],
    ['app/my-package.json', false],
  ])('%s: %s', (path, expected) => {
    expect(isNpmManifest(path)).toBe(expected)
  })

  const parse = (value: unknown, path = 'app/node_modules/a/package.json') =>
    parseNpmManifest(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), path)

  it('gives name, version and license', () => {
    expect(parse({ name: '@s/a', version: '1.0.0', license: 'MIT', private: true })).toEqual({
      name: '@s/a',
      version: '1.0.0',
      license: 'MIT',
      matched: true,
    })
    expect(parse('\uFEFF{"name":"a","version":"1.0.0","license":{"type":"MIT"}}')).toEqual({
      name: 'a',
      version: '1.0.0',
      matched: true,
    })
  })

  it('is no package without name or version', () => {
    expect(parse({ type: 'module' })).toBeUndefined()
    expect(parse({ name: 'fixture' })).toBeUndefined()
    expect(parse({ name: 'fixture', version: null })).toBeUndefined()
  })

  it("lists an application's own private package without matching it", () => {
    expect(parse({ name: 'shop', version: '1.0.0', private: true }, 'app/package.json')).toMatchObject({
      matched: false,
    })
    expect(parse({ name: 'shop', version: '1.0.0' }, 'app/package.json')).toMatchObject({ matched: true })
  })

  it('lists a version that cannot be compared, and says so', () => {
    expect(parse({ name: 'a', version: 'latest' })).toMatchObject({
      matched: false,
      warning: expect.stringContaining('"latest"'),
    })
  })

  it.each([
    ['what is not JSON', '{', 'it is not JSON'],
    ['a list', '[]', 'the document'],
    ['a number for a version', { name: 'a', version: 1 }, 'version'],
    ['a name that is none', { name: '../a', version: '1.0.0' }, 'no package name'],
  ])('refuses %s in a dependency, and warns elsewhere', (_, value, message) => {
    expect(() => parse(value)).toThrow(unreadable(message))
    expect(() => parse(value, 'app/node_modules/.pnpm/a@1/node_modules/a/package.json')).toThrow(unreadable(message))
    for (const path of ['app/package.json', 'app/node_modules/a/test/node_modules/b/package.json']) {
      expect(parse(value, path)).toEqual({ warning: expect.stringContaining(message) })
    }
  })
})

it('any text is read, or refused with a reason', () => {
  const line = fc.constantFrom(
    'Package: a',
    'Version: 1',
    'Status: install ok installed',
    'Source: x (1)',
    ' more',
    'P:a',
    'V:1',
    'o:x',
    '',
    '\r',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }).map((lines) => lines.join('\n')),
  )
  const readers = [
    (content: string) => parseDpkgStatus(content, 'f'),
    (content: string) => parseDpkgStatusPart(content, 'f'),
    (content: string) => parseApkInstalled(content, 'f'),
    (content: string) => parseNpmManifest(Buffer.from(content), 'node_modules/a/package.json'),
    (content: string) => parseOsRelease(content, 'f'),
  ]
  fc.assert(
    fc.property(text, (content) => {
      for (const read of readers) {
        try {
          read(content)
        } catch (error) {
          expect(error).toBeInstanceOf(IngotError)
        }
      }
    }),
  )
})

describe('os-release', () => {
  it.each([
    [debianRelease, 'debian', '12', 'Debian:12'],
    ['ID=debian\nVERSION_CODENAME=trixie\n', 'debian', undefined, 'Debian:13'],
    ['ID=ubuntu\nVERSION_ID="24.04"\nVERSION="24.04.1 LTS (Noble Numbat)"\n', 'ubuntu', '24.04', 'Ubuntu:24.04:LTS'],
    ["ID='ubuntu'\nVERSION_ID='24.10'\nVERSION=\"24.10 (Oracular)\"\n", 'ubuntu', '24.10', 'Ubuntu:24.10'],
    [alpineRelease, 'alpine', '3.20.3', 'Alpine:v3.20'],
    ['ID=wolfi\nVERSION_ID="20230201"\n', 'wolfi', '20230201', 'Wolfi'],
  ])('%j is %s %s: %s', (text, id, version, ecosystem) => {
    expect(parseOsRelease(text, 'os-release')).toEqual({ id, ecosystem, ...(version && { version }) })
  })

  it('refuses what it has no advisories for, and what names no release', () => {
    const failure = (reason: string) => expect.objectContaining({ reason })
    expect(() => parseOsRelease('ID=fedora\n', 'os-release')).toThrow(failure('unsupported'))
    expect(() => parseOsRelease('ID=constructor\n', 'os-release')).toThrow(failure('unsupported'))
    expect(() => parseOsRelease('ID=debian\nPRETTY_NAME="Debian sid"\n', 'os-release')).toThrow(failure('unreadable'))
    expect(() => parseOsRelease('nothing', 'os-release')).toThrow(failure('unreadable'))
  })
})

it('package URLs name distribution, architecture and epoch', () => {
  const entry = {
    name: 'zlib1g',
    version: '1:1.2.13.dfsg-1',
    architecture: 'amd64',
    source: { name: 'zlib', version: '1' },
  }
  const debian = { id: 'debian', version: '12', ecosystem: 'Debian:12' }
  expect(systemPurl(entry, debian, 'deb')).toBe('pkg:deb/debian/zlib1g@1:1.2.13.dfsg-1?arch=amd64&distro=debian-12')
  expect(npmPurl('@acme/x', '1.0.0')).toBe('pkg:npm/%40acme/x@1.0.0')
})
