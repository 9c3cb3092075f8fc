import { IngotError } from '../../../errors.js'

/** What is wrong with a Dockerfile, where. */
export function wrongDockerfile(line: number, why: string, advice?: string): IngotError {
  return new IngotError('invalid-input', `Line ${line} of the Dockerfile: ${why}`, {
    advice: advice ?? 'Correct the line; `docker buildx build --check .` shows what BuildKit makes of it',
  })
}
