import type Database from 'better-sqlite3'
import { ExportOptionsSchema } from '../../shared/contract/export-methods'
import type { SuggestReport } from '../../shared/contract/jobs'
import type { ModelRun } from '../../shared/contract/model-methods'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../base/clock-and-ids'
import type { JobControl, JobEnd } from '../base/jobs'
import { storedArticles } from '../export/articles/stored-articles'
import { toLine } from '../export/dictum-jsonl'
import { planExport } from '../export/run/plan-export'
import { counted } from '../store/history/effects'
import { doGesture } from '../store/history/gesture'
import type { Project } from '../store/project'
import { textByUid } from '../store/rows/articles'
import { placesIn, type StoredSuggestions } from '../store/rows/stored-suggestions'
import { createSql } from '../store/sql'
import { quoted } from '../store/wording'
import { Answers } from './answers'
import { LONGEST_LINE_BYTES, type ModelEnd, ModelProcess } from './model-process'
import { parseAnswer, readSpans } from './read-answer'

/** So often it is seen whether someone cancelled, or the program has been silent for too long. */
const LOOK_UP_EVERY_MS = 100
/** More than anyone judges. */
const MOST_SUGGESTIONS = 200_000
const MOST_TROUBLES = 100

interface ArticleName {
  readonly id: number
  readonly uid: string
  readonly title: string
}
/** Lines that are no answers: what writes so many will write no other. */
const MOST_USELESS_LINES = 20_000

/**
 * Has a program of the user’s propose spans: it gets the chosen articles as `dictum-jsonl/1`, a line each, and answers with lines
 * that have an article’s `id` and `spans`. What it proposes becomes suggestions under its name, all in one event; never annotations.
 * Cancelled, silent for too long or failed, what it had answered until then is kept, and the report says so. Closes `db`.
 */
export async function preAnnotate(
  project: Project,
  db: Database.Database,
  author: string,
  wanted: ModelRun,
  control: JobControl,
): Promise<JobEnd<SuggestReport>> {
  try {
    const run = new Run(project, db, wanted, control)
    await run.ask()
    return { state: control.isCancelled() ? 'cancelled' : 'done', report: suggest(project, author, wanted.name, run) }
  } finally {
    db.close()
  }
}

class Run {
  readonly answers = new Answers()
  readonly troubles: { article: ArticleName | null; message: string }[] = []
  /** Why it ended before its time; null: it did not. */
  stopped: string | null = null
  troubleCount = 0
  readonly #project: Project
  readonly #wanted: ModelRun
  readonly #control: JobControl
  readonly #plan: ReturnType<typeof planExport>
  readonly #snapshot: ReturnType<typeof createSql>
  readonly #answered = new Set<string>()
  readonly #asked: ReadonlySet<number>
  #uselessLines = 0
  #lastSignMs = performance.now()

  constructor(project: Project, db: Database.Database, wanted: ModelRun, control: JobControl) {
    this.#project = project
    this.#wanted = wanted
    this.#control = control
    this.#snapshot = createSql(db)
    const { statuses, filter } = wanted
    this.#plan = planExport(this.#snapshot, ExportOptionsSchema.parse({ statuses, filter }))
    this.#asked = new Set(this.#plan.ids)
    if (this.asked === 0)
      throw new DictumError('bad_request', 'No article is chosen, so there is nothing to ask about.')
  }

  get asked(): number {
    return this.#plan.ids.length
  }

  get answered(): number {
    return this.#answered.size
  }

  async ask(): Promise<void> {
    const { name, command, folder } = this.#wanted
    const model = new ModelProcess(command, folder)
    const watch = setInterval(() => this.#watch(model), LOOK_UP_EVERY_MS)
    this.#tell()
    try {
      const [, end] = await Promise.all([this.#feed(model), this.#listen(model).then(() => model.ended())])
      this.stopped ??= whyEnded(name, end)
      if (this.stopped === null && this.answered < this.asked) {
        this.#trouble(null, `It gave no answer for ${counted(this.asked - this.answered, 'article')}.`)
      }
    } finally {
      clearInterval(watch)
      model.kill()
    }
  }

  async #feed(model: ModelProcess): Promise<void> {
    for (const stored of storedArticles(this.#snapshot, this.#plan.ids)) {
      const { article } = this.#plan.build(stored, null)
      const goesOn = await model.write(JSON.stringify(toLine(article, this.#plan.unit)))
      this.#lastSignMs = performance.now()
      if (!goesOn || this.stopped !== null) break
    }
    model.endInput()
  }

  async #listen(model: ModelProcess): Promise<void> {
    try {
      for await (const line of model.lines()) {
        this.#lastSignMs = performance.now()
        if (line.trim() === '') this.#uselessLines++
        else this.#hear(line)
        this.#tell()
        if (this.#uselessLines > MOST_USELESS_LINES) {
          const most = MOST_USELESS_LINES.toLocaleString('en')
          this.#stop(
            model,
            `${this.#wanted.name} wrote more than ${most} lines that are no answers, so it was stopped.`,
          )
        }
        if (this.answers.count > MOST_SUGGESTIONS) {
          const most = MOST_SUGGESTIONS.toLocaleString('en')
          this.#stop(model, `It was stopped after ${most} suggestions, more than anyone judges. Choose fewer articles.`)
        }
      }
    } catch (error) {
      const most = `${LONGEST_LINE_BYTES / 1024 / 1024} MB`
      if (error instanceof RangeError) {
        this.#stop(model, `${this.#wanted.name} wrote a line of more than ${most}, so it was stopped.`)
      }
      // its output was closed when it was ended here
      else if (this.stopped === null) throw error
    }
  }

  #hear(line: string): void {
    const answer = parseAnswer(line)
    if (typeof answer === 'string') {
      this.#useless(answer)
      return
    }
    const article = textByUid(this.#project.sql, answer.id)
    if (article === undefined || !this.#asked.has(article.id)) {
      this.#useless(`It answered about ${quoted(answer.id.slice(0, 80))}, which is no article that it was asked about.`)
      return
    }
    const about = { id: article.id, uid: answer.id, title: article.title }
    if (this.#answered.has(answer.id)) {
      this.#useless('It answered about this article before. The first answer was taken.', about)
      return
    }
    this.#answered.add(answer.id)
    const { found, problems } = readSpans(answer, article.text, this.#project.labelSet)
    this.answers.add(article.id, answer.id, found)
    for (const problem of problems) this.#trouble(about, problem)
  }

  /** A line that is no answer to anything. */
  #useless(message: string, article: ArticleName | null = null): void {
    this.#uselessLines++
    this.#trouble(article, message)
  }

  #trouble(article: ArticleName | null, message: string): void {
    this.troubleCount++
    if (this.troubles.length < MOST_TROUBLES) this.troubles.push({ article, message })
  }

  #watch(model: ModelProcess): void {
    const { name, timeoutSeconds } = this.#wanted
    if (this.#control.isCancelled()) this.#stop(model, 'It was cancelled.')
    else if (performance.now() - this.#lastSignMs > timeoutSeconds * 1000) {
      this.#stop(model, `${name} was silent for ${counted(timeoutSeconds, 'second')}, so it was stopped.`)
    }
  }

  #stop(model: ModelProcess, reason: string): void {
    if (this.stopped !== null) return
    this.stopped = reason
    model.kill()
  }

  #tell(): void {
    this.#control.progress(`Asking ${this.#wanted.name}`, this.answered, this.asked)
  }
}

function whyEnded(name: string, { code, signal, errors }: ModelEnd): string | null {
  if (code === 0) return null
  const ended = signal === null ? 'could not be run' : `was ended from outside (${signal})`
  const how = code === null ? ended : `failed (exit status ${code})`
  return `${name} ${how}${errors === '' ? ', and said nothing of why.' : `: ${errors}`}`
}

function suggest(project: Project, author: string, name: string, run: Run): SuggestReport {
  const runUid = project.clock.uid()
  let groups: StoredSuggestions[] = []
  const change = doGesture(project, author, () => {
    // an article may have been worked on, and the label set changed, meanwhile: what is free is seen now
    const known = new Set(project.labelSet.labels.map(({ id }) => id))
    let first = 0
    groups = run.answers
      .free(project)
      .filter(({ labelId }) => known.has(labelId))
      .map((group) => {
        const begins = first
        first += placesIn(group)
        return {
          run: runUid,
          first: begins,
          kind: 'span',
          ...group,
          entityUid: null,
          source: name,
          reason: `proposed by ${name}`,
          author,
          createdAt: timestamp(project.clock),
        }
      })
    return {
      kind: 'suggest.model',
      articleId: null,
      summary: `suggest ${counted(first, 'span')} by ${name}`,
      ops: groups.map((group) => ({ op: 'suggestion.put', group })),
    }
  })
  const suggestions = groups.reduce((sum, group) => sum + placesIn(group), 0)
  return {
    summary: name,
    suggestions,
    articles: new Set(groups.flatMap(({ articles }) => articles.map(({ uid }) => uid))).size,
    leftOut: run.answers.count - suggestions,
    eventId: suggestions === 0 ? null : change.eventId,
    runUid,
    model: {
      asked: run.asked,
      answered: run.answered,
      stopped: run.stopped,
      troubles: run.troubles,
      troubleCount: run.troubleCount,
    },
  }
}
