import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/engine/import/decode'
import { decodeCesu8 } from '../../../src/engine/import/encodings/cesu'
import { ImportFailure } from '../../../src/engine/import/failure'
import { inputOf, problemsIn, readParts, recordsIn } from './readers/read-parts'

const MIXED = 'Ion a scris „da” 😀 și a plecat 𠮷.'

/** Each half of a character beyond U+FFFF as three bytes. */
const cesu8 = (text: string): Buffer =>
  Buffer.concat(
    [...text].flatMap((character) =>
      character.length === 1
        ? [Buffer.from(character)]
        : [0, 1].map((half) => {
            const unit = character.charCodeAt(half)
            return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)])
          }),
    ),
  )

const utf32 = (text: string, encoding: 'utf-32le' | 'utf-32be', mark = '\ufeff') => {
  const bytes = Buffer.alloc(4 * [...(mark + text)].length)
  ;[...(mark + text)].forEach((character, n) => {
    const codePoint = character.codePointAt(0)!
    if (encoding === 'utf-32le') bytes.writeUInt32LE(codePoint, n * 4)
    else bytes.writeUInt32BE(codePoint, n * 4)
  })
  return bytes
}

const refusal = (bytes: Uint8Array): string => {
  try {
    return `read as ${decodeText(bytes).encoding}`
  } catch (error) {
    if (error instanceof ImportFailure) return error.code
    throw error
  }
}

test.each(['utf-32le', 'utf-32be'] as const)('%s with its mark', async (encoding) => {
  expect(decodeText(utf32(MIXED, encoding))).toMatchObject({ text: MIXED, encoding, bom: true, warnings: [] })
  expect(refusal(utf32(MIXED, encoding).subarray(0, -1))).toBe('undecodable')
  expect(refusal(Buffer.concat([utf32(MIXED, encoding), Buffer.from([0xff, 0xff, 0xff, 0xff])]))).toBe('undecodable')
  expect(recordsIn(await readParts(inputOf(utf32(`{"text":"${MIXED}"}\n`, encoding), 'a.jsonl')))).toMatchObject([
    { text: MIXED, encoding },
  ])
})

describe('CESU-8', () => {
  test('is read as what it is, however short', () => {
    for (const text of [MIXED, 'Hello 😀', '😀😀']) {
      expect(decodeText(cesu8(text))).toMatchObject({ text, encoding: 'cesu-8', warnings: [] })
    }
  })

  test('half a character, or bytes that are otherwise wrong, are no such text', () => {
    expect(decodeCesu8(cesu8(MIXED).subarray(0, cesu8('Ion a scris „da” 😀').length - 3))).toBeNull()
    expect(decodeCesu8(Buffer.concat([cesu8('Hello 😀'), Buffer.from([0xff])]))).toBeNull()
    expect(decodeCesu8(Buffer.from(MIXED))).toBeNull()
  })

  test('gives back any text that has a character beyond U+FFFF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeCesu8(cesu8(`${text}😀`))).toBe(`${text}😀`)
      }),
    )
  })

  test('of a table of records, each is read', async () => {
    const parts = await readParts(inputOf(cesu8('{"text":"One 😀"}\n{"text":"Două 𠮷"}\n'), 'a.jsonl'))
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['One 😀', 'Două 𠮷'])
  })
})

describe('old encodings of the Macintosh', () => {
  test.each([
    [
      'macromania',
      'Primarul a spus că lucrările la pod încep joi şi că şoferii vor aştepta. Ţara întreagă îl urmăreşte.',
    ],
    [
      'maccenteuro',
      'Zażółć gęślą jaźń, rzekł król. Świat się śmieje, a ludzie w mieście płaczą i nie wiedzą, że już wiosna.',
    ],
    ['macintosh', 'Le café a été fermé. « Nous reviendrons à Noël », a dit l’hôte, où qu’il soit.'],
  ])('%s', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding))).toMatchObject({ text, encoding })
  })
})

describe('few bytes that may be damaged UTF-8', () => {
  const bad = (bytes: readonly number[]) => Buffer.from(bytes)
  test.each<[string, Buffer]>([
    [
      'one good character and two bad',
      Buffer.concat([
        Buffer.from('Ana said é, caf'),
        bad([0xc3]),
        Buffer.from(' closed '),
        bad([0xe2, 0x80]),
        Buffer.from('x.'),
      ]),
    ],
    ['an emoji cut off', Buffer.concat([Buffer.from('Hello '), bad([0xf0, 0x9f, 0x98])])],
    ['half of an emoji as CESU-8', Buffer.concat([Buffer.from('Hello '), bad([0xed, 0xa0, 0xbd])])],
  ])('%s: a guess is told as one', async (_, bytes) => {
    const told = (() => {
      try {
        return decodeText(bytes).warnings.map(({ code }) => code)
      } catch (error) {
        return [(error as ImportFailure).code]
      }
    })()
    expect(told).toHaveLength(1)
    expect(['encoding_unsure', 'undecodable', 'mojibake']).toContain(told[0])
    const record = Buffer.concat([Buffer.from('{"text":"'), bytes, Buffer.from('"}\n{"text":"Plain."}\n')])
    const problems = problemsIn(await readParts(inputOf(record, 'a.jsonl')))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/encoding_unsure|undecodable|mojibake/)
  })
})

test('a byte that the guessed encoding does not have, far behind what it was guessed by, is told of', async () => {
  const good = Array.from(
    { length: 4000 },
    (_, n) => `{"text":"Şeful a spus că portul se închide, şi ţara îl aşteaptă: ${n}."}\n`,
  )
  const bytes = Buffer.concat([
    iconv.encode(good.join(''), 'windows-1250'),
    Buffer.from('{"text":"odd '),
    Buffer.from([0x81]),
    Buffer.from('"}\n'),
  ])
  const parts = await readParts(inputOf(bytes, 'a.jsonl', 60_000))
  expect(recordsIn(parts)).toHaveLength(4000)
  expect(problemsIn(parts)).toEqual([':4001 undecodable'])
})
