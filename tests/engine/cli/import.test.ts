import { describe, expect, test } from 'vitest'
import { dictum } from '../support/dictum'
import { TestEngine } from '../support/test-engine'
import { zipOf } from '../support/zip'

async function workplace() {
  const engine = new TestEngine()
  const project = engine.path('p.dictum')
  await dictum('new', project)
  const importing = async (...args: string[]) => {
    const { status, out } = await dictum('import', project, ...args, '--json')
    return { status, ...JSON.parse(out) }
  }
  return { engine, project, importing }
}

describe('dictum import', () => {
  test('a table by the columns that are named, which are remembered', async () => {
    const { engine, project, importing } = await workplace()
    const table = engine.file('a.csv', 'lead,body,when,note\nL,B,2025-01-02,7\nM,C,2025-01-03,8\nragged\n')
    const report = await importing(table, '--map', 'text=lead,date=when')
    expect(report).toMatchObject({ status: 1, files: 1, imported: 2, failed: 1 })
    expect(report.items).toMatchObject([{ path: `${table}:4`, outcome: 'failed', code: 'ragged_row' }])
    const next = engine.file('b.csv', 'lead,body,when,note\nN,D,2025-01-04,9\n')
    expect(await importing(next)).toMatchObject({ status: 0, imported: 1 })
    const out = engine.path('out.jsonl')
    await dictum('export', project, out, '--format', 'dictum')
    const { readFileSync } = await import('node:fs')
    const articles = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(articles.map(({ text, meta }) => [text, meta.published_on, meta.source])).toEqual([
      ['L', '2025-01-02', 'a.csv:2'],
      ['M', '2025-01-03', 'a.csv:3'],
      ['N', '2025-01-04', 'b.csv:2'],
    ])
  })

  test('again, changed, and twice in one file', async () => {
    const { engine, importing } = await workplace()
    const rows = engine.file('a.jsonl', '{"id":"1","text":"One"}\n{"id":"2","text":"Two"}\n{"id":"3","text":"One"}\n')
    const first = await importing(rows)
    expect(first).toMatchObject({ imported: 2, duplicates: 1 })
    expect(first.items).toMatchObject([{ path: `${rows}#3`, outcome: 'duplicate' }])
    expect(await importing(rows)).toMatchObject({ imported: 0, duplicates: 3, changed: 0 })
    engine.file('a.jsonl', '{"id":"1","text":"One, changed"}\n{"id":"2","text":"Two"}\n')
    const changed = await importing(rows)
    expect(changed).toMatchObject({ status: 1, imported: 0, duplicates: 1, changed: 1 })
    expect(changed.items).toContainEqual(expect.objectContaining({ path: `${rows}#1`, outcome: 'changed' }))
    const twins = engine.file('b.jsonl', '{"id":"9","text":"Nine"}\n{"id":"9","text":"Nine again"}\n')
    const sameId = { failed: 1, items: [{ path: `${twins}:2`, code: 'same_id' }] }
    expect(await importing(twins)).toMatchObject({ imported: 1, ...sameId })
    const again = await importing(twins, '--revisions')
    expect(again).toMatchObject({ imported: 0, duplicates: 1, changed: 0, failed: 1 })
  })

  test('rows without an id, with one more above them: nothing takes the place of another', async () => {
    const { engine, importing } = await workplace()
    const one = 'The mayor said on Monday that the new quay would cost four million, and that work starts in spring.'
    const two = 'No comment, said the union of the dockers, which meets again on Friday to talk about the strike.'
    const rows = engine.file('a.csv', `text\n"${one}"\n"${two}"\n`)
    expect(await importing(rows)).toMatchObject({ imported: 2 })
    const zero = 'A storm closed the harbour for a day; nobody was hurt, and the ferries sail again since the evening.'
    engine.file('a.csv', `text\n"${zero}"\n"${one}"\n"${two.replace('Friday', 'Sunday')}"\n`)
    expect(await importing(rows, '--revisions', '--dry-run')).toMatchObject({ articles: 2, in_project: 1, changed: 0 })
    const report = await importing(rows, '--revisions')
    expect(report).toMatchObject({ imported: 2, duplicates: 1, changed: 0 })
    expect(report.revised).toBeUndefined()
    engine.file('a.csv', `text\n"${zero.replace('storm', 'gale')}"\n"${one}"\n`)
    expect(await importing(rows, '--revisions')).toMatchObject({ imported: 1, revised: 1, duplicates: 1 })
  })

  test('an encoding that nobody knows is wrong usage', async () => {
    const { engine, project } = await workplace()
    const { status, err } = await dictum('import', project, engine.file('a.txt', 'A'), '--encoding', 'klingon')
    expect([status, err]).toEqual([2, expect.stringContaining('windows-1250')])
  })

  test('a folder of everything, each by its content and name', async () => {
    const { engine, importing } = await workplace()
    engine.file('in/a.txt', 'Text a')
    engine.file('in/b.txt', '{"text":"Text b"}\nno json\n{"text":"Text c"}')
    engine.file('in/c.json', '[{"text":"Text d"}]')
    engine.file('in/d.zip', zipOf([{ name: 'x/e.txt', data: 'Text e' }]))
    engine.file('in/e.zip', 'no archive')
    const report = await importing(engine.path('in'))
    expect(report).toMatchObject({ files: 5, imported: 5, failed: 2 })
    expect(
      report.items.map(({ path, code }: { path: string; code: string }) => [path.slice(path.lastIndexOf('/')), code]),
    ).toEqual([
      ['/b.txt:2', 'bad_record'],
      ['/e.zip', 'damaged_archive'],
    ])
    expect(await importing(engine.path('in/b.txt'), '--format', 'text')).toMatchObject({ imported: 1 })
  })

  test('an encoding that is chosen, and folders as tags', async () => {
    const { engine, importing } = await workplace()
    engine.file('in/port/a.csv', Buffer.from('title,text\nT,Ora\xba\n', 'latin1'))
    const report = await importing(engine.path('in'), '--encoding', 'cp1250', '--tag-folders')
    expect(report).toMatchObject({ imported: 1, failed: 0 })
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    const [articleId] = await engine.articleIds()
    const { article } = await engine.ask('article.open', { articleId: articleId! })
    expect(article).toMatchObject({ text: 'Oraş', encoding: 'windows-1250', tags: ['in', 'port'] })
  })

  test.each([
    [['--format', 'xml'], 'xml'],
    [['--offsets', 'bytes'], 'bytes'],
    [['--as', 'guesses'], 'guesses'],
    [['--map', 'words=body'], 'words=body'],
    [['--map', 'text=a,text=b'], 'two columns'],
    [['--map', 'text='], 'text='],
  ])('%j is wrong usage', async (options, named) => {
    const { engine, project } = await workplace()
    const { status, err } = await dictum('import', project, engine.path('in'), ...options)
    expect(status).toBe(2)
    expect(err).toContain(named)
  })

  test('annotated texts: what their offsets count is shown, or said', async () => {
    const { engine, project, importing } = await workplace()
    const text = '😀 “Taxes will fall,” Ana Ruiz said.'
    const record = { schema: 'dictum-jsonl/1', text, spans: [{ id: 's', label: 'CLAIM', start: 22, end: 30 }] }
    const path = engine.file('a.jsonl', `${JSON.stringify(record)}\n`)
    const { status, out } = await dictum('import', project, path, '--dry-run', '--offsets', 'utf16')
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('Offsets count UTF-16 code units.') })
    expect(out).toMatch(/spans +1\n/)
    expect(await importing(path)).toMatchObject({ status: 0, imported: 1, offset_unit: 'codepoint' })
    expect(await importing(path, '--offsets', 'utf8')).toMatchObject({ offset_unit: 'utf8' })
  })
})
