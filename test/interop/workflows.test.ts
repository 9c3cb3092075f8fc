import { must } from './processes.js'
import { tool } from './tools.js'

test('actionlint has nothing to say, our two patterns in .github/actionlint.yaml apart', async () => {
  expect(await must(tool('actionlint'), ['-color=false', '-shellcheck=', '-pyflakes='])).toBe('')
})

test('zizmor finds nothing, in the rendered workflows, the actions and the examples', async () => {
  const folders = ['.github', 'actions', 'examples']
  const config = ['--config', '.github/zizmor.yml']
  const found = await must(tool('zizmor'), [
    '--offline',
    '--no-progress',
    '--persona=pedantic',
    '--format=json',
    ...config,
    ...folders,
  ])
  expect(JSON.parse(found)).toEqual([])
})
