import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/engine/import/decode'
import { findMojibake } from '../../../src/engine/import/encodings/mojibake'
import { encodingName, webEncodingName } from '../../../src/engine/import/encodings/names'
import { encodingPreview } from '../../../src/engine/import/encodings/preview'

const ROMANIAN = 'Primăria a anunţat că şedinţa de astăzi nu se va ţine. „Îi aşteptăm vineri”, a spus edilul.'
const COMMAS = ROMANIAN.replaceAll('ş', 'ș').replaceAll('ţ', 'ț')

const garbled = (text: string, encoding: string) => {
  // what stands for nothing in the encoding passes through as the control character of its number
  const bytes = [...Buffer.from(text)]
  return bytes
    .map((byte) => iconv.decode(Buffer.of(byte), encoding).replace('\ufffd', String.fromCharCode(byte)))
    .join('')
}

describe('an encoding that is chosen', () => {
  test.each([
    ['windows-1250', ROMANIAN, 'windows-1250'],
    ['cp1250', ROMANIAN, 'windows-1250'],
    ['latin2', 'Łódź, żółw', 'iso-8859-2'],
    ['ISO-8859-16', 'Îi așteptăm, ținem', 'iso-8859-16'],
    ['latin1', 'Le café était fermé', 'iso-8859-1'],
    ['windows-1251', 'Порт закроют', 'windows-1251'],
    ['utf-16be', 'Порт', 'utf-16be'],
    ['UTF8', COMMAS, 'utf-8'],
  ])('%s', (chosen, text, encoding) => {
    const decoded = decodeText(iconv.encode(text, chosen), { chosen })
    expect(decoded).toMatchObject({ text, encoding, confidence: 1, warnings: [] })
  })

  test('gives way to a byte order mark', () => {
    const bytes = iconv.encode(COMMAS, 'utf-8', { addBOM: true })
    expect(decodeText(bytes, { chosen: 'windows-1250' })).toMatchObject({ text: COMMAS, encoding: 'utf-8', bom: true })
  })

  test('that the bytes are not in is refused, as is one that there is not', () => {
    const bytes = iconv.encode(ROMANIAN, 'windows-1250')
    expect(() => decodeText(bytes, { chosen: 'utf-8' })).toThrow('The file is not in utf-8: at byte 4')
    expect(() => decodeText(Buffer.from([0x41, 0x81, 0x42]), { chosen: 'windows-1252' })).toThrow('not in windows-1252')
    expect(() => decodeText(bytes, { chosen: 'klingon' })).toThrow('no encoding called “klingon”')
  })
})

describe('how sure a guess is', () => {
  test('certain where nothing is guessed', () => {
    expect(decodeText(Buffer.from(COMMAS))).toMatchObject({ confidence: 1, warnings: [] })
    expect(decodeText(Buffer.from('plain'))).toMatchObject({ confidence: 1, warnings: [] })
  })

  test('sure where the text reads well in one encoding only', () => {
    expect(decodeText(iconv.encode(ROMANIAN, 'windows-1250'))).toMatchObject({ confidence: 1, warnings: [] })
  })

  test('less so where only cedillas or commas are the question', () => {
    const bytes = iconv.encode(ROMANIAN.replace(/[„”]/g, ''), 'iso-8859-2')
    expect(decodeText(bytes)).toMatchObject({ confidence: 0.8, warnings: [] })
  })

  test('and a warning where several readings are as good', () => {
    // one letter, in words that no profile knows: ø or ř
    const decoded = decodeText(Buffer.from('Jo\xf8ak. Jo\xf8il.', 'latin1'))
    expect(decoded.confidence).toBeLessThan(0.6)
    expect(decoded.warnings.map(({ code }) => code)).toEqual(['encoding_unsure'])
  })
})

describe('text that was garbled before it came here', () => {
  test.each([
    ['windows-1252', COMMAS, 'ă'],
    ['windows-1252', 'It’s “three days”, she said.', '’'],
    ['windows-1252', 'Порт закроют на три дня', 'Порт'],
    ['iso-8859-1', COMMAS, 'ă'],
    ['windows-1250', COMMAS, 'ă'],
    ['windows-1252', 'Fisher’s port', '’'],
  ])('is warned of: as %s, %s', (encoding, text, meant) => {
    const found = findMojibake(garbled(text, encoding))
    expect(found).toMatchObject({ meant })
    const { warnings, text: kept } = decodeText(Buffer.from(garbled(text, encoding)))
    expect(warnings).toEqual([{ code: 'mojibake', message: expect.stringContaining(`“${meant}” was meant`) }])
    expect(kept).toBe(garbled(text, encoding))
  })

  test.each([
    ROMANIAN,
    COMMAS,
    'Příliš žluťoučký kůň. ÂÊÎ, àâ «é».',
    'ÎNCHIS: ŞEDINŢĂ, ŢĂRĂNEŞTI, ÎÎ',
    'Üüö İĞŞ ÇĞ Æøå Ðþ',
    'Порт закроют на три дня',
    '市长宣布明年将降低税收。',
    'naïve café – 50 € “quoted”… ©®',
    '😀👩‍👩‍👧',
    '',
  ])('and sound text is not: %s', (text) => {
    expect(findMojibake(text)).toBeNull()
  })
})

describe('names of encodings', () => {
  test.each([
    ['Windows-1250', 'windows-1250', 'windows-1250'],
    ['win1251', 'windows-1251', 'windows-1251'],
    ['ISO_8859-2', 'iso-8859-2', 'iso-8859-2'],
    ['latin1', 'iso-8859-1', 'windows-1252'],
    ['utf-16', 'utf-16le', 'utf-8'],
    ['GBK', 'gb18030', 'gb18030'],
    ['base64', null, null],
    ['', null, null],
  ])('%j', (label, name, web) => {
    expect(encodingName(label)).toBe(name)
    expect(webEncodingName(label)).toBe(web)
  })
})

describe('the preview of encodings', () => {
  test('the likeliest first, each with the lines that tell, and none that reads like another', () => {
    const bytes = iconv.encode(`Plain first line\n${ROMANIAN}\nEnd`, 'windows-1250')
    const [first, ...others] = encodingPreview(bytes)
    expect(first).toEqual({ encoding: 'windows-1250', confidence: 1, lines: [ROMANIAN] })
    expect(others.length).toBeGreaterThan(2)
    expect(new Set([first, ...others].map((one) => one?.lines.join())).size).toBe(others.length + 1)
    expect(others.every(({ confidence }) => confidence < 0.6)).toBe(true)
  })

  test('one alone where there is nothing to choose', () => {
    expect(encodingPreview(Buffer.from('plain'))).toEqual([{ encoding: 'utf-8', confidence: 1, lines: ['plain'] }])
  })

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const { confidence } of encodingPreview(bytes)) expect(confidence).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
