export type { Advisory, AdvisorySet, Database } from './advisories/advisory.js'
export { readAdvisories } from './advisories/directory.js'
export { engineVersion } from './engine-version.js'
export { type ReportEntry, toReport } from './evidence/report.js'
export { type SarifOptions, toSarif } from './evidence/sarif.js'
export { type SbomOptions, toCycloneDx } from './evidence/sbom.js'
export { explainDecision, toSummary } from './evidence/summary.js'
export { toVulnsPredicate, type VulnsOptions } from './evidence/vulns.js'
export { type Exception, parseException } from './exceptions.js'
export {
  type Counts,
  countBySeverity,
  type Finding,
  type Origin,
  type Package,
  type Severity,
  severities,
  type Threshold,
  thresholds,
} from './finding.js'
export { describeThreshold, type GateDecision, type GatePolicy, type GateThreshold, gate, strictest } from './gate.js'
export { matchAdvisories } from './match.js'
export { type OsvOptions, osvScanner, type Scan, type Scanner, type ScanOptions } from './osv-scanner.js'
export type { ReadBase } from './packages/base-layers.js'
export { type Inventory, type ListOptions, listPackages } from './packages/inventory.js'
export type { Distribution } from './packages/os-release.js'
export { compareApkVersions, compareDpkgVersions } from './versions/index.js'
