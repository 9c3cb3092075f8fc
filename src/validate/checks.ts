/** A path of the image: present with these properties, or absent. Symbolic links are followed inside the image. */
export interface FileCheck {
  readonly kind: 'file'
  readonly path: string
  /** Octal permission bits, e.g. `0644`. */
  readonly mode?: string | undefined
  /** `uid:gid` */
  readonly owner?: string | undefined
  readonly absent: boolean
  readonly contains?: string | undefined
}

/** Fields of the image's configuration, each compared where it is given. */
export interface MetadataCheck {
  readonly kind: 'metadata'
  readonly user?: string | undefined
  readonly entrypoint?: readonly string[] | undefined
  readonly cmd?: readonly string[] | undefined
  readonly workdir?: string | undefined
  readonly labels: Readonly<Record<string, string>>
}

/** No file runs with its owner's or group's rights, except these. */
export interface SetuidCheck {
  readonly kind: 'setuid'
  readonly allow: readonly string[]
}

/** Config and layers together, as they are stored (compressed). */
export interface SizeCheck {
  readonly kind: 'size'
  readonly maximumBytes: number
}

/** The started service answers a GET. */
export interface HttpCheck {
  readonly kind: 'http'
  /** The port that the service is told and must listen on; a free one when absent. */
  readonly port?: number | undefined
  readonly path: string
  readonly status: number
  /** Regular expression that the body matches. */
  readonly body?: string | undefined
  /** For the port to accept connections, and from then on once more for the right answer. */
  readonly withinMilliseconds: number
}

/** The configuration does not contradict itself or the files of the image. */
export interface CoherenceCheck {
  readonly kind: 'coherence'
}

export type StructureCheck = FileCheck | MetadataCheck | SetuidCheck | SizeCheck | CoherenceCheck
export type Check = StructureCheck | HttpCheck

/** `error`: it could not be found out. Neither pass nor fail, and never taken for a pass. */
export type Verdict = 'pass' | 'fail' | 'error'

export interface CheckResult {
  /** The platform where there are several, the kind, and what it looked at: names the check in every report. */
  readonly check: string
  readonly verdict: Verdict
  /** What was found; of a failure also what was expected. */
  readonly message: string
  readonly seconds?: number
}

/** What Debian, Ubuntu, Fedora and Alpine ship setuid or setgid in their base images. */
const distributionSetuid = [
  ...[
    'chage',
    'chfn',
    'chsh',
    'expiry',
    'gpasswd',
    'mount',
    'newgrp',
    'passwd',
    'su',
    'umount',
    'wall',
    'write',
  ].flatMap((name) => [`/bin/${name}`, `/usr/bin/${name}`]),
  ...['pam_extrausers_chkpwd', 'pam_timestamp_check', 'unix_chkpwd'].flatMap((name) => [
    `/sbin/${name}`,
    `/usr/sbin/${name}`,
  ]),
  '/bin/bbsuid',
]

/** What is checked when nothing is configured: coherence, and no setuid or setgid file but those of the distributions. */
export const defaultChecks: readonly Check[] = [{ kind: 'coherence' }, { kind: 'setuid', allow: distributionSetuid }]

/** Of a VM image. */
export const defaultVmChecks: readonly Check[] = [{ kind: 'coherence' }]

/** What a check is called in reports. */
export function nameCheck(check: Check): string {
  switch (check.kind) {
    case 'file':
    case 'http':
      return `${check.kind} ${check.path}`
    default:
      return check.kind
  }
}
