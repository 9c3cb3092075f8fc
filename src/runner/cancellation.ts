import { setMaxListeners } from 'node:events'

/** A signal that fires on SIGINT and SIGTERM; a second one ends the process at once. */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal) // every request on the way listens; there are as many as there is work
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new DOMException(`Received ${name}`, 'AbortError')))
  }
  return controller.signal
}
