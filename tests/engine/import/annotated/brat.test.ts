import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bratReader } from '../../../../src/engine/import/annotated/brat'
import { putFiles, readFound, told } from '../../export/support/written-and-read'
import { tempFolder } from '../../support/temp-folder'

const TEXT = 'Mayor Irina Dobre paid 5 lei\nto the port, he said.'

async function read(ann: string, more: Record<string, string | Uint8Array> = {}) {
  const folder = tempFolder()
  putFiles(folder, { 'a.ann': ann, 'a.txt': TEXT, ...more })
  return readFound(bratReader, join(folder, 'a.ann'))
}

test('an event is its trigger, which relations of its roles leave', async () => {
  const { texts, troubles } = await read(
    [
      'T2\tMoney 23 28\t5 lei',
      'E1\tPay:T3 Who:T1 What:T2 What2:E2',
      'T1\tPerson 6 17\tIrina Dobre',
      'T3\tPay 18 22\tpaid',
      'E2\tSay:T4',
      'T4\tSay 45 49\tsaid',
      'A1\tConfidence E1 High',
      'M1\tNegation E1',
      '#1\tAnnotatorNotes E1\tin cash',
      'N1\tReference T1 Wikipedia:64488\tIrina D.',
      '*\tAlias T1 T2 T4',
      'R1\tBefore Arg1:E1 Arg2:E2\t',
    ].join('\n'),
  )
  expect(troubles).toEqual([])
  expect(texts[0]!.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
    ['Who', 'T3', 'T1'],
    ['What', 'T3', 'T2'],
    ['What', 'T3', 'T4'],
    ['Alias', 'T1', 'T2'],
    ['Alias', 'T2', 'T4'],
    ['Before', 'T3', 'T4'],
  ])
  const [, person, pay] = texts[0]!.spans
  expect(pay).toMatchObject({ label: 'Pay', attributes: { Confidence: 'High', Negation: true }, note: 'in cash' })
  expect(person).toMatchObject({ attributes: { Reference: 'Wikipedia:64488 Irina D.' }, place: ':3' })
})

test('a part ends at a line break: the parts are one, whatever they count in and however lines end', async () => {
  const parts = 'T1\tMoney 23 28;29 40\t5 lei to the port'
  expect((await read(parts)).texts[0]!.spans[0]).toMatchObject({ parts: [[23, 40]], words: '5 lei\nto the port' })
  const emoji = { 'a.txt': `😀${TEXT}` }
  const inUtf16 = await read('T1\tMoney 25 30;31 42\t5 lei to the port', emoji)
  expect(inUtf16.texts[0]!.spans[0]).toMatchObject({ parts: [[25, 42]] })
  const crlf = await read('T1\tMoney 23 28;30 41\t5 lei to the port', { 'a.txt': TEXT.replace('\n', '\r\n') })
  expect(crlf.texts[0]).toMatchObject({ text: TEXT.replace('\n', '\r\n') })
  expect(crlf.texts[0]!.spans[0]).toMatchObject({ parts: [[23, 41]], words: '5 lei\r\nto the port' })
  // a gap of words stays one
  expect((await read('T1\tX 0 5;12 17\tMayor Dobre')).texts[0]!.spans[0]!.parts).toHaveLength(2)
})

test('values are as the configuration has them, in its folder or the one above', async () => {
  const ann = 'T1\tX 0 5\tMayor\nA1\tgrade T1 3\nA2\tcount T1 3\nA3\tgrade T1 007\n'
  const plain = await read(ann)
  expect(plain.texts[0]!.spans[0]!.attributes).toEqual({ grade: ['3', '007'], count: 3 })
  const conf = '[attributes]\n# the grade\ngrade\tArg:<ENTITY>, Value:1|2|3\n'
  const folder = tempFolder()
  putFiles(folder, { 'in/a.ann': 'T1\tX 0 5\tMayor\nA1\tgrade T1 3\n', 'in/a.txt': TEXT, 'annotation.conf': conf })
  const { texts } = await readFound(bratReader, join(folder, 'in/a.ann'))
  expect(texts[0]!.spans[0]!.attributes).toEqual({ grade: '3' })
})

test('lines that say nothing, or of nothing, are told and the rest is read', async () => {
  const { texts, troubles } = await read(
    'T1\tX 0 5\tMayor\nT2\tX here\tx\nQ1\tX T1\nR1\ta Arg1:T1\nA1\ta T9\n#1\tAnnotatorNotes R9\tx\n\nT3\tX -3 99\tMayor\nE1\tX:T1\nE2\tX:T1\n',
  )
  expect(texts[0]!.spans.map(({ id }) => id)).toEqual(['T1', 'T3'])
  expect(told(troubles)).toEqual([
    ':2 bad_record',
    ':3 bad_record',
    ':4 bad_record',
    ':10 shared_trigger',
    ':5 missing_span',
    ':6 missing_span',
  ])
})

test('words that no tab parts from their offsets are told so', async () => {
  const { texts, troubles } = await read('T1 X 0 5 Mayor\nT2\tX\nT3\tX 0 5\tMayor')
  expect(troubles.map(({ part, message }) => [part, message])).toEqual([
    [':1', expect.stringMatching(/there is no tab/)],
    [':2', expect.stringMatching(/has no offsets/)],
  ])
  expect(texts[0]!.spans).toHaveLength(1)
})

test('annotations whose text is not there are told; a text without annotations comes alone', async () => {
  const folder = tempFolder()
  putFiles(folder, { 'b.ann': 'T1\tX 0 5\tMayor\n' })
  const missing = await readFound(bratReader, join(folder, 'b.ann'))
  expect(told(missing.troubles)).toEqual([' text_missing'])
  expect(missing.troubles[0]!.message).toContain('b.txt')
  expect((await read('')).texts).toMatchObject([{ text: TEXT, spans: [] }])
})

test('a note to an attribute or a reference is a note to what that is of', async () => {
  const { texts, troubles } = await read(
    'T1\tX 0 5\tMayor\nA1\tSure T1\nN1\tReference T1 Wikipedia:1\n#1\tAnnotatorNotes A1\tfairly\n#2\tAnnotatorNotes N1\tsee there\n',
  )
  expect(troubles).toEqual([])
  expect(texts[0]!.spans[0]!.note).toBe('fairly\nsee there')
})

test.each([
  ['counts', 1],
  ['does not count', 0],
])('a text may begin with a byte order mark, which brat %s', async (_, shift) => {
  // brat keeps it as a character of the text; what others write for brat may not
  const at = (start: number, end: number) => `${start + shift} ${end + shift}`
  const lines = [
    `T1\tPerson ${at(6, 17)}\tIrina Dobre`,
    `T2\tThe ${at(32, 35)}\tthe`,
    `T3\tClaim ${at(23, 28)};${at(29, 31)}\t5 lei to`,
  ]
  const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)])
  const { texts, troubles } = await read(lines.join('\n'), { 'a.txt': bom })
  expect(troubles).toEqual([])
  expect(texts[0]!.text).toBe(TEXT)
  expect(texts[0]!.spans.map(({ parts, words }) => [parts, words])).toEqual([
    [[[6, 17]], 'Irina Dobre'],
    [[[32, 35]], 'the'],
    [[[23, 31]], '5 lei\nto'],
  ])
})
