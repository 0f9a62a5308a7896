import { spanEnd, spanStart } from '../../../shared/domain/annotations/annotations'
import type { SuggestionState } from '../../../shared/domain/annotations/suggestions'
import type { Sql } from '../sql'
import type { StoredPlace, StoredSuggestions } from './stored-suggestions'
import { suggestionUid } from './stored-suggestions'
import { findSuggestion, type JudgedSuggestion } from './suggestion-rows'

/** Writes the rows of a group, none of which may be there. Throws (NOT NULL) if an article is not. */
export function putSuggestions(sql: Sql, group: StoredSuggestions): void {
  let number = group.first
  for (const { uid: article, places } of group.articles) {
    for (const place of places) {
      sql.run(
        `INSERT INTO suggestion (uid, article_id, kind, label_id, start_utf16, end_utf16, parts, words, attributes,
           entity_uid, score, source, reason, run_uid, state, author, created_at, updated_at, copy_of)
         VALUES (:uid, (SELECT id FROM article WHERE uid = :article), :kind, :label, :start, :end, :parts, :words,
           :attributes, :entity, :score, :source, :reason, :run, :state, :author, :created, :updated, :copyOf)`,
        {
          uid: suggestionUid(group.run, number++),
          article,
          kind: group.kind,
          label: group.labelId,
          start: spanStart(place),
          end: spanEnd(place),
          parts: JSON.stringify(place.parts),
          words: place.words,
          attributes: JSON.stringify(group.attributes),
          entity: group.entityUid,
          score: place.score ?? null,
          source: group.source,
          reason: group.reason,
          run: group.run,
          state: place.judged?.state ?? 'open',
          author: group.author,
          created: group.createdAt,
          updated: place.judged?.at ?? group.createdAt,
          copyOf: place.copyOf ?? null,
        },
      )
    }
  }
}

/** Takes the rows of a group away, and gives the group back; null if nothing of it is there. */
export function takeSuggestions(sql: Sql, run: string, first: number, count: number): StoredSuggestions | null {
  let group: StoredSuggestions | null = null
  for (let number = first; number < first + count; number++) {
    const uid = suggestionUid(run, number)
    const found = findSuggestion(sql, uid)
    if (!found) continue
    group ??= groupOf(found, first)
    const article = articleUid(sql, found.articleId)
    const last = group.articles.at(-1)
    if (last?.uid === article) last.places.push(placeOf(found))
    else group.articles.push({ uid: article, places: [placeOf(found)] })
    sql.run('DELETE FROM suggestion WHERE uid = ?', uid)
  }
  return group
}

/** Sets what became of a suggestion, and gives what it was before; null if it is not there. */
export function judgeSuggestion(
  sql: Sql,
  uid: string,
  state: SuggestionState,
  at: string,
): Pick<JudgedSuggestion, 'state' | 'updatedAt'> | null {
  const prior = findSuggestion(sql, uid)
  sql.run('UPDATE suggestion SET state = ?, updated_at = ? WHERE uid = ?', state, at, uid)
  return prior
}

const groupOf = (found: JudgedSuggestion, first: number): StoredSuggestions => ({
  run: found.runUid,
  first,
  kind: 'span',
  labelId: found.labelId,
  attributes: found.attributes,
  entityUid: found.entityUid,
  source: found.source,
  reason: found.reason,
  author: found.author,
  createdAt: found.createdAt,
  articles: [],
})

const placeOf = ({ parts, words, score, state, updatedAt, copyOf }: JudgedSuggestion): StoredPlace => ({
  parts,
  words,
  ...(score === null ? {} : { score }),
  ...(copyOf === null ? {} : { copyOf }),
  ...(state === 'open' ? {} : { judged: { state, at: updatedAt } }),
})

const articleUid = (sql: Sql, articleId: number): string =>
  sql.get<{ uid: string }>('SELECT uid FROM article WHERE id = ?', articleId)!.uid
