import type { Job } from '../../shared/contract/jobs'
import type { ProjectInfo } from '../../shared/contract/project'
import type { EngineEvent, EngineState } from '../../shared/contract/wire'
import { refreshRecents } from './app-actions'
import { reportFailure, setProject, showToast, useAppStore } from './app-store'
import { clearArticle, useArticleStore } from './article-store'
import { offerRecovery } from './backups'
import { refreshCutOff, useBatches } from './batches'
import { clearConcordance, followConcordance, markStale, useConcordanceStore } from './concordance-store'
import { tellOfCopies } from './copies'
import { clearCorpus, refreshCorpus, showList, useCorpusStore } from './corpus-store'
import { askApp, askEngine } from './engine'
import { clearEntities } from './entity-store'
import { clearExport } from './export-store'
import { clearFacets } from './facets-store'
import { leaveFocusMode } from './focus-mode'
import { inOrder } from './gesture-queue'
import { clearLint, followLint } from './lint'
import { openArticle } from './navigation'
import { paced } from './paced'
import { leavePutAway } from './put-away'
import { isElsewhere, placeOfLastTime } from './reading-place'
import { refreshShown } from './refresh-shown'
import { followChanges } from './revisions'
import { clearSavedSearches } from './saved-search-store'
import { followSearch } from './search-hits'
import { tellOfSuggestions } from './suggestions'
import { typedField } from './typed-field'

/** Shows a project: its list, and the article that was open before if it is the same project again. */
async function showProject(project: ProjectInfo): Promise<void> {
  const before = useAppStore.getState().project
  const typedIn = typedField()
  const again = before?.uid === project.uid ? useArticleStore.getState().article?.articleId : undefined
  useAppStore.setState({ project })
  if (again === undefined) {
    useAppStore.setState({ toasts: [] })
    clearCorpus()
    clearConcordance()
    clearFacets()
    clearExport()
    clearLint()
    clearSavedSearches()
    clearEntities()
    clearArticle()
  }
  const place = again === undefined ? await placeOfLastTime() : null
  if (place === null) await refreshCorpus()
  else await showList(place.list)
  const first = again ?? place?.articleId ?? useCorpusStore.getState().articleIds[0]
  if (place !== null && isElsewhere(place)) showToast('info', 'You are back where you left off.')
  if (first !== undefined) await openArticle(first, { takeFocus: again === undefined, typedIn })
  await refreshCutOff()
  await refreshRecents()
}

function forgetProject(): void {
  followingCorpus.forget()
  useBatches.setState({ cutOff: null })
  // the palette is of no project: what is being typed into it stays
  useAppStore.setState(({ dialog }) => ({
    project: null,
    dialog: dialog?.kind === 'palette' ? dialog : null,
    toasts: [],
  }))
  leaveFocusMode()
  clearConcordance()
  clearFacets()
  clearExport()
  clearLint()
  clearSavedSearches()
  clearCorpus()
  clearArticle()
  void refreshRecents().catch(reportFailure)
}

function followJob(job: Job): void {
  useAppStore.setState(({ jobs }) => ({ jobs: new Map(jobs).set(job.jobId, job) }))
  if (job.state !== 'running') followingCorpus.flush()
  if (job.kind === 'suggest' && job.state !== 'running') tellOfSuggestions(job)
  if (job.kind === 'import' && job.state !== 'running') void refreshCutOff().catch(reportFailure)
  if (job.kind === 'changes' && job.state !== 'running') followChanges(job)
  if (job.kind === 'lint' && job.state !== 'running') followLint(job)
  if (job.kind === 'copies' && job.state !== 'running') tellOfCopies(job)
}

async function followCorpus(): Promise<void> {
  markStale()
  await refreshCorpus({ keepRows: true })
  setProject(await askEngine('project.current', {}))
  const first = useCorpusStore.getState().articleIds[0]
  if (useArticleStore.getState().article !== null) await inOrder(leavePutAway)
  else if (first !== undefined) await openArticle(first, { takeFocus: false })
}

/** While an import runs, the whole list is asked for the seldomer the longer it is. */
const followingCorpus = paced(() => followCorpus().catch(reportFailure))

function follow(event: EngineEvent): void {
  if (event.type === 'project-opened') void showProject(event.project).catch(reportFailure)
  else if (event.type === 'project-closed') forgetProject()
  else if (event.type === 'corpus-changed') followingCorpus.call()
  else if (event.type === 'annotations-changed') void inOrder(refreshShown)
  else if (event.type === 'job') followJob(event.job)
  else if (event.type === 'notice') showToast('info', event.message, { stays: true })
  else if (event.type === 'project-damaged') void offerRecovery().catch(reportFailure)
  else followConcordance(event.concordance)
}

/** A job of an engine that is gone will never report again. */
function endJobs(): void {
  useAppStore.setState(({ jobs }) => ({
    jobs: new Map(
      [...jobs].map(([id, job]) => [
        id,
        job.state === 'running'
          ? {
              ...job,
              state: 'failed' as const,
              error: {
                code: 'engine_gone' as const,
                message:
                  'The engine stopped before this was finished. What was written is kept; do it again to complete it.',
              },
            }
          : job,
      ]),
    ),
  }))
}

function followState(engineState: EngineState): void {
  useAppStore.setState({ engineState })
  if (engineState === 'gone') endJobs()
}

/** Connects the stores to the engine and the main process, and fills them for the first time. */
export async function connect(): Promise<void> {
  useAppStore.setState({ platform: window.dictum.platform })
  window.dictum.engine.onEvent(follow)
  window.dictum.engine.onState(followState)
  followSearch()
  const settings = await askApp('settings.get', {})
  useAppStore.setState({ settings })
  useConcordanceStore.setState(settings.concordance)
  const project = await askEngine('project.current', {})
  if (project === null) await Promise.all([refreshRecents(), offerRecovery()])
  // an event may have come first
  else if (useAppStore.getState().project === null) await showProject(project)
}
