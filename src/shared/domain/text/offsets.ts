import { z } from 'zod'

declare const docOffsetBrand: unique symbol
declare const paragraphOffsetBrand: unique symbol

/** UTF-16 code units from the start of an article's text. */
export type DocOffset = number & { readonly [docOffsetBrand]: true }

/** UTF-16 code units from the start of one paragraph (see `paragraphs.ts`). */
export type ParagraphOffset = number & { readonly [paragraphOffsetBrand]: true }

export const docOffset = (utf16: number): DocOffset => utf16 as DocOffset
export const paragraphOffset = (utf16: number): ParagraphOffset => utf16 as ParagraphOffset

const isOffset = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

export const DocOffsetSchema = z.custom<DocOffset>(
  isOffset,
  'an offset is a whole number from 0 up (UTF-16 code units)',
)

/** One stretch of an article's text, half open: `[start, end)` in UTF-16 code units. */
export type Part = readonly [start: DocOffset, end: DocOffset]

export const PartSchema = z.tuple([DocOffsetSchema, DocOffsetSchema]).readonly()

/** True if `offset` lies between the two halves of a surrogate pair, where no span may begin or end. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
