import { basename, extname } from 'node:path'
import type { HOST_METHODS } from '../../shared/contract/host-methods'
import type { WINDOW_METHODS } from '../../shared/contract/window-methods'
import { DEFAULT_LABEL_SET } from '../../shared/domain/label-set/default-label-set'
import { labelSetToText } from '../../shared/domain/label-set/label-set-text'
import type { JobControl } from '../base/jobs'
import { checkProject } from '../check/check'
import { writeLines } from '../concordance/write-lines'
import { compareArticles } from '../copies/compare'
import { copiesOfArticle, copyGroups } from '../copies/list-copies'
import { findChanged } from '../import/find-changed'
import { isWorthALook } from '../import/measure'
import { runPreflight } from '../import/preflight'
import { undoRefusal } from '../import/undo-import'
import { backUpProject } from '../project/back-up'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import { revisionsOf } from '../revisions/list-revisions'
import { toRevise } from '../revisions/paths-to-revise'
import { placeSpan } from '../revisions/place-span'
import { countArticles, queryArticles, recheckArticle } from '../search/article-query'
import { extraValues, facets } from '../search/facets'
import { leavePlace, readingPlace } from '../search/reading-place'
import { removeSearch, renameSearch, savedSearches, saveSearch } from '../search/saved-searches'
import { placesInText, snippets } from '../search/snippets'
import { createEntity, queryEntities, updateEntity } from '../store/annotations/entities'
import { linkMany, updateMany } from '../store/annotations/many'
import { createRelation, removeRelations } from '../store/annotations/relations'
import { mergeSpans } from '../store/annotations/span-merge'
import { splitSpan } from '../store/annotations/span-split'
import { createSpan, removeSpans, updateSpan } from '../store/annotations/spans'
import { updateArticle } from '../store/corpus/article-update'
import { setBatch } from '../store/corpus/batch-gestures'
import { listTrash, restoreArticles, trashArticles } from '../store/corpus/trash'
import { historyAuthors, listHistory } from '../store/history/events'
import { paceOf } from '../store/history/pace'
import { previewRestore, restoreState } from '../store/history/restore'
import { redo, undo } from '../store/history/undo'
import { applyLabelSetEdit, previewLabelSetEdit, readLabelSetText } from '../store/label-set/label-set-edit'
import { labelSetUsage, shownExamples } from '../store/label-set/label-set-usage'
import { relationsOfArticle, spansOfArticle } from '../store/rows/annotation-rows'
import { articleDetail, articleNamed, articleRows } from '../store/rows/articles'
import { batchReport, listBatches } from '../store/rows/batch-list'
import { projectStats } from '../store/rows/stats'
import { openSuggestions } from '../store/rows/suggestion-rows'
import { annotateCopies, copySource } from '../suggest/annotate-copies'
import { judgeSuggestions } from '../suggest/judge'
import { repeatInArticle } from '../suggest/repeat-in-article'
import { repeatInCorpus } from '../suggest/repeat-in-corpus'
import { repeatSource } from '../suggest/repeat-source'
import { backupHandlers, backupHostHandlers } from './backup-handlers'
import { concordanceHandlers } from './concordance-handlers'
import type { Concordances } from './concordances'
import type { CopiesSearch } from './copies-search'
import { exportHandlers, exportHostHandlers } from './export-handlers'
import type { Handlers } from './handler-table'
import { lintHandlers } from './lint-handlers'
import type { LintRuns } from './lint-runs'
import { modelHostHandlers } from './model-handlers'
import { fillWithSample } from './sample'
import type { Session } from './session'
import { continueImport, startImport, undoImport } from './start-import'
import { startSuggesting } from './start-suggesting'

/** What lasts longer than one request, beside the session. */
export interface Services {
  readonly copies: CopiesSearch
  readonly concordances: Concordances
  readonly lints: LintRuns
}

/** What a window may ask. */
export function windowHandlers(
  session: Session,
  { copies, concordances, lints }: Services,
): Handlers<typeof WINDOW_METHODS> {
  const project = () => session.require()
  return {
    'project.current': () => (session.current ? session.info(session.current) : null),
    'project.close': async () => {
      await session.close()
      return null
    },
    'project.stats': () => projectStats(project()),
    'project.pace': ({ days }) => paceOf(project(), session.annotator, days, session.clock.now()),
    'project.check': () => checkProject(project()),
    'check.start': () => {
      const current = project()
      const jobId = session.jobs.start('check', async (control) => ({
        state: 'done',
        report: await checkProject(current, control),
      }))
      return { jobId }
    },
    'articles.query': ({ filter, ...order }) => queryArticles(project(), filter, order, session.clock.now()),
    'articles.recheck': ({ filter, articleId }) => recheckArticle(project(), filter, articleId, session.clock.now()),
    'articles.rows': ({ articleIds }) => articleRows(project().sql, articleIds),
    'article.open': ({ articleId }) => {
      const { sql } = project()
      return {
        article: articleDetail(sql, articleId),
        spans: spansOfArticle(sql, articleId),
        relations: relationsOfArticle(sql, articleId),
        suggestions: openSuggestions(sql, articleId),
      }
    },
    'search.snippets': ({ text, articleIds }) => snippets(project().sql, text, articleIds),
    'search.places': ({ text, articleId }) => placesInText(project().sql, text, articleId),
    'search.facets': () => facets(project()),
    'search.extraValues': ({ key }) => extraValues(project(), key),
    'search.count': ({ filter }) => ({ articles: countArticles(project(), filter) }),
    'savedSearch.list': () => savedSearches(project()),
    'savedSearch.save': ({ name, list }) => saveSearch(project(), session.annotator, name, list),
    'savedSearch.rename': ({ uid, name }) => renameSearch(project(), session.annotator, uid, name),
    'savedSearch.remove': ({ uid }) => removeSearch(project(), session.annotator, uid),
    'reading.place': () => readingPlace(project(), session.annotator),
    'reading.leave': ({ articleId, list }) => {
      leavePlace(project(), session.annotator, articleId, list)
      return null
    },
    'article.update': ({ articleId, patch }) => updateArticle(project(), session.annotator, articleId, patch),
    'article.trash': ({ articleIds }) => trashArticles(project(), session.annotator, articleIds),
    'article.restore': ({ articleIds }) => restoreArticles(project(), session.annotator, articleIds),
    'trash.list': ({ limit }) => listTrash(project().sql, limit),
    'batches.list': ({ only }) => listBatches(project().sql, only),
    'batch.report': ({ uid, limit }) => batchReport(project().sql, uid, limit),
    'batch.set': ({ uid, shelf }) => setBatch(project(), session.annotator, uid, shelf),
    'batch.undoRefusal': ({ uid }) => ({ message: undoRefusal(project(), uid) }),
    'batch.undo': ({ uid }) => undoImport(session, copies, uid),
    'batch.continue': ({ uid }) => continueImport(session, copies, uid),
    'span.create': (wanted) => createSpan(project(), session.annotator, wanted),
    'span.update': ({ uid, patch }) => updateSpan(project(), session.annotator, uid, patch),
    'span.updateMany': ({ uids, patch }) => updateMany(project(), session.annotator, uids, patch),
    'span.remove': ({ uids }) => removeSpans(project(), session.annotator, uids),
    'span.split': ({ uid, first, second }) => splitSpan(project(), session.annotator, uid, first, second),
    'span.merge': ({ uid, others }) => mergeSpans(project(), session.annotator, uid, others),
    'relation.create': (wanted) => createRelation(project(), session.annotator, wanted),
    'relation.createMany': ({ links }) => linkMany(project(), session.annotator, links),
    'relation.remove': ({ uids }) => removeRelations(project(), session.annotator, uids),
    'span.repeat': ({ uid }) => repeatInArticle(project(), session.annotator, uid),
    'suggest.repeat': ({ uid }) => {
      const [current, author] = [project(), session.annotator]
      repeatSource(current, uid)
      return { jobId: startSuggesting(session, (control) => repeatInCorpus(current, author, uid, control)) }
    },
    'suggestion.judge': ({ verdict, which }) => judgeSuggestions(project(), session.annotator, verdict, which),
    ...concordanceHandlers(session, concordances),
    'labelset.preview': ({ edit }) => previewLabelSetEdit(project(), edit),
    'labelset.apply': ({ edit, allowLoss }) => applyLabelSetEdit(project(), session.annotator, edit, { allowLoss }),
    'labelset.usage': () => labelSetUsage(project().sql),
    'labelset.examples': ({ labelId }) => shownExamples(project().sql, project().labelSet, labelId),
    'labelset.toJson': () => ({ text: labelSetToText(project().labelSet) }),
    'labelset.fromJson': ({ text }) => readLabelSetText(project(), text),
    'entity.query': (query) => queryEntities(project().sql, query),
    'entity.create': (wanted) => createEntity(project(), session.annotator, wanted),
    'entity.update': ({ uid, patch }) => updateEntity(project(), session.annotator, uid, patch),
    'history.undo': () => undo(project(), session.annotator),
    'history.redo': () => redo(project(), session.annotator),
    'history.list': (query) => listHistory(project().sql, query),
    'history.authors': ({ articleId }) => historyAuthors(project().sql, articleId),
    'history.preview': (point) => previewRestore(project(), point),
    'history.restore': (point) => restoreState(project(), session.annotator, point),
    'revisions.ofArticle': ({ articleId }) => revisionsOf(project().sql, articleId),
    'revision.place': ({ uid, parts }) => placeSpan(project(), session.annotator, uid, parts),
    'revisions.find': () => {
      const current = project()
      return { jobId: session.jobs.start('changes', (control) => findChanged(current, control)) }
    },
    'revisions.import': (which) => startImport(session, copies, toRevise(project().sql, which)),
    'suggest.copies': ({ articleId }) => {
      const [current, author] = [project(), session.annotator]
      copySource(current, articleId)
      return { jobId: startSuggesting(session, (control) => annotateCopies(current, author, articleId, control)) }
    },
    'article.named': ({ name }) => articleNamed(project().sql, name),
    'copies.find': ({ all }) => ({ jobId: copies.start(all) }),
    'copies.ofArticle': ({ articleId }) => copiesOfArticle(project().sql, articleId),
    'copies.groups': () => ({ groups: copyGroups(project().sql) }),
    'articles.compare': ({ fromId, toId }) => ({ pieces: compareArticles(project().sql, fromId, toId) }),
    ...lintHandlers(lints),
    ...backupHandlers(session),
    ...exportHandlers(session),
    'job.cancel': ({ jobId }) => ({ cancelled: session.jobs.cancel(jobId) }),
  }
}

/** What only the main process and the command line may ask. */
export function hostHandlers(session: Session, { copies, concordances }: Services): Handlers<typeof HOST_METHODS> {
  return {
    'project.create': async ({ path, name, annotator, labelSet }) => {
      const wanted = { path, name, labelSet: labelSet ?? DEFAULT_LABEL_SET }
      await createProject(wanted, session.clock, session.migrations)
      return session.open(path, annotator)
    },
    'project.open': ({ path, annotator }) => session.open(path, annotator),
    'project.createSample': async ({ path, sampleFolder, annotator }) => {
      const wanted = { path, name: basename(path, extname(path)), labelSet: DEFAULT_LABEL_SET }
      await createProject(wanted, session.clock, session.migrations, async (temporary) => {
        const sample = openProject(temporary, session.clock, session.migrations)
        try {
          await fillWithSample(sample, sampleFolder)
        } finally {
          sample.close()
        }
      })
      return session.open(path, annotator)
    },
    'project.backup': ({ path }) => backUpProject(session.require(), path),
    ...backupHostHandlers(session),
    'session.setAnnotator': ({ annotator }) => {
      session.annotator = annotator
      return null
    },
    'import.start': ({ paths, options }) => startImport(session, copies, { paths, options }),
    'import.isWorthALook': async ({ paths }) => ({ isWorthALook: await isWorthALook(paths) }),
    'import.preflight': async ({ paths, options }) => {
      const project = session.require()
      const look = (control: JobControl) => runPreflight(project, paths, options, control)
      return { jobId: await session.jobs.startInstead('preflight', look) }
    },
    'concordance.write': ({ concordanceId, chosen, ...rest }) =>
      writeLines(session.require(), concordances.require(concordanceId), { lines: chosen, ...rest }),
    ...exportHostHandlers(session),
    ...modelHostHandlers(session),
  }
}
