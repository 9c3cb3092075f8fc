/** What says which application, commit and repository an image is of. */
export interface GivenIdentity {
  readonly version: string | undefined
  readonly revision: string | undefined
  readonly source: string | undefined
}

/** The identity under the names that OCI gives it, for annotations and labels alike. */
export async function identityPairs(given: GivenIdentity): Promise<Record<string, string>> {
  const { annotationKeys } = await import('../../oci/media-types.js')
  const names = ['version', 'revision', 'source'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name]
      return value === undefined ? [] : [[annotationKeys[name], value]]
    }),
  )
}

/** The identity, and whatever else is given as an annotation. */
export async function identityAnnotations(
  given: GivenIdentity & { readonly annotation: readonly string[] },
): Promise<Record<string, string>> {
  const { parsePairs } = await import('../../bake/index.js')
  return { ...(await identityPairs(given)), ...parsePairs(given.annotation, 'annotation') }
}
