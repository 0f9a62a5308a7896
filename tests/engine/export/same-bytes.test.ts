import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FORMATS } from '../../../src/engine/export/formats'
import { marker } from '../support/marking'
import { tempFolder } from '../support/temp-folder'
import { TestEngine } from '../support/test-engine'
import { filesBelow } from './support/files-below'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May, “and soon.” Știri: Café\n\nThe end.'

/** A project and a copy of it under another name in another place. */
async function twice(): Promise<string[]> {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  await engine.addArticle('Harbour news.', 'harbour.txt')
  const { mark, link } = marker(engine, articleId, TEXT)
  const claim = await mark('Taxes will fall', 'claim', { form: 'direct' })
  await link('said_by', claim, await mark('Ana Ruiz', 'speaker'))
  await link('said_on', claim, await mark('3 May', 'date'))
  await engine.ask('span.update', { uid: claim.uid, patch: { note: 'see there' } })
  const copy = join(tempFolder(), 'of another name.dictum')
  await engine.ask('project.backup', { path: copy })
  await engine.ask('project.close', {})
  return [engine.path('p.dictum'), copy]
}

test('every format: the same project gives the same bytes, wherever it lies', { timeout: 60_000 }, async () => {
  const projects = await twice()
  const trees = projects.map(() => ({}) as Record<string, Record<string, string>>)
  for (const [n, path] of projects.entries()) {
    const engine = new TestEngine()
    await engine.ask('project.open', { path, annotator: 'bogdan' })
    for (const { name } of FORMATS) {
      const folder = join(engine.folder, name)
      mkdirSync(folder)
      await engine.export(join(folder, 'out'), { format: name })
      trees[n]![name] = filesBelow(folder)
      expect(Object.keys(trees[n]![name]!).length, name).toBeGreaterThan(0)
      expect(Object.values(trees[n]![name]!).join('\n'), name).not.toContain(path)
    }
  }
  expect(trees[1]).toEqual(trees[0])
})
