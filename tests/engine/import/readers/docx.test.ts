import { describe, expect, test } from 'vitest'
import { ImportFailure } from '../../../../src/engine/import/failure'
import { docxReader } from '../../../../src/engine/import/readers/docx'
import { PLAIN_IMPORT } from '../../../../src/shared/contract/import-options'
import { type ZipEntry, zipOf } from '../../support/zip'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string) => `<w:p>${content}</w:p>`
const heading = (text: string) => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(text)}</w:p>`

const entriesOf = (body: string, more: readonly ZipEntry[] = []): ZipEntry[] => [
  {
    name: '[Content_Types].xml',
    data: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  },
  { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>` },
  {
    name: 'word/styles.xml',
    data: `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
  },
  {
    name: 'word/footnotes.xml',
    data: `<w:footnotes ${WORD}><w:footnote w:id="2">${paragraph(run('Nota primăriei.'))}</w:footnote></w:footnotes>`,
  },
  {
    name: 'word/_rels/document.xml.rels',
    data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  },
  ...more,
]

const CORE: ZipEntry = {
  name: 'docProps/core.xml',
  data:
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Un titlu &amp; altul</dc:title>' +
    '<dc:creator>Ilinca Dobre</dc:creator><dc:language>ro-RO</dc:language><cp:keywords>port, dig</cp:keywords>' +
    '<dcterms:created>2025-12-23T10:00:00Z</dcterms:created></cp:coreProperties>',
}

const read = async (bytes: Uint8Array) =>
  docxReader.read(bytes, 'a.docx', { ...PLAIN_IMPORT, rememberedMapping: () => null })
const readEntries = (body: string, more?: readonly ZipEntry[]) => read(zipOf(entriesOf(body, more)))

describe('a Word document', () => {
  test('gives a line a paragraph, with spaces as they are, and its notes at the end', async () => {
    const { text } = await readEntries(
      heading('Portul se închide') +
        paragraph(
          `${run('„Îi  așteptăm”, a spus ') + run('primărița')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`,
        ) +
        paragraph('') +
        paragraph(`${run('Un rând')}<w:r><w:br/></w:r>${run('și altul 😀 &lt;aici&gt;')}`) +
        `<w:tbl><w:tr><w:tc>${paragraph(run('2025'))}</w:tc><w:tc>${paragraph(run('4'))}</w:tc></w:tr></w:tbl>` +
        paragraph(`<w:del><w:r><w:delText>șters</w:delText></w:r></w:del><w:ins>${run('adăugat')}</w:ins>`),
    )
    expect(text.split('\n')).toEqual([
      'Portul se închide',
      '„Îi  așteptăm”, a spus primărița[1].',
      'Un rând',
      'și altul 😀 <aici>',
      '2025',
      '4',
      'adăugat',
      'Nota primăriei.',
    ])
  })

  test('says what it is', async () => {
    const { declared } = await readEntries(paragraph(run('Text')), [CORE])
    expect(declared).toEqual({
      title: 'Un titlu & altul',
      publishedOn: '2025-12-23',
      dateFound: 'document',
      lang: 'ro-RO',
      langFound: 'declared',
      url: null,
      tags: [],
      extra: { author: 'Ilinca Dobre', keywords: ['port', 'dig'] },
    })
    expect((await readEntries(heading('Doar un titlu') + paragraph(run('x')))).declared.title).toBe('Doar un titlu')
  })

  test('is recognised by what is in it', () => {
    const bytes = zipOf(entriesOf(paragraph(run('x'))))
    expect(docxReader.recognises(bytes, 'x.bin')).toBe(true)
    expect(docxReader.recognises(zipOf([{ name: 'a.txt', data: 'x' }]), 'x.zip')).toBe(false)
    expect(docxReader.recognises(zipOf([{ name: 'password/a.txt', data: 'x' }]), 'x.bin')).toBe(false)
    expect(docxReader.recognises(Buffer.from('word/ PK'), 'x.docx')).toBe(false)
  })
})

describe('refused with the reason', () => {
  const whole = zipOf(entriesOf(paragraph(run('Text'))))
  const nested = '<w:smartTag>'.repeat(200_000)
  const bomb: ZipEntry = { name: 'word/bomb.xml', data: Buffer.alloc(101 * 1024 * 1024, ' ') }

  test.each<[string, () => Buffer, string, RegExp]>([
    ['cut off', () => whole.subarray(0, whole.length - 40), 'undecodable', /damaged or cut off/],
    ['cut at its start', () => whole.subarray(0, 300), 'undecodable', /damaged or cut off/],
    ['broken XML', () => zipOf(entriesOf('<w:p><w:r>')), 'undecodable', /damaged/],
    ['nested without end', () => zipOf(entriesOf(nested)), 'undecodable', /damaged/],
    ['no text', () => zipOf(entriesOf(paragraph(''))), 'empty', /no text/],
    [
      'another kind of archive',
      () => zipOf([{ name: 'xl/workbook.xml', data: '<x/>' }]),
      'unsupported',
      /no text of a Word/,
    ],
    [
      'encrypted entries',
      () => zipOf(entriesOf('', [{ name: 'word/a.xml', data: 'x', isEncrypted: true }])),
      'unsupported',
      /password/,
    ],
    ['encrypted whole', () => Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'unsupported', /password/],
    ['not an archive', () => Buffer.from('Just text'), 'unsupported', /no Word document/],
    ['a bomb', () => zipOf(entriesOf(paragraph(run('x')), [bomb])), 'too_large', /100 MB/],
    ['a bomb that lies', () => zipOf(entriesOf('', [{ ...bomb, claimedSize: 10 }])), 'undecodable', /damaged/],
  ])('%s', async (_, bytes, code, message) => {
    const failure = await read(bytes()).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(ImportFailure)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(message) })
  })
})
