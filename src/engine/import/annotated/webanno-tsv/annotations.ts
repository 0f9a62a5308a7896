import { unescapeValue } from '../../../../shared/domain/webanno-tsv'
import type { FoundTrouble } from '../found-text'
import type { PlacedRow } from './assemble'
import { NO_VALUE, NOTHING, numbered, splitCell } from './cells'
import type { Layer, TsvColumn } from './header'

/** An annotation of any layer, put together from the rows that it stands in. UTF-16 code units, half open. */
export interface Annotation {
  readonly layer: Layer
  readonly row: PlacedRow
  start: number
  end: number
  /** By the names of features; those without a value are not there. */
  readonly features: Map<string, string>
  /** Slots: `seller` to `2-1`, `2-3[4]`. */
  readonly slots: { readonly feature: string; role: string | null; target: string; targetType: string | null }[]
  /** Where a relation comes from, with the numbers of both ends, 0 for none. */
  origin: { readonly id: string; readonly from: number; readonly to: number; readonly type: string } | null
  /** The number of a chain, and of this one in it. */
  link: readonly [chain: number, index: number] | null
  readonly line: number
}

export interface AllAnnotations {
  readonly all: readonly Annotation[]
  /** By the number in brackets. */
  readonly byNumber: ReadonlyMap<number, Annotation>
  /** By the id of a row, in the order of its columns. */
  readonly byRow: ReadonlyMap<string, readonly Annotation[]>
  readonly troubles: readonly FoundTrouble[]
}

export function annotationsOf(layers: readonly Layer[], rows: readonly PlacedRow[]): AllAnnotations {
  const reading = new Reading()
  for (const row of rows) for (const layer of layers) reading.row(layer, row)
  return reading
}

class Reading implements AllAnnotations {
  readonly all: Annotation[] = []
  readonly byNumber = new Map<number, Annotation>()
  readonly byRow = new Map<string, Annotation[]>()
  readonly troubles: FoundTrouble[] = []
  /** By layer and number; of chains, by the number in the chain. */
  readonly #known = new Map<string, Annotation>()

  row(layer: Layer, row: PlacedRow): void {
    const stacks = layer.columns.map((_, n) => {
      const cell = row.row.cells[layer.firstColumn + n] ?? NOTHING
      return cell === NOTHING || cell === '' ? [] : splitCell(cell, '|')
    })
    const height = Math.max(0, ...stacks.map((stack) => stack.length))
    for (let n = 0; n < height; n++) {
      this.#annotation(
        layer,
        row,
        stacks.map((stack) => stack[n] ?? NO_VALUE),
      )
    }
  }

  #annotation(layer: Layer, row: PlacedRow, cells: readonly string[]): void {
    const annotation = this.#opened(layer, row, cells)
    const isNew = annotation.row === row
    layer.columns.forEach((column, n) => {
      // what is said again on further rows is the same
      if (isNew) this.#cell(annotation, column, cells[n]!)
    })
  }

  /** One that goes on from a row before, by its number, or a new one. */
  #opened(layer: Layer, row: PlacedRow, cells: readonly string[]): Annotation {
    const key = keyOf(layer, cells)
    const known = key === null ? undefined : this.#known.get(key)
    if (known !== undefined) {
      known.start = Math.min(known.start, row.start)
      known.end = Math.max(known.end, row.end)
      this.#onRow(row, known)
      return known
    }
    const { start, end } = row
    const line = row.row.line
    const annotation: Annotation = {
      layer,
      row,
      start,
      end,
      features: new Map(),
      slots: [],
      origin: null,
      link: null,
      line,
    }
    this.all.push(annotation)
    this.#onRow(row, annotation)
    if (key !== null) this.#known.set(key, annotation)
    if (key !== null && layer.kind === 'span')
      this.byNumber.set(Number(key.slice(key.lastIndexOf('#') + 1)), annotation)
    return annotation
  }

  #onRow({ row: { id } }: PlacedRow, annotation: Annotation): void {
    const there = this.byRow.get(id)
    if (there === undefined) this.byRow.set(id, [annotation])
    else there.push(annotation)
  }

  #cell(annotation: Annotation, column: TsvColumn, cell: string): void {
    if (column.kind === 'placeholder') return
    if (column.kind === 'target') this.#targets(annotation, column, cell)
    else if (column.kind === 'origin') this.#origin(annotation, column, cell)
    else if (column.kind === 'role') this.#roles(annotation, column, numbered(cell).value)
    else if (column.kind === 'link') this.#link(annotation, cell)
    else {
      const value = this.#value(annotation, numbered(cell).value)
      if (value !== null) annotation.features.set(column.name, value)
    }
  }

  #roles(annotation: Annotation, { name: feature }: TsvColumn, cell: string): void {
    if (cell === NOTHING) return
    for (const one of splitCell(cell, ';')) {
      annotation.slots.push({ feature, role: this.#value(annotation, one), target: '', targetType: null })
    }
  }

  #targets(annotation: Annotation, { name, targetType }: TsvColumn, cell: string): void {
    if (cell === NOTHING || cell === NO_VALUE) return
    const slots = annotation.slots.filter(({ feature }) => feature === name)
    splitCell(cell, ';').forEach((target, n) => {
      const slot = slots[n]
      if (slot === undefined) this.#tell(annotation, 'bad_record', `There are more targets than roles here: ${cell}.`)
      else Object.assign(slot, { target, targetType })
    })
  }

  #origin(annotation: Annotation, { targetType }: TsvColumn, cell: string): void {
    const { value: id, number } = numbered(cell)
    const [from = 0, to = 0] = (number ?? '').split('_').map(Number)
    annotation.origin = { id, from, to, type: targetType! }
  }

  #link(annotation: Annotation, cell: string): void {
    const found = LINK.exec(cell)
    if (found === null) {
      this.#tell(
        annotation,
        'bad_record',
        `A link of a chain ends in its numbers, as in coref->1-2, and not in ${cell}.`,
      )
      return
    }
    annotation.link = [Number(found[2]), Number(found[3])]
    const value = this.#value(annotation, found[1]!)
    if (value !== null) annotation.features.set('referenceRelation', value)
  }

  #value(annotation: Annotation, cell: string): string | null {
    if (cell === NO_VALUE || cell === '') return null
    const { text, bad } = unescapeValue(cell)
    if (bad > 0) {
      const message = `In “${cell}” a backslash stands before a character that needs none. It was taken as part of the value.`
      this.#tell(annotation, 'bad_escape', message, 'warning')
    }
    return text
  }

  #tell({ line }: Annotation, code: string, message: string, kind: FoundTrouble['kind'] = 'failure'): void {
    this.troubles.push({ kind, part: `:${line}`, code, message })
  }
}

const LINK = /^((?:\\->|[\s\S])*?)->(\d+)-(\d+)$/

/** What tells an annotation from all others of its layer, where its cells have numbers. */
function keyOf(layer: Layer, cells: readonly string[]): string | null {
  if (layer.kind === 'relation') return null
  for (const [n, { kind }] of layer.columns.entries()) {
    if (kind === 'target' || kind === 'element') continue
    const number = kind === 'link' ? LINK.exec(cells[n]!)?.slice(2).join('-') : numbered(cells[n]!).number
    if (number !== null && number !== undefined) return `${layer.type}#${number}`
  }
  return null
}
