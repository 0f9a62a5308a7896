import { setProject } from './app-store'
import { replaceAnnotations, useArticleStore } from './article-store'
import { refreshCorpus, refreshRows } from './corpus-store'
import { askEngine } from './engine'
import { comeBack, goOnAt, goOnFrom } from './put-away'

/** Asks again for what the window shows, where several articles or the label set have changed. */
export async function refreshShown(): Promise<void> {
  const project = await askEngine('project.current', {})
  const articleId = useArticleStore.getState().article?.articleId
  const opened = articleId === undefined ? null : await askEngine('article.open', { articleId })
  // in one go: no span is ever shown with a label set that does not have its label
  if (opened !== null) replaceAnnotations(opened)
  setProject(project)
  await Promise.all([refreshCorpus({ keepRows: true }), refreshRows()])
  // what was open may be put away now, and what comes back may be where one was, or the first there is
  if (await comeBack()) return
  if (opened === null) await goOnAt(0)
  else if (opened.article.shelf !== 'shown') await goOnFrom(opened.article.articleId, opened.article.shelf)
}
