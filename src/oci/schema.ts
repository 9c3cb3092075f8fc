import { config } from 'zod/mini'
import en from 'zod/v4/locales/en.js'

// It has no words of its own for what is wrong.
config(en())

/** The small face of zod, for what every command loads: import it as `* as z`, so that only what is used is bundled. */
export * from 'zod/mini'
