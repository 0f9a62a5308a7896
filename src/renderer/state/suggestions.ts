import type { Job, SuggestReport } from '../../shared/contract/jobs'
import type { Suggestion } from '../../shared/domain/annotations/suggestions'
import { countOf } from '../ui/format'
import { openDialog, showToast, useAppStore } from './app-store'
import { useArticleStore } from './article-store'
import { useCorpusStore } from './corpus-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { loadArticle } from './navigation'
import { goToSuggestion, judgeByMouse, suggestionsInOrder } from './suggestion-view'

type Verdict = 'accept' | 'reject'

/** The focused span, or a message that says how to get one. */
function spanToRepeat(): string | null {
  const { focusedUid } = useArticleStore.getState()
  if (focusedUid === null) showToast('info', 'Focus a span first (Tab, or a click on it): its words are repeated.')
  return focusedUid
}

/** Marks every other occurrence of the focused span's words in the article. */
export const repeatInArticle = (): Promise<boolean> =>
  inOrder(async () => {
    const uid = spanToRepeat()
    if (uid !== null) followChange(await askEngine('span.repeat', { uid }))
  })

/** Suggests every other occurrence of the focused span's words in the corpus; the footer shows how far it is. */
export const repeatInCorpus = (): Promise<boolean> =>
  inOrder(async () => {
    const uid = spanToRepeat()
    if (uid !== null) await askEngine('suggest.repeat', { uid })
  })

type SuggestJob = Extract<Job, { kind: 'suggest' }>

/** What a run of suggestions came to, in a sentence. */
export function suggestText({ state, error, report }: SuggestJob): string {
  if (state === 'failed') return error?.message ?? ''
  if (report === null) return 'Stopped. Nothing was suggested.'
  const { suggestions, articles, summary, leftOut = 0, unplaced, model } = report
  if (model !== undefined) return modelText(report, model)
  if (unplaced !== undefined) return copiedText(suggestions, articles, unplaced.length)
  const others = leftOut === 0 ? '' : ` ${countOf(leftOut, 'place')} left out: marked or suggested already.`
  return suggestions === 0
    ? `Nothing to suggest: no other free place says ${summary}.`
    : `${countOf(suggestions, 'suggestion')} in ${countOf(articles, 'article')}.${others}`
}

/** The same where a program was asked. */
function modelText(
  { suggestions, articles, leftOut = 0, summary }: SuggestReport,
  { asked, answered }: NonNullable<SuggestReport['model']>,
): string {
  const others = leftOut === 0 ? '' : ` ${countOf(leftOut, 'place')} left out: marked or suggested already.`
  return `${summary} answered ${answered.toLocaleString('en')} of ${countOf(asked, 'article')}: ${countOf(suggestions, 'suggestion')} in ${countOf(articles, 'article')}.${others}`
}

/** The same where the spans of an article were proposed in its copies. */
function copiedText(suggestions: number, articles: number, unplaced: number): string {
  const proposed =
    suggestions === 0
      ? 'Nothing new to propose in the copies.'
      : `${countOf(suggestions, 'suggestion')} in ${countOf(articles, 'copy', 'copies')}.`
  return unplaced === 0
    ? proposed
    : `${proposed} ${countOf(unplaced, 'place is', 'places are')} not certain, and left out.`
}

export function tellOfSuggestions(job: SuggestJob): void {
  // worth a look: what is not certain is listed, not guessed
  const { unplaced = [], model } = job.report ?? {}
  const isWorthALook =
    unplaced.length > 0 || (model !== undefined && (model.stopped !== null || model.troubleCount > 0))
  if (isWorthALook && useAppStore.getState().dialog === null) {
    openDialog({ kind: 'job', jobId: job.jobId })
    return
  }
  const { dialog } = useAppStore.getState()
  // its report is being read
  if (model !== undefined && dialog?.kind === 'job' && dialog.jobId === job.jobId) return
  const eventId = job.report?.eventId ?? null
  showToast(job.state === 'failed' ? 'error' : 'info', suggestText(job), eventId === null ? {} : { eventId })
}

/** Where to go on when a suggestion is judged: the next one of the article, round at its end. */
function neighbourOf(uid: string, judged: ReadonlySet<string>): Suggestion | undefined {
  const ordered = suggestionsInOrder(useArticleStore.getState().suggestions)
  const at = ordered.findIndex((suggestion) => suggestion.uid === uid)
  return [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))].find((other) => !judged.has(other.uid))
}

function goOn(next: Suggestion | undefined): void {
  if (next !== undefined && useArticleStore.getState().suggestions.has(next.uid)) goToSuggestion(next)
  else if (useArticleStore.getState().suggestions.size === 0) {
    showToast('info', 'No suggestions are left in this article.')
  }
}

/** Accepts or rejects the focused suggestion and goes on to the next one of the article. */
export const judgeFocused = (verdict: Verdict): Promise<boolean> =>
  inOrder(async () => {
    const uid = useArticleStore.getState().focusedSuggestion
    if (uid === null) return
    const next = neighbourOf(uid, new Set([uid]))
    followChange(await askEngine('suggestion.judge', { verdict, which: { uids: [uid] } }))
    goOn(next)
  })

/** Accepts or rejects all that are like the focused one, in one step: its label in this article, or its whole run. */
export const judgeAlike = (verdict: Verdict, alike: 'label' | 'run'): Promise<boolean> =>
  inOrder(async () => {
    const { suggestions, focusedSuggestion } = useArticleStore.getState()
    const focused = focusedSuggestion === null ? undefined : suggestions.get(focusedSuggestion)
    if (focused === undefined) return
    const { articleId, labelId, runUid } = focused
    const which = alike === 'label' ? { articleId, labelId } : { runUid }
    const judged = [...suggestions.values()].filter((other) =>
      alike === 'label' ? other.labelId === labelId : other.runUid === runUid,
    )
    const next = neighbourOf(focused.uid, new Set(judged.map(({ uid }) => uid)))
    followChange(await askEngine('suggestion.judge', { verdict, which }))
    goOn(next)
  })

/** The articles with suggestions that come after the open one (or before it), in the order of the list, round its end. */
async function otherSuggestedArticles(direction: 1 | -1): Promise<number[]> {
  const { filter, sort } = useCorpusStore.getState()
  // the open article has its place in the list also when none of its suggestions is left
  const all = await askEngine('articles.query', { filter: { ...filter, suggested: false }, sort })
  const suggested = await askEngine('articles.query', { filter: { ...filter, suggested: true }, sort })
  const openId = useArticleStore.getState().article?.articleId
  const withSome = new Set(suggested.articleIds)
  const order = direction === 1 ? all.articleIds : [...all.articleIds].reverse()
  const at = order.indexOf(openId ?? -1)
  return [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))].filter((id) => withSome.has(id))
}

/** The next suggestion after the focused one, undefined at the article's end; or after the caret, round at the end. */
function nextHere(direction: 1 | -1): Suggestion | undefined {
  const { suggestions, focusedSuggestion, focusedUid, spans, selection } = useArticleStore.getState()
  const ordered = suggestionsInOrder(suggestions)
  const at = ordered.findIndex(({ uid }) => uid === focusedSuggestion)
  if (at !== -1) return ordered[at + direction]
  const from = (focusedUid === null ? undefined : spans.get(focusedUid)?.parts[0]?.[0]) ?? selection?.focus ?? 0
  return direction === 1
    ? (ordered.find(({ parts }) => parts[0]![0] >= from) ?? ordered[0])
    : (ordered.findLast(({ parts }) => parts[0]![0] < from) ?? ordered.at(-1))
}

/** Goes to the next or the previous suggestion, on to other articles where this one has no more. */
export const stepSuggestion = (direction: 1 | -1): Promise<boolean> =>
  inOrder(async () => {
    judgeByMouse(false)
    const here = nextHere(direction)
    if (here !== undefined) {
      goToSuggestion(here)
      return
    }
    const [articleId] = await otherSuggestedArticles(direction)
    if (articleId !== undefined) await loadArticle(articleId, { goToHit: false })
    const ordered = suggestionsInOrder(useArticleStore.getState().suggestions)
    const target = direction === 1 ? ordered[0] : ordered.at(-1)
    if (target !== undefined) goToSuggestion(target)
    else showToast('info', 'There are no suggestions. Focus a span and press Shift+R to look for its words everywhere.')
  })
