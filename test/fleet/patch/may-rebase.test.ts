import { mayRebase } from '../../../src/actions/wiring/may-rebase.js'
import { bakeSchema } from '../../../src/config/bake-schema.js'

test.each([
  [{ base: 'ghcr.io/acme/golden:1' }, true],
  [{ base: 'ghcr.io/acme/golden:1', labels: { 'dev.ingot.rebasable': 'false' } }, false],
  [{ engine: 'buildkit' }, false],
  [{ engine: 'buildkit', rebasable: true }, true],
  [{ engine: 'packer', template: 'vm' }, false],
])('%j', (bake, may) => expect(mayRebase(bakeSchema.parse({ engine: 'layers', ...bake }))).toBe(may))

test('without a configuration the image itself is asked', () => expect(mayRebase(undefined)).toBe(true))
