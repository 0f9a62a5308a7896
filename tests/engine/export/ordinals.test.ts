import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DictumLine } from '../../../src/engine/export/dictum/line'
import type { ExportFormatName } from '../../../src/shared/domain/interchange'
import { dictumLines } from '../import/annotated/support/dictum-lines'
import { TestEngine } from '../support/test-engine'

const WORDS = Array.from({ length: 12 }, (_, n) => `word${n}`)

/** An article of twelve spans with an entity, and a link from each but the last to the last. */
const article = (n: number, name: string) => ({
  id: `0193c000-0000-7000-8000-00000000000${n}`,
  text: `${name} ${WORDS.join(' ')} ${n}`,
  meta: { title: name, status: 'done' },
  spans: [
    { id: `${n}-who`, label: 'PERSON', words: name, attributes: { who: `entity-${name}` }, entity: `entity-${name}` },
    ...WORDS.map((words, at) => ({ id: `${n}-${at}`, label: 'WORD', words })),
  ],
  relations: WORDS.slice(1).map((_, at) => ({
    id: `r-${n}-${at + 10}`,
    type: `t${11 - at}`,
    from: `${n}-${at}`,
    to: `${n}-11`,
  })),
  entities: [{ id: `entity-${name}`, name, kind: 'person' }],
})

test.each([
  ['w3c', 'out.json'],
  ['cas-json', 'out'],
  ['xmi', 'out'],
  ['prodigy', 'out.jsonl'],
  ['label-studio', 'out.json'],
] as const satisfies readonly (readonly [ExportFormatName, string])[])(
  'what is one in each article of %s is another one in the next, and the tenth comes behind the ninth',
  async (format, out) => {
    const first = new TestEngine()
    await first.create()
    await first.import([first.file('in.jsonl', dictumLines(article(1, 'Ana'), article(2, 'Bo')))])
    await first.export(first.path(out), { format })
    const second = new TestEngine()
    await second.create()
    expect(await second.import([first.path(out)])).toMatchObject({ imported: 2, failed: 0, spans: 26, relations: 22 })
    await second.export(second.path('all.jsonl'))
    const lines = readFileSync(second.path('all.jsonl'), 'utf8').trimEnd().split('\n')
    for (const { meta, spans, entities, relations } of lines.map((line) => JSON.parse(line) as DictumLine)) {
      const who = spans.find(({ text }) => text === meta.title)!
      expect(entities).toEqual([{ id: who.entity, name: meta.title, kind: 'person' }])
      expect(relations.map(({ type }) => type)).toEqual(WORDS.slice(1).map((_, at) => `t${11 - at}`))
    }
  },
)
