import type { AppMethod } from '../shared/contract/app-methods'
import type { WindowMethod } from '../shared/contract/window-methods'

// The names alone: the tables themselves would bring the whole schema library into every window. The types below fail
// to compile where a name is missing or too many.

const ENGINE_NAMES: Record<WindowMethod, true> = {
  'project.current': true,
  'project.close': true,
  'project.stats': true,
  'project.pace': true,
  'project.check': true,
  'articles.query': true,
  'articles.rows': true,
  'article.open': true,
  'article.update': true,
  'span.create': true,
  'span.update': true,
  'span.updateMany': true,
  'span.remove': true,
  'span.split': true,
  'span.merge': true,
  'relation.create': true,
  'relation.createMany': true,
  'relation.remove': true,
  'span.repeat': true,
  'suggest.repeat': true,
  'suggestion.judge': true,
  'labelset.preview': true,
  'labelset.apply': true,
  'labelset.usage': true,
  'labelset.examples': true,
  'labelset.toJson': true,
  'labelset.fromJson': true,
  'entity.query': true,
  'entity.create': true,
  'entity.update': true,
  'history.undo': true,
  'history.redo': true,
  'history.list': true,
  'history.authors': true,
  'history.preview': true,
  'history.restore': true,
  'copies.find': true,
  'copies.ofArticle': true,
  'copies.groups': true,
  'articles.compare': true,
  'job.cancel': true,
}

const APP_NAMES: Record<AppMethod, true> = {
  'app.info': true,
  'settings.get': true,
  'settings.set': true,
  'recents.list': true,
  'recents.remove': true,
  'project.new': true,
  'project.open': true,
  'project.openRecent': true,
  'project.openSample': true,
  'project.reveal': true,
  'import.choose': true,
  'export.choose': true,
  'export.reveal': true,
  'labelset.exportFile': true,
  'labelset.importFile': true,
  'engine.restart': true,
  'window.leave': true,
}

export const isEngineMethod = (name: string): name is WindowMethod => Object.hasOwn(ENGINE_NAMES, name)
export const isAppMethod = (name: string): name is AppMethod => Object.hasOwn(APP_NAMES, name)
