import { type ChildProcess, spawn } from 'node:child_process'
import { createPrivateKey, createSign, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer as createProxyServer } from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, connect as connectPlain } from 'node:net'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { freePort, must } from './processes.js'
import { tool } from './tools.js'

export interface Certificates {
  readonly ca: string
  readonly certificate: string
  readonly key: string
}

/** An authority of our own and a server certificate for this machine and `registry.test`, in `folder`. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => must(tool('openssl'), args)
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    '/CN=Ingot test CA',
    '-days',
    '2',
  )
  await openssl('req', ...newKey, '-keyout', at('server.key'), '-out', at('server.csr'), '-subj', '/CN=registry.test')
  await writeFile(at('names'), 'subjectAltName=DNS:registry.test,DNS:localhost,IP:127.0.0.1\n')
  const sign = ['x509', '-req', '-in', at('server.csr'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial']
  await openssl(...sign, '-days', '2', '-extfile', at('names'), '-out', at('server.pem'))
  return { ca: at('ca.pem'), certificate: at('server.pem'), key: at('server.key') }
}

/** Debian's docker-registry behind TLS, with the given way to log in. */
export async function startSecureRegistry(folder: string, { certificate, key }: Certificates, auth: object) {
  const port = await freePort()
  const storage = { filesystem: { rootdirectory: join(folder, `storage-${port}`) }, delete: { enabled: true } }
  const http = { addr: `127.0.0.1:${port}`, tls: { certificate, key } }
  const file = join(folder, `registry-${port}.json`) // JSON is YAML
  await writeFile(file, JSON.stringify({ version: 0.1, storage, http, auth, log: { level: 'error' } }))
  const child = spawn(tool('docker-registry'), ['serve', file], { stdio: 'ignore' })
  await shakingHands(port, child)
  return {
    port,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function shakingHands(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the registry ended with ${child.exitCode}`)
    const isUp = await new Promise<boolean>((answer) => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => answer(true))
      socket.on('secureConnect', () => socket.destroy()).on('error', () => answer(false))
    })
    if (isUp) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`nothing answers at ${port}`)
}

/**
 * A token service behind TLS, as Distribution describes it: it grants pull to everybody, and all to `ada` with `pa:ss` or with
 * the refresh token `refresh-ada`. Tokens live for `seconds`.
 *
 * @see https://distribution.github.io/distribution/spec/auth/jwt/
 */
export async function startTokenService({ certificate, key }: Certificates, seconds: number) {
  const [pem, keyPem] = [await readFile(certificate), await readFile(key)]
  const asked: string[] = []
  const chain = [pem.toString().replace(/-----[^-]*-----|\s/g, '')]
  const sealed = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const token = (scopes: readonly string[], isUser: boolean) => {
    const access = scopes.map((scope) => {
      const [, type, name, actions = ''] = /^([^:]+):(.+):([^:]+)$/.exec(scope) ?? []
      return { type, name, actions: actions.split(',').filter((action) => isUser || action === 'pull') }
    })
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: 'test',
      sub: 'ada',
      aud: 'registry.test',
      exp: now + seconds,
      nbf: now - 5,
      iat: now,
      jti: randomUUID(),
      access,
    }
    const body = `${sealed({ typ: 'JWT', alg: 'ES256', x5c: chain })}.${sealed(claims)}`
    const signature = createSign('sha256')
      .update(body)
      .sign({ key: createPrivateKey(keyPem), dsaEncoding: 'ieee-p1363' })
    return `${body}.${signature.toString('base64url')}`
  }
  const server = createServer({ cert: pem, key: keyPem }, async (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const scopes =
      request.method === 'POST'
        ? (form.get('scope') ?? '').split(' ')
        : url.searchParams.getAll('scope').flatMap((one) => one.split(' '))
    asked.push(`${request.method} ${scopes.join(' ')}`)
    const basic = `Basic ${Buffer.from('ada:pa:ss').toString('base64')}`
    const { authorization } = request.headers
    const isUser = authorization === basic || form.get('refresh_token') === 'refresh-ada'
    if (!isUser && (authorization !== undefined || request.method === 'POST')) return response.writeHead(401).end('{}')
    response.writeHead(200, { 'content-type': 'application/json' })
    const text = token(scopes.filter(Boolean), isUser)
    return response.end(JSON.stringify({ token: text, access_token: text, expires_in: seconds }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    realm: `https://localhost:${(server.address() as AddressInfo).port}/token`,
    asked,
    stop: () => {
      server.close().closeAllConnections()
    },
  }
}

/** A forward proxy that knows one name, `registry.test`, and where it is. */
export async function startProxy(port: number) {
  const asked: string[] = []
  const server = createProxyServer((_, response) => response.writeHead(501).end())
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    if (request.url !== 'registry.test:443') return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const onward = connectPlain(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
    return undefined
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () => {
      server.close().closeAllConnections()
    },
  }
}
