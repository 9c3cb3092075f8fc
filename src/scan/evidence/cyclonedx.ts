import * as Enums from '@cyclonedx/cyclonedx-library/Enums'
import * as Models from '@cyclonedx/cyclonedx-library/Models'
import * as Serialize from '@cyclonedx/cyclonedx-library/Serialize'
import * as Spec from '@cyclonedx/cyclonedx-library/Spec'
import { type Digest, digestOf, hexOf } from '../../oci/digest.js'
import type { Package } from '../finding.js'
import type { Distribution } from '../packages/os-release.js'
import type { SbomOptions } from './sbom.js'

export function writeCycloneDx(packages: readonly Package[], options: SbomOptions): string {
  const bom = new Models.Bom({
    serialNumber: serialNumber(options.digest),
    metadata: new Models.Metadata({
      timestamp: options.now,
      component: imageComponent(options),
      tools: new Models.Tools({
        components: new Models.ComponentRepository([
          new Models.Component(Enums.ComponentType.Application, 'ingot', { version: options.version }),
        ]),
      }),
    }),
    components: new Models.ComponentRepository([...systemComponents(options.distribution), ...libraries(packages)]),
  })
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}

function imageComponent({ repository, digest }: SbomOptions): Models.Component {
  return new Models.Component(Enums.ComponentType.Container, repository, {
    version: digest,
    bomRef: `${repository}@${digest}`,
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], hexOf(digest)]]),
  })
}

function systemComponents(distribution: Distribution | undefined): Models.Component[] {
  if (distribution === undefined) return []
  const { id, version } = distribution
  const details = version === undefined ? {} : { version }
  return [new Models.Component(Enums.ComponentType.OperatingSystem, id, { bomRef: `os:${id}`, ...details })]
}

/** One component for each package URL, with every place where it lies. */
function libraries(packages: readonly Package[]): Models.Component[] {
  const groups = new Map<string, [Package, ...Package[]]>()
  for (const entry of packages) {
    const group = groups.get(entry.purl)
    if (group === undefined) groups.set(entry.purl, [entry])
    else group.push(entry)
  }
  return [...groups.values()].map(libraryComponent)
}

function libraryComponent(group: readonly [Package, ...Package[]]): Models.Component {
  const [{ name, version, purl, license, source }] = group
  const scope = /^@([^/]+)\/(.+)$/.exec(name)
  const properties = new Map<string, Models.Property>()
  const note = (key: string, value: string) => properties.set(`${key}=${value}`, new Models.Property(key, value))
  for (const { path, layer, origin } of group) {
    note('ingot:path', path)
    note('ingot:layer', layer)
    note('ingot:origin', origin)
  }
  if (source.name !== name || source.version !== version) note('ingot:source', `${source.name} ${source.version}`)
  return new Models.Component(Enums.ComponentType.Library, scope?.[2] ?? name, {
    version,
    purl,
    bomRef: purl,
    properties: new Models.PropertyRepository(properties.values()),
    ...(scope !== null && { group: `@${scope[1]}` }),
    ...(license !== undefined && { licenses: new Models.LicenseRepository([new Models.NamedLicense(license)]) }),
  })
}

/** A UUID of version 8 (RFC 9562, 5.8) made of the digest: the same image, the same SBOM. */
function serialNumber(digest: Digest): string {
  const hex = hexOf(digestOf(`ingot sbom ${digest}`))
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}
