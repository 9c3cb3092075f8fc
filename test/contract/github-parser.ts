import { readFile } from 'node:fs/promises'
import { registerLogger, validate } from '@actions/languageservice'
import type { FileReference } from '@actions/workflow-parser/workflows/file-reference'
import { parse } from 'yaml'
import { thirdParty } from './third-party.js'

const home = 'ingot-dev/ingot'

/**
 * What GitHub's own language service says about a workflow: syntax, contexts, expressions, `needs`, the inputs and
 * secrets of reusable workflows, the inputs of actions. Our own repository is read from this checkout, whether it is
 * named by `$/` or by `OWNER/REPO/…@REF`. Nothing is good.
 *
 * @param name unique for each text: the service caches by it
 */
export async function complaintsOf(name: string, text: string): Promise<string[]> {
  const crashes: string[] = []
  const quiet = () => {}
  registerLogger({ error: (message) => crashes.push(message), warn: quiet, info: quiet, log: quiet })
  type Document = Parameters<typeof validate>[0]
  const document = { uri: `file:///${name}`, languageId: 'yaml', version: 1, getText: () => text } as Document
  const diagnostics = await validate(document, {
    fileProvider: { getFileContent: ownFile },
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name, path, ref }) => {
        if (`${owner}/${name}` === home) return parse((await own(`${path}/action.yml`)) ?? 'null') ?? undefined
        const pinned = thirdParty[`${[owner, name, path].filter(Boolean).join('/')}@${ref}`]
        if (pinned === undefined) return undefined
        const inputs = Object.fromEntries(pinned.inputs.map((input) => [input, { description: '' }]))
        return { name, description: '', inputs }
      },
    },
  })
  return [...crashes, ...diagnostics.map(({ range, message }) => `${name}:${range.start.line + 1}: ${message}`)]
}

async function ownFile(reference: FileReference) {
  if ('repository' in reference && `${reference.owner}/${reference.repository}` !== home)
    throw new Error(`not this repository: ${reference.owner}/${reference.repository}`)
  const content = await own(reference.path)
  if (content === undefined) throw new Error(`no such file: ${reference.path}`)
  return { name: reference.path, content }
}

async function own(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
