import { IngotError, type Reason } from '../../errors.js'

interface Failure {
  readonly says: RegExp
  readonly reason: Reason
  readonly advice: string
}

const otherDriver = 'Make a builder that can: docker buildx create --driver docker-container --use'

/** What BuildKit and buildx say, the more particular first, and what to do about it. */
const failures: readonly Failure[] = [
  {
    says: /for (?:the )?docker driver|docker exporter does not currently support exporting manifest lists/i,
    reason: 'unsupported',
    advice: otherDriver,
  },
  {
    says: /denied by policy/,
    reason: 'base-not-approved',
    advice:
      'Only images that are found before the build may be read: give it a FROM, or a COPY --from, in the Dockerfile itself; a base with ONBUILD needs its images named there too',
  },
  {
    says: /dockerfile parse error|unknown instruction|failed to parse stage name|base name .* should not be blank/i,
    reason: 'invalid-input',
    advice: 'Correct the Dockerfile; `docker buildx build --check .` shows more',
  },
  {
    says: /no builder .* found|could not find builder/i,
    reason: 'not-found',
    advice: 'Name a builder that `docker buildx ls` shows, or make one: docker buildx create --name NAME',
  },
  {
    says: /unknown flag|unknown shorthand flag/i,
    reason: 'unsupported',
    advice: 'Use buildx 0.13 or newer: https://github.com/docker/buildx#installing',
  },
  {
    says: /no space left on device/i,
    reason: 'unwritable',
    advice: 'Make room where the builder keeps its data: docker buildx prune',
  },
  {
    says: /entitlement|network\.host is not allowed/i,
    reason: 'unsupported',
    advice:
      "Let the builder grant it: docker buildx create --buildkitd-flags '--allow-insecure-entitlement network.host'",
  },
  {
    says: /exec format error/i,
    reason: 'unsupported',
    advice: 'Bake each platform on a machine of its own and join them, or set up emulation in the builder',
  },
  {
    says: /secret [^:]*:? not found|failed to .*ssh|no SSH key/i,
    reason: 'invalid-input',
    advice: 'Give what the Dockerfile mounts: --secret id=NAME,env=VARIABLE, or --ssh default',
  },
  {
    says: /did not complete successfully: exit code/i,
    reason: 'tool-failed',
    advice: 'The log above shows what the step has said',
  },
  {
    says: /\b401\b|\b403\b|unauthorized|insufficient[_ ]scope|authorization failed|no basic auth|access (?:is )?denied|denied: /i,
    reason: 'unauthorized',
    advice: 'Log in with docker login before the build: the builder uses those credentials',
  },
  {
    says: /cannot connect to the docker daemon|failed to dial|connection refused|no such host|failed to list workers|listing workers|i\/o timeout|transport is closing|connection reset|deadline exceeded/i,
    reason: 'unreachable',
    advice: 'See that the builder runs (docker buildx inspect --bootstrap) and reaches the registry',
  },
  {
    says: /failed to read dockerfile|failed to (?:compute cache key|calculate checksum)|"[^"]*": not found|no such file or directory/i,
    reason: 'not-found',
    advice: 'Check the path against the build context, and what .dockerignore leaves out',
  },
  {
    says: /too many requests|toomanyrequests|\b429\b/i,
    reason: 'unreachable',
    advice: 'The registry asks for fewer requests: log in, or try again later',
  },
]

/** The end of buildx's own words as an error with a name. */
export function buildFailure(stderr: string, exitCode: number): IngotError {
  const said = lastWords(stderr)
  const known = failures.find(({ says }) => says.test(said))
  const message = `docker buildx build failed with exit code ${exitCode}${said === '' ? '' : `: ${said}`}`
  if (known === undefined) return new IngotError('tool-failed', message)
  return new IngotError(known.reason, message, { advice: known.advice })
}

const longestMessage = 1500

/** buildx ends with a line that says ERROR; when there is none, with its last lines. */
function lastWords(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim())
  const error = lines.findLastIndex((line) => /^error:/i.test(line))
  const words = error < 0 ? lines.filter(Boolean).slice(-5) : lines.slice(error).filter(Boolean)
  return words
    .join(' ')
    .replace(/^error:\s*/i, '')
    .slice(0, longestMessage)
}
