import { resolve } from 'node:path'
import { IngotError } from '../../errors.js'
import { parseReference, type Reference } from '../../oci/reference.js'
import { contextKey } from './context-key.js'
import type { BuildContext } from './definition.js'

/** Sources that are fetched while a build runs: nothing could be checked before it. */
const fetched = /^(?:https?|git|ssh|target|s3):|^git@|^github\.com\//

/**
 * A build context beside the main one: a directory (relative to `directory`), an image (`docker-image://REF`), or a layout on
 * disk (`oci-layout://DIR:TAG`, `oci:DIR:TAG`).
 *
 * @throws IngotError `invalid-reference`; `unsupported` for what is fetched while the build runs
 */
export function parseContext(name: string, source: string, directory: string): [name: string, context: BuildContext] {
  if (fetched.test(source)) {
    throw new IngotError('unsupported', `The build context ${name} is ${source}, which is not known before the build`, {
      advice: source.startsWith('target:')
        ? 'Make the other target a stage of the same Dockerfile'
        : 'Check it out into a directory first, at a commit that you have chosen, and give that',
    })
  }
  return [contextKey(name), contextOf(source, directory)]
}

function contextOf(source: string, directory: string): BuildContext {
  if (source.startsWith('docker-image://')) {
    return { kind: 'image', reference: parseReference(source.slice('docker-image://'.length)) }
  }
  const layout = /^(?:oci-layout:\/\/|oci:)(.+)$/.exec(source)?.[1]
  if (layout === undefined) return { kind: 'directory', path: resolve(directory, source) }
  return { kind: 'image', reference: absolute(parseReference(`oci:${layout}`), directory) }
}

function absolute(reference: Reference, directory: string): Reference {
  if (reference.kind !== 'layout') return reference
  return { ...reference, directory: resolve(directory, reference.directory) }
}
