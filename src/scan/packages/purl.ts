import { PackageURL } from 'packageurl-js'
import type { Installed } from './installed.js'
import type { Distribution } from './os-release.js'

/** @see https://github.com/package-url/purl-spec/blob/346589846130317464b677bc4eab30bf5040183a/PURL-TYPES.rst (deb, apk) */
export function systemPurl(entry: Installed, { id, version }: Distribution, kind: 'deb' | 'apk'): string {
  const qualifiers = {
    ...(entry.architecture !== undefined && { arch: entry.architecture }),
    distro: version === undefined ? id : `${id}-${version}`,
  }
  return new PackageURL(kind, id, entry.name, entry.version, qualifiers, undefined).toString()
}

/** @see https://github.com/package-url/purl-spec/blob/346589846130317464b677bc4eab30bf5040183a/PURL-TYPES.rst (npm) */
export function npmPurl(name: string, version: string): string {
  const slash = name.indexOf('/')
  const scope = slash < 0 ? undefined : name.slice(0, slash)
  return new PackageURL('npm', scope, name.slice(slash + 1), version, undefined, undefined).toString()
}
