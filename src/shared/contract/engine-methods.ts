import { z } from 'zod'
import { AttributeValuesSchema, RelationSchema, SpanSchema } from '../domain/annotations'
import { ArticleDetailSchema, ArticleRowSchema, DaySchema, STATUSES, StatusSchema } from '../domain/articles'
import { EntitySchema } from '../domain/entities'
import { LabelSetSchema } from '../domain/label-set'
import { LabelSetEditSchema } from '../domain/label-set-edit'
import { PartSchema } from '../domain/offsets'
import { SuggestionSchema } from '../domain/suggestions'
import { JobStartedSchema } from './jobs'
import {
  EntityRowSchema,
  LabelSetPreviewSchema,
  LabelSetUsageSchema,
  ReadLabelSetSchema,
  ShownExampleSchema,
} from './label-sets'
import type { MethodName, MethodTable, Params, ParsedParams, Reply } from './methods'
import { CheckReportSchema, DayPaceSchema, ProjectInfoSchema, StatsSchema, UndoStateSchema } from './project'

const Nothing = z.object({}).strict()
const ArticleId = z.number().int().positive()
const Uid = z.string().min(1).max(64)
const Path = z.string().min(1)
const EntityName = z.string().trim().min(1).max(400)
const EntityKind = z.string().trim().max(80)
const Annotator = z.string().trim().min(1).max(80)

export const SORTS = ['imported', 'newest', 'oldest', 'title'] as const

export const ArticleFilterSchema = z.object({
  /** Empty: any status. */
  statuses: z.array(StatusSchema).default([]),
  flagged: z.boolean().default(false),
  /** Only articles with suggestions that wait to be judged. */
  suggested: z.boolean().default(false),
  /** Words searched in title and text: diacritics folded, the last one by its beginning. */
  text: z.string().max(400).default(''),
})
export type ArticleFilter = z.infer<typeof ArticleFilterSchema>

/**
 * What one gesture, undo or redo changed: enough for a window to follow without asking again, unless `articleId` is null.
 * Then it was about several articles, no rows are named, and a window asks again for what it shows.
 */
export const ChangeSetSchema = z.object({
  eventId: z.number().int(),
  kind: z.string(),
  articleId: z.number().int().nullable(),
  spans: z.array(SpanSchema),
  removedSpans: z.array(Uid),
  relations: z.array(RelationSchema),
  removedRelations: z.array(Uid),
  /** Suggestions that wait to be judged, and those that do so no more. */
  suggestions: z.array(SuggestionSchema),
  removedSuggestions: z.array(Uid),
  /** The row of the article after the change. */
  article: ArticleRowSchema.nullable(),
  /** The note on the article after the change. */
  articleNote: z.string().nullable(),
  /** The article's document fields after the change. */
  articleFields: AttributeValuesSchema.nullable(),
  /** The label set after the change, where it touched that. */
  labelSet: LabelSetSchema.nullable(),
  /** Entities that were made or changed, and those that are gone. */
  entities: z.array(EntitySchema),
  removedEntities: z.array(Uid),
  /** Something the user should hear of beside what was asked for. */
  note: z.string().nullable(),
  undo: UndoStateSchema,
})
export type ChangeSet = z.infer<typeof ChangeSetSchema>

export const HistoryEntrySchema = z.object({
  eventId: z.number().int(),
  at: z.string(),
  author: z.string(),
  kind: z.string(),
  articleId: z.number().int().nullable(),
  summary: z.string(),
  /** The event that this one takes back or does again. */
  undoes: z.number().int().nullable(),
  redoes: z.number().int().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntrySchema>

const count = z.number().int()

/** What restoring a state of an article would change. */
export const RestorePreviewSchema = z.object({
  eventId: count,
  spans: z.object({ back: count, removed: count, changed: count }),
  links: z.object({ back: count, removed: count }),
  /** What of the article itself would change. */
  fields: z.array(z.string()),
  /** A sentence for each thing that today's label set does not allow any more. */
  leftOut: z.array(z.string()),
})
export type RestorePreview = z.infer<typeof RestorePreviewSchema>

/** The state right after this event; 0: as the article was imported. */
const RestorePoint = z.object({ articleId: ArticleId, eventId: z.number().int().nonnegative() })

const NewRelation = z.object({ typeId: z.string(), fromUid: Uid, toUid: Uid })
/** Which of the suggestions that wait: some of one article, all of a label there, or all of a run wherever they are. */
export const SuggestionChoiceSchema = z.union([
  z.object({ uids: z.array(Uid).min(1) }),
  z.object({ articleId: ArticleId, labelId: z.string() }),
  z.object({ runUid: Uid }),
])
export type SuggestionChoice = z.infer<typeof SuggestionChoiceSchema>

/** What a window may ask of the engine. No path is ever among the parameters: those come from the main process. */
export const WINDOW_METHODS = {
  'project.current': { params: Nothing, reply: ProjectInfoSchema.nullable() },
  'project.close': { params: Nothing, reply: z.null() },
  'project.stats': { params: Nothing, reply: StatsSchema },
  /** The annotator's last days, today last. */
  'project.pace': { params: z.object({ days: z.int().min(1).max(60).default(14) }), reply: z.array(DayPaceSchema) },
  'project.check': { params: Nothing, reply: CheckReportSchema },

  /** The ids of the articles that pass a filter, in order, and how many there are of each status in the project. */
  'articles.query': {
    params: z.object({ filter: ArticleFilterSchema, sort: z.enum(SORTS).default('imported') }),
    reply: z.object({
      articleIds: z.array(z.number().int()),
      counts: z.record(z.enum(STATUSES), z.number().int()),
      flagged: z.number().int(),
      /** Articles with suggestions that wait to be judged. */
      suggested: z.number().int(),
      total: z.number().int(),
      /** Articles set to done since local midnight. */
      doneToday: z.number().int(),
    }),
  },
  'articles.rows': {
    params: z.object({ articleIds: z.array(ArticleId).max(500) }),
    reply: z.array(ArticleRowSchema),
  },
  'article.open': {
    params: z.object({ articleId: ArticleId }),
    reply: z.object({
      article: ArticleDetailSchema,
      spans: z.array(SpanSchema),
      relations: z.array(RelationSchema),
      /** Those that wait to be judged. */
      suggestions: z.array(SuggestionSchema),
    }),
  },
  'article.update': {
    params: z.object({
      articleId: ArticleId,
      patch: z
        .object({
          status: StatusSchema,
          flagged: z.boolean(),
          note: z.string().max(100_000),
          title: z.string().trim().min(1).max(1000),
          publishedOn: DaySchema.nullable(),
          /** Document fields, merged by key; a null takes the value away. */
          fields: z.record(z.string(), AttributeValuesSchema.valueType.nullable()),
        })
        .partial(),
    }),
    reply: ChangeSetSchema,
  },

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

  'history.undo': { params: Nothing, reply: ChangeSetSchema },
  'history.redo': { params: Nothing, reply: ChangeSetSchema },
  /** Newest first. */
  'history.list': {
    params: z.object({
      articleId: ArticleId.nullable().default(null),
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    reply: z.array(HistoryEntrySchema),
  },
  /** Everyone who did something to an article, or to the project. */
  'history.authors': {
    params: z.object({ articleId: ArticleId.nullable().default(null) }),
    reply: z.array(z.string()),
  },
  'history.preview': { params: RestorePoint, reply: RestorePreviewSchema },
  'history.restore': { params: RestorePoint, reply: ChangeSetSchema },
  'job.cancel': { params: z.object({ jobId: z.string() }), reply: z.object({ cancelled: z.boolean() }) },
} as const satisfies MethodTable

/** What only the main process and the command line may ask: whatever names a file. */
export const HOST_METHODS = {
  /** Refuses a path where something is already. */
  'project.create': {
    params: z.object({
      path: Path,
      name: z.string().trim().min(1).max(200),
      annotator: Annotator,
      labelSet: LabelSetSchema.optional(),
    }),
    reply: ProjectInfoSchema,
  },
  'project.open': { params: z.object({ path: Path, annotator: Annotator }), reply: ProjectInfoSchema },
  /** Makes a new project of the sample folder: its articles and the annotations beside them. */
  'project.createSample': {
    params: z.object({ path: Path, sampleFolder: Path, annotator: Annotator }),
    reply: ProjectInfoSchema,
  },
  /** Copies the open project, as it stands, to a path where nothing is yet. */
  'project.backup': { params: z.object({ path: Path }), reply: z.object({ path: z.string() }) },
  'session.setAnnotator': { params: z.object({ annotator: Annotator }), reply: z.null() },
  'import.start': { params: z.object({ paths: z.array(Path).min(1) }), reply: JobStartedSchema },
  'export.start': {
    params: z.object({
      path: Path,
      format: z.enum(['dictum']),
      /** Empty: any status. */
      statuses: z.array(StatusSchema).default([]),
      /** Label names; empty: all. */
      labels: z.array(z.string()).default([]),
    }),
    reply: JobStartedSchema,
  },
} as const satisfies MethodTable

export type WindowMethods = typeof WINDOW_METHODS
export type WindowMethod = MethodName<WindowMethods>
export type WindowParams<M extends WindowMethod> = Params<WindowMethods, M>
export type WindowReply<M extends WindowMethod> = Reply<WindowMethods, M>

export type HostMethods = typeof HOST_METHODS
export type HostMethod = MethodName<HostMethods>
export type HostParams<M extends HostMethod> = Params<HostMethods, M>
export type HostParsedParams<M extends HostMethod> = ParsedParams<HostMethods, M>
export type HostReply<M extends HostMethod> = Reply<HostMethods, M>
