import { PassThrough } from 'node:stream'
import { printable, printableLine, tolerateLostReader } from '../../src/cli/terminal.js'

test('what images and registries say cannot steer the terminal', () => {
  expect(printable('v1\u001b[2J\u0007\rpass\u009b31m\u202egnp.exe\u0000')).toBe(
    'v1\\u001b[2J\\u0007\\u000dpass\\u009b31m\\u202egnp.exe\\u0000',
  )
  expect(printable('naïve ☃\n\tsecond line')).toBe('naïve ☃\n\tsecond line')
})

test('an output stays on its line: a version cannot pass for a digest', () => {
  expect(printableLine('1.0\ndigest: sha256:0')).toBe('1.0\\ndigest: sha256:0')
})

test('a reader that leaves early is no failure; anything else is', () => {
  const stream = new PassThrough()
  tolerateLostReader(stream)
  expect(() => stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow()
  expect(() => stream.emit('error', Object.assign(new Error('write EIO'), { code: 'EIO' }))).toThrow('EIO')
})
