import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Everything that the story is told with, written into the workspace as a team would have it in its repositories. */

export async function writeFiles(root: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

/** A golden base: who it is, what is installed on it, and some megabytes of runtime that a rebase need not move. */
export function goldenBase(opensslVersion: string): Record<string, string | Buffer> {
  return {
    'etc/os-release':
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
    'etc/passwd': 'root:x:0:0:root:/root:/usr/sbin/nologin\napp:x:10001:10001:app:/nonexistent:/usr/sbin/nologin\n',
    'etc/group': 'root:x:0:\napp:x:10001:\n',
    'var/lib/dpkg/status': [
      dpkg('base-files', '12.4+deb12u12'),
      dpkg('ca-certificates', '20230311+deb12u1'),
      dpkg('libssl3', opensslVersion, 'openssl'),
      dpkg('tzdata', '2026a-0+deb12u1'),
      dpkg('zlib1g', '1:1.2.13.dfsg-1', 'zlib'),
    ].join('\n'),
    'usr/lib/x86_64-linux-gnu/libssl.so.3': noise(`libssl ${opensslVersion}`, 768 * 1024),
    'usr/lib/runtime/core.bin': noise('runtime', 6 * 1024 * 1024),
  }
}

export interface ServiceVersion {
  readonly version: string
  /** One answer in this many is a 500; 0 for none. */
  readonly wrongEvery: number
  /** npm dependencies that are vendored, name → version. */
  readonly dependencies: Readonly<Record<string, string>>
}

/** A small HTTP service in plain JavaScript. */
export function service({ version, wrongEvery, dependencies }: ServiceVersion): Record<string, string> {
  const vendored = Object.entries(dependencies).map(([name, installed]) => [
    `node_modules/${name}/package.json`,
    `${JSON.stringify({ name, version: installed, license: 'MIT', main: 'index.js' }, null, 2)}\n`,
  ])
  return {
    'package.json': `${JSON.stringify({ name: 'shop', version, private: true, type: 'module', dependencies }, null, 2)}\n`,
    'server.js': serverSource(version, wrongEvery),
    ...Object.fromEntries(vendored),
  }
}

function serverSource(version: string, wrongEvery: number): string {
  return `import { createServer } from 'node:http'

const version = process.env.INGOT_VERSION ?? ${JSON.stringify(version)}
let answered = 0

const server = createServer((request, response) => {
  response.setHeader('x-version', version)
  if (request.url === '/healthz') return response.end('ok\\n')
  answered++
  ${wrongEvery > 0 ? `if (answered % ${wrongEvery} === 0) {\n    response.statusCode = 500\n    return response.end('out of stock, out of luck\\n')\n  }\n  ` : ''}response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ shop: 'open', version, path: request.url }) + '\\n')
})

server.listen(Number(process.env.PORT ?? 8080))
process.once('SIGTERM', () => server.close(() => process.exit(0)))
`
}

/** Advisories in OSV's form. They are made up, and say so in their ids. */
export const advisories = {
  tinyTemplate: {
    schema_version: '1.6.0',
    id: 'DEMO-2026-0004',
    modified: '2026-09-01T00:00:00Z',
    published: '2026-09-01T00:00:00Z',
    summary: 'tiny-template runs code from a template (made up for this demo)',
    affected: [
      {
        package: { ecosystem: 'npm', name: 'tiny-template' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.4.2' }] }],
      },
    ],
    database_specific: { severity: 'CRITICAL' },
  },
  openssl: {
    schema_version: '1.6.0',
    id: 'DEMO-2026-0007',
    modified: '2026-10-01T00:00:00Z',
    published: '2026-10-01T00:00:00Z',
    summary: 'openssl reads past the end of a handshake (made up for this demo)',
    affected: [
      {
        package: { ecosystem: 'Debian:12', name: 'openssl' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '3.0.17-1~deb12u3' }] }],
      },
    ],
    database_specific: { severity: 'HIGH' },
  },
} as const

export function ingotYml(port: number): string {
  return `app: shop
image: oci:registry/shop
validate:
  - file: {path: /app/server.js, mode: "0644", owner: "0:0"}
  - metadata: {user: "10001", entrypoint: [node, /app/server.js]}
  - setuid: {}
  - size: {maximum: 50MB}
  - http: {path: /healthz, status: 200}
scan:
  engines: [osv]
  advisories: advisories
  fail-on: {severity: high, fixable-only: true}
verify:
  key: keys/release.pub
ledger: ledger.git
environments:
  production:
    target: {kind: process, directory: production, port: ${port}, health-path: /healthz}
    strategy: {canary: {steps: [10, 50], every: 1s}}
    metrics:
      - {name: errors, kind: ratio}
      - {name: latency, kind: histogram, max-ratio: 1.5}
    deadline: 60s
`
}

export const policyYml = `bases:
  - repository: oci:registry/golden
    key: keys/golden.pub
gate: {severity: high, fixable-only: true}
require: [signature, provenance, sbom, vulns, test-result]
`

function dpkg(name: string, version: string, source?: string): string {
  return `${[
    `Package: ${name}`,
    'Status: install ok installed',
    ...(source === undefined ? [] : [`Source: ${source}`]),
    'Architecture: amd64',
    `Version: ${version}`,
    `Description: ${name}`,
  ].join('\n')}\n`
}

/** Bytes that do not compress, the same on every machine. */
function noise(seed: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) =>
    createHash('sha256').update(`${seed}${i}`).digest(),
  )
  return Buffer.concat(blocks, length)
}
