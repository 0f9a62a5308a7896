import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/engine/import/decode'
import { ImportFailure } from '../../../src/engine/import/failure'

const ROMANIAN =
  'Primăria a anunţat că şedinţa de astăzi nu se va ţine. „Îi aşteptăm pe toţi vineri”, a spus edilul, potrivit căruia lucrările în port încep în câteva zile. Pescarii sunt supăraţi.'
const ROMANIAN_ISO = ROMANIAN.replace(/[„”]/g, '"')
const ROMANIAN_COMMA = ROMANIAN.replaceAll('ş', 'ș').replaceAll('ţ', 'ț')
const POLISH =
  'Burmistrz zapowiedział, że łódź ratunkowa wróci jutro. „Nie ma się czego bać” – dodał, choć rybacy z tej części wybrzeża są innego zdania. Ćwierć miasta już śpi, a źdźbła trawy są żółte.'
const FRENCH =
  'La maire a déclaré que le port resterait fermé jusqu’à lundi. « Où irons-nous ? » demandent les pêcheurs, déçus par cette décision prise à la hâte, un cœur gros.'
const GERMAN =
  'Die Bürgermeisterin erklärte, dass der Hafen für drei Tage schließt. „Wir müssen prüfen“, sagte sie. Die Größe des Schadens ist nicht bekannt.'
const RUSSIAN =
  'Мэр города заявила, что порт закроют на три дня. «Мы должны всё проверить», — сказала она рыбакам и не ответила на вопросы.'
const HUNGARIAN =
  'A polgármester közölte, hogy a kikötő három napra bezár. Az őszi vihar után a hajók nem futhatnak ki, és a fűtés is leállt.'
const CZECH =
  'Starostka řekla, že přístav bude tři dny zavřený. Rybáři se na ni zlobí a ptají se, kdo jim zaplatí škodu, která je již příliš veliká.'
const TURKISH =
  'Belediye başkanı, limanın üç gün için kapalı olacağını söyledi. Balıkçılar bu karara kızdı ve çok şaşırdı; daha önce böyle bir şey görmediklerini anlattılar.'
const SPANISH =
  'La alcaldesa dijo que el puerto cerrará tres días. «¿Qué haremos mañana?», preguntan los pescadores, que no están conformes con la decisión.'
const GREEK = 'Η δήμαρχος δήλωσε ότι το λιμάνι θα κλείσει για τρεις ημέρες. Οι ψαράδες δεν συμφωνούν με την απόφαση.'
const HEBREW = 'ראש העיר הודיעה כי הנמל ייסגר לשלושה ימים. הדייגים כועסים ושואלים מי ישלם על הנזק.'
const JAPANESE = '市長は、港を三日間閉鎖すると発表した。漁師たちは「明日からどうすればいいのか」と不満を口にしている。'
const CHINESE = '市长宣布港口将关闭三天。渔民们对这一决定表示不满，并询问谁来赔偿他们的损失。'
const ENGLISH =
  'The mayor said the harbour would close – for “three days”, as she put it. It’s the second time that the port is closed.'

const CASES: readonly [language: string, encoding: string, text: string][] = [
  ['Romanian', 'windows-1250', ROMANIAN],
  ['Romanian', 'iso-8859-2', ROMANIAN_ISO],
  ['Romanian, comma below', 'iso-8859-16', ROMANIAN_COMMA],
  ['Polish', 'windows-1250', POLISH],
  ['Polish', 'iso-8859-2', POLISH.replace(/[„”]/g, '"').replace('–', '-')],
  ['French', 'windows-1252', FRENCH],
  ['French', 'iso-8859-15', FRENCH.replace('’', "'")],
  ['German', 'windows-1252', GERMAN],
  ['Russian', 'windows-1251', RUSSIAN],
  ['Russian', 'koi8-r', RUSSIAN.replace(/[«»—]/g, '-')],
  ['Russian', 'cp866', RUSSIAN.replace(/[«»—]/g, '-')],
  ['Hungarian', 'windows-1250', HUNGARIAN],
  ['Czech', 'windows-1250', CZECH],
  ['Czech', 'iso-8859-2', CZECH],
  ['Turkish', 'windows-1254', TURKISH],
  ['Spanish', 'windows-1252', SPANISH],
  ['Greek', 'windows-1253', GREEK],
  ['Hebrew', 'windows-1255', HEBREW],
  ['Japanese', 'shift_jis', JAPANESE],
  ['Japanese', 'euc-jp', JAPANESE],
  ['Chinese', 'gb18030', CHINESE],
  ['English', 'windows-1252', ENGLISH],
]

const failure = (bytes: Uint8Array) => {
  try {
    decodeText(bytes)
  } catch (error) {
    if (error instanceof ImportFailure) return { code: error.code, message: error.message }
    throw error
  }
  return null
}

describe('encodings without a mark', () => {
  test.each(CASES)('%s in %s', (_, encoding, text) => {
    // the sample can be written in the encoding at all
    expect(iconv.decode(iconv.encode(text, encoding), encoding)).toBe(text)
    expect(decodeText(iconv.encode(text, encoding)).text).toBe(text)
  })

  test.each(CASES)('%s in %s, as a long file', (_, encoding, text) => {
    const long = `${'Plain words to begin with.\n'.repeat(12_000)}${`${text}\n`.repeat(40)}`
    expect(decodeText(iconv.encode(long, encoding)).text).toBe(long)
  })

  test.each([
    [
      'one letter',
      'Br\xe3ila este un ora\xba din Rom\xe2nia, nu departe de Gala\xfei.',
      'Brăila este un oraş din România, nu departe de Galaţi.',
    ],
    ['a few letters', 'ora\xbaul nu a spus nimic', 'oraşul nu a spus nimic'],
    ['an accent', 'the caf\xe9 in the harbour', 'the café in the harbour'],
    ['a pound', 'It cost \xa35 in the shop.', 'It cost £5 in the shop.'],
  ])('little to go by: %s', (_, bytes, text) => {
    expect(decodeText(Buffer.from(bytes, 'latin1')).text).toBe(text)
  })

  test('UTF-8 and plain ASCII', () => {
    expect(decodeText(Buffer.from(`${ROMANIAN_COMMA} 👩‍👩‍👧 e\u0301`))).toMatchObject({
      text: `${ROMANIAN_COMMA} 👩‍👩‍👧 e\u0301`,
      encoding: 'utf-8',
      bom: false,
    })
    expect(decodeText(Buffer.from('plain'))).toMatchObject({ encoding: 'utf-8', lineEnding: 'none' })
  })

  test.each(['utf-16le', 'utf-16be'])('%s', (encoding) => {
    for (const text of [ROMANIAN, RUSSIAN, 'short', '😀 said the mayor of the harbour']) {
      expect(decodeText(iconv.encode(text, encoding, { addBOM: false }))).toMatchObject({ text, encoding, bom: false })
    }
  })
})

describe('byte order marks', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s', (encoding) => {
    const bytes = iconv.encode('Ștefan 😀', encoding, { addBOM: true })
    expect(decodeText(bytes)).toMatchObject({ text: 'Ștefan 😀', encoding, bom: true, lineEnding: 'none' })
  })

  test('a second mark is text', () => {
    expect(decodeText(Buffer.from('\ufeff\ufefftext')).text).toBe('\ufefftext')
  })
})

describe('line endings', () => {
  test.each([
    ['a\nb', 'lf'],
    ['a\r\nb', 'crlf'],
    ['a\rb', 'cr'],
    ['a\r\nb\nc', 'mixed'],
    ['a\n\rb', 'mixed'],
    ['ab', 'none'],
  ])('%j', (raw, lineEnding) => {
    expect(decodeText(Buffer.from(raw))).toMatchObject({ text: raw.replace(/\r\n?/g, '\n'), lineEnding })
  })

  test('other separators are text', () => {
    expect(decodeText(Buffer.from('a\u2028b\u0085c\fd\te')).text).toBe('a\u2028b\u0085c\fd\te')
  })
})

describe('what is no text', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['only a mark', Buffer.from('\ufeff'), 'empty'],
    ['white space', Buffer.from(' \n\t\r\n\u00a0'), 'empty'],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'binary'],
    ['zero bytes in text', Buffer.from('text\0with\0zeros'), 'binary'],
    ['a few zero bytes, an even number of bytes', Buffer.from('Some text\0\u0001\u0002with nul bytes'), 'binary'],
    ['a zero byte alone in plain words', Buffer.from('Some text\0with one nul'), 'binary'],
    ['escape sequences', Buffer.from('\u001b[31mred'), 'binary'],
    ['a PDF', Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01\x02', 'latin1'), 'binary'],
    [
      'UTF-16 with half a character',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('ab', 'utf16le'), Buffer.from([1])]),
      'undecodable',
    ],
    [
      'UTF-16 with a lone surrogate',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\ud800b', 'utf16le')]),
      'undecodable',
    ],
    ['UTF-8 with a mark, damaged', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]), 'undecodable'],
  ])('%s', (_, bytes, code) => {
    expect(failure(bytes)?.code).toBe(code)
  })

  test.each<[string, string]>([
    ['%PDF-1.4\n1 0 obj << >> endobj', 'a PDF document'],
    ['{\\rtf1\\ansi Hello}', 'an RTF document'],
    ['PK\x03\x04 word/document.xml', 'a ZIP archive'],
    ['\x1f\x8b\x08', 'a gzip archive'],
    ['\xff\xd8\xff\xe0', 'a JPEG image'],
    ['GIF89a', 'a GIF image'],
    ['\x7fELF', 'a program'],
    ['MZ\x90\0', 'a program'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an older Microsoft Office document'],
  ])('%j is named', (beginning, kind) => {
    expect(failure(Buffer.from(beginning, 'latin1'))).toEqual({
      code: 'binary',
      message: expect.stringContaining(`it is ${kind}`),
    })
  })

  test.each<[string, string]>([
    ['one\r\ntwo \u001b[31mred', 'line 2 holds U+001B (ESC)'],
    ['a\rb\nc\n\u007f', 'line 4 holds U+007F (DEL)'],
    ['in the \u001a middle\u001a', 'line 1 holds U+001A (SUB)'],
    ['odd\u0008 at its end\u001a', 'line 1 holds U+0008 (BS)'],
    ['one\0two', 'line 1 holds U+0000 (NUL)'],
    ['caf\xe9\n\u0001', 'line 2 holds U+0001 (SOH)'],
  ])('a character that no text has is named, with its line: %j', (text, where) => {
    const message = expect.stringContaining(where)
    expect(failure(Buffer.from(text, 'latin1'))).toEqual({ code: 'binary', message })
  })

  test('the line and page breaks of word processors and the end of a DOS file are text', () => {
    for (const text of ['one\vtwo\fthree', 'the end\r\n\u001a', 'the end\n\u001a\u001a', 'caf\xe9 d\xe9j\xe0\u001a']) {
      expect(decodeText(Buffer.from(text, 'latin1')).text).toBe(text.replace('\r\n', '\n'))
    }
    expect(failure(Buffer.from('\r\n\u001a'))?.code).toBe('empty')
  })

  test('two letters are no program', () => {
    expect(decodeText(Buffer.from('MZ is an abbreviation.')).encoding).toBe('utf-8')
  })

  test('damaged UTF-8 is told from other encodings, with the place', () => {
    const whole = Buffer.from(ROMANIAN_COMMA)
    const at = whole.indexOf(Buffer.from('ă')) + 1
    const damaged = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)])
    expect(failure(damaged)).toEqual({
      code: 'undecodable',
      message: expect.stringContaining(`at byte ${at - 1} `),
    })
  })

  test.each([
    ['a byte lost', 'Bun\xc4\x83 ziua \xc8arr\xc4\x83'],
    ['two bytes lost', 'Bun\xc4\x83 ziua \xc8\x9bar\xc4 mea\xc4'],
    ['one of two', 'caf\xc3\xa9 et th\xc3'],
    ['cut in its last character', 'Bun\xc4\x83 ziua, \xc8\x9bar\xc4'],
    ['a stray byte at its end', 'Bun\xc4\x83 ziua \xc8\x9bar\xc4\x83 \xff'],
  ])('short and damaged: %s', (_, bytes) => {
    expect(failure(Buffer.from(bytes, 'latin1'))).toMatchObject({
      code: 'undecodable',
      message: expect.stringContaining('UTF-8, but damaged'),
    })
  })

  // each stretch of a few words, some of which hold a well-formed UTF-8 sequence by chance
  test.each(CASES)('a few words of %s in %s are not taken for damaged UTF-8', (_, encoding, text) => {
    for (const variant of [text, text.toUpperCase(), text.replace(/(?<= )\p{L}+(?= )/gu, '„$&”')]) {
      const words = variant.split(' ')
      for (let count = 1; count <= 5; count++) {
        for (let start = 0; start + count <= words.length; start++) {
          const few = words.slice(start, start + count).join(' ')
          expect(failure(iconv.encode(few, encoding))?.message ?? '', few).not.toContain('damaged')
        }
      }
    }
  })

  test('arbitrary bytes are refused', () => {
    const bytes = Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919 + ((n * n) % 251)) % 256))
    expect(failure(bytes)?.code).toBe('binary')
    const high = Buffer.from(Array.from({ length: 4000 }, (_, n) => 128 + ((n * 7919 + ((n * n) % 251)) % 128)))
    expect(failure(high)?.code).toBe('undecodable')
  })
})
