import { z } from 'zod'
import { AttributeValuesSchema } from '../domain/annotations/annotations'
import { PartSchema } from '../domain/text/offsets'
import { ChangeSetSchema } from './changes'
import { ArticleId, Uid } from './common-params'
import { JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

const NewRelation = z.object({ typeId: z.string(), fromUid: Uid, toUid: Uid })
/** Which of the suggestions that wait: some of one article, all of a label there, or all of a run wherever they are. */
export const SuggestionChoiceSchema = z.union([
  z.object({ uids: z.array(Uid).min(1) }),
  z.object({ articleId: ArticleId, labelId: z.string() }),
  z.object({ runUid: Uid }),
])
export type SuggestionChoice = z.infer<typeof SuggestionChoiceSchema>

/** Spans, the links between them, and what is suggested. */
export const ANNOTATION_METHODS = {
  'span.create': {
    params: z.object({
      articleId: ArticleId,
      labelId: z.string(),
      parts: z.array(PartSchema).min(1).max(100),
      attributes: AttributeValuesSchema.default({}),
    }),
    reply: ChangeSetSchema,
  },
  /** Attributes are merged by key; a null takes the attribute away. */
  'span.update': {
    params: z.object({
      uid: Uid,
      patch: z
        .object({
          labelId: z.string(),
          parts: z.array(PartSchema).min(1).max(100),
          attributes: z.record(z.string(), AttributeValuesSchema.valueType.nullable()),
          note: z.string().max(100_000),
        })
        .partial(),
    }),
    reply: ChangeSetSchema,
  },
  /** The same change to several spans of one article; those that a rule keeps from it are left out and told. */
  'span.updateMany': {
    params: z.object({
      uids: z.array(Uid).min(1),
      patch: z.union([
        z.object({ labelId: z.string() }).strict(),
        z.object({ attributes: z.record(z.string(), AttributeValuesSchema.valueType.nullable()) }).strict(),
      ]),
    }),
    reply: ChangeSetSchema,
  },
  /** Takes the spans' relations with them. All of one article. */
  'span.remove': { params: z.object({ uids: z.array(Uid).min(1) }), reply: ChangeSetSchema },
  /** Makes two spans of one: it keeps the first parts, a new one gets the second. */
  'span.split': {
    params: z.object({
      uid: Uid,
      first: z.array(PartSchema).min(1).max(100),
      second: z.array(PartSchema).min(1).max(100),
    }),
    reply: ChangeSetSchema,
  },
  /** Makes one span of several of the same label; the first one stays, with the links of all. */
  'span.merge': {
    params: z.object({ uid: Uid, others: z.array(Uid).min(1).max(100) }),
    reply: ChangeSetSchema,
  },
  'relation.create': { params: NewRelation, reply: ChangeSetSchema },
  /** Several links in one article; those that a rule forbids are left out and told. */
  'relation.createMany': { params: z.object({ links: z.array(NewRelation).min(1) }), reply: ChangeSetSchema },
  'relation.remove': { params: z.object({ uids: z.array(Uid).min(1) }), reply: ChangeSetSchema },

  /**
   * Marks the words of a span wherever else its article spells them so; where it spells them in another way they become
   * suggestions. The note says how many.
   */
  'span.repeat': { params: z.object({ uid: Uid }), reply: ChangeSetSchema },
  /** Suggests the words of a span wherever else they stand in the corpus. */
  'suggest.repeat': { params: z.object({ uid: Uid }), reply: JobStartedSchema },
  'suggestion.judge': {
    params: z.object({ verdict: z.enum(['accept', 'reject']), which: SuggestionChoiceSchema }),
    reply: ChangeSetSchema,
  },
} as const satisfies MethodTable
