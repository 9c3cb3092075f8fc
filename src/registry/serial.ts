const tails = new Map<string, Promise<unknown>>()

/** Runs work under the same key one after the other, in the order asked; other keys run beside it. */
export async function serialise<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  tails.set(key, mine)
  try {
    return await mine
  } finally {
    if (tails.get(key) === mine) tails.delete(key)
  }
}
