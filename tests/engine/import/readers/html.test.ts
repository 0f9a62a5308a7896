import { readFileSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { ImportFailure } from '../../../../src/engine/import/failure'
import { htmlReader } from '../../../../src/engine/import/readers/html'
import { PLAIN_IMPORT } from '../../../../src/shared/contract/import-options'

const options = { ...PLAIN_IMPORT, rememberedMapping: () => null }
const readBytes = async (bytes: Uint8Array) => htmlReader.read(bytes, 'page.html', options)
const read = async (source: string) => readBytes(Buffer.from(source))
const textOf = async (source: string) => (await read(source)).text

const PAGE = readFileSync(path.join(import.meta.dirname, '../../../fixtures/documents/news-page.html'))

describe('a news page', () => {
  test('gives its article, a line a paragraph, and nothing that is hidden, run or around it', async () => {
    const { text } = await readBytes(PAGE)
    expect(text.split('\n')).toEqual([
      'Portul se închide trei\u00a0zile',
      'Primăria a anunțat marți că portul va fi închis trei zile, de luni până miercuri, pentru reparații la dig. „Îi așteptăm pe toți vineri”, a spus primărița Ana Ruiz.',
      'Pescarii sunt nemulțumiți.',
      '„Nimeni nu ne-a întrebat”, spune Ion Călin, care iese pe mare de treizeci de ani și a văzut portul închis o singură dată, după furtuna din iarna lui 2012. <Digul> are o fisură de 3\u00a0metri.',
      'Luni: se închide bazinul vechi.',
      'Marți: se verifică digul.',
      'Consiliul local votează joi bugetul lucrărilor, estimat la 400\u202f000 de lei, a mai spus primărița, citată de Gazeta Farului 😀.',
    ])
  })

  test('says what it is', async () => {
    const { declared, encoding, lineEnding } = await readBytes(PAGE)
    expect({ encoding, lineEnding }).toEqual({ encoding: 'utf-8', lineEnding: 'lf' })
    expect(declared).toEqual({
      title: 'Portul se închide trei zile',
      publishedOn: '2025-12-23',
      dateFound: 'html_meta',
      lang: 'ro-RO',
      langFound: 'declared',
      url: 'https://gazeta.example/porturi/portul-se-inchide',
      tags: [],
      extra: {
        author: 'Ilinca Dobre',
        site: 'Gazeta Farului',
        section: 'Local',
        keywords: ['port', 'pescari', 'primărie'],
        description: 'Primăria închide portul.',
      },
    })
  })
})

describe('where a page says it', () => {
  const declaredIn = async (head: string, body = '<p>Text') =>
    (await read(`<html><head>${head}</head><body>${body}`)).declared

  test.each([
    ['<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-01-02"}</script>', 'json_ld'],
    [
      '<script type="application/ld+json">[{"@type":["Article"],"datePublished":"2025-01-02T23:59:00Z"}]</script>',
      'json_ld',
    ],
    ['<meta name="DC.date.issued" content="2025/01/02">', 'html_meta'],
    ['<meta itemprop="datePublished" content="Thu, 02 Jan 2025 10:00:00 GMT">', 'html_meta'],
  ])('a date: %s', async (head, dateFound) => {
    expect(await declaredIn(head)).toMatchObject({ publishedOn: '2025-01-02', dateFound })
  })

  test('a time in the article, but not one elsewhere', async () => {
    const time = '<time datetime="2025-01-02T08:00">2 January</time>'
    expect(await declaredIn('', `<article>${time}<p>x</article>`)).toMatchObject({
      publishedOn: '2025-01-02',
      dateFound: 'html_time',
    })
    expect((await declaredIn('', `<p>x ${time}`)).publishedOn).toBeNull()
  })

  test('no day is made up where it could be two', async () => {
    expect((await declaredIn('<meta name="date" content="04/05/2025">')).publishedOn).toBeNull()
    expect((await declaredIn('<meta name="date" content="2025-02-30">')).publishedOn).toBeNull()
  })

  test('linked data that is broken, or endless, is passed over', async () => {
    const ld = (json: string) => `<script type="application/ld+json">${json}</script>`
    expect((await declaredIn(ld('{"@type":"NewsArticle",'))).title).toBeNull()
    const deep = `${'{"@graph":['.repeat(50_000)}${']}'.repeat(50_000)}`
    expect((await declaredIn(ld(deep))).title).toBeNull()
  })

  test('only web addresses are a URL', async () => {
    expect((await declaredIn('<link rel="canonical" href="javascript:alert(1)">')).url).toBeNull()
    expect(
      (await declaredIn('<link rel="canonical" href="/a"><meta property="og:url" content="https://x.example/a">')).url,
    ).toBe('https://x.example/a')
  })
})

describe('encodings', () => {
  const body = '<body><p>Primăria a anunţat că şedinţa nu se va ţine astăzi, a spus edilul.'
  test.each([
    ['windows-1250', '<meta charset="windows-1250">'],
    ['iso-8859-2', '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">'],
    ['utf-8', '<meta charset="iso-8859-1">'],
  ])('%s', async (encoding, meta) => {
    const page = await readBytes(iconv.encode(`<html>${meta}${body}`, encoding))
    expect(page.text).toBe('Primăria a anunţat că şedinţa nu se va ţine astăzi, a spus edilul.')
    expect(page.encoding).toBe(encoding)
  })

  test('a name that is none, or is wrong, is passed over', async () => {
    const page = await readBytes(iconv.encode(`<meta charset="klingon">${body}`, 'windows-1250'))
    expect(page.text).toContain('anunţat')
  })

  test('UTF-16 is recognised and read', async () => {
    const bytes = iconv.encode(`\ufeff<!DOCTYPE html>${body}`, 'utf-16le')
    expect(htmlReader.recognises(bytes, 'page')).toBe(true)
    expect((await readBytes(bytes)).text).toContain('anunţat')
  })
})

describe('nasty pages', () => {
  test('unclosed and misplaced tags', async () => {
    expect(await textOf('<p>one<p>two <b>bold<div>three</i></b></table></p>four')).toBe('one\ntwo bold\nthree\nfour')
    expect(await textOf('<p hidden>no<p>yes')).toBe('yes')
  })

  test('tables, preformatted text, non-breaking and zero-width spaces', async () => {
    expect(await textOf('<table><tr><th>Year<th>Sum<tr><td>2025</td><td> 4 </td></table>')).toBe('Year\tSum\n2025\t4')
    expect(await textOf('<pre>  a\n    b</pre>c')).toBe('  a\n    b\nc')
    expect(await textOf('<p>a&nbsp;b\u200bc &amp;amp; &#0; &#xD800; &notit;')).toBe('a\u00a0b\u200bc &amp; � � ¬it;')
  })

  test('a page of scripts alone is refused with the reason', async () => {
    const page = read('<html><body><div id="app"></div><script>render()</script></body></html>')
    await expect(page).rejects.toThrow(ImportFailure)
    await expect(page).rejects.toThrow('The page shows no text')
  })

  test('ten megabytes of nested elements neither overflow nor hang', async () => {
    const text = await textOf(`<html><body>${'<div>'.repeat(2_000_000)}<p>deep`)
    expect(text).toBe('deep')
  })

  test('end tags that close nothing, by the million', async () => {
    expect(await textOf(`${'<div></p>'.repeat(500_000)}x`)).toBe('x')
  })
})

test.each([
  ['<!DOCTYPE html><p>x', true],
  ['\n<!-- a\n comment --> <HTML lang=en>', true],
  ['<?xml version="1.0"?><html xmlns="…">', true],
  ['\ufeff<html>', true],
  ['A text that mentions <html>', false],
  ['<p>a fragment', false],
  ['{"html": 1}', false],
])('%j is recognised: %s', (source, isPage) => {
  expect(htmlReader.recognises(Buffer.from(source), 'x')).toBe(isPage)
})

describe('characters that XHTML marks as such', () => {
  const said = '<![CDATA[Profit < 3 & debt > 4, said Ana Ruiz.]]>'
  test('are text, on a short page and in an article', async () => {
    expect(await textOf(`<html><body><p>${said}</p><p>More.</p></body></html>`)).toBe(
      'Profit < 3 & debt > 4, said Ana Ruiz.\nMore.',
    )
    const long = '<p>The harbour will be closed for three days, the mayor said on Tuesday, and nobody was asked.</p>'
    const page = `<html><body><nav>Home</nav><article><h1>Port</h1>${long.repeat(6)}<p>${said}</p></article></body></html>`
    expect(await textOf(page)).toContain('\nProfit < 3 & debt > 4, said Ana Ruiz.')
  })

  test('around scripts are not', async () => {
    const script = '<script>//<![CDATA[\nlet a = 1 < 2\n//]]></script><style>/*<![CDATA[*/p{}/*]]>*/</style>'
    expect(await textOf(`<html><head>${script}</head><body><p>Text.</p>${script}</body></html>`)).toBe('Text.')
    expect(await textOf('<html><body><p>Never <![CDATA[closed</p></body></html>')).toContain('Never')
  })
})
