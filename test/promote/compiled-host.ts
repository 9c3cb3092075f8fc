import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from '@swc/core'

/**
 * The host is a program of its own, so a test needs it as JavaScript: the sources that it consists of, compiled one by
 * one into a folder inside `node_modules`, where their packages are found.
 *
 * @returns the path of `host-main.js`
 */
export function compileHost(): string {
  const root = join('node_modules', '.cache', `ingot-host-${process.pid}`)
  const rooms = ['errors.ts', 'oci', 'process', 'promote/metrics', 'promote/targets/process']
  for (const room of rooms) {
    const files = room.endsWith('.ts')
      ? [room]
      : readdirSync(join('src', room), { recursive: true }).map((name) => join(room, String(name)))
    for (const file of files.filter((name) => name.endsWith('.ts'))) compile(file, root)
  }
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  return join(process.cwd(), root, 'promote/targets/process/host-main.js')
}

export function removeHost(entry: string): void {
  const root = join(dirname(entry), '../../..')
  if (existsSync(join(root, 'package.json'))) rmSync(root, { recursive: true })
}

function compile(file: string, root: string): void {
  const { code } = transformSync(readFileSync(join('src', file), 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  })
  const output = join(root, file.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(output), { recursive: true })
  writeFileSync(`${output}.new`, code)
  renameSync(`${output}.new`, output)
}
