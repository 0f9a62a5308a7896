import { basename } from 'node:path/posix'
import type { ImportItem, ImportReport } from '../../shared/contract/jobs'
import { countOf } from '../store/wording'
import type { CameIn } from './annotated/storing/annotation-import'
import { sameTextWarning } from './earlier'
import type { FoundFile } from './found-file'
import type { PassedOver } from './passed-over'
import { placeOf } from './place'
import type { Prepared, PreparedElsewhere } from './prepare'
import { ReportItems } from './report-items'
import type { Stored } from './store-article'
import { UnitsRead } from './units-read'

/** Counts what became of each file. */
export class Tally {
  #imported = 0
  #revised = 0
  #toPlace = 0
  #failedInside = 0
  readonly #cameIn = { spans: 0, relations: 0, suggestions: 0, annotationsThere: 0, leftOut: 0 }
  readonly #items = new ReportItems()
  /** What the offsets of annotated texts counted in. */
  readonly units = new UnitsRead()

  constructor(problems: readonly ImportItem[]) {
    for (const problem of problems) this.#items.add(problem.path, problem)
  }

  get imported(): number {
    return this.#imported
  }

  add(read: Prepared, stored: Stored | null): void {
    if (read.kind === 'article' && read.annotations !== null) this.units.add(read.annotations.units)
    if (stored?.outcome === 'added') this.units.add(stored.units)
    this.#addOutcome(read, stored)
    if (stored !== null && stored.cameIn !== null) this.#addAnnotations(read, stored.cameIn)
  }

  #addAnnotations({ file, part }: Prepared, { spans, relations, suggestions, there, leftOut, troubles }: CameIn): void {
    this.#cameIn.spans += spans
    this.#cameIn.relations += relations
    this.#cameIn.suggestions += suggestions
    this.#cameIn.annotationsThere += there
    this.#cameIn.leftOut += leftOut
    for (const { kind, place, code, message } of troubles) {
      const at = { file, part: place === '' ? part : place }
      this.#add(at, kind === 'failure' ? 'failed' : 'warning', code, message)
    }
  }

  #addOutcome(read: Prepared, stored: Stored | null): void {
    if (read.kind === 'elsewhere') {
      if (stored !== null) this.#addElsewhere(read, stored)
    } else if (read.kind !== 'article') {
      this.#add(read, read.kind === 'failure' ? 'failed' : 'warning', read.code, read.message)
    } else if (stored?.outcome === 'imported') {
      this.#imported++
      const same = stored.sameText === null ? [] : [sameTextWarning(stored.sameText)]
      for (const { code, message } of [...read.warnings, ...same]) this.#add(read, 'warning', code, message)
    } else if (stored?.outcome === 'revised') {
      this.#imported++
      this.#revised++
      this.#toPlace += stored.toPlace
      if (stored.toPlace > 0) this.#add(read, 'warning', 'to_place', toPlace(stored.toPlace))
    } else if (stored?.outcome === 'duplicate') {
      const what = read.part === '' && stored.sameBytes ? 'The same file' : 'The same text'
      this.#add(
        read,
        'duplicate',
        'duplicate',
        `${what} is in the project already, as ${stored.as}.${added(stored.cameIn)}`,
      )
    } else if (stored?.outcome === 'same_id') {
      this.#add(read, 'failed', 'same_id', 'Another record of this file has the same id. The first was imported.')
    } else this.#add(read, 'changed', 'changed', changed(read))
  }

  #addElsewhere(read: PreparedElsewhere, stored: Stored): void {
    if (stored.outcome === 'text_missing') this.#add(read, 'failed', 'text_missing', textMissing(read))
    if (stored.outcome !== 'added') return
    const { as, cameIn, placing } = stored
    this.#add(read, 'duplicate', 'duplicate', `Its text is in the project, as ${as}.${added(cameIn)}`)
    for (const { kind, part, code, message } of placing) {
      this.#add({ file: read.file, part }, kind === 'failure' ? 'failed' : 'warning', code, message)
    }
  }

  /** What was not stored, and why; null: it was not reached before a cancel. */
  addUnstored(file: FoundFile, part: string, reason: string | null): void {
    if (reason !== null) this.#add({ file, part }, 'failed', 'not_stored', reason)
    else this.#add({ file, part }, 'cancelled', 'cancelled', 'The import was cancelled before this file.')
  }

  /** A file of many articles that a cancel came in the middle of. */
  addCutOff(file: FoundFile): void {
    const message = 'The import was cancelled in the middle of this file. What was imported of it is kept.'
    this.#add({ file, part: '' }, 'cancelled', 'cancelled', message)
  }

  report(batch: string, files: number, passedOver: PassedOver, cancelled: boolean): ImportReport {
    const { spans, relations, ...others } = this.#cameIn
    const count = (outcome: ImportItem['outcome']) => this.#items.count(outcome)
    return {
      batch,
      files,
      imported: this.#imported,
      duplicates: count('duplicate'),
      changed: count('changed'),
      failed: count('failed'),
      warnings: count('warning'),
      ...(this.#revised > 0 ? { revised: this.#revised, toPlace: this.#toPlace } : {}),
      ...(passedOver.count > 0 ? { passedOver: passedOver.count } : {}),
      ...(this.#failedInside > 0 ? { failedInside: this.#failedInside } : {}),
      spans,
      relations,
      ...Object.fromEntries(Object.entries(others).filter(([, n]) => n > 0)),
      offset_unit: this.units.name,
      cancelled,
      items: [...this.#items.list(), ...passedOver.items()],
    }
  }

  #add(
    { file, part }: Pick<Prepared, 'file' | 'part'>,
    outcome: ImportItem['outcome'],
    code: string,
    message: string,
  ): void {
    if (outcome === 'failed' && part !== '') this.#failedInside++
    this.#items.add(file.path, { path: placeOf(file.path, part), outcome, code, message })
  }
}

function changed({ part }: Prepared): string {
  if (part === '') {
    return 'This file has changed since it was imported. The article was left as it is; the new text can come in as a revision.'
  }
  return 'What stands here has changed since it was imported. The article was left as it is.'
}

/** Of annotations whose text is nowhere: what to do. */
export function textMissing({ found: { text }, format, file, part }: PreparedElsewhere): string {
  // in an archive, its own name stands first
  const name = /^([^#]*\.json(?:ld)?)(?:$|#)/i.exec(part)?.[1] ?? file.source
  const where = text.url ?? text.source ?? ''
  const named = where === '' ? '' : ` (${where.slice(0, 200)})`
  const missing = `The text that these annotations are about${named} is neither in the file nor in the project.`
  if (format !== 'w3c') return `${missing} Import the text first, then this file again.`
  const beside =
    text.url === null && where !== ''
      ? `as ${where}`
      : `as ${basename(name).replace(/\.[^.]*$/, '')}.txt, if all annotations in it are about that text`
  const known = text.url === null ? '' : ' with this address as its URL'
  return `${missing} Import the text first${known}, or put it beside the file ${beside}; then import the file again.`
}

/** What an article that is there got of a file. */
function added(cameIn: CameIn | null): string {
  if (cameIn === null) return ''
  const { spans, relations, suggestions } = cameIn
  const parts = [
    ...(spans > 0 ? [countOf(spans, 'span')] : []),
    ...(relations > 0 ? [countOf(relations, 'link')] : []),
    ...(suggestions > 0 ? [countOf(suggestions, 'suggestion')] : []),
  ]
  if (parts.length === 0) return ''
  const are = spans + relations + suggestions === 1 ? 'was' : 'were'
  return ` ${parts.join(' and ')} ${are} added to it.`
}

const toPlace = (spans: number): string =>
  `${spans} ${spans === 1 ? 'span needs' : 'spans need'} a place in the new revision; the article lists ${spans === 1 ? 'it' : 'them'}.`
