import { z } from 'zod'

/** A map whose values are taken as text, however YAML reads them: `PORT: 8080` is `"8080"`. */
export const strings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))

export const absolutePath = z.string().regex(/^\//, 'write an absolute path inside the image')
