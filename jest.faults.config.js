import base from './jest.config.js'

/** The fault matrix: thousands of runs on registries in memory. Minutes, so it is not part of `npm test`. */
export default {
  ...base,
  roots: ['<rootDir>/test/faults'],
  testMatch: ['**/*.matrix.test.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: '100%',
}
