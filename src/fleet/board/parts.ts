import type { Release } from '../../ledger/state.js'
import type { Digest } from '../../oci/digest.js'
import { shortDigest } from '../../oci/digest.js'
import { type Html, html } from './html.js'

/** Small pieces that several sections share. */

/** Twelve digits of a digest; the whole of it on hover and for copying tools. */
export function digestCode(digest: Digest): Html {
  return html`<code title="${digest}">${shortDigest(digest)}</code>`
}

/** Signed and by which key, unsigned, or not known to the ledger. */
export function signature(release: Release | undefined): Html {
  if (release === undefined) return html`<span class="mark doubt">not in the ledger</span>`
  if (release.signer === null) return html`<span class="mark bad">unsigned</span>`
  const count = release.evidence.length
  const evidence = count === 1 ? '1 attestation' : `${count} attestations`
  return html`<span class="mark good" title="signed by the key ${release.signer}, ${evidence}">signed</span>`
}

const severities = ['critical', 'high', 'medium', 'low'] as const

/** Open findings, the grave ones first; one word when there are none, or when nobody has looked. */
export function findings(release: Release | undefined): Html {
  const counts = release?.findings
  if (!counts) return html`<span class="mark doubt">not scanned</span>`
  const open = severities.filter((severity) => counts[severity] > 0)
  if (open.length === 0) return html`<span class="mark good">no findings</span>`
  return html`<span class="findings">${open.map((severity) => html`<span class="${severity}">${counts[severity]} ${severity}</span>`)}</span>`
}

/** The base image by the end of its name, which tells most, and its digest. */
export function base(release: Release | undefined): Html | null {
  if (!release?.base) return null
  const { name, digest } = release.base
  return html`<span title="${name}@${digest}">${name.split('/').at(-1) ?? name}</span> ${digestCode(digest)}`
}

/** A bar without a style attribute, which the page's own policy forbids. */
export function weightBar(weight: number, phase: string): Html {
  const part = Math.min(100, Math.max(0, weight))
  return html`<svg class="bar ${phase}" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${part} percent of traffic on the canary"><rect class="rest" width="100" height="6"/><rect class="part" width="${part}" height="6"/></svg>`
}
