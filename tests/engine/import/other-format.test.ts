import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportOptionsGiven } from '../../../src/shared/contract/import-options'
import { ANNOTATED_FORMATS, type AnnotatedFormat } from '../../../src/shared/domain/interchange'
import { marker } from '../support/marking'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana Ruiz said that the port stays open.'
const PLAIN = {
  text: ['plain.txt', TEXT],
  csv: ['table.csv', `id,text\n1,"${TEXT}"\n2,"${TEXT} Again."\n`],
  jsonl: ['rows.jsonl', `${JSON.stringify({ id: '1', text: TEXT })}\n`],
} as const

type Format = NonNullable<ImportOptionsGiven['format']>

/** One file of each format, of an article with a span, and a project without it. */
async function files() {
  const engine = new TestEngine()
  await engine.create('from.dictum')
  const articleId = await engine.addArticle(TEXT)
  await marker(engine, articleId, TEXT).mark('Ana Ruiz', 'speaker')
  const paths = new Map<Format, string>()
  const isMain = (path: string) => !/\.(?:txt|conf|xml)$/.test(path) || path.endsWith('.xmi')
  for (const format of ANNOTATED_FORMATS) {
    mkdirSync(engine.path(`out/${format}`), { recursive: true })
    const { files: written } = await engine.export(engine.path(`out/${format}/of-${format}`), { format } as never)
    const main = written.filter(isMain)
    paths.set(format, main.find((path) => !/config|typesystem/i.test(basename(path))) ?? written[0]!)
  }
  for (const [format, [name, content]] of Object.entries(PLAIN)) paths.set(format as Format, engine.file(name, content))
  await engine.ask('project.close', {})
  await engine.create('to.dictum')
  return { engine, paths }
}

const isAnnotated = (format: Format): format is AnnotatedFormat =>
  (ANNOTATED_FORMATS as readonly string[]).includes(format)

test('a file that is read as another format than it is of is told, and what it looks like', {
  timeout: 120_000,
}, async () => {
  const { engine, paths } = await files()
  const look = async (path: string, format: Format) => {
    const { jobId } = await engine.ask('import.preflight', { paths: [path], options: { format } } as never)
    const job = await engine.finished(jobId)
    if (job.kind !== 'preflight' || job.report === null) throw new Error(`no look: ${job.error?.message}`)
    return job.report
  }
  const untold: string[] = []
  for (const [of, path] of paths) {
    expect([of, (await look(path, of)).failed, (await look(path, of)).spans > 0]).toEqual([of, 0, isAnnotated(of)])
    for (const as of paths.keys()) {
      if (as === of) continue
      const { spans, failed, items } = await look(path, as)
      // a plain text, or a list of records, may be wanted as such; its marks stay out, and that is told
      const isTold = isAnnotated(as)
        ? failed > 0 && items.some(({ code }) => code === 'other_format' || code === 'text_missing')
        : isAnnotated(of)
          ? failed > 0 || items.some(({ code }) => code === 'annotations_unread')
          : true
      if (!isTold || spans > 0) untold.push(`${of} as ${as}: ${spans} spans, ${JSON.stringify(items)}`)
    }
  }
  expect(untold).toEqual([])
})
