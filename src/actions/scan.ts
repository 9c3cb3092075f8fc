import type { Config } from '../config/index.js'
import { IngotError } from '../errors.js'
import type { Image } from '../image/index.js'
import type { Reference } from '../oci/reference.js'
import { choice, defineAction, flag, list, text } from '../runner/action.js'
import type { Job } from '../runner/job.js'
import type { GateDecision, GatePolicy, GateThreshold, OsvOptions, ReadBase, Scan } from '../scan/index.js'

export const scan = defineAction({
  name: 'scan',
  description:
    'Looks for known vulnerabilities in an image, decides at the gate whether it may ship, and writes the evidence',
  inputs: {
    image: text({ description: 'The image, best by digest', required: true, placeholder: 'REF' }),
    platform: text({
      description:
        'os/architecture of the image to scan when the reference names several; default linux on this machine',
      placeholder: 'PLATFORM',
    }),
    engine: choice(['osv'], {
      description: 'Where findings come from: osv is built in and needs nothing else',
      default: 'osv',
    }),
    advisories: text({
      description: 'Directory of an OSV snapshot; without it OSV is asked over the network',
      placeholder: 'DIR',
    }),
    'osv-url': text({
      description: "Address of OSV's API, or of a mirror",
      default: 'https://api.osv.dev',
      placeholder: 'URL',
    }),
    'fail-on': choice(['critical', 'high', 'medium', 'low'], {
      description:
        'Findings of this severity or worse are refused; replaces scan.fail-on of ingot.yml. Without either: high',
      placeholder: 'SEVERITY',
    }),
    'fixable-only': flag({ description: 'Refuse only findings that have a fix' }),
    exception: list({
      description:
        'A finding that is accepted through a last day (YYYY-MM-DD, UTC), with the reason; beside those in ingot.yml',
      placeholder: 'ID[@PACKAGE]=UNTIL:REASON',
    }),
    sarif: text({ description: 'Where to write the findings as SARIF 2.1.0, for code scanning', placeholder: 'FILE' }),
    sbom: text({ description: 'Where to write the packages as a CycloneDX 1.6 SBOM', placeholder: 'FILE' }),
    report: text({ description: 'Where to write the findings as a JSON array', placeholder: 'FILE' }),
    attestation: text({
      description: 'Where to write the in-toto vulns v0.2 predicate, for the action sign',
      placeholder: 'FILE',
    }),
    config: text({ description: 'The configuration; default ingot.yml when it is there', placeholder: 'FILE' }),
    policy: text({
      description: 'The organisation policy: where its gate is stricter, it wins',
      placeholder: 'FILE',
    }),
    'insecure-registry': list({
      description: 'Registry hosts that may be spoken to in plain HTTP; loopback addresses always may',
      placeholder: 'HOST',
    }),
  },
  outputs: {
    verdict: 'pass or fail',
    critical: 'Number of critical findings, exceptions included',
    high: 'Number of high findings, exceptions included',
    medium: 'Number of medium findings, exceptions included',
    low: 'Number of low findings, exceptions included',
    unknown: 'Number of findings that nobody has rated; they count as low at the gate',
    packages: 'Number of packages found in the image',
  },
  permissions: { packages: 'read' },
  about: `Reads the packages of an image out of its layers (Debian, Ubuntu, Alpine and npm), matches them against OSV's
advisories, and lets a gate decide. All documents are written whatever the gate says, and all derive from one scan.

\`\`\`yaml
- uses: ./actions/scan
  with:
    image: ghcr.io/acme/shop@sha256:…
    fail-on: high
    fixable-only: true
    exception: CVE-2026-1234@zlib1g=2026-12-31:the vulnerable function is never called
    sarif: evidence/scan.sarif
    sbom: evidence/sbom.json
\`\`\`

Give the job no secrets and no write permissions: it reads what others have built. Scanning an index looks at one platform:
run a matrix over \`platform\` for the others. How severities, exceptions and layers are judged is in docs/gate.md and docs/scan.md.
`,
  async run(inputs, job) {
    const { countBySeverity, explainDecision, gate, osvScanner, toSummary } = await import('../scan/index.js')
    const { source, policy } = await readSettings(inputs, job)
    const image = await openImage(inputs, job)
    const name = `${image.store.repository}@${image.digest}`

    job.log(`Scanning ${name}`)
    const scanned = await osvScanner(source).scan(image, {
      signal: job.signal,
      progress: job.progress,
      readBase: await baseReader(image, inputs, job),
    })
    const decision = gate(scanned.findings, policy, scanned.startedAt)
    await writeDocuments(inputs, job, { image, name, scanned, decision })

    for (const warning of [...scanned.warnings, ...decision.warnings]) job.warn(warning)
    const { verdict } = decision
    const packages = scanned.packages.length
    return {
      reason: verdict === 'pass' ? 'done' : 'gate-failed',
      message: explainDecision(decision, name, packages),
      outputs: { verdict, ...countBySeverity(scanned.findings), packages },
      summary: toSummary(scanned, decision, name),
    }
  },
})

type ScanInputs = Parameters<typeof scan.run>[0]

interface Results {
  readonly image: Image
  /** `repository@digest` */
  readonly name: string
  readonly scanned: Scan
  readonly decision: GateDecision
}

/** What the caller gives, else what ingot.yml says, and never less than what the organisation asks for. */
async function readSettings(inputs: ScanInputs, job: Job): Promise<{ source: OsvOptions; policy: GatePolicy }> {
  const { findConfig, loadPolicy } = await import('../config/index.js')
  const { describeThreshold, parseException, strictest } = await import('../scan/index.js')
  const config = (await findConfig(inputs.config))?.scan
  const minimum = inputs.policy === undefined ? undefined : (await loadPolicy(inputs.policy)).gate
  const asked = thresholdOf(inputs, config)
  const threshold = minimum === undefined ? asked : strictest(asked, minimum)
  const isDefault = inputs['fail-on'] === undefined && config === undefined
  const origin = isDefault ? ' (the default: neither fail-on nor ingot.yml says more)' : ''
  job.log(`The gate refuses ${describeThreshold(threshold)}${origin}`)
  const advisories = inputs.advisories ?? config?.advisories
  const exceptions = [...inputs.exception.map(parseException), ...(config?.exceptions ?? [])]
  return {
    source: { url: inputs['osv-url'], ...(advisories !== undefined && { advisories }) },
    policy: { ...threshold, exceptions },
  }
}

function thresholdOf(inputs: ScanInputs, config: Config['scan'] | undefined): GateThreshold {
  const fixableOnly = inputs['fixable-only']
  if (inputs['fail-on'] !== undefined) return { severity: inputs['fail-on'], fixableOnly }
  const configured = config?.failOn ?? { severity: 'high', fixableOnly: false }
  return { severity: configured.severity, fixableOnly: fixableOnly || configured.fixableOnly }
}

async function openImage(inputs: ScanInputs, job: Job): Promise<Image> {
  const { loadImage, platformsOf } = await import('../image/index.js')
  const { formatPlatform } = await import('../oci/manifest.js')
  const { parseReference } = await import('../oci/reference.js')
  const { openStore } = await import('../registry/index.js')
  const { signal } = job
  const reference = parseReference(inputs.image)
  const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal })
  const image = await loadImage(store, reference, { platform: inputs.platform, signal })
  const others = platformsOf(image).length - 1
  if (others > 0 && inputs.platform === undefined) {
    job.warn(`Only ${formatPlatform(image.config)} is scanned: the image has ${platformsOf(image).join(', ')}`)
  }
  return image
}

/**
 * Reads the base's manifest in the repository that the image names. Only on the image's own registry: a name in an image must
 * not make this machine talk to strangers.
 */
async function baseReader(image: Image, inputs: ScanInputs, job: Job): Promise<ReadBase> {
  const { annotationKeys } = await import('../oci/media-types.js')
  const { parseReference } = await import('../oci/reference.js')
  const { openStore } = await import('../registry/index.js')
  const name = image.manifest.annotations?.[annotationKeys.baseName]
  const hostOf = (reference: Reference) => (reference.kind === 'registry' ? reference.host : undefined)
  return async (digest) => {
    try {
      const base = name === undefined ? undefined : parseReference(name)
      if (base === undefined || base.kind !== image.reference.kind || hostOf(base) !== hostOf(image.reference)) return
      const store = openStore(base, { insecureHosts: inputs['insecure-registry'], signal: job.signal })
      return await store.readManifest(digest, { signal: job.signal })
    } catch (thrown) {
      job.signal.throwIfAborted()
      job.log(`The base ${name} cannot be read, its layers are told by the history: ${(thrown as Error).message}`)
      return undefined
    }
  }
}

/** Every document that was asked for, whatever the gate said. */
async function writeDocuments(inputs: ScanInputs, job: Job, { image, name, scanned, decision }: Results) {
  const room = await import('../scan/index.js')
  const { formatRepository } = await import('../oci/reference.js')
  const { findings, packages, distribution, database, startedAt, finishedAt } = scanned
  const repository = formatRepository(image.reference)
  const digest = image.manifestDigest
  const now = documentTime(job.env.SOURCE_DATE_EPOCH, startedAt)
  const version = room.engineVersion
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const documents: [file: string | undefined, content: () => string | Promise<string>][] = [
    [inputs.report, () => json(room.toReport(findings))],
    [inputs.sarif, () => json(room.toSarif(findings, { image: name, version, decision }))],
    [inputs.sbom, () => room.toCycloneDx(packages, { repository, digest, now, version, distribution })],
    [inputs.attestation, () => json(room.toVulnsPredicate(findings, { version, database, startedAt, finishedAt }))],
  ]
  for (const [file, content] of documents) {
    if (file !== undefined) await write(file, await content())
  }
}

async function write(file: string, content: string): Promise<void> {
  const { mkdir, writeFile } = await import('node:fs/promises')
  const { dirname } = await import('node:path')
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  } catch (cause) {
    throw new IngotError('invalid-input', `Cannot write ${file}: ${(cause as Error).message}`, { cause })
  }
}

/** @see https://reproducible-builds.org/specs/source-date-epoch/ */
function documentTime(epoch: string | undefined, now: Date): Date {
  if (epoch === undefined || epoch === '') return now
  const time = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
  if (!Number.isNaN(time.getTime())) return time
  throw new IngotError('invalid-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}: write seconds since 1970`)
}
