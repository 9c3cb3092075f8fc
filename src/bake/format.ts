/** Seconds since 1970 as RFC 3339. */
export function formatEpoch(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
