import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { inputOf, problemsIn, readOptions, readParts, recordsIn } from './read-parts'

const read = (content: string | Uint8Array, name = 'a.csv', given = {}, remembered = null as null | object) =>
  readParts(inputOf(content, name), readOptions(given, remembered))
const texts = async (...args: Parameters<typeof read>) => recordsIn(await read(...args)).map(({ text }) => text)

describe('a table', () => {
  test('whose text has no known name says which column was taken for it, once, unless it was chosen', async () => {
    const rows = ['1;12.03.2025;Portul a fost închis azi.;fr', '2;13.03.2025;Portul s-a deschis din nou.;Romanian']
    const found = await read(rows.join('\n'))
    expect(recordsIn(found).map(({ text }) => text)).toEqual([
      'Portul a fost închis azi.',
      'Portul s-a deschis din nou.',
    ])
    expect(problemsIn(found)).toEqual([' text_guessed'])
    expect(found[0]).toMatchObject({ kind: 'warning', message: expect.stringContaining('“column 3”') })
    expect(problemsIn(await read(rows.join('\n'), 'a.csv', { mapping: { text: 'column 3' } }))).toEqual([])
    expect(problemsIn(await read(rows.join('\n'), 'a.csv', {}, { text: 'column 3' }))).toEqual([])
    const named = await read(['Titel;Inhalt;Datum;Sprache', 'A;Kurz;3.5.2025;Deutsch'].join('\n'))
    expect(problemsIn(named)).toEqual([])
    expect(recordsIn(named)[0]).toMatchObject({
      text: 'Kurz',
      declared: { title: 'A', publishedOn: '2025-05-03', lang: 'de' },
    })
  })

  test('with everything that is known of a row', async () => {
    const content =
      'Titlu,Conținut,Data publicării,Sursa,Cod,Vizualizări,Prioritar,Cod poștal\n' +
      '"Port, închis","Prima linie\nA doua ""linie""",23.12.2025,Ziarul,r1,120,true,007\n'
    const [found] = recordsIn(await read(content))
    expect(found).toMatchObject({
      part: 'r1',
      text: 'Prima linie\nA doua "linie"',
      declared: {
        title: 'Port, închis',
        publishedOn: '2025-12-23',
        extra: { source: 'Ziarul', Cod: 'r1', Vizualizări: 120, Prioritar: true, 'Cod poștal': '007' },
      },
    })
  })

  test.each([
    [',', 'a.csv'],
    [';', 'a.csv'],
    ['\t', 'a.tsv'],
    ['\t', 'a.csv'],
    ['|', 'a.csv'],
  ])('parted by %j in %s', async (separator, name) => {
    const rows = [
      ['title', 'text', 'note'],
      ['One', '"First, with; all\tof | them"', 'a'],
      ['Two', '"Second"', 'b'],
    ]
    const content = rows.map((row) => row.join(separator)).join('\r\n')
    expect(await texts(content, name)).toEqual(['First, with; all\tof | them', 'Second'])
  })

  test('one column', async () => {
    expect(await texts('text\nOne\n"Two, with a comma"\n')).toEqual(['One', 'Two, with a comma'])
  })

  test('columns without names, or with the same ones', async () => {
    const [found] = recordsIn(await read('text,,note,note\nOne,a,b,c\n'))
    expect(found!.declared.extra).toEqual({ 'column 2': 'a', note: 'b', 'note (2)': 'c' })
  })

  test('a table without a header has its columns by number', async () => {
    const long = 'A text that is as long as the text of an article, and longer than any name of a column would ever be.'
    const content = `2025-12-23,${long.replaceAll(',', '')} One.\n2025-12-24,${long.replaceAll(',', '')} Two.\n`
    const mapping = { text: 'column 2', date: 'column 1' }
    const found = recordsIn(await read(content, 'a.csv', { mapping }))
    expect(found.map(({ part, declared }) => [part, declared.publishedOn])).toEqual([
      [':1', '2025-12-23'],
      [':2', '2025-12-24'],
    ])
  })

  test('the place of a row is the line it begins in', async () => {
    const content = 'text,note\n"One\nmore",a\n\n"Two\r\nmore",b\nThree,c\n'
    expect(recordsIn(await read(content)).map(({ part }) => part)).toEqual([':2', ':5', ':7'])
  })
})

describe('which column holds what', () => {
  const content = 'headline,body,teaser,when\nH,B,T,2025-01-02\n'

  test('is guessed, was chosen last, is chosen for these columns, or given', async () => {
    expect(await texts(content)).toEqual(['B'])
    expect(await texts(content, 'a.csv', {}, { text: 'teaser' })).toEqual(['T'])
    const mappings = [{ columns: ['when', 'teaser', 'body', 'headline'], mapping: { text: 'headline' } }]
    expect(await texts(content, 'a.csv', { mappings }, { text: 'teaser' })).toEqual(['H'])
    const [found] = recordsIn(await read(content, 'a.csv', { mapping: { text: 'teaser', date: 'when' } }))
    expect(found).toMatchObject({
      text: 'T',
      declared: { title: 'H', publishedOn: '2025-01-02', extra: { body: 'B' } },
    })
  })

  test('a column that is not there', async () => {
    const parts = await read(content, 'a.csv', { mapping: { text: 'nowhere' } })
    expect(parts).toMatchObject([{ code: 'no_text_column', message: expect.stringContaining('headline, body') }])
  })
})

describe('bad rows', () => {
  test('ragged ones are told with their lines, and the rest comes in', async () => {
    const content = 'title,text\nOne,First\nTwo\nThree,Third,more\nFour,"Fourth\nline"\nFive,\nSix,Sixth\n'
    const parts = await read(content)
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['First', 'Fourth\nline', 'Sixth'])
    expect(problemsIn(parts)).toEqual([':3 ragged_row', ':4 ragged_row', ':7 no_text'])
    expect(parts.find(({ part }) => part === ':4')).toMatchObject({
      message: 'This row has 3 cells, and the table has 2 columns.',
    })
  })

  test('a quotation mark that is never closed', async () => {
    const parts = await read('title,text\nOne,First\nTwo,"Second\nThree,Third\n')
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['First'])
    expect(problemsIn(parts)).toEqual([':3 bad_record'])
  })

  test('quotation marks inside a cell are part of the text', async () => {
    expect(await texts('title\ttext\nOne\tA 5" pipe\nTwo\t"So" she said\n', 'a.tsv')).toEqual([
      'A 5" pipe',
      '"So" she said',
    ])
  })

  test('a table without rows, and no table', async () => {
    expect(problemsIn(await read('title,text\n'))).toEqual([' empty'])
    expect(problemsIn(await read(''))).toEqual([' empty'])
    expect(problemsIn(await read(Buffer.from('%PDF-1.4 x')))).toEqual([' binary'])
  })

  test('many of them are told one by one', async () => {
    async function* stream() {
      yield Buffer.from('title,text\nOne,First\n')
      const many = Buffer.from('ragged\n'.repeat(1000))
      for (let n = 0; n < 20; n++) yield many
      yield Buffer.from('Last,Last text\n')
    }
    const input = { ...inputOf('title,text\nOne,First\n', 'a.csv'), stream }
    const { csvReader } = await import('../../../../src/engine/import/readers/csv')
    let ragged = 0
    const found: string[] = []
    for await (const part of csvReader.read(input, readOptions())) {
      if (part.kind === 'record') found.push(part.text)
      else ragged++
    }
    expect([ragged, found]).toEqual([20_000, ['First', 'Last text']])
  })
})

test('dates that are not clear stay among the extra fields, and are told once', async () => {
  const parts = await read('text,date\nOne,03/04/2025\nTwo,04/05/2025\nThree,23/04/2025\nFour,2025-04-05\n')
  expect(problemsIn(parts)).toEqual([':2 unclear_date'])
  expect(recordsIn(parts).map(({ declared }) => [declared.publishedOn, declared.extra.date ?? null])).toEqual([
    [null, '03/04/2025'],
    [null, '04/05/2025'],
    ['2025-04-23', null],
    ['2025-04-05', null],
  ])
})

test.each(['windows-1250', 'iso-8859-2', 'utf-16le', 'utf-8'])('in %s', async (encoding) => {
  const content = 'titlu,text\nUnu,Primăria a anunţat închiderea oraşului şi a pieţei.\n'
  const [found] = recordsIn(await read(iconv.encode(content, encoding, { addBOM: encoding.startsWith('utf-16') })))
  expect(found?.text).toBe('Primăria a anunţat închiderea oraşului şi a pieţei.')
})

describe('a first line that says what parts the columns', () => {
  test.each([
    ['sep=;\n', ';'],
    ['sep=;\r\n', ';'],
    ['SEP=|\r\n', '|'],
    ['\ufeffsep=\t\n', '\t'],
    ['"sep=,"\n', ','],
  ])('%j is followed and is no row', async (line, separator) => {
    const rows = [
      ['title', 'text', 'note'],
      ['One', 'First, with many, many, commas', 'a'],
      ['Two'],
      ['Three', 'Third', 'c'],
    ]
    const quoted = rows.map((row) => row.map((cell) => (separator === ',' ? `"${cell}"` : cell)).join(separator))
    const parts = await read(line + quoted.join('\n'))
    expect(recordsIn(parts).map(({ text, part }) => [part, text])).toEqual([
      [':3', 'First, with many, many, commas'],
      [':5', 'Third'],
    ])
    expect(problemsIn(parts)).toEqual([':4 ragged_row'])
  })
})

test('a column of annotations, as Label Studio’s CSV has it, is told: they come in as a text', async () => {
  const regions = JSON.stringify([{ start: 0, end: 5, text: 'Taxes', labels: ['CLAIM'] }]).replaceAll('"', '""')
  const table = `id,text,label\n1,Taxes will fall.,"${regions}"\n2,Ports close.,\n`
  const parts = await readParts(inputOf(table, 'a.csv'))
  expect(recordsIn(parts)).toHaveLength(2)
  expect(problemsIn(parts)).toEqual([' annotations_as_text'])
  const other = '[{""start"": 1, ""of"": ""a list""}]'
  expect(problemsIn(await readParts(inputOf(`text,list\nTaxes will fall.,"${other}"\n`, 'b.csv')))).toEqual([])
})
