import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A program called packer that answers as Packer 1.6.6 does, in what it prints, in its exit codes, and in what it leaves on
 * disk. The variable `act` says what becomes of the build. What it was called with is appended to `calls.jsonl` in the
 * directory: arguments, environment, variables, and the mode of the file that they came in.
 *
 * @returns the directory to put on the PATH
 */
export function installFakePacker(directory: string): string {
  const bin = join(directory, 'bin')
  mkdirSync(bin, { recursive: true })
  const file = join(bin, 'packer')
  writeFileSync(file, `#!${process.execPath}\n(${program.toString()})(require, ${JSON.stringify(directory)})\n`)
  chmodSync(file, 0o755)
  return bin
}

/** Runs in a process of its own: it sees nothing of this file. */
function program(require: NodeRequire, directory: string): void {
  const fs = require('node:fs') as typeof import('node:fs')
  const path = require('node:path') as typeof import('node:path')
  const [command = '', ...args] = process.argv.slice(2)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const ui = (kind: string, text: string) =>
    say(`1795801131,,ui,${kind},${text.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\n', '\\n')}`)
  const file = args.find((arg) => arg.startsWith('-var-file='))?.slice('-var-file='.length)
  const variables = file === undefined ? {} : JSON.parse(fs.readFileSync(file, 'utf8'))
  const mode = file === undefined ? null : (fs.statSync(file).mode & 0o777).toString(8)
  const call = { command, args, env: process.env, cwd: process.cwd(), variables, mode }
  fs.appendFileSync(path.join(directory, 'calls.jsonl'), `${JSON.stringify(call)}\n`)

  if (command === 'version') say('Packer v1.6.6')
  else if (command === 'validate') validate()
  else if (command === 'build') build()

  function validate() {
    if (variables.act !== 'invalid') return
    const text = 'Error: Unsupported argument\n\n  on shop.pkr.hcl line 19:\n  (source code not available)\n\n'
    ui('error', `${text}An argument named "headles" is not expected here. Did you mean "headless"?\n\n`)
    process.exitCode = 1
  }

  function build() {
    ui('say', `==> qemu.shop: Provisioning with ${variables.password}`)
    if (variables.act === 'fail') return fail()
    if (variables.act === 'hang') return hang()
    if (variables.act === 'nothing') return ui('say', '\n==> Builds finished but no artifacts were created.')
    if (variables.act === 'cloud') {
      return artifact('amazon-ebs.shop', 'mitchellh.amazonebs', 'us-east-1:ami-0aaa%!(PACKER_COMMA)eu-west-1:ami-0bbb')
    }
    artifact('qemu.shop', 'transcend.qemu', 'VM', [disk('shop.qcow2')])
    if (variables.act === 'two') artifact('qemu.arm', 'transcend.qemu', 'VM', [disk('arm.qcow2')])
  }

  function disk(name: string): string {
    const target = path.join(variables.output_directory, name)
    fs.mkdirSync(variables.output_directory, { recursive: true })
    const bytes = Buffer.alloc(4096, variables.fill ?? 'x')
    bytes.fill(0, 0, 512)
    bytes.write('QFI\xfb', 0, 'latin1')
    bytes.writeUInt32BE(3, 4)
    bytes.writeUInt32BE(16, 20)
    bytes.writeBigUInt64BE(1024n ** 3n, 24)
    fs.writeFileSync(target, bytes)
    if (variables.inventory_directory !== undefined) {
      const status = path.join(variables.inventory_directory, 'var/lib/dpkg/status')
      fs.mkdirSync(path.dirname(status), { recursive: true })
      fs.writeFileSync(
        status,
        'Package: zlib1g\nSource: zlib\nStatus: install ok installed\nVersion: 1:1.2.13\nArchitecture: amd64\n',
      )
      fs.mkdirSync(path.join(variables.inventory_directory, 'etc'))
      fs.writeFileSync(path.join(variables.inventory_directory, 'etc/os-release'), 'ID=debian\nVERSION_ID="12"\n')
    }
    return target
  }

  function artifact(build: string, builder: string, id: string, files: string[] = []) {
    const facts = [`builder-id,${builder}`, `id,${id}`, 'string,VM files', `files-count,${files.length}`]
    const listed = files.map((name, i) => `file,${i},${name}`)
    for (const line of [...facts, ...listed, 'end']) say(`1795801148,${build},artifact,0,${line}`)
  }

  function fail() {
    ui('error', "Build 'qemu.shop' errored after 8 seconds: Timeout waiting for SSH.")
    say('1795801249,,error-count,1')
    say(`1795801249,qemu.shop,error,Timeout waiting for SSH. ${variables.password}`)
    process.exitCode = 1
  }

  function hang() {
    const timer = setInterval(() => undefined, 1000)
    process.on('SIGINT', () => undefined) // as Packer, which hands on SIGTERM alone
    process.once('SIGTERM', () => {
      clearInterval(timer)
      fs.writeFileSync(path.join(directory, 'cleaned'), '')
      ui('say', 'Cleanly cancelled builds after being interrupted.')
      process.exitCode = 1
    })
    ui('say', 'hanging')
  }
}
