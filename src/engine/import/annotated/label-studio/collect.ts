import { attributeValue, failure, foundSpan, warning } from '../finding/found-pieces'
import { asName, isObject, listOf } from '../finding/json-values'
import type { FoundRelation, FoundSpan, FoundTrouble } from '../found-text'
import { hasPlace, labelsOf, noteOf, offsetsOf, wordsOf, writtenOf } from './region'
import { relationsOf } from './relations'
import { answerOf, attributeName } from './values'

type Json = Readonly<Record<string, unknown>>

/** What a task’s annotations hold, as it is found. */
export interface Collected {
  readonly spans: FoundSpan[]
  readonly relations: FoundRelation[]
  /** Answers about the whole text. */
  readonly ofText: Record<string, unknown>
  readonly troubles: FoundTrouble[]
  readonly place: string
  /** The controls that take several choices, as far as that is known. */
  readonly multiple: ReadonlySet<string>
}

/** Whose work a region is, or whose guess. */
interface Origin {
  /** Ids are those of one annotation only. */
  readonly prefix: string
  readonly annotator: string | null
  readonly guess: { readonly source: string; readonly score: number | null } | null
}

export const collect = (into: Collected, annotation: Json, index: number): void =>
  collectResults(into, listOf(annotation.result), {
    prefix: index === 0 ? '' : `${index + 1}/`,
    annotator: annotatorOf(annotation.completed_by),
    guess: null,
  })

export const collectGuesses = (into: Collected, prediction: Json, index: number): void =>
  collectResults(into, listOf(prediction.result), {
    prefix: `prediction ${index + 1}/`,
    annotator: null,
    guess: { source: asName(prediction.model_version) ?? 'Label Studio', score: scoreOf(prediction.score) },
  })

const scoreOf = (said: unknown): number | null => (typeof said === 'number' ? said : null)

/** An e-mail address, or whatever names them. */
function annotatorOf(said: unknown): string | null {
  if (!isObject(said)) return asName(said)
  return asName(said.email) ?? asName(said.username) ?? asName(said.id)
}

function collectResults(into: Collected, results: readonly unknown[], origin: Origin): void {
  const regions = new Map<string, Json[]>()
  for (const [index, result] of results.entries()) {
    if (!isObject(result) || result.type === 'relation') continue
    if (!isOfRegion(result)) {
      addOfText(into, result)
      continue
    }
    const said = asName(result.id) ?? `#${index + 1}`
    const known = regions.get(said) ?? []
    const isAnother = isElsewhere(known, result)
    if (isAnother) into.troubles.push(warning(into.place, 'same_id', anotherOf(said)))
    const id = isAnother ? `${said} #${index + 1}` : said
    regions.set(id, isAnother ? [result] : [...known, result])
  }
  for (const [id, all] of regions) {
    const whole = asName(metaOf(all).part_of)
    if (whole === null || !regions.has(whole)) addRegion(into, id, [all, ...partsOf(regions, id)], origin)
  }
  into.relations.push(
    ...relationsOf(results.filter(isObject), partNames(regions), origin.prefix, annotatorIn(regions, origin)),
  )
}

/** What is said of one region stands in one place. */
const isElsewhere = (known: readonly Json[], result: Json): boolean =>
  hasPlace(known) && hasPlace([result]) && String(offsetsOf(known)) !== String(offsetsOf([result]))

const anotherOf = (id: string): string =>
  `Two regions in different places have the id “${id}”. Both were read; relations to that id mean the first.`

const isOfRegion = ({ value }: Json): boolean =>
  isObject(value) &&
  ('start' in value || 'globalOffsets' in value || Object.keys(value).some((key) => /labels$/.test(key)))

function addOfText({ ofText, multiple }: Collected, result: Json): void {
  const value = attributeValue(answerOf(result, multiple))
  if (value !== null) ofText[attributeName(result, [])] = value
}

const metaOf = (results: readonly Json[]): Json => results.map(({ meta }) => meta).find(isObject) ?? {}

const partsOf = (regions: ReadonlyMap<string, Json[]>, whole: string): Json[][] =>
  [...regions.values()].filter((one) => asName(metaOf(one).part_of) === whole)

/** The regions that are parts of another, with its name. */
const partNames = (regions: ReadonlyMap<string, Json[]>): Map<string, string> =>
  new Map(
    [...regions].flatMap(([id, all]) =>
      asName(metaOf(all).part_of) === null ? [] : [[id, asName(metaOf(all).part_of)!]],
    ),
  )

/** Our own files name them with each region. */
const annotatorIn = (regions: ReadonlyMap<string, Json[]>, { annotator }: Origin): string | null =>
  [...regions.values()].map((all) => asName(metaOf(all).annotator)).find((name) => name !== null) ?? annotator

/** Our own files say more than whether it was a guess. */
const originOf = ({ origin }: Json, meta: Json): string | null =>
  asName(meta.origin) ?? (String(origin).startsWith('prediction') ? 'suggested' : null)

function addRegion(into: Collected, id: string, parts: readonly Json[][], origin: Origin): void {
  const [results] = parts as [Json[]]
  const { multiple } = into
  const labels = labelsOf(results)
  const meta = metaOf(results)
  if (labels.length === 0) {
    into.troubles.push(failure(into.place, 'no_label', `Its region “${id}” has no label, so it was left out.`))
    return
  }
  if (parts.some((one) => !hasPlace(one))) {
    const message = `Its region “${id}” (${labels.join(', ')}) is no stretch of the text, so it was left out.`
    into.troubles.push(failure(into.place, 'no_place', message))
    return
  }
  const words = parts.map((one) => wordsOf(one))
  const score = results.map((one) => scoreOf(one.score)).find((one) => one !== null) ?? null
  const attributes = Object.create(null)
  for (const result of parts.flat()) {
    const value = attributeValue(answerOf(result, multiple))
    if (value !== null) attributes[attributeName(result, labels)] = value
  }
  for (const [index, label] of labels.entries()) {
    into.spans.push(
      foundSpan({
        id: origin.prefix + (index === 0 ? id : `${id} ${label}`),
        label,
        parts: parts.map((one) => offsetsOf(one)),
        ...writtenOf(parts),
        words: words.every((one) => one !== null) ? words.join(' ') : null,
        attributes,
        entity: asName(meta.entity),
        note: noteOf(meta),
        annotator: asName(meta.annotator) ?? origin.annotator,
        origin: origin.guess === null ? originOf(results[0]!, meta) : null,
        guess: origin.guess === null ? null : { ...origin.guess, score: score ?? origin.guess.score },
        place: '',
      }),
    )
  }
}
