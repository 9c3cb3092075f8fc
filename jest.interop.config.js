import base from './jest.config.js'

/** Tests on installed tools: run `test/interop/install.sh` first. A missing tool fails here; nothing is skipped. */
export default {
  ...base,
  roots: ['<rootDir>/test/interop'],
  testPathIgnorePatterns: [],
  testTimeout: 300_000,
  maxWorkers: 1,
}
