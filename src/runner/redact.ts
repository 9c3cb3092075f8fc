/** Replaces every secret that it was told of by `***`. Values of fewer than four characters would blank ordinary text and are left. */
export function redactor(): { mask: (secret: string) => void; redact: (text: string) => string } {
  const secrets = new Set<string>()
  return {
    mask: (secret) => {
      for (const line of [secret, ...secret.split('\n')]) if (line.trim().length >= 4) secrets.add(line)
    },
    redact: (text) => {
      let clean = text
      for (const secret of secrets) clean = clean.replaceAll(secret, '***')
      return clean
    },
  }
}
