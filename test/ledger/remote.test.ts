import { resolve } from 'node:path'
import { IngotError } from '../../src/errors.js'
import { ledgerAtHand, openLedger } from '../../src/ledger/index.js'
import { parseLocation } from '../../src/ledger/location.js'
import { authorize, tokenFor } from '../../src/ledger/remote/credentials.js'
import { explain, isTransient } from '../../src/ledger/remote/failures.js'
import { parseBatch, parseTree, rejectionOf } from '../../src/ledger/remote/output.js'
import { failure, temporaryDirectory } from './examples.js'

describe('where a ledger is', () => {
  test.each([
    ['ledger.git', { kind: 'path', path: resolve('ledger.git') }],
    ['./odd:name', { kind: 'path', path: resolve('./odd:name') }],
    ['file:///srv/a%20b.git', { kind: 'path', path: '/srv/a b.git' }],
    ['https://example.org/a/b?x=1#y', { kind: 'remote', url: 'https://example.org/a/b' }],
    ['ssh://git@example.org/a.git', { kind: 'remote', url: 'ssh://git@example.org/a.git' }],
    ['git@example.org:a/b.git', { kind: 'remote', url: 'git@example.org:a/b.git' }],
    [
      'https://me:s%40cret@example.org/a',
      { kind: 'remote', url: 'https://example.org/a', credentials: { user: 'me', password: 's@cret' } },
    ],
  ])('%s', (text, expected) => expect(parseLocation(text)).toEqual(expected))

  test.each(['', '-u', '--upload-pack=x', 'ext::sh -c id', 'ext::x/y', 'ftp://example.org/a', 'https://-x/', 'a\0b'])(
    'refuses %j',
    (text) => expect(() => parseLocation(text)).toThrow(/does not name a ledger/),
  )

  it('never shows what a malformed URL holds', async () => {
    const error = await failure(openLedger('ftp://me:s3cret@example.org/a?token=abc'))
    expect(`${error.message}${error.advice}`).not.toMatch(/s3cret|abc/)
  })

  it('is at hand: the job’s repository, else the one around', async () => {
    const env = { GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://ghe.example', GITHUB_REPOSITORY: 'acme/shop' }
    expect(await ledgerAtHand(env)).toBe('https://ghe.example/acme/shop')
    const place = temporaryDirectory()
    const error = await failure(ledgerAtHand({}, place.path('.')))
    expect(error).toMatchObject({ reason: 'not-found', advice: expect.stringContaining('--ledger') })
    place.remove()
  })
})

describe('credentials', () => {
  const env = { GITHUB_TOKEN: 'abc' }

  it('gives the job’s token to the server that issued it, and to no other', () => {
    expect(tokenFor('https://github.com/acme/shop', undefined, env)).toBe('abc')
    expect(tokenFor('https://github.com.evil.example/acme/shop', undefined, env)).toBeUndefined()
    expect(tokenFor('http://github.com/acme/shop', undefined, env)).toBeUndefined()
    const enterprise = { ...env, GITHUB_SERVER_URL: 'https://ghe.example' }
    expect(tokenFor('https://ghe.example/acme/shop', undefined, enterprise)).toBe('abc')
    expect(tokenFor('https://github.com/acme/shop', undefined, enterprise)).toBeUndefined()
    expect(tokenFor('ssh://git@github.com/a', 'given', env)).toBeUndefined()
  })

  it('sends a given token over an encrypted connection, or to this machine', () => {
    expect(tokenFor('https://example.org/a', 'given', env)).toBe('given')
    expect(tokenFor('http://127.0.0.1:99/a', 'given', env)).toBe('given')
    expect(() => tokenFor('http://example.org/a', 'given', env)).toThrow(/without encryption/)
  })

  it('travels in settings for one server, behind those that are there', () => {
    const { env: settings, secrets } = authorize(
      'https://example.org/a/b',
      { user: 'u', password: 'p' },
      { GIT_CONFIG_COUNT: '2' },
    )
    expect(settings).toEqual({
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_2: 'http.https://example.org/.extraheader',
      GIT_CONFIG_VALUE_2: 'AUTHORIZATION: basic dTpw',
    })
    expect(secrets).toContain('dTpw')
    expect(authorize('https://example.org', undefined, {})).toEqual({ env: {}, secrets: [] })
  })
})

describe('what git says', () => {
  test.each([
    ['fatal: could not read Username: terminal prompts disabled', 'unauthorized'],
    [
      'remote: Permission to a/b denied to c.\nfatal: unable to access: The requested URL returned error: 403',
      'unauthorized',
    ],
    ['! [remote rejected] (pre-receive hook declined)', 'unauthorized'],
    ["fatal: repository 'https://x/' not found", 'not-found'],
    ['fatal: unable to access: Could not resolve host: x', 'unreachable'],
    ['fatal: something new', 'tool-failed'],
  ])('%j is %s', (said, reason) => {
    const error = explain(new IngotError('tool-failed', said), 'Cannot read')
    expect(error).toMatchObject({ reason, message: expect.stringContaining('Cannot read') })
    expect(isTransient(error)).toBe(reason === 'unreachable')
  })

  it('is shown without credentials, and other errors stay as they are', () => {
    const error = explain(new IngotError('tool-failed', 'fatal: https://u:p@x/ is odd'), 'Cannot read') as IngotError
    expect(error.message).toContain('https://***@x/')
    const missing = new IngotError('not-found', 'no git')
    expect(explain(missing, 'x')).toBe(missing)
  })

  it('tells a lost race from a refusal', () => {
    const line = (why: string) => `To x\n!\tabc:refs/heads/ingot-ledger\t[rejected] (${why})\nDone\n`
    expect(rejectionOf(line('stale info')).isConflict).toBe(true)
    expect(rejectionOf(line("cannot lock ref 'refs/heads/ingot-ledger'")).isConflict).toBe(true)
    expect(rejectionOf(line('hook declined'))).toEqual({ isConflict: false, why: '[rejected] (hook declined)' })
  })

  it('lists ordinary files, and gives their bytes', () => {
    const listing = [
      '100644 blob aa\ta/b.json',
      '120000 blob bb\tlink',
      '160000 commit cc\tsub',
      '100755 blob dd\tx y',
      '',
    ].join('\0')
    expect([...parseTree(listing)]).toEqual([
      ['a/b.json', 'aa'],
      ['x y', 'dd'],
    ])
    const contents = parseBatch('aa blob 3\n\u00e9\n\ndd blob 0\n\n', 'x')
    expect([...contents].map(([id, bytes]) => [id, bytes.toString()])).toEqual([
      ['aa', '\u00e9\n'],
      ['dd', ''],
    ])
    expect(() => parseBatch('aa missing\n', 'x')).toThrow(/unexpected aa missing/)
    expect(() => parseBatch('aa blob 99\nshort\n', 'x')).toThrow(IngotError)
  })
})
