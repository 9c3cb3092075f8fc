import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { delimiter, resolve } from 'node:path'

/** The tools that are measured beside ours: the pinned ones of `test/interop/install.sh` first, then what is on PATH. */
const directories = ['.tools/bin', ...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']

const versionArguments = {
  crane: ['version'],
  oras: ['version'],
  skopeo: ['--version'],
  umoci: ['--version'],
  buildah: ['--version'],
  docker: ['--version'],
  dockerd: ['--version'],
  'docker-registry': ['--version'],
  tar: ['--version'],
}

/** @returns the tool's file, or undefined when it is absent */
export function find(name) {
  return directories.map((directory) => resolve(directory, name)).find(isExecutable)
}

/** @throws Error when it is absent: for what a scenario cannot do without */
export function need(name) {
  const file = find(name)
  if (file === undefined) throw new Error(`${name} is absent: run test/interop/install.sh`)
  return file
}

/** What the figures depend on. */
export function machine() {
  const versions = Object.entries(versionArguments).map(([name, args]) => [name, versionOf(name, args)])
  const [cpu] = cpus()
  return {
    node: process.version,
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    load: loadavg().map((load) => Number(load.toFixed(2))),
    tools: Object.fromEntries(versions),
  }
}

function versionOf(name, args) {
  const file = find(name)
  if (file === undefined) return 'absent'
  const { stdout, stderr } = spawnSync(file, args, { encoding: 'utf8' })
  return `${stdout}${stderr}`.match(/\d+\.\d+(\.\d+)?/)?.[0] ?? 'unknown'
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
