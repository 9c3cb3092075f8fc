import type { Advisory, Affected } from './advisories/advisory.js'
import { compareFindings, type Finding, type Package } from './finding.js'
import { mergeMatches } from './merge.js'
import { findAffects } from './ranges.js'
import { rate } from './rating.js'
import { familyOf, orderOf } from './versions/index.js'

interface Entry {
  readonly advisory: Advisory
  readonly affected: Affected
}

/** Advisories by what they affect, so that a package is compared with its own only. */
type AdvisoryIndex = ReadonlyMap<string, readonly Entry[]>

/**
 * The findings of these packages, worst first. Withdrawn advisories and ecosystems that this engine does not know are skipped.
 * The same package in the same layer counts once, however many copies there are.
 *
 * @throws IngotError `unreadable` when an advisory that concerns a package names something that is no version
 */
export function matchAdvisories(packages: readonly Package[], advisories: readonly Advisory[]): Finding[] {
  const index = indexAdvisories(advisories)
  const distinct = new Map<string, Package>()
  for (const entry of packages) {
    const key = `${entry.purl}\n${entry.layer}`
    if (entry.matched && !distinct.has(key)) distinct.set(key, entry)
  }
  return [...distinct.values()].flatMap((entry) => findingsOf(entry, index)).sort(compareFindings)
}

function findingsOf(installed: Package, index: AdvisoryIndex): Finding[] {
  const order = orderOf(installed.ecosystem)
  if (order === undefined) return []
  const matches = candidates(installed, index).flatMap(({ advisory, affected }) => {
    const found = findAffects(affected, installed.source.version, order, advisory.id)
    return found === undefined ? [] : [{ advisory, fixed: found.fixed, rating: rate(advisory, affected) }]
  })
  return mergeMatches(installed, matches, order)
}

/** An advisory that names no release (`Debian`) speaks of all of them. */
function candidates(installed: Package, index: AdvisoryIndex): Entry[] {
  const { ecosystem, source } = installed
  const ecosystems = new Set([ecosystem, familyOf(ecosystem)])
  return [...ecosystems].flatMap((name) => index.get(keyOf(name, source.name)) ?? [])
}

function indexAdvisories(advisories: readonly Advisory[]): AdvisoryIndex {
  const index = new Map<string, Entry[]>()
  for (const advisory of newestOfEach(advisories)) {
    for (const affected of advisory.affected ?? []) {
      if (!affected.package || orderOf(affected.package.ecosystem) === undefined) continue
      const key = keyOf(affected.package.ecosystem, affected.package.name)
      const entries = index.get(key)
      if (entries === undefined) index.set(key, [{ advisory, affected }])
      else entries.push({ advisory, affected })
    }
  }
  return index
}

/** The newest text of each id, without those that are withdrawn. */
function newestOfEach(advisories: readonly Advisory[]): Advisory[] {
  const newest = new Map<string, Advisory>()
  for (const advisory of advisories) {
    const known = newest.get(advisory.id)
    if (known === undefined || Date.parse(advisory.modified) > Date.parse(known.modified))
      newest.set(advisory.id, advisory)
  }
  return [...newest.values()].filter((advisory) => !advisory.withdrawn)
}

function keyOf(ecosystem: string, name: string): string {
  return `${ecosystem}\n${name}`
}
