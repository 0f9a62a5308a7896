import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import { escapeText, wordsOfValue } from '../../../shared/domain/attribute-words'
import { escapeName } from '../../../shared/domain/escaped-names'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'
import { entityOrdinals } from '../common/entity-references'
import type { ExportedArticle, ExportedSpan } from '../format'
import { type BratNames, CELL, VALUE } from './brat-names'
import { fragmentsOf } from './fragments'

/**
 * The `.ann` file of one article. Ids count within it. See https://brat.nlplab.org/standoff.html
 * `saysWho`: whose work each annotation is stands beside it.
 */
export function annLines(article: ExportedArticle, unit: OffsetUnit, names: BratNames, saysWho: boolean) {
  const { record, spans, relations } = article
  const lines: string[] = []
  const ordinals = entityOrdinals(article)
  const about = new About(lines, names, ordinals)
  const ids = new Map(spans.map(({ uid }, n) => [uid, `T${n + 1}`]))
  spans.forEach((span, n) => {
    const { offsets, words, parts } = fragmentsOf(record.text, span, unit)
    const id = `T${n + 1}`
    lines.push(`${id}\t${names.name(span.label)} ${offsets}\t${words}`)
    about.values(id, span.attributes)
    if (saysWho) about.note('Annotator', id, escapeText(span.annotator, CELL))
    if (parts !== null) about.note('Parts', id, parts)
    if (span.note !== '') about.note('AnnotatorNotes', id, escapeText(span.note, CELL))
  })
  relations.forEach(({ type, from, to, attributes, annotator }, n) => {
    const id = `R${n + 1}`
    lines.push(`${id}\t${names.name(type)} Arg1:${ids.get(from)} Arg2:${ids.get(to)}\t`)
    about.values(id, attributes)
    if (saysWho) about.note('Annotator', id, escapeText(annotator, CELL))
  })
  referenceLines(lines, article, ids, ordinals)
  return lines.map((line) => `${line}\n`).join('')
}

/** Writes what stands in lines of its own about a span or a relation. */
class About {
  readonly #lines: string[]
  readonly #names: BratNames
  /** By uid. */
  readonly #entities: ReadonlyMap<string, string>
  #attributes = 0
  #notes = 0

  constructor(lines: string[], names: BratNames, entities: ReadonlyMap<string, string>) {
    this.#lines = lines
    this.#names = names
    this.#entities = entities
  }

  values(id: string, values: Readonly<Record<string, AttributeValue>>): void {
    for (const [name, value] of Object.entries(values)) {
      const attribute = `${this.#names.name(name)} ${id}`
      for (const words of this.#words(name, value)) {
        this.#lines.push(`A${++this.#attributes}\t${attribute}${words === null ? '' : ` ${words}`}`)
      }
    }
  }

  note(type: string, id: string, words: string): void {
    this.#lines.push(`#${++this.#notes}\t${type} ${id}\t${words}`)
  }

  /** Yes needs no word; several values have a line each. */
  #words(name: string, value: AttributeValue): (string | null)[] {
    if (value === true) return [null]
    const plain = this.#names.isChoice(name) ? VALUE : CELL
    if (Array.isArray(value) && value.length > 1) return value.map((one) => wordsOfValue(one, plain))
    const entity = typeof value === 'string' ? this.#entities.get(value) : undefined
    return [entity ?? wordsOfValue(value, plain)]
  }
}

/** What each span means, and then the entities that only attributes name. */
function referenceLines(
  lines: string[],
  { spans, entities }: Pick<ExportedArticle, 'spans' | 'entities'>,
  ids: ReadonlyMap<string, string>,
  ordinals: ReadonlyMap<string, string>,
): void {
  let count = 0
  const reference = (use: string, span: ExportedSpan, n: number) => {
    const { uid, kind, name } = entities[n]!
    const id = `${use}-${escapeName(kind, VALUE)}:${ordinals.get(uid)}`
    lines.push(`N${++count}\tReference ${ids.get(span.uid)} ${id}\t${escapeText(name, CELL)}`)
  }
  const numbers = new Map(entities.map(({ uid }, n) => [uid, n]))
  const written = new Set<number>()
  for (const span of spans) {
    const n = span.entity === null ? undefined : numbers.get(span.entity)
    if (n === undefined) continue
    reference('entity', span, n)
    written.add(n)
  }
  for (const span of spans) {
    for (const value of Object.values(span.attributes)) {
      const n = typeof value === 'string' ? numbers.get(value) : undefined
      if (n === undefined || written.has(n)) continue
      reference('named', span, n)
      written.add(n)
    }
  }
}
