import type { Copied, CopyPreview } from '../../registry/index.js'

/** The outcome of a copy in the words of the action. */
export async function reportCopy(from: string, copied: Copied) {
  const { formatBytes } = await import('../../oci/bytes.js')
  const { digest, image, destination, requests, bytesSent, preview } = copied
  const outputs = { digest, image, requests, 'bytes-sent': bytesSent }
  const did = `with ${requests} requests and ${formatBytes(bytesSent)} sent`
  if (preview === undefined) {
    const summary = `### Copied\n\n\`${digest}\`\n\n${from} → ${destination}: ${requests} requests, ${formatBytes(bytesSent)} sent\n`
    return { reason: 'done' as const, message: `Copied ${digest} to ${destination} ${did}`, outputs, summary }
  }
  const message = `${digest} would be copied to ${destination}: ${describePreview(preview, formatBytes)}`
  return {
    reason: 'planned' as const,
    message,
    outputs,
    details: { preview },
    summary: `### Copy: planned\n\n${message}\n`,
  }
}

function describePreview({ manifests, blobs, bytes }: CopyPreview, formatBytes: (bytes: number) => string): string {
  const count = `manifests ${manifests}, blobs ${blobs.there} there already, ${blobs.mounted} to be mounted, ${blobs.sent} to be sent`
  return `${count}; ${formatBytes(bytes)} in all. Nothing was written`
}
