import { create } from 'zustand'
import type { ChangeSet } from '../../shared/contract/changes'
import type { WindowReply } from '../../shared/contract/window-methods'
import { compareSpans, type Relation, type Span } from '../../shared/domain/annotations/annotations'
import type { LinkOption, Side } from '../../shared/domain/annotations/linking'
import type { Suggestion } from '../../shared/domain/annotations/suggestions'
import type { ArticleDetail } from '../../shared/domain/corpus/articles'
import type { DocOffset } from '../../shared/domain/text/offsets'
import { indexParagraphs, type ParagraphIndex } from '../../shared/domain/text/paragraphs'

/** Where the caret is; anchor and focus differ where something is selected. */
export interface TextSelection {
  readonly anchor: DocOffset
  readonly focus: DocOffset
}

/** While a link is being made: what it starts from, and what it may lead to, each with its letters on the screen. */
export interface LinkMode {
  /** One span, or several that are linked in one step. */
  readonly fromUids: readonly string[]
  /** The kind of link asked for; null: whatever fits the target. */
  readonly option: LinkOption | null
  readonly options: readonly LinkOption[]
  readonly targets: readonly { readonly uid: string; readonly hint: string }[]
  /** The target that a comma or a full stop takes. */
  readonly nearest: Readonly<Record<Side, string | null>> & { readonly option: LinkOption | null }
  /** The target that the arrows have reached. */
  readonly activeUid: string | null
  /** Letters typed so far. */
  readonly typed: string
}

/** What the rest of the window may ask of the article view. */
export interface ArticleViewHandle {
  /** Moves the keyboard to the text. */
  focus(): void
  /** Scrolls a span into sight, with some room around it. */
  revealSpan(uid: string): void
  revealOffset(offset: DocOffset): void
  setSelection(selection: TextSelection): void
  /** Brings the store's selection up to this moment: the browser tells of a moved caret a little later. */
  syncSelection(): void
}

/** An article that was put away while it was open, and the one that was left before it in the same way. */
export interface LeftArticle {
  readonly articleId: number
  readonly selection: TextSelection | null
  readonly before: LeftArticle | null
}

export interface ArticleState {
  readonly article: ArticleDetail | null
  readonly paragraphs: ParagraphIndex
  readonly spans: ReadonlyMap<string, Span>
  readonly relations: ReadonlyMap<string, Relation>
  /** Those that wait to be judged. */
  readonly suggestions: ReadonlyMap<string, Suggestion>
  /** The focused span; never while a suggestion is focused. */
  readonly focusedUid: string | null
  readonly focusedSuggestion: string | null
  readonly selection: TextSelection | null
  readonly link: LinkMode | null
  /** In whose place the open article has come, or nothing; null: it was opened by itself. */
  readonly left: LeftArticle | null
  readonly view: ArticleViewHandle | null
  /** The article that was asked for and has not come yet. */
  readonly loadingId: number | null
}

const NOTHING = {
  article: null,
  paragraphs: indexParagraphs(''),
  spans: new Map(),
  relations: new Map(),
  suggestions: new Map(),
  focusedUid: null,
  focusedSuggestion: null,
  selection: null,
  link: null,
  left: null,
} satisfies Partial<ArticleState>

export const useArticleStore = create<ArticleState>()(() => ({ ...NOTHING, view: null, loadingId: null }))

export const clearArticle = (): void => useArticleStore.setState({ ...NOTHING, loadingId: null })

type OpenedArticle = WindowReply<'article.open'>

const byUid = <T extends { readonly uid: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.uid, row]))

export function showArticle({ article, spans, relations, suggestions }: OpenedArticle): void {
  useArticleStore.setState({
    ...NOTHING,
    article,
    paragraphs: indexParagraphs(article.text),
    spans: byUid(spans),
    relations: byUid(relations),
    suggestions: byUid(suggestions),
    loadingId: null,
  })
}

/** The rows as they are now, each the object it was where nothing in it changed: views compare by identity. */
function replaced<T extends { readonly uid: string }>(
  before: ReadonlyMap<string, T>,
  rows: readonly T[],
): ReadonlyMap<string, T> {
  const same = (row: T): T => {
    const known = before.get(row.uid)
    return known !== undefined && JSON.stringify(known) === JSON.stringify(row) ? known : row
  }
  const after = byUid(rows.map(same))
  return after.size === before.size && [...after].every(([uid, row]) => before.get(uid) === row) ? before : after
}

/** Takes what the engine says now about the article on the screen; the text, the caret and the focus stay. */
export function replaceAnnotations({ article, spans, relations, suggestions }: OpenedArticle): void {
  useArticleStore.setState((state) => {
    if (state.article?.articleId !== article.articleId) return {}
    return withFocusKept(state, {
      article: JSON.stringify(state.article) === JSON.stringify(article) ? state.article : article,
      spans: replaced(state.spans, spans),
      relations: replaced(state.relations, relations),
      suggestions: replaced(state.suggestions, suggestions),
      link: null,
    })
  })
}

/** What is focused stays so for as long as it is there. */
function withFocusKept(
  { focusedUid, focusedSuggestion }: ArticleState,
  next: Pick<ArticleState, 'article' | 'spans' | 'relations' | 'suggestions' | 'link'>,
): Partial<ArticleState> {
  return {
    ...next,
    focusedUid: focusedUid !== null && next.spans.has(focusedUid) ? focusedUid : null,
    focusedSuggestion: focusedSuggestion !== null && next.suggestions.has(focusedSuggestion) ? focusedSuggestion : null,
  }
}

let lastOrder: { readonly spans: ReadonlyMap<string, Span>; readonly ordered: readonly Span[] } | null = null

/** Spans in reading order; of the same spans it is found out once. */
export function spansInOrder(spans: ReadonlyMap<string, Span>): readonly Span[] {
  if (lastOrder?.spans !== spans) lastOrder = { spans, ordered: [...spans.values()].sort(compareSpans) }
  return lastOrder.ordered
}

/** Follows one gesture, undo or redo, if it is about the article on the screen. */
export function applyChange(change: ChangeSet): void {
  useArticleStore.setState((state) => {
    const { article } = state
    if (article === null || change.articleId !== article.articleId) return {}
    const spans = new Map(state.spans)
    const relations = new Map(state.relations)
    for (const uid of change.removedRelations) relations.delete(uid)
    for (const uid of change.removedSpans) spans.delete(uid)
    for (const span of change.spans) spans.set(span.uid, span)
    for (const relation of change.relations) relations.set(relation.uid, relation)
    const suggestions = new Map(state.suggestions)
    for (const uid of change.removedSuggestions) suggestions.delete(uid)
    for (const suggestion of change.suggestions) suggestions.set(suggestion.uid, suggestion)
    return withFocusKept(state, {
      // the same maps where nothing in them changed: views compare by identity
      spans: change.spans.length + change.removedSpans.length > 0 ? spans : state.spans,
      relations: change.relations.length + change.removedRelations.length > 0 ? relations : state.relations,
      suggestions: change.suggestions.length + change.removedSuggestions.length > 0 ? suggestions : state.suggestions,
      link: null,
      article: {
        ...article,
        ...(change.article ?? {}),
        ...(change.articleNote === null ? {} : { note: change.articleNote }),
        ...(change.articleMeta ?? {}),
        ...(change.articleFields === null ? {} : { fields: change.articleFields }),
      },
    })
  })
}

export const focusSpan = (uid: string | null): void =>
  useArticleStore.setState({ focusedUid: uid, focusedSuggestion: null })

export const focusSuggestion = (uid: string | null): void =>
  useArticleStore.setState({ focusedUid: null, focusedSuggestion: uid })
