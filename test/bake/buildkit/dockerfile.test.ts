// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of Dockerfiles
import { describe, expect, test } from '@jest/globals'
import { type BuildChoices, imagesOf } from '../../../src/bake/buildkit/dockerfile/images.js'
import { readInstructions } from '../../../src/bake/buildkit/dockerfile/instructions.js'
import { Lexer } from '../../../src/bake/buildkit/dockerfile/lexer.js'
import { parseDockerfile } from '../../../src/bake/buildkit/dockerfile/stages.js'
import fc from '../../property.js'

type Choices = Partial<Omit<BuildChoices, 'contexts'>> & { contexts?: string[] }

function images(text: string, { contexts = [], ...choices }: Choices = {}) {
  const platforms = { platform: 'linux/arm64', buildPlatform: 'linux/amd64' }
  return imagesOf(parseDockerfile(text), { ...platforms, arguments: {}, ...choices, contexts: new Set(contexts) })
}
const base = (text: string, choices?: Choices) => images(text, choices).base?.name
const others = (text: string, choices?: Choices) => images(text, choices).others.map(({ name }) => name)
const names = (text: string) => readInstructions(text).instructions.map(({ name }) => name)

describe('the base', () => {
  test.each([
    ['FROM debian:12', 'debian:12'],
    ['from debian:12 as one\nFROM one', 'debian:12'],
    ['FROM debian:12 AS One\nFROM oNE AS two\nFROM two', 'debian:12'],
    ['FROM scratch\nCOPY . /', undefined],
    ['FROM debian:11 AS debian\nFROM debian:12 AS other', 'debian:12'],
    ['# a comment\n\n  FROM debian:12\n', 'debian:12'],
    ['FROM \\\n  # in between\n\n  debian:12', 'debian:12'],
    ['FROM debian:1\\\n2', 'debian:12'],
    ['\uFEFFFROM debian:12\r\nRUN true\r\n', 'debian:12'],
    ['FROM "debian:12"', 'debian:12'],
    ['FROM\tdebian:12\tAS\tx', 'debian:12'],
    ['FROM --platform=linux/s390x debian:12', 'debian:12'],
  ])('%j stands on %j', (text, expected) => {
    expect(base(text)).toBe(expected)
  })

  test('a later stage of the same name counts from where it stands', () => {
    expect(base('FROM a:1 AS x\nFROM b:1 AS x\nFROM x')).toBe('b:1')
    expect(base('FROM a:1 AS x\nFROM x AS y\nFROM b:1 AS x\nFROM y')).toBe('a:1')
  })

  test('a target ends the chain, whatever stands behind it', () => {
    const text = 'FROM a:1 AS one\nFROM b:1 AS two\nCOPY --from=c:1 / /'
    expect([base(text, { target: 'ONE' }), others(text, { target: 'one' })]).toEqual(['a:1', []])
    expect(() => base(text, { target: 'three' })).toThrow(/no stage "three"/)
  })
})

describe('arguments', () => {
  test.each([
    ['ARG V=12\nFROM debian:$V', {}, 'debian:12'],
    ['ARG V=12\nFROM debian:${V}', { V: '13' }, 'debian:13'],
    ['ARG V\nFROM debian:${V:-12}-slim', {}, 'debian:12-slim'],
    ['ARG V=\nFROM debian:${V:-12}', {}, 'debian:12'],
    ['ARG V=\nFROM debian:x${V-12}', {}, 'debian:x'],
    ['ARG V=1\nFROM debian:12${V:+-slim}', {}, 'debian:12-slim'],
    ['ARG A=deb B="${A}ian"\nARG C=\'$A\'\nFROM $B:12', {}, 'debian:12'],
    ['ARG A=x\nARG A=debian:12\nFROM $A', {}, 'debian:12'],
    ['ARG TAG=12\nARG IMAGE=debian:${TAG}\nFROM ${IMAGE}', { TAG: '13' }, 'debian:13'],
    ['ARG X\nFROM debian:${X:-${TARGETARCH}-1}', {}, 'debian:arm64-1'],
    ['FROM base-${TARGETOS}-${TARGETARCH}${TARGETVARIANT}:1', {}, 'base-linux-arm64:1'],
    ['FROM debian:12\nARG V=1\nFROM ubuntu:${V:-24}', {}, 'ubuntu:24'],
    ['FROM debian:${UNDECLARED:-12}', { UNDECLARED: '13' }, 'debian:12'],
  ])('%j with %j', (text, given, expected) => {
    expect(base(text, { arguments: given })).toBe(expected)
  })

  test.each([
    ['FROM $NOTHING', /names nothing/],
    ['ARG V=1\nFROM debian:${V#x}', /pattern/],
    ['FROM debian:${V:?needed}', /V: needed/],
    ['FROM debian:${V', /cannot be read/],
    ['FROM "debian', /not closed/],
    ['FROM --platform=$NOTHING debian', /is empty/],
    ['FROM debian as', /FROM takes/],
    ['FROM debian:12 AS 1st', /cannot be the name/],
    ['FROM Debian', /is no image/],
    ['RUN true\nFROM debian', /before the first FROM/],
    ['ARG A=1\n# nothing', /no FROM/],
    ['FROM a:1\nCOPY --from=$X / /', /variable/],
    ['FROM a:1\nCOPY --from=3 / /', /no stage 3/],
    ['FROM a:1\nRUN <<EOF\ntrue', /no end/],
    ['# escape=x\nFROM a', /escape/],
    ['# syntax=a\n# syntax=b\nFROM a', /only one syntax/],
  ])('%j is refused', (text, why) => {
    expect(() => images(text)).toThrow(why)
  })

  test('the line is where the instruction begins', () => {
    expect(() => images('FROM a:1\n\nRUN one \\\n  two\nCOPY --from=$X / /')).toThrow(/^Line 5 of/)
  })
})

describe('other images', () => {
  test('are those that needed stages copy, mount and build on; by platform', () => {
    const text = `
ARG GO=1.23
FROM --platform=$BUILDPLATFORM golang:$GO AS build
RUN --mount=type=cache,target=/root/.cache --mount=type=bind,from=tools:2,target=/t --mount=from=build2 make
FROM unused:1 AS unused
COPY --from=never:1 / /
FROM build2:1 AS build2
FROM debian:12
COPY --from=build /out /
COPY --chown=0:0 --from=files:1 /etc /etc
COPY --from=0 /other /
RUN --mount="type=bind,from=quoted:1,target=/q" true
RUN --mount='type=bind,"from=ab",target=/q' true
`
    const found = images(text)
    expect(found.base).toMatchObject({ name: 'debian:12', platform: 'linux/arm64' })
    expect(found.others.map(({ name, platform }) => `${name} ${platform}`).sort()).toEqual([
      'ab linux/arm64',
      'build2:1 linux/arm64',
      'files:1 linux/arm64',
      'golang:1.23 linux/amd64',
      'quoted:1 linux/arm64',
      'tools:2 linux/arm64',
    ])
  })

  test('the base is not listed again when files are copied from it too', () => {
    expect(others('FROM debian:12\nCOPY --from=docker.io/library/debian:12 /a /b')).toEqual([])
    expect(others('FROM debian:12\nCOPY --from=debian:12 /a /b\nCOPY --from=x:1 / /\nCOPY --from=x:1 / /')).toEqual([
      'x:1',
    ])
  })

  test('stages may copy from later ones, and from each other, without end', () => {
    expect(others('FROM a:1 AS one\nCOPY --from=two / /\nFROM b:1 AS two\nCOPY --from=one / /')).toEqual(['a:1'])
  })

  test('ONBUILD and what only looks like an instruction name no image', () => {
    const text = 'FROM a:1\nONBUILD COPY --from=x:1 / /\nRUN echo FROM b:1\nENV X="--from=y:1"\nCMD ["COPY --from=z:1"]'
    expect(others(text)).toEqual([])
    expect(others('FROM a:1\nCOPY /x --from=y:1 /')).toEqual([])
    expect(others('FROM a:1\nCOPY -- --from=y:1 /')).toEqual([])
  })

  test('a stage may have the name of the image that it is built on', () => {
    expect(base('FROM nginx AS nginx')).toBe('nginx')
    expect(base('FROM nginx:1.27 AS nginx\nFROM nginx')).toBe('nginx:1.27')
  })

  test('contexts stand for images and for whole stages', () => {
    const text = 'FROM debian:12 AS one\nCOPY --from=files:1 / /\nFROM one\nCOPY --from=assets / /'
    const found = images(text, { contexts: ['one', 'assets'] })
    expect(found.base).toMatchObject({ kind: 'context', name: 'one' })
    expect(found.others).toMatchObject([{ kind: 'context', name: 'assets' }])
    expect(images('FROM debian:latest', { contexts: ['debian'] }).base).toMatchObject({ kind: 'context' })
  })
})

describe('here-documents', () => {
  test.each([
    ['RUN <<EOF\nFROM x:1\nEOF', []],
    ['RUN <<-EOF\n\tFROM x:1\n\tEOF', []],
    ['RUN << EOF\nFROM x:1\nEOF', []],
    ['RUN <<"EOF"\nFROM x:1\nEOF', []],
    ["RUN cat <<'A' <<B\nFROM x:1\nA\nFROM y:1\nB", []],
    ['COPY <<a.txt <<b.txt /\nFROM x:1\na.txt\nFROM x:2\nb.txt', []],
    ['RUN 3<<EOF cat\nFROM x:1\nEOF', []],
    ['ONBUILD RUN <<EOF\nFROM x:1\nEOF', []],
    // Shells have more angle brackets than here-documents.
    ['RUN cat <<<EOF\nCOPY --from=x:1 / /', ['x:1']],
    ["RUN echo '<<EOF'\nCOPY --from=x:1 / /", ['x:1']],
    ['RUN echo "<<EOF"\nCOPY --from=x:1 / /', ['x:1']],
    ['RUN echo $((1<<2))\nCOPY --from=x:1 / /', ['x:1']],
    ["RUN echo it's <<EOF\nCOPY --from=x:1 / /", ['x:1']],
    ['ENV X=<<EOF\nCOPY --from=x:1 / /', ['x:1']],
    ['RUN echo a \\\n <<EOF\n# not a comment\nFROM x:1\nEOF\nCOPY --from=y:1 / /', ['y:1']],
  ])('%j', (text, expected) => {
    expect(others(`FROM a:1\n${text}`)).toEqual(expected)
  })

  test('lines inside one are never instructions', () => {
    const line = fc.string({ unit: fc.constantFrom(...'FROM x:1\\#<E"\'$ ') }).filter((text) => text !== 'EOF')
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(names(['FROM a:1', 'RUN <<EOF', ...lines, 'EOF', 'CMD x'].join('\n'))).toEqual(['FROM', 'RUN', 'CMD'])
      }),
    )
  })
})

describe('directives', () => {
  test('a backtick joins lines when it is the escape, and a backslash no longer does', () => {
    expect(base('# escape=`\nFROM `\n  debian:12')).toBe('debian:12')
    expect(others('# escape=`\nFROM a:1\nRUN dir c:\\\nCOPY --from=x:1 / /')).toEqual(['x:1'])
    expect(names('FROM a:1\nRUN x \\\\\nCMD y')).toEqual(['FROM', 'RUN', 'CMD'])
  })

  test.each([
    ['# syntax=docker/dockerfile:1\nFROM a', 'docker/dockerfile:1'],
    ['#syntax = docker/dockerfile:1 some arguments\nFROM a', 'docker/dockerfile:1'],
    ['# escape=\\\n# SYNTAX=x/y:2\nFROM a', 'x/y:2'],
    ['#!/usr/bin/env docker\n# syntax=x/y:2\nFROM a', 'x/y:2'],
    ['// syntax=x/y:2\n', 'x/y:2'],
    ['{"syntax": "x/y:2"}', 'x/y:2'],
    ['\n# syntax=x/y:2\nFROM a', undefined],
    ['# a comment\n# syntax=x/y:2\nFROM a', undefined],
    ['FROM a\n# syntax=x/y:2', undefined],
    ['# check=skip=all\nFROM a', undefined],
  ])('the syntax of %j is %j', (text, expected) => {
    expect(readInstructions(text).directives.syntax).toBe(expected)
  })
})

describe('the lexer', () => {
  const word = (text: string) => new Lexer(text, { escape: '\\', variables: new Map([['A', 'a b']]) }).word()
  test.each([
    ['$A', 'a b'],
    ["'$A'", '$A'],
    ['"$A"', 'a b'],
    ['\\$A', '$A'],
    ['"\\$A\\x"', '$A\\x'],
    ['${A}${B}c', 'a bc'],
    ['$', '$'],
    ['a$-b', 'ab'],
    ['${B:-${C:-"x y"}}', 'x y'],
    ['${A:+${B-z}}', 'z'],
  ])('%j is %j', (text, expected) => {
    expect(word(text)).toBe(expected)
  })

  test('reads every text to its end, or says why not', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aA${}:-+?#%/"\'\\<1 ') }), (text) => {
        try {
          expect(typeof word(text)).toBe('string')
        } catch (thrown) {
          expect((thrown as Error).constructor.name).toBe('LexerError')
        }
      }),
    )
  })
})
