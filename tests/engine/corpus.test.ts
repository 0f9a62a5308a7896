import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DictumLine } from '../../src/engine/export/dictum-jsonl'
import { TestEngine } from './support/test-engine'

// a corpus beside the checkout: folders of UTF-8 text files, which are not part of the project
const corpus = resolve(process.env.DICTUM_CORPUS ?? '../shared/corpus')
const folderOf = (...names: string[]) => join(corpus, ...names)

describe.skipIf(!existsSync(folderOf('seed')))('a corpus beside the checkout', () => {
  test('the header is read, and the text leaves as it came, code point for code point', async () => {
    const engine = new TestEngine()
    await engine.create()
    expect((await engine.import([folderOf('seed')])).items).toEqual([])
    await engine.export(engine.path('out.jsonl'))
    const lines = readFileSync(engine.path('out.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as DictumLine)
    for (const line of lines) {
      const file = readFileSync(join(corpus, line.meta.source!), 'utf8')
      expect(Array.from(line.text)).toEqual(Array.from(file))
      const [, day, title] = /^ date (\S+) (.*)\n/.exec(file)!
      expect(line.meta).toMatchObject({ published_on: day, title: title!.trim() })
    }
    expect(lines).toHaveLength(readdirSync(folderOf('seed')).filter((name) => name.endsWith('.txt')).length)
  })

  test('imported twice, every file is there already the second time', async () => {
    const engine = new TestEngine()
    await engine.create()
    for (const language of readdirSync(folderOf('ntrex'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )) {
      const folder = folderOf('ntrex', language.name)
      const files = readdirSync(folder).filter((name) => name.endsWith('.txt')).length
      expect(await engine.import([folder])).toMatchObject({ imported: files, items: [] })
      expect(await engine.import([folder])).toMatchObject({ imported: 0, duplicates: files, failed: 0 })
    }
    expect((await engine.ask('project.check', {})).findings).toEqual([])
  })
})
