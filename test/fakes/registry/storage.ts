import { createHash } from 'node:crypto'

export interface StoredManifest {
  readonly bytes: Buffer
  readonly mediaType: string
}

/** Digest → bytes, and tag → digest, of one repository. Tests may reach in and alter what is stored. */
export class Repository {
  readonly blobs = new Map<string, Buffer>()
  readonly manifests = new Map<string, StoredManifest>()
  readonly tags = new Map<string, string>()
  readonly uploads = new Map<string, Buffer>()

  resolve(label: string): { digest: string; manifest: StoredManifest } | undefined {
    const digest = label.startsWith('sha256:') ? label : this.tags.get(label)
    const manifest = digest === undefined ? undefined : this.manifests.get(digest)
    return digest === undefined || manifest === undefined ? undefined : { digest, manifest }
  }

  /** What the referrers API answers: descriptors with artifact type and annotations. */
  referrers(subject: string): object[] {
    const found: object[] = []
    for (const [digest, { bytes, mediaType }] of this.manifests) {
      const manifest = JSON.parse(bytes.toString('utf8'))
      if (manifest.subject?.digest !== subject) continue
      const artifactType = manifest.artifactType ?? manifest.config?.mediaType
      const { annotations } = manifest
      found.push({
        mediaType,
        digest,
        size: bytes.length,
        ...(artifactType && { artifactType }),
        ...(annotations && { annotations }),
      })
    }
    return found
  }

  /** The first thing that a manifest names and that is not here. */
  missing(manifest: { config?: { digest: string }; layers?: { digest: string }[]; manifests?: { digest: string }[] }) {
    const blobs = [...(manifest.config ? [manifest.config] : []), ...(manifest.layers ?? [])]
    const blob = blobs.find(({ digest }) => !this.blobs.has(digest))
    return blob ?? (manifest.manifests ?? []).find(({ digest }) => !this.manifests.has(digest))
  }
}

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
