import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExitCode } from '../errors.js'

export type StepInputs = Readonly<Record<string, string | readonly string[] | boolean>>

export interface StepResult {
  readonly exitCode: ExitCode
  readonly outputs: Readonly<Record<string, string>>
  /** The markdown that the step wrote for the job summary. */
  readonly summary: string
  /** What the annotation says when the step failed: the message and its advice. */
  readonly error: string
  readonly seconds: number
}

export interface StepOptions {
  /** The folder that holds the bundles, `dist/`. */
  readonly bundles: string
  /** The workspace: the step's working directory. */
  readonly workspace: string
  readonly signal: AbortSignal
  readonly onLine: (line: string) => void
}

/**
 * Runs one action exactly as GitHub's runner does: its committed bundle in a process of its own, inputs in the
 * environment, outputs and summary in files that it names. Nothing of the caller's environment reaches it but PATH.
 */
export async function runStep(action: string, inputs: StepInputs, options: StepOptions): Promise<StepResult> {
  const files = await mkdtemp(join(tmpdir(), 'ingot-step-'))
  const [outputFile, summaryFile] = [join(files, 'output'), join(files, 'summary')]
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')])
  const began = performance.now()
  try {
    const { exitCode, error } = await start(action, { ...options, inputs, outputFile, summaryFile })
    const seconds = (performance.now() - began) / 1_000
    const [output, summary] = await Promise.all([readFile(outputFile, 'utf8'), readFile(summaryFile, 'utf8')])
    return { exitCode, outputs: parseOutputs(output), summary, error, seconds }
  } finally {
    await rm(files, { recursive: true, force: true })
  }
}

interface StartOptions extends StepOptions {
  readonly inputs: StepInputs
  readonly outputFile: string
  readonly summaryFile: string
}

function start(action: string, options: StartOptions): Promise<{ exitCode: ExitCode; error: string }> {
  const child = spawn(process.execPath, [join(options.bundles, action, 'index.js')], {
    cwd: options.workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: options.signal,
    env: {
      ...(process.env.PATH !== undefined && { PATH: process.env.PATH }),
      GITHUB_OUTPUT: options.outputFile,
      GITHUB_STEP_SUMMARY: options.summaryFile,
      // One moment for every build, so that the same story gives the same digests on every machine.
      SOURCE_DATE_EPOCH: '1790000000',
      ...environmentOf(options.inputs),
    },
  })
  let error = ''
  const read = lines((line) => {
    const annotation = /^::(error|warning)::(.*)$/.exec(line)
    if (annotation?.[1] === 'error') error = unescapeData(annotation[2] ?? '')
    else options.onLine(annotation ? `warning: ${unescapeData(annotation[2] ?? '')}` : line)
  })
  child.stdout.setEncoding('utf8').on('data', read)
  child.stderr.setEncoding('utf8').on('data', lines(options.onLine))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ exitCode: (code ?? 3) as ExitCode, error }))
  })
}

function environmentOf(inputs: StepInputs): Record<string, string> {
  const entries = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    Array.isArray(value) ? value.join('\n') : String(value),
  ])
  return Object.fromEntries(entries)
}

/** `name<<delimiter`, the value's lines, the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^([^\n<]+)<<([^\n]+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
    name,
    value,
  ])
  return Object.fromEntries(entries)
}

function unescapeData(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
}

function lines(onLine: (line: string) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) if (part.trim() !== '') onLine(part)
  }
}
