/**
 * The first key that an object has twice; undefined when there is none. Readers disagree about which of the two counts, so
 * one document under one digest would mean different images to different tools.
 *
 * @param json text that `JSON.parse` has accepted
 * @see https://www.rfc-editor.org/rfc/rfc8259.html#section-4
 */
export function repeatedKey(json: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]
    if (character === '{') open.push(new Set())
    else if (character === '[') open.push(undefined)
    else if (character === '}' || character === ']') open.pop()
    else if (character === '"') {
      const end = endOfString(json, at)
      if (isKey(json, end)) {
        const key: string = JSON.parse(json.slice(at, end))
        const keys = open.at(-1)
        if (keys?.has(key)) return key
        keys?.add(key)
      }
      at = end - 1
    }
  }
  return undefined
}

/** Behind the closing quote. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1
    else if (json[at] === '"') return at + 1
  }
  return json.length
}

function isKey(json: string, end: number): boolean {
  let at = end
  while (' \t\r\n'.includes(json[at] ?? 'x')) at += 1
  return json[at] === ':'
}
