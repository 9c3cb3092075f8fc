import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * `npm run bench`: the start of every bundle on its missing-input path, as a ratio to bare `node -e 0` in the same run.
 * Tools are interleaved within each round, one round of warm-up; medians of paired ratios.
 */
const rounds = Number(process.argv[2] ?? 21)
const bundles = readdirSync('dist').filter((name) => name !== 'process-host')
const bare = ['-e', '0']
// An empty folder: no ingot.yml that could supply what is missing.
const cwd = mkdtempSync(join(tmpdir(), 'ingot-bench-'))
const ratios = new Map(bundles.map((name) => [name, []]))
const bases = []

for (let round = 0; round <= rounds; round++) {
  const base = time(bare)
  for (const name of bundles) {
    const ratio = time([resolve('dist', name, 'index.js')]) / base
    if (round > 0) ratios.get(name)?.push(ratio)
  }
  if (round > 0) bases.push(base)
}

console.log(`Node ${process.version}, ${rounds} rounds; bare node -e 0: ${median(bases).toFixed(1)} ms (median)\n`)
console.log('| bundle | start ÷ bare node (median) | worst |\n|---|--:|--:|')
for (const [name, values] of ratios) {
  console.log(`| ${name} | ${median(values).toFixed(2)} | ${Math.max(...values).toFixed(2)} |`)
}

rmdirSync(cwd)

function time(args) {
  const began = process.hrtime.bigint()
  spawnSync(process.execPath, args, { stdio: 'ignore', cwd, env: { PATH: process.env.PATH } })
  return Number(process.hrtime.bigint() - began) / 1e6
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
