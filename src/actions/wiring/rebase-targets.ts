import type { RebaseTarget } from '../../bake/index.js'
import { IngotError } from '../../errors.js'
import type { Reference } from '../../oci/reference.js'

const maximumListBytes = 64 * 1024 * 1024 // 64 MiB

/** An image to rebase, as it was written and as it is meant. */
export interface GivenTarget extends RebaseTarget {
  readonly written: string
}

interface Given {
  readonly image: readonly string[]
  readonly images: string | undefined
  readonly output: string | undefined
}

/**
 * The images to rebase and where each goes: into its own repository, by digest alone, unless that is said.
 *
 * @throws IngotError `invalid-input`, `invalid-reference`, with the line
 */
export async function readTargets({ image, images, output }: Given): Promise<GivenTarget[]> {
  const { parseReference } = await import('../../oci/reference.js')
  const { parseOutput } = await import('./output-reference.js')
  const listed = images === undefined ? [] : await readList(images)
  const lines = [...image.map((written) => ({ words: [written], where: '--image' })), ...listed]
  if (lines.length === 0) {
    throw new IngotError('invalid-input', 'There is no image to rebase', {
      advice: 'Name it with --image, or several in a file with --images',
    })
  }
  if (lines.length > 1 && output !== undefined) {
    throw new IngotError('invalid-input', `--output cannot be for ${lines.length} images`, {
      advice: 'Each goes to its own repository; else write where to behind it, in the file of --images',
    })
  }
  return Promise.all(
    lines.map(async ({ words, where }) => {
      const [written = '', to = output] = words
      const reference = located(where, () => parseReference(written))
      const place = to === undefined ? { reference: repositoryOf(reference), tags: [] } : await parseOutput(to)
      return { written, image: reference, output: place.reference, tags: place.tags }
    }),
  )
}

async function readList(file: string) {
  const { readFile, stat } = await import('node:fs/promises')
  const unreadable = (why: string, cause?: unknown) =>
    new IngotError('invalid-input', `Cannot read the list of images ${file}: ${why}`, { cause })
  const status = await stat(file).catch((cause) => {
    throw unreadable(cause.code, cause)
  })
  if (!status.isFile()) throw unreadable('it is not a file')
  if (status.size > maximumListBytes) throw unreadable(`it is larger than ${maximumListBytes} bytes`)
  const text = await readFile(file, 'utf8')
  return text.split('\n').flatMap((line, i) => {
    const words = line.replace(/#.*/, '').trim().split(/\s+/).filter(Boolean)
    const where = `${file}:${i + 1}`
    if (words.length > 2)
      throw new IngotError('invalid-input', `${where}: write an image and, if you like, where it goes`)
    return words.length === 0 ? [] : [{ words, where }]
  })
}

function repositoryOf(reference: Reference): Reference {
  const { digest: _, tag: __, ...repository } = reference
  return repository
}

function located<T>(where: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof IngotError)) throw error
    throw new IngotError(error.reason, `${where}: ${error.message}`, { ...(error.advice && { advice: error.advice }) })
  }
}
