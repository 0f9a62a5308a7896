import type { ExportOptions, ExportPreview } from '../../../shared/contract/export-methods'
import type { Sql } from '../../store/sql'
import type { OutputFile, OutputFiles } from '../format'
import { divide } from '../splits/divide'
import { planExport } from './plan-export'
import { writeArticles } from './write-articles'

const ARTICLES = 3
/** Of each file. */
const MOST_CHARACTERS = 20_000
const MOST_FILES = 12

const UNWATCHED = { isCancelled: () => false, isClosing: () => false, progress: () => {} }

/** The first articles of an export as their files would begin; nothing is written. Throws as `planExport` does. */
export async function previewExport(sql: Sql, projectName: string, options: ExportOptions): Promise<ExportPreview> {
  const plan = planExport(sql, options)
  const divided = plan.scheme === null ? null : await divide(sql, plan.scheme, plan.labelSet, plan.ids)
  // of those that would be written: who has no part is left out
  const written = divided === null ? plan.ids : plan.ids.filter((id) => divided.of(id) !== null)
  const shown = { ...plan, ids: written.subarray(0, ARTICLES) }
  const memory = new MemoryFiles(plan.format.extension)
  const { report } = await writeArticles(sql, shown, divided, (split) => memory.of(split), projectName, UNWATCHED)
  return { articles: report.articles, files: memory.files().slice(0, MOST_FILES) }
}

/** Keeps the beginnings of what is written to it. */
class MemoryFiles {
  readonly #extension: string
  readonly #files: { name: string; text: string; isCut: boolean }[] = []

  constructor(extension: string) {
    this.#extension = extension
  }

  of(split: string | null): OutputFiles {
    const stem = split ?? 'export'
    return {
      main: async () => this.#open(`${stem}${this.#extension}`),
      beside: async (suffix) => this.#open(`${stem}.${suffix}`),
      file: async (path) => ({ ...this.#open(split === null ? path : `${split}/${path}`), name: path }),
    }
  }

  files(): ExportPreview['files'] {
    return this.#files
  }

  #open(name: string): OutputFile {
    const file = { name, text: '', isCut: false }
    this.#files.push(file)
    return {
      name,
      write: async (text) => {
        const more = typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
        const room = MOST_CHARACTERS - file.text.length
        if (more.length > room) file.isCut = true
        file.text += more.slice(0, room)
      },
      close: async () => {},
    }
  }
}
