import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Job } from '../../runner/job.js'
import type { Launch } from '../../validate/index.js'

/** Starts the service out of a temporary folder that is gone when the service is. */
export function launcher(job: Job): Launch {
  return async (image: Image, request) => {
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises')
    const { tmpdir } = await import('node:os')
    const { join } = await import('node:path')
    const { unpackImage } = await import('../../image/index.js')
    const { accepts, launchService } = await import('../../process/index.js')
    if (request.port !== undefined && (await accepts(request.port))) throw portInUse(request.port)
    const directory = await mkdtemp(join(tmpdir(), 'ingot-validate-'))
    const clear = () => rm(directory, { recursive: true, force: true })
    try {
      const rootfs = join(directory, 'rootfs')
      // Node asks the folders above a script what kind of module it is: without this, those of this machine would answer.
      await writeFile(join(directory, 'package.json'), '{}')
      await unpackImage(image, rootfs, { ...(request.signal && { signal: request.signal }) })
      const service = await launchService({ rootfs, config: image.config, log: job.log, ...request })
      return { url: service.url, stop: () => service.stop().finally(clear) }
    } catch (thrown) {
      await clear()
      throw thrown
    }
  }
}

/** Not the image's fault: without this, the answers of a stranger would be taken for the service's. */
function portInUse(port: number): IngotError {
  return new IngotError('unsupported', `Port ${port} is in use on this machine`, {
    advice: 'Leave the port out of the check: the service is told a free one in the variable PORT',
  })
}
