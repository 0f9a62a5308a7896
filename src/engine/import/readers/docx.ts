import { ImportFailure } from '../failure'
import { found, inOrderOfTrust, NOTHING_FOUND } from '../metadata'
import { readCoreProperties } from './docx/core-properties'
import { damaged, openPackage } from './docx/open-package'
import { scanPage } from './html/scan'
import { TextReader } from './html/visible-text'
import type { DocumentReader } from './reader'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
/** What both the encrypted and the old kind of Word document are wrapped in. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const TEXT_PART = 'word/document.xml'
/** So far behind the beginning of a packed file's header stands its name. */
const NAME_AT = 30

const beginsWith = (bytes: Uint8Array, start: Buffer) => Buffer.from(bytes.subarray(0, start.length)).equals(start)

/** Whether one of the packed files whose headers are here lies in the folder that every Word document has. */
function hasWordPart(head: Buffer): boolean {
  for (let at = 0; at >= 0; at = head.indexOf(ZIP, at + 1)) {
    if (head.toString('latin1', at + NAME_AT, at + NAME_AT + 5) === 'word/') return true
  }
  return false
}

/** A Word document: a line a paragraph, its foot- and endnotes at the end. */
export const docxReader: DocumentReader = {
  kind: 'document',
  format: 'docx',
  extensions: ['.docx'],
  recognises: (head, name) =>
    beginsWith(head, ZIP) ? hasWordPart(Buffer.from(head)) : /\.docx$/i.test(name) && beginsWith(head, COMPOUND_FILE),
  read: async (bytes) => {
    if (beginsWith(bytes, COMPOUND_FILE)) throw new ImportFailure('unsupported', ENCRYPTED)
    if (!beginsWith(bytes, ZIP))
      throw new ImportFailure('unsupported', 'The file is no Word document, whatever its name says.')
    const parts = await openPackage(bytes)
    if (!parts.has(TEXT_PART)) throw new ImportFailure('unsupported', 'The file holds no text of a Word document.')
    const { text, heading } = await documentText(bytes)
    if (text === '') throw new ImportFailure('empty', 'The document has no text.')
    const core = parts.get('docProps/core.xml')
    return {
      text,
      // what the text is stored in, inside the document
      encoding: 'utf-8',
      bom: false,
      lineEnding: text.includes('\n') ? 'lf' : 'none',
      confidence: 1,
      warnings: [],
      declared: inOrderOfTrust([
        core === undefined ? NOTHING_FOUND : readCoreProperties(core.toString('utf8')),
        found({ title: heading }),
      ]),
    }
  },
}

const ENCRYPTED =
  'The document is protected by a password, or of a Word before 2007. Save it in Word as .docx without a password.'

async function documentText(bytes: Uint8Array): Promise<{ text: string; heading: string | null }> {
  const { default: mammoth } = await import('mammoth')
  const reader = new TextReader({ isPart: true })
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { value: html } = await mammoth.convertToHtml(
      { buffer },
      // pictures are not unpacked
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), idPrefix: 'word-' },
    )
    // spaces count: nothing in it is laid out by a browser
    scanPage(`<pre>${withoutWaysBack(html)}</pre>`, [reader])
  } catch {
    throw damaged()
  }
  return { text: reader.text, heading: reader.heading }
}

/** The arrows that lead from a note back to its place are no words of the document. */
const withoutWaysBack = (html: string): string =>
  html.replace(/ ?<a href="#word-(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
