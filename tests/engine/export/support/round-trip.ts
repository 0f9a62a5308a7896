import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'vitest'
import type { ImportItem } from '../../../../src/shared/contract/jobs'
import type { ExportFormatName, Losses } from '../../../../src/shared/domain/interchange'
import { TestEngine } from '../../support/test-engine'
import { type Held, holdingsOf } from './holdings'

export interface RoundTrip {
  readonly format: ExportFormatName
  /** A folder where the format has one. */
  readonly out: string
  /** Files that are no annotations. */
  readonly without?: RegExp
  /** Whether titles and such come back. */
  readonly hasFacts?: boolean
  /** Whether it says whose each span is. */
  readonly hasAuthors?: boolean
  /** Whether spans of several parts stay one. */
  readonly keepsParts?: boolean
}

/** Each format that is read and written. */
export const ROUND_TRIPS: readonly RoundTrip[] = [
  { format: 'dictum', out: 'out.jsonl' },
  { format: 'prodigy', out: 'out.jsonl' },
  { format: 'doccano', out: 'out.jsonl', hasAuthors: false, keepsParts: false },
  // the colours and keys of labels are those of a project
  { format: 'label-studio', out: 'out.json', without: /config\.xml$/ },
  { format: 'brat', out: 'out', without: /\.conf$/, hasFacts: false },
  { format: 'conll', out: 'out.conll', hasFacts: false, hasAuthors: false, keepsParts: false },
  { format: 'webanno-tsv', out: 'out', hasFacts: false },
  { format: 'w3c', out: 'out.json' },
  { format: 'cas-json', out: 'out' },
  { format: 'xmi', out: 'out' },
]

/** What is no loss: word processors’ line breaks stay. */
const EXPECTED: readonly string[] = ['control_character']
/** Where a file does not say that spans are two people’s, they are one, and so is what ties them. */
const WITHOUT_AUTHORS = [...EXPECTED, 'same_span', 'same_relation', 'relation_refused']

/** Project, file, new project, file: all that the format does not count as lost is there again, and the second file is the first. */
export async function goesThereAndBack(line: RoundTrip, first: TestEngine, mayTell?: (item: ImportItem) => boolean) {
  const { format, out, without = /$^/ } = line
  const before = await holdingsOf(first, 'held')
  const path = `${format}/${out}`
  first.file(`${format}/.here`, '')
  const report = await first.export(first.path(path), { format })
  expect(report.refused).toEqual([])

  const second = new TestEngine()
  await second.create()
  const imported = await second.import([first.path(path)])
  const expected = line.hasAuthors === false ? WITHOUT_AUTHORS : EXPECTED
  const told = imported.items.filter((item) => !expected.includes(item.code ?? '') && mayTell?.(item) !== true)
  expect(told).toEqual([])
  compare(before, await holdingsOf(second, 'held'), report.lost, line)
  second.file(`${format}/.here`, '')
  await second.export(second.path(path), { format })
  const files = (engine: TestEngine) =>
    Object.entries(filesAt(engine.path(path)))
      .filter(([name]) => !without.test(name))
      // a new project has its articles under other names than the old one
      .map(([name, content]) => (line.hasFacts === false ? inOrder(content, format) : [name, content]))
      .sort()
  if (line.hasAuthors !== false) expect(files(second)).toEqual(files(first))
  expect(await second.ask('project.check', {})).toMatchObject({ ok: true })
}

function compare(before: readonly Held[], after: readonly Held[], lost: Losses, line: RoundTrip): void {
  const { hasFacts = true, hasAuthors = true, keepsParts = true } = line
  const same = (name: keyof Held, isKept: boolean) => {
    if (!isKept) return
    const of = (list: readonly Held[]) => list.map((one) => [one.text, hasAuthors ? one[name] : unique(one[name])])
    expect(of(after), name).toEqual(of(before))
  }
  const hasPlaces = (keepsParts || lost.discontinuous === 0) && lost.overlapping === 0 && lost.misaligned === 0
  const hasLinks = hasPlaces && lost.relations === 0
  same('text', true)
  same('facts', hasFacts || lost.metadata === 0)
  same('places', hasPlaces)
  same('authors', hasPlaces && lost.annotators === 0)
  same('origins', hasPlaces && lost.origins === 0)
  same('attributes', hasPlaces && lost.attributes === 0)
  same('notes', hasPlaces && lost.notes === 0)
  same('entities', hasPlaces && lost.entities === 0)
  same('relations', hasLinks)
  same('relationValues', hasLinks && lost.attributes === 0)
  same('fields', lost.fields === 0)
}

/** Two people’s spans at one place are one, and what tied them is nothing. */
const unique = (list: unknown): unknown =>
  Array.isArray(list) ? [...new Set(list)].filter((one) => !tiesOnePlace(one)) : list

function tiesOnePlace(json: unknown): boolean {
  const [, from, to] = JSON.parse(String(json)) as unknown[]
  return from !== undefined && to !== undefined && from === to
}

/** What is said of a span in brat comes in the order in which the project’s label set learned it. */
const inOrder = (content: string, format: ExportFormatName): string =>
  format === 'brat'
    ? content
        .replace(/^([A#])\d+/gm, '$1')
        .split('\n')
        .sort()
        .join('\n')
    : content

/** Every file at a path, by its name. */
function filesAt(path: string): Record<string, string> {
  if (statSync(path).isFile()) return { '': readFileSync(path, 'utf8') }
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return Object.fromEntries(
    files.map((one) => {
      const name = join(one.parentPath, one.name)
      return [relative(path, name), readFileSync(name, 'utf8')]
    }),
  )
}
