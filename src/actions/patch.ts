import { defineAction, flag, list, text } from '../runner/action.js'
import { insecureRegistry, ledger } from './shared-inputs.js'

export const patch = defineAction({
  name: 'patch',
  description: 'Says which running images need a rebuild, and why: moved base, fixable finding, or age',
  inputs: {
    ledger,
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
    policy: text({
      description: 'Organisation policy whose revoked bases no image may stay on',
      placeholder: 'FILE',
    }),
    advisories: text({
      description:
        'Directory of an OSV snapshot to scan with; default scan.advisories of the configuration, else OSV is asked over the network',
      placeholder: 'DIR',
    }),
    report: text({ description: 'Where to write the needs as a JSON array', placeholder: 'FILE' }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    needed: 'Number of images that need a rebuild, each counted once however many environments run it',
    images:
      'JSON array, one entry for each image and environment: app, environment, image, version, reason, reasons, from, to, detail, findings',
    matrix:
      'JSON array for a matrix, one entry for each image whose base is recorded: app, image, base, tag, reason, rebase (the image when it may be rebased, else empty)',
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
    const { findRunning, observe, planPatch, toEntries } = await import('../fleet/patch/index.js')
    const { openPatchPorts } = await import('./wiring/patch-ports.js')
    const { mayRebase } = await import('./wiring/may-rebase.js')
    const { reportPatch } = await import('./wiring/patch-report.js')
    const { toJson, writeDocument } = await import('./wiring/write-document.js')

    const { loadPolicy } = await import('../config/index.js')
    const revoked = inputs.policy === undefined ? [] : (await loadPolicy(inputs.policy)).revoked
    const rules = config?.patch ?? { rebuildOn: ['base', 'cve'] }
    const ledger = await openLedger(url, job)
    const releases = await ledger.listReleases()
    const apps = inputs['all-apps'] ? [] : inputs.app.length > 0 || config === undefined ? inputs.app : [config.app]
    const filter = { environments: inputs.environment, apps }
    const { running, unrecorded } = findRunning(await ledger.listEnvironments(), releases, filter)
    for (const { app, environment, image } of unrecorded)
      job.warn(`${app} in ${environment} runs ${image}, of which the ledger has no release: publish it`)

    job.log(`Running releases to look at: ${running.length}`)
    const current = running.map(({ release }) => release)
    const observations = await observe(current, await openPatchPorts(inputs, config?.scan, rules, job), job.signal)
    const plan = planPatch({ running, releases, observations, rules, revoked, now: new Date() })
    for (const { release, environment, why } of plan.unknown)
      job.warn(`${release.app} ${release.version} in ${environment}: ${why}`)

    if (inputs.report !== undefined) await writeDocument(inputs.report, toJson(toEntries(plan.needed)))
    return reportPatch(plan, running.length, mayRebase(config?.bake))
  },
})
