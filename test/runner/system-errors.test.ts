import { toIngotError } from '../../src/errors.js'

test.each([
  ['ENOSPC', 'write', 'unwritable', 'make room'],
  ['EROFS', 'open', 'unwritable', 'can be written'],
  ['EACCES', 'mkdir', 'unwritable', 'Run it as a user that may do this'],
  ['EACCES', 'open', 'unreadable', 'Run it as a user that may do this'],
  ['EMFILE', 'open', 'unreadable', 'ulimit'],
])('%s of %s is the machine’s refusal and no defect', (code, syscall, reason, advice) => {
  const thrown = Object.assign(new Error(`${code}: refused, ${syscall} '/srv/images'`), { code, syscall })
  const error = toIngotError(thrown)
  expect(error).toMatchObject({ reason, message: thrown.message, cause: thrown, exitCode: 3 })
  expect(error.advice).toContain(advice)
})

test('what nobody foresaw is still called a defect', () => {
  expect(toIngotError(new TypeError('x is not a function'))).toMatchObject({
    reason: 'internal',
    advice: expect.stringContaining('defect'),
  })
})
