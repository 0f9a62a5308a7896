import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ANNOTATED_FORMATS, EXPORT_FORMATS } from '../../../src/shared/domain/interchange'
import { TestEngine } from '../support/test-engine'

const ENDS: Readonly<Record<string, string>> = {
  dictum: '.jsonl',
  prodigy: '.jsonl',
  doccano: '.jsonl',
  'label-studio': '.json',
  w3c: '.json',
  conll: '.conll',
  csv: '.csv',
}

test.each(EXPORT_FORMATS)(
  '%s: a project without articles gives what is there to read, and holds nothing',
  async (format) => {
    const engine = new TestEngine()
    await engine.create()
    const out = engine.path(`out${ENDS[format] ?? ''}`)
    const report = await engine.export(out, { format })
    expect(report).toMatchObject({ articles: 0, spans: 0, relations: 0, refused: [] })
    expect(report.files.length).toBeGreaterThan(0)
    for (const file of [out, ...report.files]) expect(existsSync(file), file).toBe(true)
    if (!ANNOTATED_FORMATS.some((one) => one === format)) return
    const other = new TestEngine()
    await other.create()
    const { jobId } = await other.ask('import.start', { paths: [out], options: { format: format as never } })
    expect((await other.finished(jobId)).report).toMatchObject({ imported: 0, failed: 0, spans: 0 })
  },
)
