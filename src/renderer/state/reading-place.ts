import type { WindowReply } from '../../shared/contract/window-methods'
import { isFiltering } from '../../shared/domain/corpus/article-filter'
import { useArticleStore } from './article-store'
import { listNow, useCorpusStore } from './corpus-store'
import { askEngine } from './engine'

type Place = NonNullable<WindowReply<'reading.place'>>

/** Where the annotator left off in the project that was just opened; null: nowhere yet. */
export const placeOfLastTime = (): Promise<Place | null> => askEngine('reading.place', {})

/** Whether a place is another than where everybody begins. */
export const isElsewhere = ({ articleId, list }: Place): boolean =>
  isFiltering(list.filter) || list.sort !== 'imported' || useCorpusStore.getState().articleIds[0] !== articleId

/** Keeps the open article and the list as the place to come back to. */
export async function leavePlace(): Promise<void> {
  const { article } = useArticleStore.getState()
  if (article === null) return
  try {
    await askEngine('reading.leave', { articleId: article.articleId, list: listNow() })
  } catch {
    // nothing is lost but the way back: a full disk is told of by what must be kept
  }
}
