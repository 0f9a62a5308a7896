import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportFormatName } from '../../../src/shared/domain/interchange'
import { TestEngine } from '../support/test-engine'
import { anyProject, importGenerated } from './support/generated-project'

interface Line {
  readonly format: ExportFormatName
  /** A folder where the format has one. */
  readonly out: string
  /** Files that are no annotations. */
  readonly without?: RegExp
  /** Whether every span and relation comes back as one. */
  readonly isWhole: boolean
  /** A file that belongs to it. */
  readonly beside?: string
}

/** Each format that is read and written. */
const FORMATS: readonly Line[] = [
  { format: 'dictum', out: 'out.jsonl', isWhole: true },
  { format: 'prodigy', out: 'out.jsonl', isWhole: true },
  // a part is a span of its own
  { format: 'doccano', out: 'out.jsonl', isWhole: false },
  // the colours and keys of labels are those of a project
  { format: 'label-studio', out: 'out.json', without: /config\.xml$/, isWhole: true },
  { format: 'brat', out: 'out', without: /\.conf$/, isWhole: true },
  { format: 'conll', out: 'out.conll', beside: 'out.texts.jsonl', isWhole: false },
  { format: 'webanno-tsv', out: 'out', isWhole: true },
  { format: 'w3c', out: 'out.json', isWhole: true },
  { format: 'cas-json', out: 'out', isWhole: true },
  { format: 'xmi', out: 'out', isWhole: true },
]

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

describe.each(FORMATS)('$format', ({ format, out, without = /$^/, isWhole, beside }) => {
  test.each(fc.sample(anyProject, { seed: 11, numRuns: 4 }).map((articles, n) => ({ articles, n })))(
    'project, file, new project, file: generated project $n',
    async ({ articles }) => {
      const first = new TestEngine()
      await first.create()
      const started = await importGenerated(first, articles)
      expect(started.items).toEqual([])
      expect(started.spans).toBe(articles.reduce((sum, { spans }) => sum + spans.length, 0))
      const report = await first.export(first.path(out), { format })
      expect(report.refused).toEqual([])

      const second = new TestEngine()
      await second.create()
      const imported = await second.import([first.path(out)])
      expect(imported).toMatchObject({ failed: 0, imported: articles.length })
      if (isWhole) expect(imported).toMatchObject({ spans: report.spans, relations: report.relations })
      await second.export(second.path(out), { format })

      const compared = (engine: TestEngine) =>
        [out, ...(beside === undefined ? [] : [beside])].map((path) =>
          Object.entries(filesAt(engine.path(path)))
            .filter(([name]) => !without.test(name))
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      expect(compared(second)).toEqual(compared(first))
      expect(await second.ask('project.check', {})).toMatchObject({ ok: true })
    },
  )
})

test('Label Studio’s configuration is read with its tasks: a list of one choice stays a list, in a folder as well', async () => {
  const kinds = ['a']
  const span = { label: 'SOURCE', parts: [[0, 7]] as const, attributes: { kinds }, note: '', annotator: 'ana' }
  const article = { title: 'One', text: 'Article 1: so', isCrlf: false, spans: [span], relations: [] }
  const first = new TestEngine()
  await first.create()
  await importGenerated(first, [article])
  const { files } = await first.export(join(first.folder, 'tasks.json'), { format: 'label-studio' })
  const second = new TestEngine()
  await second.create()
  for (const file of files) second.file(`in/${basename(file)}`, readFileSync(file))
  expect(await second.import([second.path('in')])).toMatchObject({ imported: 1, spans: 1, items: [] })
  const { spans } = await second.ask('article.open', { articleId: (await second.articleIds())[0]! })
  expect(Object.values(spans[0]!.attributes)).toEqual([[expect.any(String)]])
})
