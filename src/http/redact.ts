/** `https://host:1/path`: without user, password, query and fragment, any of which may hold a secret. */
export function redactUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`
}

/** Text of a server, fit for a message: one line, 200 characters, no query strings, no bearer tokens. */
export function redactText(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/(https?:\/\/[^\s?"']+)\?[^\s"']*/gi, '$1')
    .replace(/\b(bearer|basic)\s+\S+/gi, '$1 ***')
    .trim()
    .slice(0, 200)
}
