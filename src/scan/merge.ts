import type { Advisory } from './advisories/advisory.js'
import type { Finding, Package } from './finding.js'
import { highest, type Rating } from './rating.js'
import type { CompareVersions } from './versions/index.js'

export interface Match {
  readonly advisory: Advisory
  readonly fixed: string | null
  readonly rating: Rating
}

/** One finding for each vulnerability of a package: advisories that share a name, directly or through others, are one. */
export function mergeMatches(installed: Package, matches: readonly Match[], order: CompareVersions): Finding[] {
  return groupByName(matches).map((group) => {
    const names = [...new Set(group.flatMap((match) => namesOf(match.advisory)))].sort(preferred)
    const [id = '', ...aliases] = names
    const scores = group.flatMap((match) => match.rating.score ?? [])
    const title = group.find((match) => match.advisory.summary)?.advisory.summary
    return {
      id,
      aliases: aliases.sort(),
      package: installed.name,
      ...(installed.source.name !== installed.name && { source: installed.source.name }),
      version: installed.version,
      fixedVersion: latestFix(group, order),
      severity: highest(group.map((match) => match.rating.severity)),
      ...(scores.length > 0 && { score: Math.max(...scores) }),
      layer: installed.layer,
      origin: installed.origin,
      purl: installed.purl,
      path: installed.path,
      ...(title && { title }),
    }
  })
}

/**
 * All names of the vulnerability. A distribution's copy names its one original in `upstream`; with several there, the advisory
 * is a bundle of vulnerabilities and none of them is another name for it.
 */
function namesOf(advisory: Advisory): string[] {
  const upstream = advisory.upstream ?? []
  return [advisory.id, ...(advisory.aliases ?? []), ...(upstream.length === 1 ? upstream : [])]
}

/** Disjoint sets over names: cycles and long chains cost nothing. */
function groupByName(matches: readonly Match[]): Match[][] {
  const parents = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up
    for (let at = name; at !== root; ) {
      const up = parents.get(at) ?? root
      parents.set(at, root)
      at = up
    }
    return root
  }
  for (const { advisory } of matches) {
    for (const name of namesOf(advisory)) parents.set(rootOf(name), rootOf(advisory.id))
  }
  const groups = new Map<string, Match[]>()
  for (const match of matches) {
    const root = rootOf(match.advisory.id)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [match])
    else group.push(match)
  }
  return [...groups.values()]
}

/** The version that every advisory of the group calls fixed: the latest that any of them names. */
function latestFix(group: readonly Match[], order: CompareVersions): string | null {
  let latest: string | null = null
  for (const { fixed } of group) {
    if (fixed !== null && (latest === null || (order(fixed, latest) ?? 0) > 0)) latest = fixed
  }
  return latest
}

function preferred(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0)
}

function rankOf(name: string): number {
  if (name.startsWith('CVE-')) return 0
  return name.startsWith('GHSA-') ? 1 : 2
}
