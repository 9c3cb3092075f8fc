import { readdirSync } from 'node:fs'
import { compressionOf } from '../layers/compression.js'
import { type LayerBlob, makeLayer } from '../layers/make-layer.js'
import { planLayer } from '../layers/plan-layer.js'
import { tarBlocks } from '../layers/tar-blocks.js'

/**
 * The files that a template downloaded from the machine, as a layer like any other; undefined when there are none. What
 * lists the packages of a machine is what `scan` goes by: nobody here reads the file system of a disk.
 *
 * @param directory where a large layer waits until it is sent; the caller removes it
 */
export async function makeInventory(
  source: string,
  options: { readonly directory: string; readonly signal?: AbortSignal | undefined },
): Promise<LayerBlob | undefined> {
  if (readdirSync(source).length === 0) return undefined
  const { members } = planLayer({ source, destination: '/' }, { onBase: false, epochSeconds: 0 })
  return makeLayer(() => tarBlocks(members), { ...options, compression: compressionOf() })
}
