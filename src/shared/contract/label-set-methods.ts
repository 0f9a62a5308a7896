import { z } from 'zod'
import { LabelSetEditSchema } from '../domain/label-set/label-set-edit'
import { ChangeSetSchema } from './changes'
import { ArticleId, Nothing, Uid } from './common-params'
import {
  EntityRowSchema,
  LabelSetPreviewSchema,
  LabelSetUsageSchema,
  ReadLabelSetSchema,
  ShownExampleSchema,
} from './label-sets'
import type { MethodTable } from './methods'

const EntityName = z.string().trim().min(1).max(400)
const EntityKind = z.string().trim().max(80)

/** The label set, and the entities that its attributes name. */
export const LABEL_SET_METHODS = {
  /** What an edit of the label set would do. Changes nothing. */
  'labelset.preview': { params: z.object({ edit: LabelSetEditSchema }), reply: LabelSetPreviewSchema },
  /** Does it, as one gesture. Refused with `rule_broken`, and why, if something would be lost and that is not allowed. */
  'labelset.apply': {
    params: z.object({ edit: LabelSetEditSchema, allowLoss: z.boolean().default(false) }),
    reply: ChangeSetSchema,
  },
  'labelset.usage': { params: Nothing, reply: LabelSetUsageSchema },
  /** The examples of a label's guidelines, in order. */
  'labelset.examples': { params: z.object({ labelId: z.string() }), reply: z.array(ShownExampleSchema) },
  /** The label set as a file holds it. */
  'labelset.toJson': { params: Nothing, reply: z.object({ text: z.string() }) },
  /** What a file's text would do as the project's label set. Refused with `bad_request`, and why, if it is none. */
  'labelset.fromJson': { params: z.object({ text: z.string().max(20_000_000) }), reply: ReadLabelSetSchema },

  /** By name, letters and diacritics folded; those that begin with the text first. Empty text: the most used ones. */
  'entity.query': {
    params: z.object({
      text: z.string().max(400).default(''),
      /** These instead, in this order, whatever the text. */
      uids: z.array(Uid).max(1000).optional(),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    reply: z.array(EntityRowSchema),
  },
  /** Makes an entity and, in the same gesture, sets it as the value of a span's attribute or of a document field. */
  'entity.create': {
    params: z.object({
      name: EntityName,
      kind: EntityKind.default(''),
      assign: z
        .union([
          z.object({ spanUids: z.array(Uid).min(1), attributeId: z.string() }),
          z.object({ articleId: ArticleId, fieldId: z.string() }),
        ])
        .optional(),
    }),
    reply: ChangeSetSchema,
  },
  'entity.update': {
    params: z.object({
      uid: Uid,
      patch: z.object({ name: EntityName, kind: EntityKind, note: z.string().max(100_000) }).partial(),
    }),
    reply: ChangeSetSchema,
  },
} as const satisfies MethodTable
