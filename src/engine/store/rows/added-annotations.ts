import { z } from 'zod'
import { ORIGINS, type Relation, type Span, wordsOf } from '../../../shared/domain/annotations/annotations'
import { type Part, PartSchema } from '../../../shared/domain/text/offsets'
import { type SpanState, StateSchema, stateKey } from './restate'
import { type StoredRelation, StoredRelationSchema, type StoredSpan, StoredSpanSchema } from './stored-annotations'

/** What differs from what the others have in common. */
const OwnSpanSchema = StoredSpanSchema.pick({
  author: true,
  origin: true,
  note: true,
  createdAt: true,
  updatedAt: true,
}).partial()
const OwnRelationSchema = StoredRelationSchema.pick({
  attributes: true,
  author: true,
  origin: true,
  createdAt: true,
  updatedAt: true,
}).partial()

/**
 * Annotations of one article as the history keeps them where many come at once: what they have in common stands once, and
 * their words not at all, for the text that they stand in never changes.
 */
export const AddedAnnotationsSchema = z.object({
  article: z.string(),
  at: z.string(),
  author: z.string(),
  origin: z.enum(ORIGINS),
  states: z.array(StateSchema),
  /** Uid, number of the state, parts, and what differs. */
  spans: z.array(
    z.union([
      z.tuple([z.string(), z.number().int(), z.array(PartSchema).min(1)]),
      z.tuple([z.string(), z.number().int(), z.array(PartSchema).min(1), OwnSpanSchema]),
    ]),
  ),
  /** Uid, type, the uids of the spans that it leads from and to, and what differs. */
  relations: z.array(
    z.union([
      z.tuple([z.string(), z.string(), z.string(), z.string()]),
      z.tuple([z.string(), z.string(), z.string(), z.string(), OwnRelationSchema]),
    ]),
  ),
})
export type AddedAnnotations = z.infer<typeof AddedAnnotationsSchema>

type Common = Pick<AddedAnnotations, 'article' | 'at' | 'author' | 'origin'>
type OwnSpan = z.infer<typeof OwnSpanSchema>
type OwnRelation = z.infer<typeof OwnRelationSchema>

/** Collects annotations of one article. */
export class AddedList {
  readonly #common: Common
  readonly #states: SpanState[] = []
  readonly #places = new Map<string, number>()
  readonly #spans: AddedAnnotations['spans'] = []
  readonly #relations: AddedAnnotations['relations'] = []

  constructor(common: Common) {
    this.#common = common
  }

  addSpan(
    row: Pick<Span, 'uid' | 'labelId' | 'attributes' | 'entityUid'> & { readonly parts: readonly Part[] },
    own: OwnSpan,
  ): void {
    const differing = differingFrom(this.#common, own, own.note === '' ? ['note'] : [])
    const state = this.#stateOf(row)
    const parts = [...row.parts]
    this.#spans.push(differing === null ? [row.uid, state, parts] : [row.uid, state, parts, differing])
  }

  addRelation(row: Pick<Relation, 'uid' | 'typeId' | 'fromUid' | 'toUid'>, own: OwnRelation): void {
    const hasNone = own.attributes !== undefined && Object.keys(own.attributes).length === 0
    const differing = differingFrom(this.#common, own, hasNone ? ['attributes'] : [])
    const { uid, typeId, fromUid, toUid } = row
    this.#relations.push(differing === null ? [uid, typeId, fromUid, toUid] : [uid, typeId, fromUid, toUid, differing])
  }

  get isEmpty(): boolean {
    return this.#spans.length === 0 && this.#relations.length === 0
  }

  list(): AddedAnnotations {
    return { ...this.#common, states: this.#states, spans: this.#spans, relations: this.#relations }
  }

  #stateOf({ labelId, attributes, entityUid }: SpanState): number {
    const state = { labelId, attributes, entityUid }
    const key = stateKey(state)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.#states.length)
    return this.#states.push(state) - 1
  }
}

/** Without what is as with all the others, and what is empty; null where nothing differs. */
function differingFrom<T extends OwnSpan | OwnRelation>(common: Common, own: T, empty: readonly string[]): T | null {
  const usual: Record<string, unknown> = {
    author: common.author,
    origin: common.origin,
    createdAt: common.at,
    updatedAt: common.at,
  }
  const differing = Object.entries(own).filter(([name, value]) => value !== usual[name] && !empty.includes(name))
  return differing.length === 0 ? null : (Object.fromEntries(differing) as T)
}

/** The rows that a list stands for, in the article’s text. Keys are in the order of the schema: a replay compares their prints. */
export function addedSpans(added: AddedAnnotations, text: string): StoredSpan[] {
  return added.spans.map(([uid, place, parts, own]) => {
    const { labelId, attributes, entityUid } = added.states[place]!
    return {
      uid,
      labelId,
      parts,
      words: wordsOf(text, parts),
      attributes,
      entityUid,
      note: own?.note ?? '',
      author: own?.author ?? added.author,
      origin: own?.origin ?? added.origin,
      createdAt: own?.createdAt ?? added.at,
      updatedAt: own?.updatedAt ?? added.at,
      articleUid: added.article,
    }
  })
}

export function addedRelations(added: AddedAnnotations): StoredRelation[] {
  return added.relations.map(([uid, typeId, fromUid, toUid, own]) => ({
    uid,
    typeId,
    fromUid,
    toUid,
    attributes: own?.attributes ?? {},
    author: own?.author ?? added.author,
    origin: own?.origin ?? added.origin,
    createdAt: own?.createdAt ?? added.at,
    updatedAt: own?.updatedAt ?? added.at,
  }))
}
