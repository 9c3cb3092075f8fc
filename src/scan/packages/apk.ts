import { type Installed, readStanzas, required } from './installed.js'

/**
 * The packages of Alpine's installed database.
 *
 * @param from the database's path, for messages
 * @throws IngotError `unreadable`, `size-exceeded`
 * @see https://wiki.alpinelinux.org/wiki/Apk_spec#Installed_Database_V2
 */
export function parseApkInstalled(text: string, from: string): Installed[] {
  const stanzas = readStanzas(text, from, (line) => {
    const match = /^([A-Za-z]):(.*)$/.exec(line)
    return match === null ? undefined : [match[1] as string, (match[2] as string).trim()]
  })
  return stanzas.map((stanza) => {
    const name = required(stanza, 'P', from)
    const version = required(stanza, 'V', from)
    const architecture = stanza.fields.get('A')
    const license = stanza.fields.get('L')
    return {
      name,
      version,
      source: { name: stanza.fields.get('o') || name, version },
      ...(architecture && { architecture }),
      ...(license && { license }),
    }
  })
}
