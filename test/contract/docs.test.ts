import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { parse } from 'yaml'
import { actions } from '../../src/actions/index.js'
import { loadConfig, loadPolicy } from '../../src/config/index.js'

/** What the documentation shows is tried: its links, its commands, and its YAML on the product's own loader. */
const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'docs/decisions', ...readdirSync('examples').map((name) => `examples/${name}`), ...rooms()].flatMap(
    pagesIn,
  ),
]
const text = (file: string) => readFileSync(file, 'utf8')

interface Block {
  readonly page: string
  readonly language: string
  readonly content: string
}
const blocks: Block[] = pages.flatMap((page) =>
  [...text(page).matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent = '', language = '', content = '']) => ({
      page,
      language,
      content: content.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  ),
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-docs-'))
  await writeFile(join(folder, 'golden.pub'), 'a key')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...text(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
  const broken = links.filter(([, path = '', anchor]) => {
    const file = path === '' ? page : normalize(join(dirname(page), path))
    return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor))
  })
  expect(broken.map(([link]) => link)).toEqual([])
})

test.each(readdirSync('examples'))('the configuration of examples/%s is accepted', async (name) => {
  await expect(loadConfig(`examples/${name}/ingot.yml`)).resolves.toMatchObject({ app: 'shop' })
})

test('the README links to every page of docs/ exactly once', () => {
  const linked = [...text('README.md').matchAll(/\]\((docs\/[a-z-]+\.md)/g)].map(([, path]) => path)
  expect(linked.sort()).toEqual(pagesIn('docs').sort())
})

test('the README shows the caller and the configuration of examples/caller as they are', () => {
  const shown = blocks.filter(({ page, language }) => page === 'README.md' && language === 'yaml')
  const caller = text('examples/caller/.github/workflows/release.yml')
  expect(shown.slice(0, 2).map(({ content }) => content)).toEqual([caller, text('examples/caller/ingot.yml')])
  expect(caller.trimEnd().split('\n')).toHaveLength(15)
})

const yaml = blocks
  .filter(({ language }) => language === 'yaml')
  .map((block): [string, Block, unknown] => [block.page, block, parse(block.content)])
const keysOf = (value: unknown) => (value === null || Array.isArray(value) ? [] : Object.keys(value as object))
const sections = ['app', 'bake', 'validate', 'scan', 'verify', 'environments', 'patch']

test.each(yaml.filter(([, , value]) => keysOf(value).some((key) => sections.includes(key))))(
  'the configuration that %s shows is accepted',
  async (_, { content }, value) => {
    const head = keysOf(value).includes('app') ? '' : 'app: shop\nimage: ghcr.io/acme/shop\n'
    await writeFile(join(folder, 'ingot.yml'), head + content)
    await expect(loadConfig(join(folder, 'ingot.yml'))).resolves.toBeDefined()
  },
)

test.each(yaml.filter(([, , value]) => keysOf(value).includes('bases')))(
  'the policy that %s shows is accepted',
  async (_, { content }) => {
    await writeFile(join(folder, 'policy.yml'), content)
    await expect(loadPolicy(join(folder, 'policy.yml'))).resolves.toBeDefined()
  },
)

test('every command that is shown exists, with every flag', async () => {
  const shown = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ page, content }) =>
      [...content.replaceAll('\\\n', ' ').matchAll(/^ingot ([a-z]+)(.*)$/gm)].map(([, name = '', rest = '']) => ({
        page,
        name,
        flags: [...rest.replace(/ # .*/, '').matchAll(/ --([a-z-]+)/g)].map(([, flag = '']) => flag),
      })),
    )
  const wrong: string[] = []
  for (const { page, name, flags } of shown) {
    const action = Object.hasOwn(actions, name) ? await actions[name]?.load() : undefined
    const unknown = flags.filter((flag) => !(action && Object.hasOwn(action.inputs, flag)))
    if (action === undefined || unknown.length > 0) wrong.push(`${page}: ingot ${name} ${unknown.join(' ')}`)
  }
  expect(wrong).toEqual([])
  expect(shown.length).toBeGreaterThan(10)
})

/** As GitHub makes them of headings. */
function anchorsOf(file: string): string[] {
  return [...text(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 _-]/g, '')
      .replaceAll(' ', '-'),
  )
}

function pagesIn(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${path}/${name}`)
}

function rooms(): string[] {
  const entries = readdirSync('src', { recursive: true, withFileTypes: true })
  return entries.filter(({ name }) => name === 'README.md').map((entry) => entry.parentPath ?? entry.path)
}
