import { parseChallenges } from '../../src/registry/challenge.js'
import { nextPage } from '../../src/registry/pages.js'

test.each([
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
    [
      {
        scheme: 'bearer',
        parameters: {
          realm: 'https://auth.docker.io/token',
          service: 'registry.docker.io',
          scope: 'repository:a/b:pull,push',
        },
      },
    ],
  ],
  ['BASIC realm="a \\"quoted\\" name"', [{ scheme: 'basic', parameters: { realm: 'a "quoted" name' } }]],
  [
    'Negotiate, Basic realm=plain, Bearer Realm = "https://t"',
    [
      { scheme: 'basic', parameters: { realm: 'plain' } },
      { scheme: 'bearer', parameters: { realm: 'https://t' } },
    ],
  ],
  ['', []],
  ['"', []],
  [', ,', []],
])('%s', (header, expected) => {
  expect(parseChallenges(header)).toEqual(expected)
})

test('a hostile header takes no time', () => {
  const before = performance.now()
  parseChallenges(`Bearer ${'a='.repeat(1e6)}`)
  parseChallenges(`Bearer realm="${'\\'.repeat(1e6)}`)
  expect(performance.now() - before).toBeLessThan(500)
})

test('the next page is found among links', () => {
  expect(nextPage('</v2/x/tags/list?last=a&n=1>; rel="next"')).toBe('/v2/x/tags/list?last=a&n=1')
  expect(nextPage('</other>; rel="prev", </next>; rel=next')).toBe('/next')
  expect(nextPage('</other>; rel="prev"')).toBeUndefined()
  expect(nextPage(undefined)).toBeUndefined()
})
