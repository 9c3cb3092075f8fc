import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the project is published: what `OWNER/REPO` means when nothing else is asked for. */
export const home = 'ingot-dev/ingot'

/** The first line of a rendered file, before the name of its source. */
export const mark = '# generated from workflows/'

/** `uses: $/…`: this repository, at the commit of the very file that says it. */
const ownReference = /^(?<before> *(?:- +)?uses: +)\$\/(?<path>\S+)$/gm

/**
 * The rendered workflows as path → text, sorted by path. Without a mode: both, as they are committed.
 *
 * - `self`: `$/` stays, for runners that know it (github.com, runner ≥ 2.336): `NAME.yml`.
 * - `remote`: `$/actions/x` becomes `OWNER/REPO/actions/x@REF`, for GitHub Enterprise Server and act: `NAME-remote.yml`.
 *   Default: this project at the tag of its version.
 *
 * @param {{ mode?: 'self' | 'remote', repository?: string, ref?: string, folder?: string }} [options]
 * @returns {Promise<Map<string, string>>}
 */
export async function renderWorkflows({ mode, repository = home, ref, folder = '.github/workflows' } = {}) {
  const address = `${repository}@${ref ?? `v${await version()}`}`
  const modes = mode === undefined ? ['self', 'remote'] : [mode]
  const sources = (await readdir(join(root, 'workflows'))).filter((name) => name.endsWith('.yml'))
  const entries = sources.flatMap((source) =>
    modes.map(async (one) => {
      const text = await readFile(join(root, 'workflows', source), 'utf8')
      const body = one === 'remote' ? addressed(text, address) : text
      return [`${folder}/${renderedName(source, one)}`, `${mark}${source}; do not edit\n${body}`]
    }),
  )
  return new Map((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function version() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version
}

function renderedName(source, mode) {
  return mode === 'remote' ? source.replace(/\.yml$/, '-remote.yml') : source
}

/** @param {string} address `OWNER/REPO@REF` */
function addressed(text, address) {
  const [repository, ref] = address.split('@')
  return text.replaceAll(ownReference, (...match) => {
    const { before, path } = match.at(-1)
    const name = path.startsWith('.github/workflows/') ? renderedName(path, 'remote') : path
    return `${before}${repository}/${name}@${ref}`
  })
}

/** `node scripts/render-workflows.js [--mode remote --repository OWNER/REPO --ref SHA] [--folder DIR]`: writes the files. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = { type: 'string' }
  const { values } = parseArgs({ options: { mode: text, repository: text, ref: text, folder: text } })
  for (const [path, content] of await renderWorkflows(values)) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    console.log(path)
  }
}
