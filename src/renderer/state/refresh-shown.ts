import { useAppStore } from './app-store'
import { replaceAnnotations, useArticleStore } from './article-store'
import { refreshCorpus, refreshRows } from './corpus-store'
import { askEngine } from './engine'

/** Asks again for what the window shows, where several articles have changed. */
export async function refreshShown(): Promise<void> {
  const project = await askEngine('project.current', {})
  useAppStore.setState({ project })
  const articleId = useArticleStore.getState().article?.articleId
  if (articleId !== undefined) replaceAnnotations(await askEngine('article.open', { articleId }))
  await Promise.all([refreshCorpus({ keepRows: true }), refreshRows()])
}
