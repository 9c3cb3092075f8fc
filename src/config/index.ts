export { findConfig } from './find.js'
export { type Config, loadConfig, loadPolicy, type Policy } from './load.js'
export { nearest } from './nearest.js'
export type { Check, Environment } from './schema.js'
