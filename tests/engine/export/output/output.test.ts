import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../../src/engine/base/clock-and-ids'
import { folderOutput } from '../../../../src/engine/export/output/folder-output'
import { singleOutput } from '../../../../src/engine/export/output/single-output'
import { MIGRATIONS } from '../../../../src/engine/project/migrations'
import { openProject } from '../../../../src/engine/project/open'
import { TestEngine } from '../../support/test-engine'

const BRAT = { layout: 'folder', extension: '.txt' } as const
const LINES = { layout: 'file', extension: '.jsonl' } as const
const untold = async () => {}

/** A project with an article that was read from `in/a.txt`. */
async function open() {
  const engine = new TestEngine()
  await engine.create()
  await engine.import([engine.file('in/a.txt', 'An article.')])
  await engine.ask('project.close', {})
  const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
  onTestFinished(() => project.close())
  const folder = async (files: Readonly<Record<string, string>>, path = engine.path('out')) => {
    const output = await folderOutput(project, path, BRAT, untold)
    try {
      for (const [name, text] of Object.entries(files)) {
        const file = await output.files(null).file(name)
        await file.write(text)
        await file.close()
      }
      await output.flush()
      return await output.publish()
    } finally {
      await output.discard()
    }
  }
  const names = () => readdirSync(engine.folder).sort()
  return { engine, project, folder, names }
}

const below = async (path: string) => (await readdir(path, { recursive: true })).sort()

describe('a folder', () => {
  test('has its name when all of it is there', async () => {
    const { engine, project, names } = await open()
    const output = await folderOutput(project, engine.path('out'), BRAT, untold)
    const file = await output.files(null).file('deep/a.ann')
    await file.write('T1')
    await file.close()
    await output.flush()
    expect(existsSync(engine.path('out'))).toBe(false)
    expect(await output.publish()).toEqual([engine.path('out/deep/a.ann')])
    await output.discard()
    expect(readFileSync(engine.path('out/deep/a.ann'), 'utf8')).toBe('T1')
    expect(names()).toEqual(['in', 'out', 'p.dictum', 'p.dictum-shm', 'p.dictum-wal'])
  })

  test('holds files of any size, open at once', async () => {
    const { engine, project } = await open()
    const output = await folderOutput(project, engine.path('out'), BRAT, untold)
    const [large, small] = [await output.files(null).file('large'), await output.files(null).file('small')]
    for (let n = 0; n < 3000; n++) await large.write(`ș${String(n).padStart(99)}`)
    await small.write('1')
    await output.flush()
    await output.publish()
    const text = readFileSync(engine.path('out/large'), 'utf8')
    expect([text.length, text.slice(-4)]).toEqual([300_000, '2999'])
    expect(readFileSync(engine.path('out/small'), 'utf8')).toBe('1')
  })

  test('takes the place of an empty one, and of an earlier export, whole', async () => {
    const { engine, folder } = await open()
    mkdirSync(engine.path('out'))
    await folder({ 'a.ann': '1', 'a.txt': '1', 'annotation.conf': '' })
    await folder({ 'a.ann': '2', 'a.txt': '2', 'b.ann': '2', 'annotation.conf': '' })
    expect(await below(engine.path('out'))).toEqual(['a.ann', 'a.txt', 'annotation.conf', 'b.ann'])
    expect(readFileSync(engine.path('out/a.ann'), 'utf8')).toBe('2')
  })

  test('is left alone if it has anything else', async () => {
    const { engine, folder, names } = await open()
    await folder({ 'a.ann': '1' })
    engine.file('out/sub/mine.txt', 'mine')
    const before = names()
    await expect(folder({ 'a.ann': '2' })).rejects.toMatchObject({
      code: 'bad_request',
      message: expect.stringContaining('sub/mine.txt'),
    })
    expect(readFileSync(engine.path('out/a.ann'), 'utf8')).toBe('1')
    expect(names()).toEqual(before)
  })

  test('may not be a file, the project’s own folder, one that articles were read from, or nowhere', async () => {
    const { engine, folder, names } = await open()
    writeFileSync(engine.path('file'), '')
    symlinkSync(engine.path('in'), engine.path('link'))
    const before = names()
    for (const [path, code] of [
      ['file', 'bad_request'],
      ['.', 'bad_request'],
      ['in', 'bad_request'],
      ['link', 'bad_request'],
      ['no/where', 'not_found'],
    ] as const) {
      await expect(folder({ 'a.txt': '' }, engine.path(path)), path).rejects.toMatchObject({ code })
    }
    expect(names()).toEqual(before)
    expect(readFileSync(engine.path('in/a.txt'), 'utf8')).toBe('An article.')
  })

  test.skipIf(process.getuid?.() === 0)('is refused where nothing can be written', async () => {
    const { engine, folder } = await open()
    mkdirSync(engine.path('sealed'))
    chmodSync(engine.path('sealed'), 0o500)
    await expect(folder({ a: '' }, engine.path('sealed/out'))).rejects.toMatchObject({ code: 'io' })
  })

  test('given up, it leaves nothing', async () => {
    const { engine, project, names } = await open()
    const before = names()
    const output = await folderOutput(project, engine.path('out'), BRAT, untold)
    const file = await output.files(null).file('a.txt')
    await file.write('x'.repeat(500_000))
    await output.files(null).file('b.txt')
    expect(names()).not.toEqual(before)
    await output.discard()
    expect(names()).toEqual(before)
  })

  test('what a killed program left beside it is taken away; what a running one writes is not', async () => {
    const { engine, folder, names } = await open()
    // no system gives this number to a process
    engine.file('out.partial-4194999/a.txt', 'half')
    engine.file(`out.partial-${process.ppid}/a.txt`, 'half')
    await folder({ 'a.txt': '' })
    expect(names().filter((name) => name.startsWith('out'))).toEqual(['out', `out.partial-${process.ppid}`])
  })

  test('one that was set aside goes back where nothing has taken its place', async () => {
    const { engine, folder, names } = await open()
    engine.file('out.partial-4194999-old/a.txt', 'earlier')
    engine.file('out.partial-4194999/a.txt', 'half')
    await folder({ 'a.txt': 'new', 'b.txt': 'new' })
    expect(readFileSync(engine.path('out/a.txt'), 'utf8')).toBe('new')
    engine.file('out.partial-4194999-old/mine.txt', 'earlier still')
    await folder({ 'a.txt': 'newer', 'b.txt': 'newer' })
    expect(names().filter((name) => name.startsWith('out'))).toEqual(['out'])
  })

  test('behind a link takes the place of what the link leads to', async () => {
    const { engine, folder, names } = await open()
    mkdirSync(engine.path('real'))
    symlinkSync(engine.path('real'), engine.path('link'))
    for (const text of ['1', '2']) await folder({ 'a.txt': text }, engine.path('link'))
    expect(readFileSync(engine.path('real/a.txt'), 'utf8')).toBe('2')
    expect(lstatSync(engine.path('link')).isSymbolicLink()).toBe(true)
    expect(names().some((name) => name.includes('partial'))).toBe(false)
  })

  test('behind a link to nothing is refused', async () => {
    const { engine, project, folder, names } = await open()
    symlinkSync(engine.path('nothing'), engine.path('link'))
    const before = names()
    await expect(folder({ 'a.txt': '' }, engine.path('link'))).rejects.toMatchObject({ code: 'bad_request' })
    const output = await singleOutput(project, engine.path('link'), untold)
    await expect(output.files(null).main()).rejects.toMatchObject({ code: 'bad_request' })
    await output.discard()
    expect(names()).toEqual(before)
  })

  test.each(['with a space', '😀', 'two\nlines', '-', 'ș'.repeat(120)])('may be called %j', async (name) => {
    const { engine, folder, names } = await open()
    for (const text of ['1', '2']) await folder({ 'a.txt': text }, engine.path(name))
    expect(readFileSync(engine.path(`${name}/a.txt`), 'utf8')).toBe('2')
    expect(names().some((one) => one.includes('partial'))).toBe(false)
  })

  test('a file may not lie outside of it, nor be written twice', async () => {
    const { engine, project } = await open()
    const output = await folderOutput(project, engine.path('out'), BRAT, untold)
    onTestFinished(() => output.discard())
    const files = output.files(null)
    await files.file('a/b')
    for (const name of ['../x', '/x', 'a//b', 'a/../../x', 'a\\b', '', 'a/b']) {
      await expect(files.file(name), name).rejects.toMatchObject({ code: 'internal' })
    }
  })

  test('of parts has a file each, or a folder each', async () => {
    const { engine, project } = await open()
    for (const [format, name] of [
      [LINES, 'lines'],
      [BRAT, 'brat'],
    ] as const) {
      const told: string[] = []
      const output = await folderOutput(
        project,
        engine.path(name),
        format,
        async (split) => void told.push(split ?? ''),
      )
      for (const split of ['train', 'test']) {
        const files = output.files(split)
        if (format.layout === 'file') {
          await (await files.main()).write(split)
          await (await files.beside('conf')).write(split)
        } else expect((await files.file('a.ann')).name).toBe('a.ann')
      }
      await output.flush()
      await output.publish()
      expect(told).toEqual(format.layout === 'file' ? ['train', 'test'] : [])
    }
    expect(await below(engine.path('lines'))).toEqual(['test.conf', 'test.jsonl', 'train.conf', 'train.jsonl'])
    expect(await below(engine.path('brat'))).toEqual(['test', join('test', 'a.ann'), 'train', join('train', 'a.ann')])
  })
})

describe('a file with what belongs to it', () => {
  const written = async (engine: TestEngine, project: Parameters<typeof singleOutput>[0], text: string) => {
    const output = await singleOutput(project, engine.path('tasks.json'), untold)
    try {
      const files = output.files(null)
      await (await files.main()).write(text)
      const companion = await files.beside('config.xml')
      expect(companion.name).toBe('tasks.config.xml')
      await companion.write(text)
      await output.flush()
      return await output.publish()
    } finally {
      await output.discard()
    }
  }

  test('stands beside it, and both are replaced together', async () => {
    const { engine, project } = await open()
    for (const text of ['1', '2']) {
      expect(await written(engine, project, text)).toEqual([engine.path('tasks.json'), engine.path('tasks.config.xml')])
      expect(readFileSync(engine.path('tasks.config.xml'), 'utf8')).toBe(text)
    }
  })

  test('behind a link takes the place of what the link leads to', async () => {
    const { engine, project } = await open()
    engine.file('far/real.json', '0')
    symlinkSync(engine.path('far/real.json'), engine.path('tasks.json'))
    await written(engine, project, '1')
    expect(readFileSync(engine.path('far/real.json'), 'utf8')).toBe('1')
    expect(lstatSync(engine.path('tasks.json')).isSymbolicLink()).toBe(true)
    expect(readdirSync(engine.path('far'))).toEqual(['real.json'])
  })

  test('may be there already, as it would be written', async () => {
    const { engine, project } = await open()
    engine.file('tasks.config.xml', '1')
    await written(engine, project, '1')
    expect(readFileSync(engine.path('tasks.json'), 'utf8')).toBe('1')
  })

  test('does not take the place of a file that nobody named', async () => {
    const { engine, project, names } = await open()
    engine.file('tasks.config.xml', 'mine')
    const before = names()
    await expect(written(engine, project, '1')).rejects.toMatchObject({ code: 'bad_request' })
    expect(readFileSync(engine.path('tasks.config.xml'), 'utf8')).toBe('mine')
    expect(names()).toEqual(before)
  })
})
