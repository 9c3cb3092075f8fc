import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { transformFile } from '@swc/core'

/** The rooms that a child process needs to work with images, as JavaScript in a new folder: the caller removes it. */
export async function compileRooms(rooms = ['oci', 'http', 'exec', 'registry']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ingot-compiled-'))
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const files = await Promise.all(
    rooms.map(async (room) => (await readdir(join('src', room))).map((name) => join(room, name))),
  )
  for (const file of ['errors.ts', ...files.flat().filter((name) => name.endsWith('.ts'))]) {
    const { code } = await transformFile(join('src', file), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    })
    await mkdir(join(folder, dirname(file)), { recursive: true })
    await writeFile(join(folder, file.replace(/\.ts$/, '.js')), code)
  }
  return folder
}
