import { once } from 'node:events'
import { resolve } from 'node:path'
import { listenForOrders } from './control.js'
import { createFront } from './front.js'
import { Host } from './host.js'
import { openLog } from './log.js'
import { paths } from './paths.js'

/** `node <this> DIRECTORY PORT`: the process that serves a target's traffic, detached from whatever started it. */
const [directoryArgument = '', portArgument = ''] = process.argv.slice(2)
const directory = resolve(directoryArgument)
const log = openLog(paths.log(directory))

process.on('uncaughtException', (error) => {
  log(`failed: ${error.stack ?? error.message}`)
  process.exit(1)
})
await serve(Number(portArgument))

async function serve(port: number): Promise<void> {
  let markReady = () => {}
  const ready = new Promise<void>((done) => {
    markReady = done
  })
  let host: Host | undefined
  const front = createFront({ choose: () => host?.choose(), ready })
  front.listen(port, '127.0.0.1')
  await once(front, 'listening') // holding the port is what makes this the only host
  const serving = new Host(directory, port, log)
  host = serving
  await serving.restore()
  markReady()

  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    log('stopping')
    orders.close()
    front.close()
    front.closeIdleConnections()
    void serving.stop().then(() => process.exit(0))
  }
  const orders = await listenForOrders(directory, serving, stop)
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  log(`serving on port ${port} as process ${process.pid}`)
}
