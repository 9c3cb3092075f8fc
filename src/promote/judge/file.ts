import { readFile, stat } from 'node:fs/promises'
import { codeOf, IngotError } from '../../errors.js'
import { parseRecording, type RecordedCanary } from './replay.js'

const mostBytes = 256 * 1024 * 1024 // 256 MiB: some million ticks

/**
 * A recording in a file.
 *
 * @throws IngotError `invalid-input` when the file is not there, is not JSON or is not a recording; `unreadable` when it cannot be read
 */
export async function loadRecording(file: string): Promise<RecordedCanary> {
  return parseRecording(parseJson(await read(file), file))
}

async function read(file: string): Promise<string> {
  try {
    const { size } = await stat(file)
    if (size > mostBytes) {
      throw new IngotError('invalid-input', `${file} has ${size} bytes: a recording has at most ${mostBytes}`)
    }
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof IngotError) throw cause
    if (codeOf(cause) === 'ENOENT') {
      throw new IngotError('invalid-input', `Cannot read the recording ${file}: there is no such file`, {
        advice: 'Give --input FILE with a recorded canary; the ledger keeps one of every rollout',
        cause,
      })
    }
    throw new IngotError('unreadable', `Cannot read the recording ${file}: ${(cause as Error).message}`, { cause })
  }
}

function parseJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source)
  } catch (cause) {
    throw new IngotError('invalid-input', `${file} is not JSON: ${(cause as Error).message}`, {
      advice: 'docs/judge.md describes the form of a recording',
      cause,
    })
  }
}
