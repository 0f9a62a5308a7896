import { FORMAT_NAMES } from '../../shared/contract/format-names'
import type { Format, ImportOptions } from '../../shared/contract/import-options'
import { ANNOTATED_FORMATS, type AnnotatedFormat } from '../../shared/domain/interchange'
import { readerOf } from './readers'
import type { FoundPart, Reader, Warning } from './readers/reader'

/** What is odd about a file that is read as the format which the person named. */
export type Doubt =
  /** It is plainly of another format. */
  | { readonly kind: 'other'; readonly message: string }
  /** It may be of that format though it does not show: what it holds has to. */
  | { readonly kind: 'unlike'; readonly looksLike: Format; readonly asked: Format }
  /** What it marks is not read. */
  | { readonly kind: 'unread'; readonly warning: Warning }

const JSON_FORMATS: readonly Format[] = ['jsonl', 'json']

/** As what a file of each format is taken that does not show in its first bytes that it is one. */
const TAKEN_FOR: Readonly<Record<AnnotatedFormat, readonly Format[]>> = {
  dictum: JSON_FORMATS,
  prodigy: JSON_FORMATS,
  doccano: JSON_FORMATS,
  'label-studio': JSON_FORMATS,
  w3c: JSON_FORMATS,
  'cas-json': JSON_FORMATS,
  brat: ['text'],
  conll: ['text', 'markdown', 'html', 'csv'],
  // its first line says so
  'webanno-tsv': [],
  xmi: ['text', 'html'],
}

const isAnnotated = (format: Format): format is AnnotatedFormat =>
  (ANNOTATED_FORMATS as readonly Format[]).includes(format)

/** Null where nothing is odd, as always where nobody named a format. */
export function doubtOf(reader: Reader, head: Uint8Array, name: string, format: ImportOptions['format']): Doubt | null {
  if (format === 'auto' || holdsNothing(head)) return null
  const looksLike = readerOf(head, name, 'auto').format
  if (looksLike === format) return null
  // it may pass for either
  if (isAnnotated(format) && reader.recognises(head, name)) return { kind: 'unlike', looksLike, asked: format }
  if (!isAnnotated(format))
    return isAnnotated(looksLike) ? { kind: 'unread', warning: unread(format, looksLike) } : null
  if (TAKEN_FOR[format].includes(looksLike)) return { kind: 'unlike', looksLike, asked: format }
  return { kind: 'other', message: `${unlike(format, looksLike)} ${ADVICE}` }
}

/** An empty file, or an empty list: what an export of no articles gives. */
const holdsNothing = (head: Uint8Array): boolean =>
  head.length < 16 && /^\s*(?:\[\s*\]\s*)?$/.test(Buffer.from(head).toString('latin1'))

const ADVICE = 'Name that format, or leave it to be found out (--format auto).'

const unlike = (asked: Format, looksLike: Format): string =>
  `This file does not look like ${FORMAT_NAMES[asked]}. It looks like ${FORMAT_NAMES[looksLike]}.`

const unread = (asked: Format, looksLike: Format): Warning => ({
  code: 'annotations_unread',
  message:
    `This file looks like ${FORMAT_NAMES[looksLike]}. It was read as ${FORMAT_NAMES[asked]}, as was asked, so that what ` +
    `it marks stays out. To take that in, name that format, or leave it to be found out (--format auto).`,
})

/** Sees whether a file that does not show its format has anything of it after all. */
export class UnlikeFile {
  readonly #doubt: Extract<Doubt, { kind: 'unlike' }>
  #texts = 0
  #failures = 0
  #isMarked = false

  constructor(doubt: Extract<Doubt, { kind: 'unlike' }>) {
    this.#doubt = doubt
  }

  add(found: FoundPart): void {
    if (found.kind === 'failure') this.#failures++
    else if (found.kind === 'elsewhere') this.#isMarked = true
    else if (found.kind === 'record') {
      this.#texts++
      const { spans = [], relations = [] } = found.annotations ?? {}
      this.#isMarked ||= spans.length + relations.length > 0
    }
  }

  /** At its end: why it is none of that format; null if it is one, or why it gave nothing was told already. */
  problem(): { readonly code: string; readonly message: string } | null {
    const { asked, looksLike } = this.#doubt
    if (this.#isMarked || (this.#texts > 0 && this.#failures > 0)) return null
    const came =
      this.#texts === 0 ? ADVICE : `Nothing is marked in it, and its texts came in without annotations. ${ADVICE}`
    return { code: 'other_format', message: `${unlike(asked, looksLike)} ${came}` }
  }
}
