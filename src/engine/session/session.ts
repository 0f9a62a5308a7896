import type { ProjectInfo } from '../../shared/contract/project'
import type { EngineEvent } from '../../shared/contract/wire'
import { DictumError } from '../../shared/domain/result'
import { type BackupSchedule, createSchedule } from '../backup/schedule'
import type { ClockAndIds } from '../base/clock-and-ids'
import { breathe, createJobs, type Jobs } from '../base/jobs'
import { MIGRATIONS } from '../project/migrations'
import type { Migration } from '../project/migrations/migration'
import { openProject } from '../project/open'
import { updateNotice } from '../project/update-notice'
import { countedArticles } from '../search/article-query'
import { undoState } from '../store/history/events'
import type { Project } from '../store/project'

/** The one project that is open, who works on it, and the jobs that run on it. */
export interface Session {
  readonly clock: ClockAndIds
  readonly migrations: readonly Migration[]
  readonly jobs: Jobs
  readonly emit: (event: EngineEvent) => void
  /** Each ends something that reads the project, and resolves when it has; called before a project is closed. */
  readonly leaving: Set<() => Promise<unknown>>
  /** Each is told of a project that has been opened, with its jobs free. */
  readonly arriving: Set<() => void>
  annotator: string
  /** How often the open project is backed up by itself; 0: never. */
  backupMinutes: number
  /** Null while none is open. */
  readonly current: Project | null
  /** Throws no_project. */
  requireBackups(): BackupSchedule
  /** Throws no_project. */
  require(): Project
  /** Closes what is open and opens this one. A file that is refused leaves the open project open. */
  open(path: string, annotator: string): Promise<ProjectInfo>
  /** Cancels the running jobs, then closes the project. */
  close(): Promise<void>
  /** Closes what is open, lets `replace` do what it wants with files, and opens the project at `path`; if that fails, what was open. */
  reopen<T>(path: string, annotator: string, replace: () => Promise<T>): Promise<{ project: ProjectInfo; result: T }>
  info(project: Project): ProjectInfo
}

const BACKUP_TICK_MS = 60_000

function none(): never {
  throw new DictumError('no_project', 'No project is open. Open one, or make a new one.')
}

export function createSession(
  emit: (event: EngineEvent) => void,
  clock: ClockAndIds,
  migrations: readonly Migration[] = MIGRATIONS,
): Session {
  let current: Project | null = null
  let backups: BackupSchedule | null = null
  let timer: NodeJS.Timeout | undefined
  const jobs = createJobs((job) => emit({ type: 'job', job }))
  // opening and closing wait for one another, so that no project is left open behind the next
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work, work)
    turn = done
    return done
  }
  const leaving: Session['leaving'] = new Set()
  const arriving: Session['arriving'] = new Set()
  const close = async () => {
    await Promise.all([jobs.cancelAll(), ...[...leaving].map((end) => end())])
    const closing = current
    current = null
    if (!closing) return
    clearInterval(timer)
    const last = backups
    backups = null
    await last?.beforeClosing()
    closing.close()
    emit({ type: 'project-closed' })
  }
  const lookAfter = (project: Project) => {
    backups = createSchedule(project, {
      everyMinutes: () => session.backupMinutes,
      onProblem: (message) => emit({ type: 'notice', message }),
    })
    timer = setInterval(() => void backups?.tick(), BACKUP_TICK_MS)
    timer.unref()
  }
  const open = async (path: string, annotator: string) => {
    const notice = updateNotice(path, migrations)
    if (notice !== null) {
      emit({ type: 'notice', message: notice })
      // it is to be read while the engine is at work
      await breathe()
    }
    const opened = openProject(path, clock, migrations)
    try {
      await close()
    } catch (error) {
      opened.close()
      throw error
    }
    current = opened
    lookAfter(opened)
    session.annotator = annotator
    const project = session.info(opened)
    emit({ type: 'project-opened', project })
    for (const arrive of arriving) arrive()
    return project
  }
  const session: Session = {
    clock,
    migrations,
    jobs,
    emit,
    leaving,
    arriving,
    annotator: 'annotator',
    backupMinutes: 0,
    get current() {
      return current
    },
    require: () => current ?? none(),
    requireBackups: () => backups ?? none(),
    open: (path, annotator) => inTurn(() => open(path, annotator)),
    close: () => inTurn(close),
    reopen: (path, annotator, replace) =>
      inTurn(async () => {
        const before = current?.path
        await close()
        try {
          const result = await replace()
          return { project: await open(path, annotator), result }
        } catch (error) {
          if (before !== undefined && current === null) await open(before, annotator).catch(() => undefined)
          throw error
        }
      }),
    info: (project) => ({
      uid: project.uid,
      name: project.name,
      path: project.path,
      createdAt: project.createdAt,
      labelSet: project.labelSet,
      articles: countedArticles(project.sql),
      annotator: session.annotator,
      undo: undoState(project.sql),
    }),
  }
  return session
}
