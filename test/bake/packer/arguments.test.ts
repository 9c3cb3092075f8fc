import {
  buildArguments,
  initArguments,
  packerEnvironment,
  validateArguments,
  variablesDocument,
} from '../../../src/bake/packer/arguments.js'
import fc from '../../property.js'

const settings = {
  template: '/src/vm',
  only: ['qemu.shop'],
  except: ['amazon-ebs.shop', 'azure-arm.shop'],
  variables: { greeting: 'hello, world' },
  secrets: { ssh_password: 's3cret' },
}

test('what Packer is started with', () => {
  const chosen = ['-only=qemu.shop', '-except=amazon-ebs.shop,azure-arm.shop']
  const rest = [...chosen, '-var-file=/tmp/x/ingot.pkrvars.json', '/src/vm']
  expect(validateArguments(settings, '/tmp/x/ingot.pkrvars.json')).toEqual(['validate', '-machine-readable', ...rest])
  expect(buildArguments(settings, '/tmp/x/ingot.pkrvars.json')).toEqual([
    ...['build', '-machine-readable', '-color=false', '-on-error=cleanup'],
    ...rest,
  ])
  expect(initArguments(settings)).toEqual(['init', '/src/vm'])
})

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,12}$/).filter((text) => text !== '__proto__')
const value = fc.string({ minLength: 8, unit: 'binary' })

test('no value, secret or plain, is ever an argument; all of them are in the file', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value), fc.dictionary(name, value), (variables, secrets) => {
      const given = { ...settings, variables, secrets }
      const all = [...buildArguments(given, '/v'), ...validateArguments(given, '/v'), ...initArguments(given)].join(' ')
      for (const one of [...Object.values(variables), ...Object.values(secrets)]) expect(all).not.toContain(one)
      expect(JSON.parse(variablesDocument(given))).toEqual({ ...variables, ...secrets })
    }),
  )
})

test.each(['', 'a b', '-x', 'a=b', '1st', 'a\nb'])('%j cannot be the name of a variable', (wrong) => {
  expect(() => variablesDocument({ ...settings, secrets: { [wrong]: 'x' } })).toThrow('cannot be the name')
})

test('the environment is the caller’s, without the runner’s own and without what secrets were taken from', () => {
  const env = {
    PATH: '/bin',
    HOME: '/root',
    AWS_PROFILE: 'build',
    PKR_VAR_region: 'eu-west-1',
    SSH_PASSWORD: 's3cret',
    GITHUB_TOKEN: 'ghs_1',
    GH_TOKEN: 'ghs_2',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    GITHUB_ENV: '/e',
    GITHUB_OUTPUT: '/o',
    INGOT_KEY_PASSPHRASE: 'p',
    'INPUT_VARIABLE-FROM-ENV': 'x',
    GITHUB_SHA: 'abc',
  }
  const given = packerEnvironment(env, { secretNames: ['SSH_PASSWORD'], temporary: '/tmp/x' })
  expect(given).toEqual({
    PATH: '/bin',
    HOME: '/root',
    AWS_PROFILE: 'build',
    PKR_VAR_region: 'eu-west-1',
    GITHUB_SHA: 'abc',
    PACKER_CACHE_DIR: '/tmp/x/cache',
    TMPDIR: '/tmp/x',
    CHECKPOINT_DISABLE: '1',
    PACKER_NO_COLOR: '1',
  })
  const cached = packerEnvironment({ PACKER_CACHE_DIR: '/cache' }, { secretNames: [], temporary: '/tmp/x' })
  expect(cached.PACKER_CACHE_DIR).toBe('/cache')
})
