import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import ncc from '@vercel/ncc'

const run = promisify(execFile)

/**
 * `npm run build`: types and JavaScript (`lib/`), what is derived from the definitions, then one bundle an action
 * (`dist/<name>/`). The same source gives the same bytes: CI builds again and wants a clean tree.
 */
await rm('lib', { recursive: true, force: true })
await run('node_modules/.bin/tsc', ['-p', '.']).catch((failure) => {
  process.stderr.write(failure.stdout)
  process.exit(1)
})
const { generate } = await import('./generate.js')
await generate()
await rm('dist', { recursive: true, force: true })
await mkdir('lib/entries')
const queue = Object.entries(await entries())
await Promise.all(Array.from({ length: availableParallelism() }, () => drain(queue)))

/** Entry name → source of its entry file. */
async function entries() {
  const { actions } = await import('../lib/actions/index.js')
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  const sources = {
    cli: `import { main } from '../cli/main.js'\nawait main(process.argv.slice(2), ${JSON.stringify(version)})\n`,
    'process-host': `import '../promote/targets/process/host-main.js'\n`,
  }
  for (const [name, { face }] of Object.entries(actions)) {
    if (face === 'action') {
      sources[name] =
        `import { runAction } from '../runner/github-actions.js'\nimport { ${name} } from '../actions/${name}.js'\nawait runAction(${name})\n`
    }
  }
  return sources
}

async function drain(queue) {
  for (let next = queue.shift(); next; next = queue.shift()) await bundle(...next)
}

async function bundle(name, source) {
  const entry = `lib/entries/${name}.js`
  await writeFile(entry, source)
  const { code, assets } = await ncc(`${process.cwd()}/${entry}`, {
    quiet: true,
    target: 'es2022',
    license: 'licenses.txt',
  })
  await mkdir(`dist/${name}`, { recursive: true })
  await writeFile(`dist/${name}/index.js`, code)
  for (const [file, { source: content }] of Object.entries(assets)) await writeFile(`dist/${name}/${file}`, content)
}
