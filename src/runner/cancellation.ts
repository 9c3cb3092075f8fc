/** A signal that fires on SIGINT and SIGTERM; a second one ends the process at once. */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new DOMException(`Received ${name}`, 'AbortError')))
  }
  return controller.signal
}
