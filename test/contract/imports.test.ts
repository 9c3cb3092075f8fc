// @ts-expect-error: a plain script, checked by what it does here
import { forbiddenImports, judge } from '../../scripts/imports.js'

test('imports flow down', async () => {
  expect(await forbiddenImports()).toEqual([])
})

test.each([
  ['a feature imports another', 'bake/settings.ts', "import { verifyImage } from '../sign/index.js'"],
  ['a type alone', 'scan/gate.ts', "import type { Config } from '../config/index.js'"],
  ['when it is used', 'sign/attest.ts', "const { openStore } = await import('../registry/index.js')"],
  ['handed on', 'oci/index.ts', "export * from '../registry/index.js'"],
  ['a value imports I/O', 'oci/digest.ts', "import { request } from '../http/index.js'"],
  ['an entry of another bundle', 'promote/run.ts', "import { main } from '../cli/main.js'"],
  ['out of the source', 'oci/digest.ts', "import x from '../../scripts/build.js'"],
])('%s: refused', async (_, file, source) => {
  expect(await judge(file, source)).toHaveLength(1)
})

test('downwards is fine, and a file outside every room is not', async () => {
  expect(
    await judge('bake/settings.ts', "import { readTree } from '../image/index.js'\nimport { z } from 'zod'"),
  ).toEqual([])
  expect(await judge('utils/strings.ts', '')).toEqual(['utils/strings.ts stands in no room'])
})
