import { IngotError } from '../../errors.js'

/** What Packer is told about a build. */
export interface PackerSettings {
  /** A file, or a directory of `*.pkr.hcl`; absolute. */
  readonly template: string
  readonly only: readonly string[]
  readonly except: readonly string[]
  readonly variables: Readonly<Record<string, string>>
  /** Variable → value. */
  readonly secrets: Readonly<Record<string, string>>
}

/** `packer validate`, as arguments: of the values only the file that holds them. */
export function validateArguments(settings: PackerSettings, variablesFile: string): string[] {
  return ['validate', '-machine-readable', ...chosen(settings), `-var-file=${variablesFile}`, settings.template]
}

/** `packer build`, as arguments: of the values only the file that holds them. */
export function buildArguments(settings: PackerSettings, variablesFile: string): string[] {
  const said = ['-machine-readable', '-color=false', '-on-error=cleanup']
  return ['build', ...said, ...chosen(settings), `-var-file=${variablesFile}`, settings.template]
}

/** `packer init`: the plugins that the template asks for. */
export function initArguments({ template }: PackerSettings): string[] {
  return ['init', template]
}

function chosen({ only, except }: PackerSettings): string[] {
  return [
    ...(only.length > 0 ? [`-only=${only.join(',')}`] : []),
    ...(except.length > 0 ? [`-except=${except.join(',')}`] : []),
  ]
}

/**
 * The text of the file that holds all variables. JSON, which every version reads; a secret wins over a plain value.
 *
 * @throws IngotError `invalid-config` for what cannot be the name of a variable
 */
export function variablesDocument({ variables, secrets }: PackerSettings): string {
  const all = { ...variables, ...secrets }
  const wrong = Object.keys(all).find((name) => !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name))
  if (wrong !== undefined) {
    throw new IngotError('invalid-config', `${JSON.stringify(wrong)} cannot be the name of a Packer variable`)
  }
  return `${JSON.stringify(all)}\n`
}

/** The runner's own, and ours: no provisioner has any business with them. */
const withheld =
  /^(?:INPUT_|ACTIONS_|STATE_|INGOT_|GITHUB_TOKEN$|GH_TOKEN$|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/

/**
 * The environment of Packer: what the caller has, since builders and provisioners find their credentials there, without
 * the runner's own tokens and without the variables that secrets were taken from, which reach the template by name only.
 */
export function packerEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly secretNames: readonly string[]; readonly temporary: string },
): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !withheld.test(name) && !options.secretNames.includes(name))
  return {
    PACKER_CACHE_DIR: `${options.temporary}/cache`,
    ...Object.fromEntries(kept),
    TMPDIR: options.temporary,
    CHECKPOINT_DISABLE: '1',
    PACKER_NO_COLOR: '1',
  }
}
