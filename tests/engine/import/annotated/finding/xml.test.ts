import { expect, test } from 'vitest'
import { BadXml, parseXml } from '../../../../../src/engine/import/annotated/finding/xml'

function faultOf(...lines: string[]): string {
  try {
    parseXml(lines.join('\n'), { open: () => {} })
  } catch (error) {
    if (error instanceof BadXml) return `${error.line} ${error.message}`
    throw error
  }
  return 'none'
}

const AMPERSAND = 'an “&” stands there alone, which is written “&amp;”'

test.each([
  ['with a semicolon further down', ['<a>', '<b x="R & D"/>', '<c/>', '<d x="a;b"/>', '</a>'], `2 ${AMPERSAND}`],
  ['without any', ['<a>', '<b x="1"/>', '<b x="R&D"/>', '<c/>', '</a>'], `3 ${AMPERSAND}`],
  ['behind others that are none', ['<a>', '<!-- & -->', '<![CDATA[ & ]]>', '&amp; &#38; &', '</a>'], `4 ${AMPERSAND}`],
  ['an entity of HTML', ['<a>', '', 'x&nbsp;y', '</a>'], '3 “&nbsp;” is not known there: write the character itself'],
  [
    'a quotation that does not end',
    ['<a>', '<b x="1/>', '<c/>', '</a>'],
    '2 the value of an attribute does not end, for want of a quotation mark',
  ],
  [
    'a sign that begins a tag',
    ['<a>', '<b', ' x="1 < 2"/>', '</a>'],
    '3 a “<” stands in the value of an attribute, which is written “&lt;”',
  ],
  ['an end that is missing', ['<a>', '<b/>', ''], '3 it ends before <a> is closed, as if it was cut off'],
  ['an end that is another', ['<a>', '<b>', '</c>', '</a>'], '3 unexpected close tag'],
  ['nothing', ['<a>', '&amp;</a>'], 'none'],
])('what is no XML is named in its own line: %s', (_, lines, fault) => {
  expect(faultOf(...lines)).toBe(fault)
})
