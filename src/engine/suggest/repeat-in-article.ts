import type { ChangeSet } from '../../shared/contract/changes'
import type { Span } from '../../shared/domain/annotations/annotations'
import { findRepeats } from '../../shared/domain/annotations/repeats'
import { timestamp } from '../base/clock-and-ids'
import { settleSuggestions } from '../store/annotations/settle-suggestions'
import { doGesture } from '../store/history/gesture'
import { type Op, storedSpan } from '../store/history/ops'
import type { Project } from '../store/project'
import { articleText } from '../store/rows/articles'
import { placeAt, takenBy, unmarked, unsuggested } from './free-places'
import { ALIKE_REASON, repeatGroup, repeatSource } from './repeat-source'

/**
 * Marks the words of a span wherever else its article spells them just so, with its label and attributes. Where the
 * spelling differs (case, diacritics) it may be another word: those places become suggestions. All in one gesture.
 */
export const repeatInArticle = (project: Project, author: string, uid: string): ChangeSet =>
  doGesture(project, author, () => {
    const { sql, clock } = project
    const source = repeatSource(project, uid)
    const { span, label, search } = source
    const { text } = articleText(sql, span.articleId)
    const { exact, alike } = findRepeats(text, search)
    const taken = takenBy(sql, span.articleId, label.id)
    const at = timestamp(clock)
    const spans = unmarked(exact, taken).map(
      (place): Span => ({
        ...span,
        ...placeAt(text, place),
        uid: clock.uid(),
        note: '',
        author,
        origin: 'repeated',
        createdAt: at,
        updatedAt: at,
      }),
    )
    const places = unsuggested(alike, taken).map((place) => placeAt(text, place))
    const ops: Op[] = spans.flatMap((made) => [
      { op: 'span.put', row: storedSpan(sql, made) },
      ...settleSuggestions(sql, made, at),
    ])
    if (places.length > 0) {
      const group = repeatGroup(source, clock.uid(), author, at)
      const articles = [{ uid: articleText(sql, span.articleId).uid, places }]
      const reason = ALIKE_REASON(span.words)
      ops.push({
        op: 'suggestion.put',
        group: { ...group, first: 0, attributes: span.attributes, reason, articles },
      })
    }
    return {
      kind: 'span.repeat',
      articleId: span.articleId,
      summary: `repeat ${source.name}${spans.length > 0 ? `, ${spans.length} more` : ''}`,
      ops,
      note: noteOf(spans.length, places.length),
    }
  })

function noteOf(marked: number, suggested: number): string {
  const count = marked.toLocaleString('en')
  if (suggested === 0) return marked === 0 ? 'No other place here says this and is free.' : `${count} more marked.`
  const those = `${suggested.toLocaleString('en')} spelled in another way ${suggested === 1 ? 'is' : 'are'} suggested`
  return marked === 0 ? `None marked; ${those}.` : `${count} more marked, ${those}.`
}
