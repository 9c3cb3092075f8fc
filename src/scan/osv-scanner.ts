import { IngotError } from '../errors.js'
import type { Image } from '../image/index.js'
import type { Advisory, AdvisorySet, Database } from './advisories/advisory.js'
import { readAdvisories } from './advisories/directory.js'
import { dayMilliseconds } from './exceptions.js'
import type { Finding, Package } from './finding.js'
import { matchAdvisories } from './match.js'
import { type ListOptions, listPackages } from './packages/inventory.js'
import type { Distribution } from './packages/os-release.js'
import { familyOf } from './versions/index.js'

/** Everything that was learnt about one image: every document is derived from this, none from another. */
export interface Scan {
  readonly packages: readonly Package[]
  /** Worst first. */
  readonly findings: readonly Finding[]
  readonly database: Database
  readonly distribution?: Distribution
  readonly warnings: readonly string[]
  readonly startedAt: Date
  readonly finishedAt: Date
}

export interface ScanOptions extends ListOptions {
  readonly progress?: (line: string) => void
}

/** Looks for known vulnerabilities in one image of one platform. */
export interface Scanner {
  scan(image: Image, options?: ScanOptions): Promise<Scan>
}

export interface OsvOptions {
  /** Directory of an OSV snapshot; without it OSV's API is asked. */
  readonly advisories?: string
  /** Of OSV's API; default `https://api.osv.dev`. */
  readonly url?: string
  readonly clock?: () => Date
}

/** A snapshot older than this is announced. */
const staleDays = 30

/**
 * The embedded engine: packages read out of the layers, matched against OSV.
 *
 * @throws (from `scan`) what `listPackages`, `readAdvisories`, `matchAdvisories` and OSV's API throw: a scan that could not
 * be carried out never looks like one that found nothing
 */
export function osvScanner({ advisories, url, clock = () => new Date() }: OsvOptions = {}): Scanner {
  return {
    async scan(image, { progress = () => {}, ...options } = {}) {
      const { signal } = options
      const startedAt = clock()
      progress('Reading the layers')
      const inventory = await listPackages(image, options)
      progress(`Packages found: ${inventory.packages.length}; reading advisories`)
      const reading = {
        ...(signal && { signal }),
        progress: (read: number) => progress(`Advisories read: ${read}`),
      }
      const set =
        advisories === undefined
          ? await askApi(url ?? 'https://api.osv.dev', inventory.packages, { ...reading, now: startedAt })
          : await readAdvisories(advisories, { ...reading, keep: concerning(inventory.packages) })
      const findings = matchAdvisories(inventory.packages, set.advisories)
      const warnings = [...inventory.warnings, ...staleWarning(set.database, startedAt)]
      return { ...inventory, findings, database: set.database, warnings, startedAt, finishedAt: clock() }
    },
  }
}

/** The client is loaded only when it is used. */
async function askApi(
  url: string,
  packages: readonly Package[],
  options: { now: Date; signal?: AbortSignal; progress: (read: number) => void },
): Promise<AdvisorySet> {
  const [{ HttpClient }, { askOsv }] = await Promise.all([import('../http/index.js'), import('./advisories/api.js')])
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new IngotError('invalid-input', `${JSON.stringify(url)} is no address of OSV's API`, {
      advice: 'Write https://api.osv.dev, or the address of a mirror',
    })
  }
  return askOsv(packages, { ...options, url: new URL(url), http: new HttpClient() })
}

/** Only what can match is kept in memory: a full snapshot holds hundreds of thousands of advisories. */
function concerning(packages: readonly Package[]): (advisory: Advisory) => boolean {
  const names = new Set(
    packages.flatMap(({ ecosystem, source }) => [
      `${ecosystem}\n${source.name}`,
      `${familyOf(ecosystem)}\n${source.name}`,
    ]),
  )
  return ({ affected }) =>
    (affected ?? []).some((entry) => entry.package && names.has(`${entry.package.ecosystem}\n${entry.package.name}`))
}

function staleWarning({ updatedAt }: Database, now: Date): string[] {
  const days = Math.floor((now.getTime() - Date.parse(updatedAt)) / dayMilliseconds)
  return days > staleDays
    ? [`The advisories are ${days} days old (${updatedAt.slice(0, 10)}): fetch a newer snapshot`]
    : []
}
