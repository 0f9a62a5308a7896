import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestEngine } from '../../support/test-engine'

type Json = Record<string, unknown>
interface HeldRecord {
  readonly id: string
  readonly text: string
  readonly title: string
  readonly note: string
  readonly fields: string
  readonly spans: readonly (Json & { id: string; attributes: string; entity: string; parts: unknown; label: string })[]
  readonly relations: readonly (Json & { attributes: string; from: string; to: string })[]
  readonly entities: readonly { id: string; name: string; kind: string }[]
}

/** What a project holds of one article, by places and names instead of ids, in an order of its own. */
export interface Held {
  readonly text: string
  readonly facts: unknown
  /** Label and parts. */
  readonly places: readonly string[]
  /** With whose they are. */
  readonly authors: readonly string[]
  /** Of each place. */
  readonly origins: readonly string[]
  readonly attributes: readonly string[]
  readonly notes: readonly string[]
  readonly entities: readonly string[]
  readonly relations: readonly string[]
  readonly relationValues: readonly string[]
  readonly fields: string
}

/** Reads it out of the Hugging Face export, which leaves nothing out. */
export async function holdingsOf(engine: TestEngine, folder: string): Promise<Held[]> {
  const report = await engine.export(engine.path(folder), { format: 'hf' })
  // but what files say of their articles beside all that is compared
  if (Object.values({ ...report.lost, metadata: 0 }).some((n) => n > 0))
    throw new Error(`lost: ${JSON.stringify(report.lost)}`)
  const path = join(engine.path(folder), 'data', 'train.jsonl')
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
  return lines.map((line) => held(JSON.parse(line) as HeldRecord)).sort((a, b) => compare(keyOf(a), keyOf(b)))
}

export const keyOf = ({ text, places }: Held): string => JSON.stringify([text, places])

function held({ text, title, note, spans, relations, entities, fields, ...rest }: HeldRecord): Held {
  const names = new Map(entities.map(({ id, name, kind }) => [id, `entity ${JSON.stringify([name, kind])}`]))
  const named = (json: string): string =>
    JSON.stringify(
      Object.entries(JSON.parse(json) as Json)
        .map(([name, value]) => [name, names.get(value as string) ?? value])
        .sort(byJson),
    )
  const place = ({ label, parts }: (typeof spans)[number]): string => JSON.stringify([parts, label])
  const places = new Map(spans.map((span) => [span.id, place(span)]))
  const ends = ({ from, to, type }: Json) => [type, places.get(from as string), places.get(to as string)]
  const each = <T>(list: readonly T[], of: (one: T) => unknown): string[] =>
    list.map((one) => JSON.stringify(of(one))).sort()
  const { year, month, day, lang, url, tags, status } = rest as unknown as Json
  return {
    text,
    facts: { title, year, month, day, lang, url, tags, status, note },
    places: spans.map(place).sort(),
    authors: each(spans, (span) => [place(span), span.annotator]),
    origins: each(spans, (span) => [place(span), span.origin]),
    attributes: each(spans, (span) => [place(span), named(span.attributes)]),
    notes: each(spans, (span) => [place(span), span.note]),
    entities: each(spans, (span) => [place(span), names.get(span.entity) ?? span.entity]),
    relations: each(relations, ends),
    relationValues: each(relations, (one) => [...ends(one), named(one.attributes)]),
    fields: named(fields),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byJson = (a: unknown, b: unknown): number => compare(JSON.stringify(a), JSON.stringify(b))
