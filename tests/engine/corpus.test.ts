import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DictumLine } from '../../src/engine/export/dictum/line'
import { TestEngine } from './support/test-engine'

/** Folders of UTF-8 text files beside the checkout, which are not part of the project: `../<any>/corpus`, or as told. */
function findCorpus(): string {
  if (process.env.DICTUM_CORPUS !== undefined) return resolve(process.env.DICTUM_CORPUS)
  const beside = readdirSync('..', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => resolve('..', entry.name, 'corpus'))
  return beside.find((folder) => existsSync(join(folder, 'seed'))) ?? resolve('corpus')
}

const corpus = findCorpus()
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
      const file = readFileSync(join(corpus, line.meta.source), 'utf8')
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
