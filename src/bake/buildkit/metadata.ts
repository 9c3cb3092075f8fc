import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { IngotError } from '../../errors.js'
import { type Digest, isDigest } from '../../oci/digest.js'

const metadata = z.looseObject({
  'containerimage.digest': z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'is no digest'),
})

/**
 * The digest that `--metadata-file` names.
 *
 * @throws IngotError `tool-failed` when buildx has written none
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file
 */
export async function readMetadata(file: string): Promise<Digest> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new IngotError('tool-failed', 'docker buildx ended well, and has not said what it built', { cause })
  })
  return parseMetadata(text)
}

export function parseMetadata(text: string): Digest {
  try {
    return metadata.parse(JSON.parse(text))['containerimage.digest']
  } catch (cause) {
    throw new IngotError('tool-failed', 'docker buildx has written no digest of an image into its metadata', {
      advice: 'Use a builder that can push by digest: docker buildx create --driver docker-container --use',
      cause,
    })
  }
}
