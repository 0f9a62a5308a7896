import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { EXPORT_FORMATS } from '../../../src/shared/domain/interchange'
import { dictum } from '../support/dictum'
import { TestEngine } from '../support/test-engine'

async function workplace() {
  const engine = new TestEngine()
  await engine.withArticle('😀 Ana said that taxes fall on 3 May.')
  await engine.ask('project.close', {})
  return { engine, project: engine.path('p.dictum') }
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('dictum-export-'))

test('- is standard output: the same bytes as in the file, and the report beside them', async () => {
  const { engine, project } = await workplace()
  const before = leftovers()
  for (const format of ['dictum', 'prodigy', 'doccano', 'csv']) {
    const { status, out, err } = await dictum('export', project, '-', '--format', format)
    expect(status).toBe(0)
    await dictum('export', project, engine.path(`${format}.out`), '--format', format)
    expect(out).toBe(readFileSync(engine.path(`${format}.out`), 'utf8'))
    expect(err).toContain('Wrote 1 article, 0 spans and 0 relations to standard output')
  }
  const { out } = await dictum('export', project, '-', '--format', 'csv', '--spreadsheet-safe')
  expect(out.startsWith('\ufeff"article') || out.startsWith('\ufeffarticle')).toBe(true)
  expect(leftovers()).toEqual(before)
})

test('what is more than one file is refused there, and so is --json', async () => {
  const { project } = await workplace()
  const whole = ['dictum', 'prodigy', 'doccano', 'csv']
  for (const format of EXPORT_FORMATS.filter((name) => !whole.includes(name))) {
    const { status, out, err } = await dictum('export', project, '-', '--format', format)
    expect({ format, status, out }).toEqual({ format, status: 2, out: '' })
    expect(err).toContain('more than one file')
  }
  expect(await dictum('export', project, '-', '--split', '80,20')).toMatchObject({ status: 2, out: '' })
  const json = await dictum('export', project, '-', '--json')
  expect(json.status).toBe(2)
  expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'usage' } })
})

test('a unit that a format’s tool does not count in is refused in words', async () => {
  const { engine, project } = await workplace()
  for (const [format, unit] of [
    ['prodigy', 'utf16'],
    ['doccano', 'codepoint'],
    ['label-studio', 'utf16'],
    ['conll', 'utf8'],
    ['webanno-tsv', 'codepoint'],
    ['cas-json', 'utf8'],
    ['brat', 'utf8'],
    ['w3c', 'utf8'],
  ] as const) {
    const { status, err } = await dictum('export', project, engine.path('o'), '--format', format, '--offsets', unit)
    expect({ format, status }).toEqual({ format, status: 2 })
    expect(err).toMatch(/cannot count in .*\. It counts in: /)
  }
  for (const unit of ['codepoint', 'utf16', 'utf8']) {
    for (const format of ['dictum', 'hf', 'csv']) {
      const args = [project, engine.path(`${format}-${unit}`), '--format', format, '--offsets', unit, '--json']
      const { status, out } = await dictum('export', ...args)
      expect(status).toBe(0)
      expect(JSON.parse(out).offset_unit).toBe(unit)
    }
  }
})
