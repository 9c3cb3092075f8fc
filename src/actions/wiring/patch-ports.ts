import type { Config } from '../../config/index.js'
import type { PatchPorts, PatchRules } from '../../fleet/patch/index.js'
import type { Image } from '../../image/index.js'
import type { Release } from '../../ledger/index.js'
import type { Job } from '../../runner/job.js'

type Load = (name: string, platform: string | undefined) => Promise<Image>

/** The registry and the scanner, asked only about the reasons that count. */
export async function openPatchPorts(
  inputs: { readonly advisories: string | undefined; readonly 'insecure-registry': readonly string[] },
  settings: Config['scan'] | undefined,
  rules: PatchRules,
  job: Job,
): Promise<PatchPorts> {
  const { loadImage } = await import('../../image/index.js')
  const { parseReference } = await import('../../oci/reference.js')
  const { openStores } = await import('./open-stores.js')
  const stores = openStores({ insecureHosts: inputs['insecure-registry'], signal: job.signal })
  const load: Load = (name, platform) => {
    const reference = parseReference(name)
    return loadImage(stores.open(reference), reference, { platform, signal: job.signal })
  }
  return {
    resolveBase: async (name, platform) => (await load(name, platform || undefined)).manifestDigest,
    rescan: rules.rebuildOn.includes('cve') ? await openRescan(inputs.advisories, settings, load, job) : undefined,
  }
}

async function openRescan(
  given: string | undefined,
  settings: Config['scan'] | undefined,
  load: Load,
  job: Job,
): Promise<NonNullable<PatchPorts['rescan']>> {
  const { gate, osvScanner } = await import('../../scan/index.js')
  const advisories = given ?? settings?.advisories
  const scanner = osvScanner(advisories === undefined ? {} : { advisories })
  // What would be refused if it were built today, and could be helped by building it again.
  const severity = settings?.failOn.severity ?? 'high'
  const policy = { severity, fixableOnly: true, exceptions: settings?.exceptions ?? [] }
  return async ({ image, platforms }: Release) => {
    const scan = await scanner.scan(await load(image, platforms[0]), job)
    return gate(scan.findings, policy, scan.startedAt).refused.map(({ finding }) => finding)
  }
}
