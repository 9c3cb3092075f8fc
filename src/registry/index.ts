export { type OpenOptions, openStore } from './open.js'
