import { create } from 'zustand'
import type { ChangeSet } from '../../shared/contract/engine-methods'
import { compareSpans, type Relation, type Span } from '../../shared/domain/annotations'
import type { ArticleDetail } from '../../shared/domain/articles'
import type { LinkOption } from '../../shared/domain/linking'
import type { DocOffset } from '../../shared/domain/offsets'
import { indexParagraphs, type ParagraphIndex } from '../../shared/domain/paragraphs'

/** Where the caret is; anchor and focus differ where something is selected. */
export interface TextSelection {
  readonly anchor: DocOffset
  readonly focus: DocOffset
}

/** While a link is being made: whom it starts from, and what it may lead to, each with its letters on the screen. */
export interface LinkMode {
  readonly fromUid: string
  /** The kind of link asked for; null: whatever fits the target. */
  readonly option: LinkOption | null
  readonly options: readonly LinkOption[]
  readonly targets: readonly { readonly uid: string; readonly hint: string }[]
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
  setSelection(selection: TextSelection): void
  /** Brings the store's selection up to this moment: the browser tells of a moved caret a little later. */
  syncSelection(): void
}

interface ArticleState {
  readonly article: ArticleDetail | null
  readonly paragraphs: ParagraphIndex
  readonly spans: ReadonlyMap<string, Span>
  readonly relations: ReadonlyMap<string, Relation>
  readonly focusedUid: string | null
  readonly selection: TextSelection | null
  readonly link: LinkMode | null
  readonly view: ArticleViewHandle | null
  /** The article that was asked for and has not come yet. */
  readonly loadingId: number | null
}

const NOTHING = {
  article: null,
  paragraphs: indexParagraphs(''),
  spans: new Map(),
  relations: new Map(),
  focusedUid: null,
  selection: null,
  link: null,
} satisfies Partial<ArticleState>

export const useArticleStore = create<ArticleState>()(() => ({ ...NOTHING, view: null, loadingId: null }))

export const clearArticle = (): void => useArticleStore.setState({ ...NOTHING, loadingId: null })

export function showArticle(article: ArticleDetail, spans: readonly Span[], relations: readonly Relation[]): void {
  useArticleStore.setState({
    ...NOTHING,
    article,
    paragraphs: indexParagraphs(article.text),
    spans: new Map(spans.map((span) => [span.uid, span])),
    relations: new Map(relations.map((relation) => [relation.uid, relation])),
    loadingId: null,
  })
}

/** Spans in reading order. */
export const spansInOrder = (spans: ReadonlyMap<string, Span>): Span[] => [...spans.values()].sort(compareSpans)

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
    const lost = state.focusedUid !== null && !spans.has(state.focusedUid)
    return {
      // the same maps where nothing in them changed: views compare by identity
      spans: change.spans.length + change.removedSpans.length > 0 ? spans : state.spans,
      relations: change.relations.length + change.removedRelations.length > 0 ? relations : state.relations,
      focusedUid: lost ? null : state.focusedUid,
      link: null,
      article: {
        ...article,
        ...(change.article ?? {}),
        ...(change.articleNote === null ? {} : { note: change.articleNote }),
      },
    }
  })
}

export const focusSpan = (uid: string | null): void => useArticleStore.setState({ focusedUid: uid })
