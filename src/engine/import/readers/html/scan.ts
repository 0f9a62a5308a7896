import { type Token, Tokenizer, TokenizerMode } from 'parse5'

/** What is told of a page, in its order. Names are in lower case, and character references are resolved. */
export interface PageVisitor {
  start(name: string, attribute: (name: string) => string | null, isVoid: boolean): void
  end(name: string): void
  characters(text: string): void
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements whose content is no markup, and how browsers read it. */
const RAW: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
}
const PIECE = 64 * 1024

/** Reads a page tag by tag: no tree is made, so that no depth and no size is too much, and nothing in it is run. */
export function scanPage(source: string, visitors: readonly PageVisitor[]): void {
  const text = ({ chars }: Token.CharacterToken) => {
    for (const visitor of visitors) visitor.characters(chars)
  }
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, attrs, selfClosing }) => {
        const raw = RAW[tagName]
        if (raw !== undefined && !selfClosing) tokenizer.state = raw
        const attribute = (name: string) => attrs.find((one) => one.name === name)?.value ?? null
        for (const visitor of visitors) visitor.start(tagName, attribute, VOID.has(tagName))
      },
      onEndTag: ({ tagName }) => {
        for (const visitor of visitors) visitor.end(tagName)
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
    },
  )
  // what XHTML marks as plain characters
  tokenizer.inForeignNode = true
  for (let at = 0; at < source.length; at += PIECE) {
    tokenizer.write(source.slice(at, at + PIECE), at + PIECE >= source.length)
  }
}
