import { linesOf, parseMessage } from '../../../src/bake/packer/messages.js'
import fc from '../../property.js'

describe('a line of packer -machine-readable', () => {
  test('as Packer 1.6.6 wrote it', () => {
    const line =
      '1795801131,,ui,message,    qemu.shop: The VM will be run headless%!(PACKER_COMMA) without a GUI. If you want to\\n    qemu.shop: view the screen'
    const message = parseMessage(line)
    expect(message).toMatchObject({ time: '1795801131', target: '', type: 'ui' })
    expect(message && linesOf(message)).toEqual([
      '    qemu.shop: The VM will be run headless, without a GUI. If you want to',
      '    qemu.shop: view the screen',
    ])
  })

  test('what is for programs is no line for people', () => {
    const message = parseMessage('1795801148,qemu.shop,artifact,0,file,0,/tmp/pk/out/shop.qcow2')
    expect(message).toEqual({
      time: '1795801148',
      target: 'qemu.shop',
      type: 'artifact',
      data: ['0', 'file', '0', '/tmp/pk/out/shop.qcow2'],
    })
    expect(message && linesOf(message)).toEqual([])
  })

  test.each(['', 'panic: runtime error', '2026/11/27 17:38:51 [INFO] Packer', '1,2', 'a,b,c,d', '1,,UI,say'])(
    '%j is none',
    (line) => expect(parseMessage(line)).toBeUndefined(),
  )

  // Packer escapes commas and line ends; a backslash before an n cannot be told from a line end and is left out here.
  const text = fc.string().filter((value) => !/\\[nr]|%!\(PACKER_COMMA\)/.test(value))
  const escaped = (value: string) =>
    value.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\r', '\\r').replaceAll('\n', '\\n')

  test('whatever Packer escapes is read back', () => {
    const target = text.filter((value) => !value.endsWith('\\'))
    fc.assert(
      fc.property(fc.nat(), target, fc.array(target), (time, build, data) => {
        const line = [String(time), escaped(build), 'artifact', ...data.map(escaped)].join(',')
        expect(parseMessage(line)).toEqual({ time: String(time), target: build, type: 'artifact', data })
      }),
    )
  })

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const message = parseMessage(line)
        if (message !== undefined) linesOf(message)
      }),
    )
  })
})
