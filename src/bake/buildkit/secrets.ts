import { IngotError } from '../../errors.js'

/** A secret of a build by where it comes from; its value is never an argument. */
export type Secret = { readonly id: string } & (
  | { readonly from: 'env'; readonly name: string }
  | { readonly from: 'file'; readonly path: string }
)

/**
 * `id=npm,env=NPM_TOKEN` or `id=npm,file=PATH` (`src` and `source` mean `file`).
 *
 * @throws IngotError `invalid-input`; the message does not repeat what was given, which may be a secret by mistake
 */
export function parseSecret(text: string): Secret {
  const pairs = text.split(',').map((pair): [string, string] => {
    const equals = pair.indexOf('=')
    return [pair.slice(0, Math.max(equals, 0)).trim().toLowerCase(), pair.slice(equals + 1)]
  })
  const { id, type, env, ...rest } = Object.fromEntries(pairs) as Record<string, string | undefined>
  const paths = [rest.file, rest.src, rest.source].filter((path) => path !== undefined)
  const isKnown = Object.keys(rest).every((key) => ['file', 'src', 'source'].includes(key))
  const [path] = paths
  if (!id || !/^[A-Za-z0-9_.-]+$/.test(id) || !isKnown || paths.length + (env === undefined ? 0 : 1) !== 1) {
    throw misread(id)
  }
  if (env !== undefined && (type ?? 'env') === 'env' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(env)) {
    return { id, from: 'env', name: env }
  }
  if (path && (type ?? 'file') === 'file') return { id, from: 'file', path }
  throw misread(id)
}

function misread(id: string | undefined): IngotError {
  const which = id && /^[A-Za-z0-9_.-]{1,40}$/.test(id) ? `secret ${id}` : 'secret'
  return new IngotError('invalid-input', `A ${which} of the build cannot be read: it names no variable and no file`, {
    advice: 'Write id=NAME,env=VARIABLE or id=NAME,file=PATH; the value itself is never written here',
  })
}

const secretNames = /(?:^|_)(?:TOKENS?|PASSWORDS?|PASSWD|PWD|SECRETS?|CREDENTIALS?|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)$/i

/**
 * Build arguments end in the image's history and, with `mode=max`, in provenance that everybody can read.
 *
 * @throws IngotError `invalid-input` for one whose name says that it is a secret
 */
export function refuseSecretArguments(names: readonly string[]): void {
  const name = names.find((candidate) => secretNames.test(candidate))
  if (name === undefined) return
  throw new IngotError(
    'invalid-input',
    `The build argument ${name} looks like a secret, and would stay in the image and in its provenance`,
    { advice: `Give it as --secret id=${name.toLowerCase()},env=${name}, and RUN --mount=type=secret,id=… reads it` },
  )
}
