import { IngotError } from '../../errors.js'
import { type Digest, isDigest, parseDigest } from '../../oci/digest.js'
import { formatRepository, parseReference, type Reference } from '../../oci/reference.js'

/**
 * Digests of one repository, each written alone or behind that repository.
 *
 * @throws IngotError `invalid-reference` when it is no digest, or names another repository
 */
export function digestsIn(written: readonly string[], repository: Reference): Digest[] {
  const name = formatRepository(repository)
  return written.map((text) => {
    if (!text.includes('@')) return parseDigest(text)
    const reference = parseReference(text)
    if (formatRepository(reference) === name && reference.digest !== undefined && isDigest(reference.digest)) {
      return reference.digest
    }
    throw new IngotError('invalid-reference', `${text} is not in ${name}`, {
      advice: 'An index and its images lie in one repository: copy it there first',
    })
  })
}
