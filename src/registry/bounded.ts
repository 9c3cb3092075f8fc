/** Works on every item, at most `atOnce` at a time. After a failure nothing new is begun, and what runs is waited for. */
export async function forEach<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  let failure: { error: unknown } | undefined
  const run = async () => {
    for (const item of queue) {
      if (failure !== undefined) return
      await work(item).catch((error: unknown) => {
        failure ??= { error }
      })
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run))
  if (failure !== undefined) throw failure.error
}
