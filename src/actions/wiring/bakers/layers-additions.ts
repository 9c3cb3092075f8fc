import type { Addition } from '../../../bake/index.js'
import type { Config } from '../../../config/index.js'

type LayersConfig = Extract<NonNullable<Config['bake']>, { engine: 'layers' }>

/** `{source: …, …}`, and not a path that begins with a placeholder such as `{os}/app`. */
const longForm = /^\{\s*["']?[a-z-]+["']?\s*:/

/**
 * Additions as they were written: `SRC:DEST`, or the long form of ingot.yml.
 *
 * @throws IngotError `invalid-input`, `invalid-config`
 */
export async function readAdditions(add: readonly (string | LayersConfig['add'][number])[]): Promise<Addition[]> {
  const { parseAddition } = await import('../../../bake/index.js')
  return Promise.all(
    add.map(async (entry) => {
      if (typeof entry !== 'string') return entry
      return longForm.test(entry.trim()) ? parseLongForm(entry) : parseAddition(entry)
    }),
  )
}

async function parseLongForm(text: string): Promise<Addition> {
  const { additionSchema } = await import('../../../config/layers-schema.js')
  const { parseYaml } = await import('../../../config/source.js')
  return parseYaml(text, 'add', additionSchema)
}
