export { writePage } from './file.js'
export { type BoardInput, type RecordedRollout, recordingsToShow } from './fleet.js'
export { renderBoard } from './page.js'
