import type { Config } from '../config/index.js'
import { IngotError } from '../errors.js'
import type { PatchPlan, PatchPorts, PatchRules } from '../fleet/patch/index.js'
import type { Release } from '../ledger/index.js'
import { defineAction, flag, list, text, type Values } from '../runner/action.js'
import type { Job } from '../runner/job.js'

const accepted = {
  ledger: text({
    description:
      'Git repository that holds the ledger: a URL or a directory. Default: that of the configuration, else the repository at hand',
    placeholder: 'URL',
  }),
  config: text({
    description: 'The configuration: its app, its patch rules and its gate; default ingot.yml when it is there',
    placeholder: 'FILE',
  }),
  environment: list({ description: 'Environment to look at. Default: every one', placeholder: 'NAME' }),
  app: list({
    description: 'Application to look at. Default: app of the configuration; every one without a configuration',
    placeholder: 'NAME',
  }),
  'all-apps': flag({ description: 'Look at every application in the ledger, whatever the configuration is about' }),
  advisories: text({
    description:
      'Directory of an OSV snapshot to scan with; default scan.advisories of the configuration, else OSV is asked over the network',
    placeholder: 'DIR',
  }),
  report: text({ description: 'Where to write the needs as a JSON array', placeholder: 'FILE' }),
  'insecure-registry': list({
    description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
    placeholder: 'HOST',
  }),
}

export const patch = defineAction({
  name: 'patch',
  description: 'Says which running images need a rebuild, and why: moved base, fixable finding, or age',
  inputs: accepted,
  outputs: {
    needed: 'Number of images that need a rebuild, each counted once however many environments run it',
    images:
      'JSON array, one entry for each image and environment: app, environment, image, version, reason, reasons, from, to, detail, findings',
    matrix: 'JSON array for a matrix, one entry for each image whose base is recorded: app, image, base, tag, reason',
    pending: 'Number of needs that a newer release meets already, and that wait to be promoted',
    unknown: 'Number of questions that could not be answered: neither a need nor its absence',
  },
  permissions: { contents: 'read', packages: 'read' },
  about: `
Run it on a schedule. It reads from the ledger what is stable where, looks up what each recorded base is now (the
platform's own digest), scans each image against today's advisories, and says what needs a rebuild. It changes nothing.
Needing a rebuild is no failure; a fleet about which something could not be found out, and nothing is needed, is.
An image is named once for each base: when a newer release is on today's base, it only waits to be promoted.

\`\`\`yaml
- uses: ./actions/patch
  id: patch
  with:
    environment: production
    advisories: osv-snapshot
\`\`\`
`,
  async run(inputs, job) {
    const { findConfig } = await import('../config/find.js')
    const { locateLedger } = await import('./wiring/locate-ledger.js')

    const config = await findConfig(inputs.config)
    const url = await locateLedger(inputs.ledger, config, job.env)

    const { openLedger } = await import('../ledger/index.js')
    const { findRunning, observe, planPatch, summarisePatch, toEntries, toRebuilds } = await import(
      '../fleet/patch/index.js'
    )

    const rules = rulesOf(config)
    const ledger = await openLedger(url, job)
    const releases = await ledger.listReleases()
    const apps = inputs['all-apps'] ? [] : inputs.app.length > 0 || config === undefined ? inputs.app : [config.app]
    const filter = { environments: inputs.environment, apps }
    const { running, unrecorded } = findRunning(await ledger.listEnvironments(), releases, filter)
    for (const { app, environment, image } of unrecorded)
      job.warn(`${app} in ${environment} runs ${image}, of which the ledger has no release: publish it`)

    job.log(`Looking at ${running.length} running releases`)
    const current = running.map(({ release }) => release)
    const observations = await observe(current, await openPorts(inputs, config, rules, job), job.signal)
    const plan = planPatch({ running, releases, observations, rules, now: new Date() })
    for (const { release, environment, why } of plan.unknown)
      job.warn(`${release.app} ${release.version} in ${environment}: ${why}`)

    const images = toEntries(plan.needed)
    await writeReport(inputs.report, images)
    const needed = new Set(plan.needed.map(({ release }) => `${release.app} ${release.digest}`)).size
    return {
      ...verdictOf(plan, needed, running.length),
      outputs: {
        needed,
        images: JSON.stringify(images),
        matrix: JSON.stringify(toRebuilds(plan.needed)),
        pending: plan.pending.length,
        unknown: plan.unknown.length,
      },
      summary: summarisePatch(plan),
    }
  },
})

type PatchInputs = Values<typeof accepted>

function rulesOf(config: Config | undefined): PatchRules {
  return config?.patch ?? { rebuildOn: ['base', 'cve'] }
}

function verdictOf(plan: PatchPlan, needed: number, running: number) {
  if (needed > 0) {
    const lines = plan.needed.map(({ release, environment, reasons, detail }) => {
      return `  ${release.app} ${release.version} in ${environment} (${reasons.join(', ')}): ${detail}`
    })
    return {
      reason: 'needed',
      message: [`${needed === 1 ? '1 image needs' : `${needed} images need`} a rebuild:`, ...lines].join('\n'),
    } as const
  }
  if (plan.unknown.length > 0) {
    const message = `Nothing is known to need a rebuild, but ${plan.unknown.length} questions could not be answered`
    return { reason: 'unreachable', message } as const
  }
  const waiting = plan.pending.length > 0 ? `; ${plan.pending.length} rebuilt ones wait to be promoted` : ''
  return { reason: 'not-needed', message: `None of ${running} running releases needs a rebuild${waiting}` } as const
}

/** The registry and the scanner, asked only about the reasons that count. */
async function openPorts(
  inputs: PatchInputs,
  config: Config | undefined,
  rules: PatchRules,
  job: Job,
): Promise<PatchPorts> {
  const { loadImage } = await import('../image/index.js')
  const { parseReference } = await import('../oci/reference.js')
  const { openStores } = await import('./wiring/open-stores.js')
  const stores = await openStores({ insecureHosts: inputs['insecure-registry'], signal: job.signal })
  const load = (name: string, platform: string | undefined) => {
    const reference = parseReference(name)
    return loadImage(stores.open(reference), reference, { platform, signal: job.signal })
  }
  return {
    resolveBase: async (name, platform) => (await load(name, platform || undefined)).manifestDigest,
    rescan: rules.rebuildOn.includes('cve') ? await openRescan(inputs, config, load, job) : undefined,
  }
}

async function openRescan(
  inputs: PatchInputs,
  config: Config | undefined,
  load: (name: string, platform: string | undefined) => ReturnType<typeof import('../image/index.js').loadImage>,
  job: Job,
): Promise<NonNullable<PatchPorts['rescan']>> {
  const { gate, osvScanner } = await import('../scan/index.js')
  const advisories = inputs.advisories ?? config?.scan.advisories
  const scanner = osvScanner(advisories === undefined ? {} : { advisories })
  // What would be refused if it were built today, and could be helped by building it again.
  const severity = config?.scan.failOn.severity ?? 'high'
  const policy = { severity, fixableOnly: true, exceptions: config?.scan.exceptions ?? [] }
  return async ({ image, platforms }: Release) => {
    const scan = await scanner.scan(await load(image, platforms[0]), job)
    return gate(scan.findings, policy, scan.startedAt).refused.map(({ finding }) => finding)
  }
}

async function writeReport(file: string | undefined, entries: readonly object[]): Promise<void> {
  if (file === undefined) return
  const { mkdir, writeFile } = await import('node:fs/promises')
  const { dirname } = await import('node:path')
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${JSON.stringify(entries, undefined, 2)}\n`)
  } catch (cause) {
    throw new IngotError('invalid-input', `Cannot write the report ${file}: ${(cause as Error).message}`, { cause })
  }
}
