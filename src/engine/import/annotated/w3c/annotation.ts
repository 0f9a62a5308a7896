import { asId, asList, asObject, asString } from '../finding/json-values'
import { all, type Bodies, bodiesOf, firstOf } from './bodies'
import { type Target, targetsOf } from './targets'

/** One annotation as its file has it, understood as far as that goes without its text. */
export interface Annotation extends Bodies {
  readonly id: string
  readonly motivation: string
  readonly annotator: string | null
  readonly targets: readonly Target[]
  /** Where in the file. */
  readonly place: string
}

type Json = Readonly<Record<string, unknown>>

/** The annotations of an object: of a page or a collection all of its items. Null where it is nothing of the kind. */
export function annotationsIn(object: Json, place: string): Annotation[] | null {
  const items = asList(object.items) ?? asList(asObject(object.first)?.items) ?? foundByHypothesis(object)
  if (items !== null) return items.flatMap((item, n) => annotationsIn(asObject(item) ?? {}, `${place}.${n + 1}`) ?? [])
  const annotation = fromHypothesis(object) ?? object
  if (!isAnnotation(annotation)) return null
  return [
    {
      id: asId(annotation.id) ?? '',
      motivation: firstOf(annotation.motivation) ?? '',
      annotator: creatorOf(all(annotation.creator)[0]),
      targets: targetsOf(annotation),
      place,
      ...bodiesOf(annotation),
    },
  ]
}

/** Whether an object is an annotation of the web, or a page or a collection of them. */
export function isWebAnnotation(object: Json): boolean {
  const isPage = all(object.type).some((type) => type === 'AnnotationPage' || type === 'AnnotationCollection')
  return isPage || isAnnotation(object) || fromHypothesis(object) !== null || foundByHypothesis(object) !== null
}

/** What its search answers, `{"total":2,"rows":[…]}`: https://h.readthedocs.io/en/latest/api-reference/ */
function foundByHypothesis({ rows }: Json): readonly unknown[] | null {
  const list = asList(rows)
  return list?.some((row) => fromHypothesis(asObject(row) ?? {}) !== null) === true ? list : null
}

const isAnnotation = (object: Json): boolean =>
  object.target !== undefined &&
  (all(object.type).includes('Annotation') || all(object['@context']).includes('http://www.w3.org/ns/anno.jsonld'))

/** A person, by the name that they go by. */
function creatorOf(creator: unknown): string | null {
  const agent = asObject(creator)
  const name = asString(creator) ?? [agent?.name, agent?.nickname, agent?.id].map(asId).find((one) => one !== null)
  return name === undefined || name === null || name.trim() === '' ? null : name.trim()
}

/** What its service gives has the same targets, and a text, tags and a user of its own. See https://h.readthedocs.io/en/latest/api-reference/ */
function fromHypothesis(object: Json): Json | null {
  const { uri, user, tags, text, target, id } = object
  if (typeof uri !== 'string' || typeof user !== 'string' || asList(target) === null) return null
  const body = [
    ...(asList(tags) ?? []).map((value) => ({ purpose: 'tagging', value })),
    ...(asString(text) ? [{ purpose: 'commenting', value: text }] : []),
  ]
  return { id, type: 'Annotation', body, creator: user.replace(/^acct:(.*)@.*$/, '$1'), target }
}
