import { decodeText } from '../decode'
import { ImportFailure } from '../failure'
import { MetadataReader, pageMetadata } from './html/page-metadata'
import { readablePart } from './html/readable-part'
import { scanPage } from './html/scan'
import { TextReader, visibleText } from './html/visible-text'
import type { DocumentReader } from './reader'

/** After a byte order mark, white space, comments and an XML declaration. */
const BEGINNING = /^\ufeff?(?:\s+|<!--.*?-->|<\?xml\b[^>]*>)*<(?:!doctype\s+html\b|html\b|head\b|body\b)/is
const LOOK_AT = 4096

/** A share of what the page shows, and a length in UTF-16 code units, below which the part that stands out is none. */
const LEAST_SHARE = 0.25
const LEAST_LENGTH = 140

const NO_TEXT = 'The page shows no text: what it is made of is scripts, pictures or forms.'

export const htmlReader: DocumentReader = {
  kind: 'document',
  format: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  recognises: (head) => BEGINNING.test(startOf(head)),
  read: async (bytes, _name, options) => {
    const { text: source, ...decoded } = decodeText(bytes, {
      chosen: options.encoding,
      declared: declaredCharset(bytes),
    })
    const page = new TextReader({ isPart: false })
    const said = new MetadataReader((name) => page.isInside(name))
    scanPage(source, [page, said])
    const text = await articleText(source, page)
    if (text === '') throw new ImportFailure('empty', NO_TEXT)
    return { ...decoded, text, declared: pageMetadata(said, page.heading) }
  },
}

/** The article's words, a line a paragraph, below the page's heading. */
async function articleText(source: string, page: TextReader): Promise<string> {
  const { text, heading, size } = page
  const part = await readablePart(source, size)
  const article = part === null ? '' : visibleText(part)
  const isArticle = article.length >= LEAST_LENGTH && article.length >= text.length * LEAST_SHARE
  // where nothing but what stands around articles is left, that is its text
  if (!isArticle) return text === '' ? visibleText(source) : text
  // the search for the article takes its heading away where it is the page's title
  const hasHeading = heading === null || article.split('\n', 3).some((line) => line.includes(heading))
  return hasHeading ? article : `${heading}\n${article}`
}

const CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/i

/** The encoding that a page names in its beginning. */
function declaredCharset(bytes: Uint8Array): string | null {
  const match = CHARSET.exec(Buffer.from(bytes.subarray(0, LOOK_AT)).toString('latin1'))
  return match?.[1] ?? match?.[2] ?? null
}

function startOf(head: Uint8Array): string {
  const start = Buffer.from(head.subarray(0, LOOK_AT))
  return start[0] === 0xff || start[1] === 0
    ? start.toString('utf16le')
    : start.toString('latin1').replace(/^\xef\xbb\xbf/, '')
}
