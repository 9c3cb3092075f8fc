import { IngotError, type Reason } from '../../errors.js'

interface KnownFailure {
  readonly pattern: RegExp
  readonly reason: Reason
  readonly what: string
  readonly advice: string
}

/** What is known to go wrong, the likelier cause before the vaguer symptom. The exit code has said that it did; this says why. */
const knownFailures: readonly KnownFailure[] = [
  {
    pattern: /no space left on device|ENOSPC|disk quota exceeded/i,
    reason: 'unwritable',
    what: 'a disk is full: of this machine, or of the machine that is built',
    advice: 'Make room, or raise disk_size; a build needs the base, a copy of it and the result side by side',
  },
  {
    pattern: /checksums? did not match|checksum mismatch/i,
    reason: 'digest-mismatch',
    what: 'what was downloaded is not what its checksum says',
    advice: 'Renew iso_checksum from a signed source; of a base given by `base`, hand its checksum to the template',
  },
  {
    pattern:
      /could not access kvm kernel module|failed to initialize kvm|kvm: permission denied|invalid accelerator kvm/i,
    reason: 'unsupported',
    what: 'there is no KVM on this machine, or this user may not use /dev/kvm',
    advice: 'Set accelerator = "tcg" (slower, works everywhere), or run where /dev/kvm can be opened',
  },
  {
    pattern:
      /missing plugins?|plugin .{0,80}(?:not (?:found|installed)|could not be found)|required_plugins|packer init/i,
    reason: 'not-found',
    what: 'a plugin that the template needs is not installed',
    advice: 'Run packer init when the machine is made, or allow it in every bake with init: true',
  },
  {
    pattern: /unknown (?:source|builder|provisioner|post-processor) type|bad source/i,
    reason: 'not-found',
    what: 'this Packer knows no such builder, provisioner or post-processor',
    advice: 'Check the name; from Packer 1.10 on each is a plugin: name it in required_plugins and run packer init',
  },
  {
    pattern: /executable file not found in \$PATH|failed creating qemu driver|qemu-system-[a-z0-9_]+.{0,40}not found/i,
    reason: 'not-found',
    what: 'a program that a builder or provisioner runs on this machine is not installed',
    advice:
      'Install it and see that it is on the PATH: qemu-system-x86 and qemu-utils for the qemu builder, ansible for ansible',
  },
  {
    pattern: /qemu failed to start/i,
    reason: 'tool-failed',
    what: 'QEMU ended as it was started: mostly there is no KVM, or qemuargs is wrong',
    advice: 'Set accelerator = "tcg" where there is no /dev/kvm; PACKER_LOG=1 shows what QEMU said',
  },
  {
    pattern: /timeout waiting for (?:ssh|winrm)|waiting for SSH.{0,80}timed out/i,
    reason: 'timed-out',
    what: 'the machine did not let Packer in: it did not boot, has no network, or refuses the login',
    advice:
      'Without KVM set accelerator = "tcg" and raise ssh_timeout; check user, password or key, and that the kernel has a driver for net_device (virtio-net) and disk_interface (virtio)',
  },
  {
    pattern: /handshake failed|unable to authenticate/i,
    reason: 'unauthorized',
    what: 'the machine refuses the login',
    advice: 'Check ssh_username and the password or key that the template is given',
  },
  {
    pattern:
      /no ?(?:valid )?credential|NoCredentialProviders|UnauthorizedOperation|AuthFailure|AuthorizationFailed|invalid_client|could not find default credentials/i,
    reason: 'unauthorized',
    what: 'the cloud does not accept the credentials of this job',
    advice: 'Log in before the bake (OIDC where the cloud has it); Packer reads the environment and the usual files',
  },
  {
    pattern: /output directory.{0,200}already exists/i,
    reason: 'unwritable',
    what: 'the output directory is there already',
    advice:
      'Take it from a variable (output-variable: output_directory): then each bake has its own, and it is removed',
  },
  {
    pattern: /script exited with non-zero exit status|error executing ansible|non-zero exit status/i,
    reason: 'tool-failed',
    what: 'a provisioner failed',
    advice: 'Its own output stands above',
  },
]

/**
 * The failure that a build's words are known for.
 *
 * @param said what Packer reported as errors; secrets are replaced before
 * @param target the build that failed, where one is named
 */
export function explainFailure(said: string, target: string | undefined): IngotError {
  const who = target === undefined || target === '' ? 'The Packer build' : `The Packer build ${target}`
  const known = knownFailures.find(({ pattern }) => pattern.test(said))
  const [first = ''] = said.split('\n').filter((line) => line.trim() !== '')
  const quoted = shorten(first.trim())
  if (known === undefined) {
    return new IngotError('tool-failed', `${who} failed${quoted === '' ? '' : `: ${quoted}`}`, {
      advice: 'Its own output stands above; PACKER_LOG=1 in the environment makes it say more',
    })
  }
  return new IngotError(known.reason, `${who} failed: ${known.what} (${quoted})`, { advice: known.advice })
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
