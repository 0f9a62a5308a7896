import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createEngine, type Engine, type EngineOptions } from '../../../src/engine/engine'
import type { HostMethod, HostParams, HostReply } from '../../../src/shared/contract/host-methods'
import type { ExportReport, ImportReport, Job } from '../../../src/shared/contract/jobs'
import type { WindowMethod, WindowParams, WindowReply } from '../../../src/shared/contract/window-methods'
import type { EngineEvent } from '../../../src/shared/contract/wire'
import { type AppError, DictumError, type Result } from '../../../src/shared/domain/result'
import { tempFolder } from './temp-folder'

type AnyMethod = WindowMethod | HostMethod
type AnyParams<M extends AnyMethod> = M extends WindowMethod
  ? WindowParams<M>
  : M extends HostMethod
    ? HostParams<M>
    : never
type AnyReply<M extends AnyMethod> = M extends WindowMethod
  ? WindowReply<M>
  : M extends HostMethod
    ? HostReply<M>
    : never

/** An engine on a folder of its own, with replies checked against the contract. */
export class TestEngine {
  readonly folder: string
  readonly engine: Engine
  readonly events: EngineEvent[] = []

  constructor(options: Partial<EngineOptions> = {}, folder = tempFolder()) {
    this.folder = folder
    this.engine = createEngine({
      checkReplies: true,
      ...options,
      onEvent: (event) => {
        this.events.push(event)
        options.onEvent?.(event)
      },
    })
    onTestFinished(() => this.engine.close())
  }

  /** The reply; throws the failure as a DictumError. */
  async ask<M extends AnyMethod>(method: M, params: AnyParams<M>): Promise<AnyReply<M>> {
    const result = (await this.engine.callHost(method, params)) as Result<AnyReply<M>>
    if (result.ok) return result.value
    throw new DictumError(result.error.code, result.error.message, result.error.detail)
  }

  /** The failure; throws if there is none. */
  async refused<M extends AnyMethod>(method: M, params: AnyParams<M>): Promise<AppError> {
    const result = await this.engine.callHost(method, params)
    if (result.ok) throw new Error(`${method} was not refused: ${JSON.stringify(result.value)}`)
    return result.error
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /** Writes a file, and the folders on the way to it. */
  file(name: string, content: string | Uint8Array): string {
    const path = this.path(name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  create(name = 'p.dictum') {
    return this.ask('project.create', { path: this.path(name), name: 'Test', annotator: 'ana' })
  }

  /** Makes a project with one article of this text; returns the article's id. */
  async withArticle(text: string, name = 'p.dictum'): Promise<number> {
    await this.create(name)
    return this.addArticle(text)
  }

  async addArticle(text: string, name = `article-${Math.random().toString(36).slice(2)}.txt`): Promise<number> {
    const before = await this.articleIds()
    const report = await this.import([this.file(name, text)])
    expect(report.items).toEqual([])
    const added = (await this.articleIds()).find((id) => !before.includes(id))
    if (added === undefined) throw new Error('no article was added')
    return added
  }

  async articleIds(): Promise<number[]> {
    return [...(await this.ask('articles.query', { filter: {} })).articleIds]
  }

  async import(paths: string[]): Promise<ImportReport> {
    const job = await this.finished((await this.ask('import.start', { paths })).jobId)
    if (job.kind !== 'import' || !job.report) throw new Error(`the import failed: ${job.error?.message}`)
    return job.report
  }

  async export(path: string, options: Omit<HostParams<'export.start'>, 'path'> = {}): Promise<ExportReport> {
    const job = await this.exportJob(path, options)
    if (job.kind !== 'export' || !job.report) throw new Error(`the export failed: ${job.error?.message}`)
    return job.report
  }

  async exportJob(path: string, options: Omit<HostParams<'export.start'>, 'path'> = {}): Promise<Job> {
    return this.finished((await this.ask('export.start', { path, ...options })).jobId)
  }

  /** Waits for the last event of a job. */
  async finished(jobId: string): Promise<Job> {
    for (;;) {
      for (const event of this.events) {
        if (event.type === 'job' && event.job.jobId === jobId && event.job.state !== 'running') return event.job
      }
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
}
