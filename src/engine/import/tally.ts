import type { ImportItem, ImportReport } from '../../shared/contract/jobs'
import type { Prepared } from './prepare'
import type { Stored } from './store-article'
import { type FoundFile, failed } from './walk'

/** Counts what became of each file. */
export class Tally {
  #imported = 0
  readonly #items: ImportItem[]

  constructor(problems: readonly ImportItem[]) {
    this.#items = [...problems]
  }

  add(file: Prepared, stored: Stored | null): void {
    const { path } = file
    if (!file.ok) {
      this.#items.push(failed(path, file.failure.code, file.failure.message))
    } else if (stored?.outcome === 'imported') {
      this.#imported++
    } else if (stored?.outcome === 'duplicate') {
      const message = `The same file is in the project already, as ${stored.as}.`
      this.#items.push({ path, outcome: 'duplicate', code: 'duplicate', message })
    } else {
      const message =
        'This file has changed since it was imported. The article was left as it is; to import the new text as well, ' +
        'copy the file to another name.'
      this.#items.push({ path, outcome: 'changed', code: 'changed', message })
    }
  }

  /** A file that was not stored, and why; null: it was not reached before a cancel. */
  addUnstored(file: FoundFile, reason: string | null): void {
    if (reason !== null) this.#items.push(failed(file.path, 'not_stored', reason))
    else {
      const message = 'The import was cancelled before this file.'
      this.#items.push({ path: file.path, outcome: 'cancelled', code: 'cancelled', message })
    }
  }

  report(batch: string, files: number, cancelled: boolean): ImportReport {
    const count = (outcome: ImportItem['outcome']) => this.#items.filter((item) => item.outcome === outcome).length
    return {
      batch,
      files,
      imported: this.#imported,
      duplicates: count('duplicate'),
      changed: count('changed'),
      failed: count('failed'),
      spans: 0,
      relations: 0,
      offset_unit: null,
      cancelled,
      items: this.#items,
    }
  }
}
