import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { IngotError } from '../../errors.js'
import { digestOf } from '../../oci/digest.js'

const parts = /\.pkr\.(?:hcl|json)$|\.auto\.pkrvars\.(?:hcl|json)$/

export interface PackerTemplate {
  /** Where Packer runs, so that relative paths of the template start there. */
  readonly directory: string
  /** Name of each file → its digest: which template it was, for the provenance. */
  readonly files: Readonly<Record<string, string>>
}

/** @throws IngotError `not-found`, `unsupported` for a template in the old JSON form */
export function readTemplate(path: string): PackerTemplate {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined) {
    throw new IngotError('not-found', `There is no Packer template ${path}`, {
      advice: 'Name a file that ends in .pkr.hcl, or a directory of such files',
    })
  }
  const directory = status.isDirectory() ? path : dirname(path)
  const names = status.isDirectory() ? readdirSync(path).filter((name) => parts.test(name)) : [basename(path)]
  if (names.length === 0 || !names.every((name) => parts.test(name))) {
    throw new IngotError('unsupported', `${path} is no HCL2 template of Packer`, {
      advice: 'Name a file that ends in .pkr.hcl; packer hcl2_upgrade rewrites a template in the old JSON form',
    })
  }
  const files = names.sort().map((name) => [name, digestOf(readFileSync(join(directory, name)))])
  return { directory, files: Object.fromEntries(files) }
}
