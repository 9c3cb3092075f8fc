import { relative } from 'node:path'
import type { BuildDefinition } from '../../../bake/buildkit/index.js'
import { formatReference } from '../../../oci/reference.js'

/** What goes into a build, for its provenance: secrets by name, directories as they lie from here. */
export function describeInputs(
  definition: BuildDefinition,
  own: {
    readonly annotations: Readonly<Record<string, string>>
    readonly epochSeconds: number
    readonly rebasable: boolean
    readonly sbom: string | undefined
  },
): Record<string, unknown> {
  const { dockerfile, contexts, secrets, ssh, ...rest } = definition
  const described = [...contexts].map(([name, context]) => {
    return [name, context.kind === 'image' ? formatReference(nearby(context.reference)) : near(context.path)]
  })
  return {
    ...rest,
    context: near(definition.context),
    dockerfile: dockerfile.name,
    contexts: Object.fromEntries(described),
    secrets: secrets.map(({ id }) => id),
    ssh: ssh.map((entry) => entry.split('=')[0]),
    ...own,
  }
}

function nearby(reference: Parameters<typeof formatReference>[0]) {
  return reference.kind === 'layout' ? { ...reference, directory: near(reference.directory) } : reference
}

function near(path: string): string {
  return relative(process.cwd(), path) || '.'
}
