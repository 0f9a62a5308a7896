import { decodeText } from '../decode'
import { shortened } from '../header'
import { found, inOrderOfTrust, NOTHING_FOUND } from '../metadata'
import type { Warning } from '../warning'
import { type FrontMatter, LONGEST_FRONT_MATTER, readFrontMatter } from './markdown/front-matter'
import { namedMetadata } from './markdown/named-metadata'
import type { DocumentReader } from './reader'

const BEGINNING = /^\ufeff?---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*["']?[\p{L}_][\p{L}\p{N} _.-]*["']?[ \t]*:(?:\s|$)/u
const CLOSING = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const HEADING = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*$/m

/** Markdown stays as it is written; front matter in YAML is taken off it and becomes what is known of the article. */
export const markdownReader: DocumentReader = {
  kind: 'document',
  format: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  // front matter is what tells it from any other text
  recognises: (head) => {
    if (head[0] !== 0x2d && head[0] !== 0xef) return false
    const start = Buffer.from(head.subarray(0, LONGEST_FRONT_MATTER)).toString('utf8')
    return BEGINNING.test(start) && CLOSING.test(start)
  },
  read: (bytes, _name, { encoding }) => {
    const decoded = decodeText(bytes, { chosen: encoding })
    const matter = readFrontMatter(decoded.text)
    if (matter.kind === 'broken') {
      const warnings = [...decoded.warnings, brokenWarning(matter)]
      return { ...decoded, warnings, declared: inOrderOfTrust([saidTitle(matter.source), titleOf(matter.text)]) }
    }
    const { text, values } = matter
    const declared = values === null ? NOTHING_FOUND : namedMetadata(values, 'front_matter')
    return { ...decoded, text, declared: inOrderOfTrust([declared, titleOf(text)]) }
  },
}

/** A heading of the first rank that a text begins with, without its sign. */
function titleOf(text: string) {
  const match = HEADING.exec(text)
  const isFirst = match !== null && text.slice(0, match.index).trim() === ''
  return found({ title: isFirst ? shortened(match[1]!) : null })
}

/** Front matter that is no YAML still says the title where it says it on one line: most often a colon in it is what broke it. */
function saidTitle(source: string) {
  const said = /^(?:title|headline|titlu)[ \t]*:[ \t]*(.+)$/im.exec(source)?.[1]?.trim()
  const title = said?.replace(/^(["'])(.*)\1$/, '$2').replace(/^["']|["']$/g, '')
  return found({ title: title ? shortened(title) : null })
}

const brokenWarning = ({ why, line }: Extract<FrontMatter, { kind: 'broken' }>): Warning => ({
  code: 'front_matter',
  message: `The front matter cannot be read${line === null ? '' : ` (line ${line})`}: ${why}. It was left in the text.`,
})
