import { formatDiagnostic, parseDiagnostics } from '../../../src/bake/packer/diagnostics.js'
import { explainFailure } from '../../../src/bake/packer/failures.js'
import { checkVersion } from '../../../src/bake/packer/run-packer.js'

/** What Packer reported; the first six were recorded from 1.6.6 with QEMU 7.2. */
test.each([
  ['Timeout waiting for SSH.', 'timed-out', 'accelerator = "tcg"'],
  [
    'error downloading ISO: [Checksums did not match for /tmp/golden.qcow2.\nExpected: 00\nGot: 70\n*sha256.digest]',
    'digest-mismatch',
    'iso_checksum',
  ],
  ['Script exited with non-zero exit status: 3.Allowed exit codes are: [0]', 'tool-failed', 'above'],
  [
    `Error: 1 error(s) occurred:\n\n* Output directory '/tmp/pk/out' already exists. It must not exist.`,
    'unwritable',
    'output-variable',
  ],
  ['Error: Unknown source type qemuu\n\n  on shop.pkr.hcl line 13:', 'not-found', 'required_plugins'],
  [
    'Failed creating Qemu driver: exec: "qemu-system-x86_64": executable file not found in $PATH',
    'not-found',
    'qemu-utils',
  ],
  ['Could not access KVM kernel module: No such file or directory', 'unsupported', 'accelerator = "tcg"'],
  [
    'Error launching VM: Qemu failed to start. Please run with PACKER_LOG=1 to get more info.',
    'tool-failed',
    'PACKER_LOG',
  ],
  ['Missing plugins\n\nThe following plugins are required, but not installed', 'not-found', 'init: true'],
  ['qemu-img: error while writing: No space left on device', 'unwritable', 'disk_size'],
  ['NoCredentialProviders: no valid providers in chain', 'unauthorized', 'OIDC'],
  ['something that nobody has seen before', 'tool-failed', 'PACKER_LOG=1'],
  ['', 'tool-failed', 'PACKER_LOG=1'],
])('%j', (said, reason, advice) => {
  const error = explainFailure(said, 'qemu.shop')
  expect(error.reason).toBe(reason)
  expect(error.advice).toContain(advice)
  expect(error.message).toContain('qemu.shop')
})

test('the cause stands before the symptom, and a message is bounded', () => {
  const said = `Timeout waiting for SSH. ${'x'.repeat(5000)}\nNo space left on device`
  expect(explainFailure(said, undefined)).toMatchObject({ reason: 'unwritable' })
  expect(explainFailure(said, undefined).message.length).toBeLessThan(600)
})

test('complaints of packer validate, by file and line', () => {
  const said = `Warning: Undefined variable

A "nope" variable was set but was not found in known variables. To declare
variable "nope", place this block in one of your .pkr files, such as
variables.pkr.hcl


Error: Unsupported argument

  on vm/shop.pkr.hcl line 19:
  (source code not available)

An argument named "headles" is not expected here. Did you mean "headless"?

Error: 1 error(s) occurred:

* Output directory '/tmp/pk/out' already exists. It must not exist.

  on vm/shop.pkr.hcl line 13, in source "qemu" "shop":
  13: source "qemu" "shop" {

Error: Unset variable "base_image"

A used variable must be set or have a default value; see
https://packer.io/docs/configuration/from-1.5/syntax for details.
`
  expect(parseDiagnostics(said).map(formatDiagnostic)).toEqual([
    'Undefined variable: A "nope" variable was set but was not found in known variables. To declare variable "nope", place this block in one of your .pkr files, such as variables.pkr.hcl',
    'vm/shop.pkr.hcl:19: Unsupported argument: An argument named "headles" is not expected here. Did you mean "headless"?',
    "vm/shop.pkr.hcl:13: Output directory '/tmp/pk/out' already exists. It must not exist.",
    'Unset variable "base_image": A used variable must be set or have a default value; see https://packer.io/docs/configuration/from-1.5/syntax for details.',
  ])
  expect(parseDiagnostics(said).map(({ severity }) => severity)).toEqual(['warning', 'error', 'error', 'error'])
  expect(parseDiagnostics('The configuration is valid.')).toEqual([])
})

test('which Packer will do', () => {
  expect(checkVersion('Packer v1.6.6\n')).toBe('1.6.6')
  expect(checkVersion('Packer v1.14.2\n\nYour version of Packer is out of date!')).toBe('1.14.2')
  expect(() => checkVersion('Packer v1.5.9')).toThrow('too old')
  expect(() => checkVersion('skipping line: 1\n0 0')).toThrow('not HashiCorp Packer')
})
