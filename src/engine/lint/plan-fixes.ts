import { type Span, wordsOf } from '../../shared/domain/annotations/annotations'
import type { FixableCode } from '../../shared/domain/lint'
import type { Part } from '../../shared/domain/text/offsets'
import { planMoves } from '../store/annotations/relinking'
import type { Op } from '../store/history/ops'
import type { Project } from '../store/project'
import { twinKey } from '../store/rules/span-rules'
import { dropOrder, holdsMore, twinsOf } from './duplicates'
import { isChosen, type LintChoice } from './lint-article'
import type { ReadArticle } from './read-articles'
import { sameParts, withoutMarks, withoutSpace } from './trim'

/** What it takes to put an article right, apart by kind so that those of many articles can be done together. */
export interface Fixes {
  readonly links: readonly Op[]
  /** Spans whose edges move, as they will be. */
  readonly trimmed: readonly Span[]
  /** Uids of spans that go. */
  readonly dropped: readonly string[]
}

export function planFixes(
  project: Project,
  article: ReadArticle,
  choice: LintChoice,
  codes: ReadonlySet<FixableCode>,
): Fixes {
  const trimmed = trimAll(article, choice, codes)
  if (!codes.has('duplicate')) return { links: [], trimmed, dropped: [] }
  const byUid = new Map(trimmed.map((span) => [span.uid, span]))
  const after = article.spans.filter((span) => isChosen(choice, span)).map((span) => byUid.get(span.uid) ?? span)
  const keptFor = secondOnes(after)
  const moves = planMoves(project, article.articleId, keptFor)
  // a link would be lost: that is for a person to decide
  if (keptFor.size === 0 || moves.dropped.length > 0)
    return { links: [], trimmed: distinct(article, trimmed), dropped: [] }
  return {
    links: moves.ops,
    trimmed: trimmed.filter(({ uid }) => !keptFor.has(uid)),
    dropped: [...keptFor.keys()],
  }
}

/** The spans to trim, as they will be. Unless second ones go as well, none becomes one. */
function trimAll(article: ReadArticle, choice: LintChoice, codes: ReadonlySet<FixableCode>): Span[] {
  const trimmed = article.spans
    .filter((span) => isChosen(choice, span))
    .flatMap((span) => {
      const parts = betterParts(article.text, span.parts, codes)
      if (parts === null || sameParts(parts, span.parts)) return []
      return [{ ...span, parts: [...parts], words: wordsOf(article.text, parts) }]
    })
  return codes.has('duplicate') ? trimmed : distinct(article, trimmed)
}

function betterParts(text: string, parts: readonly Part[], codes: ReadonlySet<FixableCode>): readonly Part[] | null {
  const bare = withoutSpace(text, parts)
  if (bare === null) return null
  // where only stray marks are asked for, the white space beside them goes as well: it stood outside of them
  if (codes.has('edge_marks')) {
    const trimmed = withoutMarks(text, bare)
    if (trimmed !== null && (codes.has('untrimmed') || !sameParts(trimmed, bare))) return trimmed
  }
  return codes.has('untrimmed') ? bare : parts
}

/** Those of the trimmed spans that are not marked so already. */
function distinct(article: ReadArticle, trimmed: readonly Span[]): Span[] {
  const moved = new Set(trimmed.map(({ uid }) => uid))
  const taken = new Set(article.spans.filter(({ uid }) => !moved.has(uid)).map(twinKey))
  return trimmed.filter((span) => {
    const key = twinKey(span)
    if (taken.has(key)) return false
    taken.add(key)
    return true
  })
}

/** The second spans of one author that say no more than the one that stays, each with that one's uid. */
function secondOnes(spans: readonly Span[]): Map<string, string> {
  const keptFor = new Map<string, string>()
  for (const twins of twinsOf(spans)) {
    for (const author of new Set(twins.map((span) => span.author))) {
      const [kept, ...others] = dropOrder(twins.filter((span) => span.author === author))
      for (const other of others) if (kept && holdsMore(kept, other)) keptFor.set(other.uid, kept.uid)
    }
  }
  return keptFor
}
