import { SaxesParser, type SaxesTagNS } from 'saxes'
import { xmlFault } from './xml-faults'

export interface XmlElement {
  /** Of its namespace; empty without one. */
  readonly uri: string
  readonly name: string
  /** In their order; those that declare namespaces left out. */
  readonly attributes: readonly { readonly uri: string; readonly name: string; readonly value: string }[]
  /** Where it begins, or nearly: from 1. */
  readonly line: number
}

export interface XmlHandlers {
  open(element: XmlElement): void
  close?(): void
  text?(text: string): void
}

/** What is no XML, or XML that is not read. */
export class BadXml extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.name = 'BadXml'
    this.line = line
  }
}

const XMLNS = 'http://www.w3.org/2000/xmlns/'

/**
 * Reads XML strictly. A document type is refused whatever it says: with it come entities, by which a file of a few lines grows to
 * fill the memory or reads other files. Throws {@link BadXml}.
 */
export function parseXml(text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    const said = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    const { message, line } = xmlFault(text, said, Math.min(parser.position, text.length))
    throw new BadXml(message, line)
  })
  parser.on('doctype', () => {
    throw new BadXml('it has a document type (DOCTYPE), which is not read. Save it without', parser.line)
  })
  parser.on('opentag', (tag) => handlers.open(elementOf(tag, parser.line)))
  parser.on('closetag', () => handlers.close?.())
  parser.on('text', (said) => handlers.text?.(said))
  parser.on('cdata', (said) => handlers.text?.(said))
  parser.write(text).close()
}

const elementOf = ({ uri, local, attributes }: SaxesTagNS, line: number): XmlElement => ({
  uri,
  name: local,
  attributes: Object.values(attributes)
    .filter((attribute) => attribute.uri !== XMLNS)
    .map((attribute) => ({ uri: attribute.uri, name: attribute.local, value: attribute.value })),
  line,
})
