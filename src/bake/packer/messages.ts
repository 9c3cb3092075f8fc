/** One line of `packer -machine-readable`. */
export interface PackerMessage {
  /** Seconds since 1970, as it was written. */
  readonly time: string
  /** The build that it is about; empty for all of them. */
  readonly target: string
  readonly type: string
  /** Unescaped. */
  readonly data: readonly string[]
}

/**
 * Reads a line; undefined for what is none of Packer's messages: plugins write what they like.
 *
 * @see https://developer.hashicorp.com/packer/docs/commands#format-for-machine-readable-output
 */
export function parseMessage(line: string): PackerMessage | undefined {
  const [time = '', target = '', type = '', ...data] = line.split(',')
  if (!/^\d{1,15}$/.test(time) || !/^[a-z][a-z0-9-]*$/.test(type)) return undefined
  return { time, target: unescaped(target), type, data: data.map(unescaped) }
}

/** Commas and line ends are escaped, the backslash is not: a script that itself prints `\n` comes out on two lines. */
function unescaped(text: string): string {
  return text.replaceAll('%!(PACKER_COMMA)', ',').replaceAll('\\n', '\n').replaceAll('\\r', '\r')
}

/** The lines of a message as people read them; none for what is only for programs. */
export function linesOf({ type, data }: PackerMessage): string[] {
  const [kind, text = ''] = data
  if (type !== 'ui' || kind === undefined) return []
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
}
