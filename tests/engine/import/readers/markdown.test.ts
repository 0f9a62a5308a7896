import { describe, expect, test } from 'vitest'
import { found } from '../../../../src/engine/import/metadata'
import { markdownReader } from '../../../../src/engine/import/readers/markdown'
import { PLAIN_IMPORT } from '../../../../src/shared/contract/import-options'

const read = async (source: string) =>
  markdownReader.read(Buffer.from(source), 'a.md', { ...PLAIN_IMPORT, rememberedMapping: () => null })

describe('front matter', () => {
  test('becomes metadata, and the text stays as it is written after it', async () => {
    const text = '\n# Portul *se închide*\n\nText [cu](x) **semne**  \n'
    const {
      text: kept,
      declared,
      warnings,
    } = await read(`---
title: "Portul: închis"
date: 2025-12-23T01:00:00+02:00
lang: ro_RO
url: https://gazeta.example/port
tags: [port, pescari, port]
author: Ilinca Dobre
pages: 3
checked: true
sources: [primărie, 2 pescari]
place: { town: Farul, at: { km: 12.5 } }
nothing:
---
${text}`)
    expect(kept).toBe(text)
    expect(warnings).toEqual([])
    expect(declared).toEqual({
      title: 'Portul: închis',
      publishedOn: '2025-12-23',
      dateFound: 'front_matter',
      lang: 'ro-RO',
      langFound: 'declared',
      url: 'https://gazeta.example/port',
      tags: ['port', 'pescari'],
      extra: {
        author: 'Ilinca Dobre',
        pages: 3,
        checked: true,
        sources: ['primărie', '2 pescari'],
        'place.town': 'Farul',
        'place.at.km': 12.5,
      },
    })
  })

  test('Romanian names, tags in one line, Windows line ends, a byte order mark', async () => {
    const { declared, text } = await read(
      '\ufeff---\r\nTitlu: Un titlu\r\ndata: 2025-01-02\r\netichete: a, b\r\n...\r\nText\r\n',
    )
    expect(text).toBe('Text\n')
    expect(declared).toMatchObject({ title: 'Un titlu', publishedOn: '2025-01-02', tags: ['a', 'b'] })
  })

  test('what does not fit its name is kept as a field', async () => {
    const { declared } = await read('---\ndate: last Tuesday\nlang: klingonese!\nurl: javascript:alert(1)\n---\nText')
    expect(declared).toEqual(
      found({ extra: { date: 'last Tuesday', lang: 'klingonese!', url: 'javascript:alert(1)' } }),
    )
  })

  test('numbers stay as they are written where they would become others', async () => {
    const { declared } = await read('---\nid: 1580661436132757506\npostcode: 01234\nwords: 12\nx: 0.5\n---\nText')
    expect(declared.extra).toEqual({ id: '1580661436132757506', postcode: '01234', words: 12, x: 0.5 })
  })

  test('names of JavaScript’s own are names like others', async () => {
    const { declared } = await read('---\n__proto__: x\nconstructor: y\n---\nText')
    expect(Object.entries(declared.extra)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  test.each([
    ['---\ntitle: "open\ndate: 2025-01-02\n---\nText', /line \d/],
    ['---\na: [1, 2\n---\nText', /line \d/],
    [`---\na: ${'['.repeat(30_000)}\n---\nText`, /cannot be read/],
    [
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefg'[i]}`)}]\n`)}---\nText`,
      /alias/,
    ],
    ['---\ntitle: alone\n---\n', /no text follows/],
  ])('that is broken leaves the file as it is, with a warning', async (source, message) => {
    const { text, declared, warnings } = await read(source)
    expect(text).toBe(source)
    expect(declared.publishedOn).toBeNull()
    expect(warnings).toEqual([{ code: 'front_matter', message: expect.stringMatching(message) }])
  })

  test('unknown tags run nothing', async () => {
    const { declared } = await read('---\na: !!js/function "alert(1)"\nb: !custom x\n---\nText')
    expect(declared.extra).toEqual({ a: 'alert(1)', b: 'x' })
  })
})

test('without front matter all of it is text, and a first heading is the title', async () => {
  const speech = '---\nThe mayor said:\n---\nNothing.'
  for (const source of ['# A title #\n\nText', '---\n\nA line above\n\n---\n', speech, 'Text\n# Later\n']) {
    expect((await read(source)).text).toBe(source)
  }
  expect((await read('\n# A title #\nText')).declared.title).toBe('A title')
  expect((await read('Text\n# Later\n')).declared.title).toBeNull()
})

test.each([
  ['---\ntitle: x\n---\nText', true],
  ['---\r\n# a comment\r\nDată: x\r\n---\r\nText', true],
  ['---\ntitle: x\nno end', false],
  ['---\nA sentence.\n---\n', false],
  ['Text\n---\ntitle: x\n---\n', false],
])('%j is recognised: %s', (source, isOne) => {
  expect(markdownReader.recognises(Buffer.from(source), 'a.txt')).toBe(isOne)
})

describe('front matter that is broken', () => {
  test.each([
    ['---\ntitle: Port: closed\ndate: 2025-12-23\n---\nText.', 'Port: closed'],
    ["---\ntitle: 'It is closed\ntags: [a\n---\nText.", 'It is closed'],
    ['---\ntags: [a\nauthor: Ana\n---\n# Heading\n\nText.', 'Heading'],
  ])('still says its title: %j', async (source, title) => {
    const { text, declared, warnings } = await read(source)
    expect(text).toBe(source)
    expect(declared.title).toBe(title)
    expect(warnings.map(({ code }) => code)).toEqual(['front_matter'])
  })
})

describe('front matter that is broken', () => {
  test.each([
    ['---\ntitle: Port: closed\ndate: 2025-12-23\n---\nText.', 'Port: closed'],
    ["---\ntitle: 'It is closed\ntags: [a\n---\nText.", 'It is closed'],
    ['---\ntags: [a\nauthor: Ana\n---\n# Heading\n\nText.', 'Heading'],
  ])('still says its title: %j', async (source, title) => {
    const { text, declared, warnings } = await read(source)
    expect(text).toBe(source)
    expect(declared.title).toBe(title)
    expect(warnings.map(({ code }) => code)).toEqual(['front_matter'])
  })
})
