/**
 * A platform as BuildKit names it in an index: without the variant that all have, with the one that is meant.
 *
 * @see https://github.com/containerd/platforms/blob/v0.2.1/database.go
 */
export function normalPlatform(platform: string): string {
  const names: Readonly<Record<string, string>> = { 'arm64/v8': 'arm64', 'amd64/v1': 'amd64', arm: 'arm/v7' }
  const slash = platform.indexOf('/')
  const architecture = platform.slice(slash + 1)
  return `${platform.slice(0, slash)}/${names[architecture] ?? architecture}`
}
