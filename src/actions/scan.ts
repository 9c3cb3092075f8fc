import { choice, defineAction, flag, list, text } from '../runner/action.js'
import { config, insecureRegistry } from './shared-inputs.js'

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
    config,
    policy: text({
      description: 'The organisation policy: where its gate is stricter, it wins',
      placeholder: 'FILE',
    }),
    'insecure-registry': insecureRegistry,
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
    const { baseReader } = await import('./wiring/base-reader.js')
    const { readDocumentTime, writeScanDocuments } = await import('./wiring/scan-documents.js')
    const { openScanImage } = await import('./wiring/scan-image.js')
    const { readScanSettings } = await import('./wiring/scan-settings.js')

    const { source, policy } = await readScanSettings(inputs, job)
    const documentTime = await readDocumentTime(job.env)
    const image = await openScanImage(inputs, job)
    const name = `${image.store.repository}@${image.digest}`
    const readBase = await baseReader(image, inputs['insecure-registry'], job)

    job.log(`Scanning ${name}`)
    const scanned = await osvScanner(source).scan(image, { signal: job.signal, progress: job.progress, readBase })
    const decision = gate(scanned.findings, policy, scanned.startedAt)
    await writeScanDocuments(inputs, { image, name, scanned, decision, documentTime })

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
