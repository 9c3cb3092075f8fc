import { resolve } from 'node:path'
import { formatRepository, type Reference } from '../oci/reference.js'

/**
 * Whether a repository is meant by a pattern of the policy: `*` at the end stands for anything, elsewhere for anything
 * within one path segment. Docker Hub's short names mean its own repositories, and nobody else's.
 */
export function isListed(reference: Reference, pattern: string): boolean {
  if (reference.kind === 'layout') {
    if (matches(`oci:${reference.directory}`, pattern)) return true
    // The same directory may be written relative in one place and absolute in the other.
    const absolute = (directory: string) => `oci:${resolve(directory)}`
    return pattern.startsWith('oci:') && matches(absolute(reference.directory), absolute(pattern.slice('oci:'.length)))
  }
  const short = reference.host === 'docker.io' ? reference.path.replace(/^library\//, '') : undefined
  return matches(formatRepository(reference), pattern) || (short !== undefined && matches(short, pattern))
}

function matches(name: string, pattern: string): boolean {
  const open = pattern.endsWith('*')
  const parts = (open ? pattern.slice(0, -1) : pattern)
    .split('*')
    .map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}${open ? '.*' : ''}$`, 's').test(name)
}
