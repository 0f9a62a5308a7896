/** An article as a line of `dictum-jsonl/1`, spans given by their words. */
export interface LineOf {
  readonly id?: string
  readonly text: string
  readonly meta?: Readonly<Record<string, unknown>>
  readonly spans?: readonly SpanOf[]
  readonly relations?: readonly Readonly<Record<string, unknown>>[]
  readonly entities?: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}

interface SpanOf extends Readonly<Record<string, unknown>> {
  readonly id: string
  readonly label: string
  readonly words: string
}

/** The line; offsets are code points. */
export function dictumLine({ id, text, meta = {}, spans = [], relations = [], entities = [] }: LineOf): string {
  const placed = spans.map(({ words, ...span }) => {
    const at = text.indexOf(words)
    if (at < 0) throw new Error(`the text does not say “${words}”`)
    const start = Array.from(text.slice(0, at)).length
    return { start, end: start + Array.from(words).length, text: words, ...span }
  })
  const line = { schema: 'dictum-jsonl/1', ...(id === undefined ? {} : { id }), text, offset_unit: 'codepoint', meta }
  return JSON.stringify({ ...line, spans: placed, relations, entities })
}

export const dictumLines = (...lines: readonly LineOf[]): string => `${lines.map(dictumLine).join('\n')}\n`
