/** One complaint of HCL or of a builder about a template. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  /** `shop.pkr.hcl:19`, from where Packer ran; absent when it is about no line. */
  readonly at?: string
  readonly summary: string
  /** What else was said, on one line. */
  readonly detail: string
}

const heading = /^(?:[│╷╵ ]*)(Error|Warning): (.*)$/
const place = /^ +on (.+?) line (\d+)(?:, in .*)?:$/
const excerpt = /^ +(?:\d+:|\(source code not available\))/

/**
 * The complaints in what `packer validate` says: a heading, a file and line, an excerpt of the source, and prose.
 */
export function parseDiagnostics(text: string): Diagnostic[] {
  const found: { severity: 'error' | 'warning'; summary: string; at?: string; detail: string[] }[] = []
  for (const line of text.split('\n')) {
    const [, severity, summary = ''] = heading.exec(line) ?? []
    if (severity !== undefined) {
      found.push({ severity: severity === 'Error' ? 'error' : 'warning', summary, detail: [] })
      continue
    }
    const last = found.at(-1)
    const [, file, number] = place.exec(line) ?? []
    if (last === undefined) continue
    if (file !== undefined) last.at = `${file}:${number}`
    else if (line.trim() !== '' && !excerpt.test(line)) last.detail.push(line.trim().replace(/^\* /, ''))
  }
  return found.map(({ detail, ...rest }) => ({ ...rest, detail: detail.join(' ') }))
}

/** `shop.pkr.hcl:19: Unsupported argument: An argument named …` */
export function formatDiagnostic({ at, summary, detail }: Diagnostic): string {
  const isCount = /^\d+ error\(s\) occurred:$/.test(summary)
  return [at, isCount ? '' : summary, detail].filter(Boolean).join(': ')
}
