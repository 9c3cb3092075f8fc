import { execFile } from 'node:child_process'
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { jest } from '@jest/globals'
import git from 'isomorphic-git'
import { createLedger, type Ledger, ledgerBranch, openLedger, releasePath } from '../../src/ledger/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { aRelease, failure, raised, temporaryDirectory } from './examples.js'

const place = temporaryDirectory()
let count = 0
let directory: string
let ledger: Ledger

beforeEach(async () => {
  directory = place.path(`ledger-${count++}.git`)
  await createLedger(directory)
  ledger = await openLedger(directory)
})
afterAll(() => place.remove())

const raise = (to: Ledger, by: string) =>
  to.updateEnvironment('production', 'shop', (state) => ({ state: raised(state, by), message: `shop: ${by}` }))

const ref = () => `${directory}/refs/heads/${ledgerBranch}`

/** Writes a branch of the ledger's name by other means. */
async function commitFiles(files: Record<string, string>): Promise<void> {
  const tree = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const oid = await git.writeBlob({ fs, gitdir: directory, blob: Buffer.from(text) })
      return { mode: '100644', path, oid, type: 'blob' as const }
    }),
  )
  const oid = await git.writeTree({ fs, gitdir: directory, tree })
  const by = { name: 'someone', email: 'someone@example.org', timestamp: 0, timezoneOffset: 0 }
  const commit = { message: 'other', tree: oid, parent: [], author: by, committer: by }
  writeFileSync(ref(), `${await git.writeCommit({ fs, gitdir: directory, commit })}\n`)
}

describe('a new ledger', () => {
  it('is empty, and reading writes nothing', async () => {
    expect(await ledger.listReleases()).toEqual([])
    expect(await ledger.listEnvironments()).toEqual([])
    expect(await ledger.readRelease('shop', digestOf('1'))).toBeUndefined()
    expect(await ledger.readEnvironment('production', 'shop')).toMatchObject({ generation: 0, stable: null })
    expect(existsSync(ref())).toBe(false)
  })

  it('is marked by its first write', async () => {
    await ledger.writeRelease(aRelease('1.0.0'))
    const [entry] = await git.log({ fs, gitdir: directory, ref: ledgerBranch })
    const { blob } = await git.readBlob({ fs, gitdir: directory, oid: entry?.oid ?? '', filepath: 'ledger.json' })
    expect(JSON.parse(Buffer.from(blob).toString())).toEqual({ schemaVersion: 1, kind: 'ingot-ledger' })
    expect(entry?.commit.author).toMatchObject({ name: 'ingot', email: 'ingot@localhost' })
  })

  it('is made only in an empty directory, and made again without harm', async () => {
    await ledger.writeRelease(aRelease('1.0.0'))
    await createLedger(directory)
    expect(await ledger.listReleases()).toHaveLength(1)
    mkdirSync(place.path('full'))
    writeFileSync(place.path('full/file'), '')
    expect((await failure(createLedger(place.path('full')))).reason).toBe('invalid-input')
  })
})

describe('releases', () => {
  it('reads back what was written, by app and oldest first', async () => {
    const second = aRelease('2.0.0', { publishedAt: '2026-02-01T00:00:00Z' })
    const other = aRelease('9', { app: 'cart' })
    for (const release of [second, aRelease('1.0.0'), other]) await ledger.writeRelease(release)
    expect(await ledger.readRelease('shop', second.digest)).toEqual(second)
    expect((await ledger.listReleases('shop')).map(({ version }) => version)).toEqual(['1.0.0', '2.0.0'])
    expect(await ledger.listReleases()).toHaveLength(3)
  })

  it('takes an equal release again, and refuses a different one', async () => {
    await ledger.writeRelease(aRelease('1.0.0'))
    const head = readFileSync(ref(), 'utf8')
    await ledger.writeRelease(aRelease('1.0.0', { publishedAt: '2027-01-01T00:00:00Z' }))
    expect(readFileSync(ref(), 'utf8')).toBe(head)
    const error = await failure(ledger.writeRelease(aRelease('1.0.0', { tags: ['other'] })))
    expect(error.reason).toBe('ledger-conflict')
    expect(error.message).toContain(releasePath('shop', digestOf('1.0.0')))
  })

  it('refuses names that are no file names', async () => {
    for (const app of ['../shop', 'a/b', '.git', '', 'a.'])
      expect((await failure(ledger.writeRelease(aRelease('1', { app })))).reason).toMatch(/invalid-input|unreadable/)
    expect(existsSync(ref())).toBe(false)
  })
})

describe('environments', () => {
  it('keeps state and recording in one commit, with trailers', async () => {
    const recording = { alpha: 0.01, metrics: [], ticks: [{ at: '2026-01-01T00:00:00Z', weight: 10 }] }
    await ledger.updateEnvironment('production', 'shop', (state) => ({
      state: raised(state, '1.0.0'),
      message: 'production/shop: promoted\nInjected: yes',
      recording: { generation: 1, recording },
    }))
    expect(await ledger.readRecording('production', 'shop', 1)).toEqual(recording)
    expect(await ledger.listEnvironments()).toEqual(
      [raised(await ledger.readEnvironment('none', 'x'), '1.0.0')].map((state) => ({
        ...state,
        environment: 'production',
        app: 'shop',
      })),
    )
    const log = await git.log({ fs, gitdir: directory, ref: ledgerBranch })
    expect(log).toHaveLength(1)
    const message = log[0]?.commit.message ?? ''
    expect(message.split('\n\n')[0]).toBe('production/shop: promoted Injected: yes')
    expect(message).toContain(
      `\nIngot-Environment: production\nIngot-App: shop\nIngot-Generation: 1\nIngot-Digest: sha256:`,
    )
  })

  it('writes nothing when the decision is none', async () => {
    await raise(ledger, 'a')
    const head = readFileSync(ref(), 'utf8')
    expect(await ledger.updateEnvironment('production', 'shop', () => undefined)).toMatchObject({ generation: 1 })
    expect(readFileSync(ref(), 'utf8')).toBe(head)
  })

  it('never lowers a generation', async () => {
    await raise(ledger, 'a')
    const lower = ledger.updateEnvironment('production', 'shop', (state) => ({
      state: { ...state, generation: 0 },
      message: 'lower',
    }))
    expect((await failure(lower)).reason).toBe('internal')
    expect(await ledger.readEnvironment('production', 'shop')).toMatchObject({ generation: 1 })
  })

  it('decides again on what another writer left, never re-applies', async () => {
    const other = await openLedger(directory)
    const seen: number[] = []
    let interfered: Promise<unknown> | undefined
    const state = await ledger.updateEnvironment('production', 'shop', (current) => {
      seen.push(current.generation)
      // The other writer's whole update happens between this read and this write.
      if (interfered === undefined) {
        interfered = raise(other, 'other')
        writeFileSync(`${ref()}.lock`, '')
        setTimeout(() => fs.rmSync(`${ref()}.lock`), 100)
      }
      return { state: raised(current, 'mine'), message: 'mine' }
    })
    await interfered
    expect(state.history).toHaveLength(state.generation)
    const { history } = await ledger.readEnvironment('production', 'shop')
    expect(history.map(({ version }) => version).sort()).toEqual(['mine', 'other'])
    expect(seen.length).toBeGreaterThanOrEqual(1)
  })

  it('loses no update of parallel writers in one process', async () => {
    const writers = await Promise.all([1, 2, 3].map(() => openLedger(directory)))
    await Promise.all(
      writers.map(async (writer, w) => {
        for (let i = 0; i < 8; i++) await raise(writer, `${w}-${i}`)
      }),
    )
    const { generation, history } = await ledger.readEnvironment('production', 'shop')
    expect(generation).toBe(24)
    expect(new Set(history.map(({ version }) => version)).size).toBe(24)
    expect(history.map((entry) => entry.generation)).toEqual([...Array(24).keys()].map((i) => i + 1))
    expect(await git.log({ fs, gitdir: directory, ref: ledgerBranch })).toHaveLength(24)
  }, 60_000)
})

describe('what is not ours', () => {
  it('is refused without a marker, and never written', async () => {
    await commitFiles({ 'README.md': 'mine' })
    const head = readFileSync(ref(), 'utf8')
    const attempts = [() => ledger.listReleases(), () => ledger.writeRelease(aRelease('1')), () => raise(ledger, 'a')]
    for (const attempt of attempts) {
      const error = await failure(attempt())
      expect(error.reason).toBe('ledger-unreadable')
      expect(error.message).toContain('not ours')
    }
    expect(readFileSync(ref(), 'utf8')).toBe(head)
  })

  it('is refused with an unknown schemaVersion', async () => {
    await commitFiles({ 'ledger.json': '{"schemaVersion":2,"kind":"ingot-ledger"}' })
    const error = await failure(raise(ledger, 'a'))
    expect(error.reason).toBe('ledger-unreadable')
    expect(error.message).toMatch(/ledger\.json.*schemaVersion/)
  })

  it('names the file and the field that is wrong', async () => {
    await ledger.writeRelease(aRelease('1.0.0'))
    const path = releasePath('shop', digestOf('1.0.0'))
    const objects = await openLedger(directory)
    await objects.updateEnvironment('production', 'shop', (state) => ({ state: raised(state, 'a'), message: 'a' }))
    const { EmbeddedTransport } = await import('../../src/ledger/embedded/embedded-transport.js')
    const transport = new EmbeddedTransport(directory, { name: 'x', email: 'x' })
    const { head } = await transport.read()
    const broken = JSON.stringify({ ...aRelease('1.0.0'), platforms: 'linux' })
    expect(await transport.commit({ parent: head, files: new Map([[path, broken]]), message: 'break' })).toBe(true)
    const error = await failure(ledger.listReleases())
    expect(error.reason).toBe('ledger-unreadable')
    expect(error.message).toContain(`${path} in the ledger`)
    expect(error.message).toContain('platforms')
  })

  it('is a path without a repository', async () => {
    expect((await failure(openLedger(place.path('nowhere')))).reason).toBe('not-found')
    mkdirSync(place.path('plain'))
    expect((await failure(openLedger(place.path('plain')))).reason).toBe('ledger-unreadable')
    expect(readdirSync(place.path('plain'))).toEqual([])
  })

  it('is a damaged ref', async () => {
    writeFileSync(ref(), 'ref: refs/heads/main\n')
    expect((await failure(ledger.listReleases())).reason).toBe('ledger-unreadable')
  })
})

describe('the repository', () => {
  it('may be named by a file URL, or be a working copy', async () => {
    await raise(await openLedger(pathToFileURL(directory).href), 'a')
    expect(await ledger.listEnvironments()).toHaveLength(1)
    await git.init({ fs, dir: place.path('work') })
    await raise(await openLedger(place.path('work')), 'a')
    expect(existsSync(place.path(`work/.git/refs/heads/${ledgerBranch}`))).toBe(true)
    writeFileSync(place.path('work/.git/HEAD'), `ref: refs/heads/${ledgerBranch}\n`)
    expect((await failure(raise(await openLedger(place.path('work')), 'b'))).message).toContain('checked out')
  })

  it('is read where its ref is packed, and a loose ref wins', async () => {
    await raise(ledger, 'a')
    const packed = readFileSync(ref(), 'utf8').trim()
    writeFileSync(
      `${directory}/packed-refs`,
      `# pack-refs with: peeled fully-peeled sorted\n${packed} refs/heads/${ledgerBranch}\n`,
    )
    fs.rmSync(ref())
    expect(await ledger.listEnvironments()).toHaveLength(1)
    expect(await raise(ledger, 'b')).toMatchObject({ generation: 2 })
    expect(await ledger.readEnvironment('production', 'shop')).toMatchObject({ generation: 2 })
  })

  it('waits for a lock of another process, and says when it waits in vain', async () => {
    writeFileSync(`${ref()}.lock`, '')
    const error = await failure(raise(ledger, 'a'))
    expect(error.reason).toBe('ledger-conflict')
    expect(error.message).toContain(`${ledgerBranch}.lock`)
    expect(existsSync(`${ref()}.lock`)).toBe(true)
  })

  it('takes over the lock of an owner that died here, and only that', async () => {
    const dead = await deadProcess()
    mkdirSync(`${directory}/ingot-locks`)
    const owner = `${directory}/ingot-locks/${dead}.abc@${hostname()}`
    writeFileSync(owner, 'x')
    fs.linkSync(owner, `${ref()}.lock`)
    await raise(ledger, 'a')
    expect(readdirSync(`${directory}/ingot-locks`)).toEqual([])
    expect(existsSync(`${ref()}.lock`)).toBe(false)

    const elsewhere = `${directory}/ingot-locks/${dead}.abc@another-host`
    writeFileSync(elsewhere, 'x')
    fs.linkSync(elsewhere, `${ref()}.lock`)
    expect((await failure(raise(ledger, 'b'))).reason).toBe('ledger-conflict')
  }, 20_000)

  it('stops waiting when it is cancelled', async () => {
    writeFileSync(`${ref()}.lock`, '')
    const mine = await openLedger(directory, { signal: AbortSignal.timeout(50) })
    await expect(raise(mine, 'a')).rejects.toThrow(
      expect.objectContaining({ name: expect.stringMatching(/Abort|Timeout/) }),
    )
    expect(readdirSync(`${directory}/ingot-locks`)).toEqual([])
  })
})

async function deadProcess(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid'])
  return Number(stdout)
}

test('on a full disk nothing is written, and the message names the ledger and what to do', async () => {
  await raise(ledger, 'first')
  const before = readFileSync(ref(), 'utf8')
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
  const open = jest.spyOn(fs.promises, 'open').mockRejectedValue(full)
  const error = await failure(raise(ledger, 'second')).finally(() => open.mockRestore())
  expect(error).toMatchObject({
    reason: 'unwritable',
    message: `Cannot write to the ledger ${directory}: ENOSPC. It is as it was`,
    advice: expect.stringContaining('make room'),
  })
  expect(readFileSync(ref(), 'utf8')).toBe(before)
})
