import { hash } from 'node:crypto'
import { indexUnits, type OffsetUnit } from '../../../shared/domain/text/offset-units'
import { shortQuote } from '../../../shared/domain/text/short-quote'
import type { DictumLine, DictumSpan } from './line'

/** A line whose text may not be handed on: it is known by its hash. */
export interface TextFreeLine extends Omit<DictumLine, 'text' | 'spans'> {
  readonly text: null
  /** Of the text as UTF-8, with its line endings unified; hex. */
  readonly text_sha256: string
  /** In the unit of the offsets. */
  readonly text_length: number
  readonly spans: readonly TextFreeSpan[]
}

export interface TextFreeSpan extends DictumSpan {
  /** Of the whole words as UTF-8, where `text` may be a short quote of them; hex. */
  readonly text_sha256: string
}

/** Fields of files longer than this may be the text in other words, such as an abstract. Characters. */
const LONGEST_FIELD = 80

/** The same line with hashes, offsets and short quotes in place of the text, its keys in the same order. */
export function withoutText({ schema, id, text, offset_unit, meta, spans, ...rest }: DictumLine): TextFreeLine {
  return {
    schema,
    id,
    text: null,
    text_sha256: sha256(text),
    text_length: lengthIn(text, offset_unit),
    offset_unit,
    meta: {
      ...meta,
      // it may be the whole of a short text
      title: shortQuote(meta.title),
      ...(meta.extra === undefined ? {} : { extra: shortFields(meta.extra) }),
    },
    spans: spans.map((span) => withShortQuote(span)),
    ...rest,
  }
}

function withShortQuote({ id, label, start, end, text, ...rest }: DictumSpan): TextFreeSpan {
  return { id, label, start, end, text: shortQuote(text), text_sha256: sha256(text), ...rest }
}

const sha256 = (text: string): string => hash('sha256', text)

const lengthIn = (text: string, unit: OffsetUnit): number => indexUnits(text, unit).length

type Extra = NonNullable<DictumLine['meta']['extra']>

const isShort = (value: Extra[string]): boolean => JSON.stringify(value).length <= LONGEST_FIELD

const shortFields = (extra: Extra): Extra =>
  Object.fromEntries(Object.entries(extra).filter(([, value]) => isShort(value)))

/** How many fields of its file are left out of an article’s line for being too long. */
export const longFieldsIn = ({ meta }: Pick<DictumLine, 'meta'>): number =>
  Object.values(meta.extra ?? {}).filter((value) => !isShort(value)).length
