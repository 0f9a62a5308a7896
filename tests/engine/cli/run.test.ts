import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { version } from '../../../package.json'
import type { Io } from '../../../src/cli/io'
import { run } from '../../../src/cli/run'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { partOf } from '../support/marking'
import { withRawProject } from '../support/raw-project'
import { tempFolder } from '../support/temp-folder'
import { TestEngine } from '../support/test-engine'

/** Runs one command line in this process; what it wrote, and its status. */
async function dictum(args: string[], interruptAfterMs?: number) {
  let out = ''
  let err = ''
  const io: Io = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    errIsTerminal: false,
    onInterrupt: (listener) => {
      if (interruptAfterMs !== undefined) setTimeout(listener, interruptAfterMs)
      return () => {}
    },
  }
  const status = await run(args, io)
  return { status, out, err }
}

/** The one object on standard output. */
async function json(args: string[]) {
  const { out, ...rest } = await dictum([...args, '--json'])
  expect(out.endsWith('\n')).toBe(true)
  expect(out.trimEnd()).not.toContain('\n')
  return { ...rest, answer: JSON.parse(out) }
}

/** A folder with two articles and the path of a project to be. */
function workplace() {
  const engine = new TestEngine()
  engine.file('in/a.txt', ' date 2025-05-03 Taxes\n\nAna said it.')
  engine.file('in/b.txt', 'Harbour\n\nBogdan said it.')
  return { engine, project: engine.path('p.dictum'), articles: engine.path('in') }
}

test('new, import, export, stats and check, one after another', async () => {
  const { engine, project, articles } = workplace()
  expect(await json(['new', project, '--name', 'Mine'])).toMatchObject({
    status: 0,
    err: '',
    answer: { project, name: 'Mine', labels: ['CLAIM', 'SPEAKER', 'DATE', 'CUE', 'EXCLUDE'] },
  })
  const imported = await json(['import', project, articles])
  expect(imported.status).toBe(0)
  expect(imported.answer).toEqual({
    batch: expect.any(String),
    files: 2,
    imported: 2,
    duplicates: 0,
    changed: 0,
    failed: 0,
    warnings: 0,
    spans: 0,
    relations: 0,
    offset_unit: null,
    cancelled: false,
    items: [],
  })
  const out = engine.path('out.jsonl')
  expect(await json(['export', project, out, '--format', 'dictum'])).toMatchObject({
    status: 0,
    answer: { articles: 2, spans: 0, relations: 0, files: [out], offset_unit: 'codepoint', lost: { relations: 0 } },
  })
  expect(JSON.parse(readFileSync(out, 'utf8').split('\n')[0]!).meta).toMatchObject({
    title: 'Taxes',
    published_on: '2025-05-03',
  })
  expect((await json(['stats', project])).answer).toMatchObject({
    articles: 2,
    spans: 0,
    relations: 0,
    by_label: { CLAIM: 0 },
    by_status: { todo: 2 },
    annotators: [],
  })
  expect(await json(['check', project])).toMatchObject({
    status: 0,
    answer: { ok: true, integrity: 'ok', offset_mismatches: 0, findings: [] },
  })
  expect(readdirSync(engine.folder).sort()).toEqual(['in', 'out.jsonl', 'p.dictum'])
})

test('without --json the answers are for people', async () => {
  const { engine, project, articles } = workplace()
  engine.file('in/empty.txt', '')
  expect((await dictum(['new', project])).out).toContain('CLAIM')
  const { status, out, err } = await dictum(['import', project, articles])
  expect(status).toBe(1)
  expect(out).toMatch(/^3 files\n {2}imported {2}2\n {2}failed {4}1\n/)
  expect(out).toContain(`${articles}/empty.txt: The file is empty (0 bytes). [empty]`)
  expect(err).toBe('')
  expect((await dictum(['export', project, engine.path('o.jsonl')])).out).toContain('Wrote 2 articles, 0 spans')
  expect((await dictum(['stats', project])).out).toContain('articles  ')
  expect((await dictum(['check', project])).out).toBe('Everything is in order.\n')
})

describe('exit statuses', () => {
  test('duplicates alone are no failure; a failed file is 1', async () => {
    const { engine, project, articles } = workplace()
    await dictum(['new', project])
    await dictum(['import', project, articles])
    expect(await json(['import', project, articles])).toMatchObject({
      status: 0,
      answer: { duplicates: 2, imported: 0 },
    })
    engine.file('in/bad.txt', Buffer.from([0, 1, 2, 3]))
    const { status, answer } = await json(['import', project, articles])
    expect(status).toBe(1)
    expect(answer.items.map((item: { code: string }) => item.code)).toEqual(['duplicate', 'duplicate', 'binary'])
  })

  test('what the check finds is 1, and a span that cannot be exported too', async () => {
    const { engine, project, articles } = workplace()
    await dictum(['new', project])
    await dictum(['import', project, articles])
    await engine.ask('project.open', { path: project, annotator: 'ana' })
    await engine.ask('span.create', { articleId: 1, labelId: 'claim', parts: [[25, 28]] as never })
    await engine.ask('project.close', {})
    withRawProject(project, (db) => db.exec(`UPDATE span SET words = 'x'`))
    expect(await json(['check', project])).toMatchObject({ status: 1, answer: { ok: false, offset_mismatches: 1 } })
    expect((await dictum(['check', project])).out).toContain('2 findings\noffset_mismatch: article ')
    const exported = await json(['export', project, engine.path('o.jsonl')])
    expect(exported).toMatchObject({ status: 1, answer: { spans: 0, refused: [{ span: expect.any(String) }] } })
  })

  test('wrong usage is 2, with a hint and nothing done', async () => {
    const { engine, project, articles } = workplace()
    await dictum(['new', project])
    engine.file('set.json', '{"name": "x"}')
    for (const args of [
      [],
      ['nonsense'],
      ['new'],
      ['new', 'a', 'b'],
      ['new', engine.path('q.dictum'), '--label-set', engine.path('no.json')],
      ['new', engine.path('q.dictum'), '--label-set', engine.path('set.json')],
      ['import', project],
      ['import', project, articles, '--format', 'pdf'],
      ['import', project, articles, '--nonsense'],
      ['export', project],
      ['export', project, engine.path('o'), '--format', 'nonsense'],
      ['export', project, engine.path('o'), '--status', 'finished'],
      ['export', project, engine.path('o'), '--labels', 'NONSENSE'],
      ['export', project, project],
      ['stats'],
      ['labels'],
      ['labels', project, '--dry-run'],
      ['labels', project, '--import', engine.path('no.json')],
      ['labels', project, '--import', engine.path('set.json')],
      ['labels', project, '--import', engine.path('set.json'), '--export', engine.path('o')],
      ['labels', project, '--export', project],
      ['search', project, 'ana', '--from', '2026-01-01', '--to', '2025-01-01'],
      ['search', 'ana', project],
      ['import', articles, project],
      ['annotate-once', project, 'no-such-article'],
      ['stats', ''],
      ['import', project, ''],
      ['import', project, articles, '--annotator', ''],
      ['new', engine.path('q.dictum'), '--name', ''],
    ]) {
      const { status, out, err } = await dictum(args)
      expect({ args, status, out }).toEqual({ args, status: 2, out: '' })
      expect(err).toMatch(/^dictum: ./)
      const { answer } = await json(args)
      expect(answer).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
    }
    expect((await dictum(['import', project, articles, '--format', 'pdf'])).err).toContain(
      'The format “pdf” is not known',
    )
    expect((await json(['nonsense'])).answer).toMatchObject({ error: { code: 'usage' } })
    expect(existsSync(engine.path('q.dictum'))).toBe(false)
    expect(existsSync(engine.path('o'))).toBe(false)
  })

  test('a project that cannot be made or opened is 3', async () => {
    const { engine, project } = workplace()
    await dictum(['new', project])
    expect(await json(['new', project])).toMatchObject({ status: 3, answer: { error: { code: 'project_exists' } } })
    expect(await json(['new', engine.path('no/p.dictum')])).toMatchObject({ status: 3 })
    for (const command of ['stats', 'check']) {
      expect(await json([command, engine.path('no.dictum')])).toMatchObject({
        status: 3,
        answer: { error: { code: 'not_found' } },
      })
      const text = engine.file('text.dictum', 'no project')
      expect(await json([command, text])).toMatchObject({ status: 3, answer: { error: { code: 'not_a_project' } } })
    }
  })
})

test('help and version', async () => {
  expect(await dictum(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  const all = await dictum(['--help'])
  expect(all.status).toBe(0)
  for (const command of [
    'new',
    'import',
    'export',
    'labels',
    'stats',
    'check',
    'backup',
    'backups',
    'restore',
    'copies',
    'annotate-once',
  ]) {
    expect(all.out).toContain(`  ${command} `)
    const { status, out } = await dictum([command, '--help'])
    expect(status).toBe(0)
    expect(out).toContain(`Usage: dictum ${command}`)
  }
})

test('a label set from a file, and the articles and labels to export', async () => {
  const { engine, project, articles } = workplace()
  const labelSet = { ...DEFAULT_LABEL_SET, labels: DEFAULT_LABEL_SET.labels.slice(0, 3), relations: [] }
  engine.file('set.json', JSON.stringify(labelSet))
  expect((await json(['new', project, '--label-set', engine.path('set.json')])).answer.labels).toEqual([
    'CLAIM',
    'SPEAKER',
    'DATE',
  ])
  await dictum(['import', project, articles, '--format', 'text', '--annotator', 'bogdan'])
  const out = engine.path('o.jsonl')
  expect((await json(['export', project, out, '--status', 'done,skipped'])).answer.articles).toBe(0)
  expect(readFileSync(out, 'utf8')).toBe('')
  expect((await json(['export', project, out, '--status', 'todo', '--labels', 'CLAIM, DATE'])).answer.articles).toBe(2)
})

test('interrupted, an import keeps what it has and an export leaves nothing', async () => {
  const { engine, project } = workplace()
  await dictum(['new', project])
  for (let n = 0; n < 1000; n++) engine.file(`many/${n}.txt`, `Text ${n}. ${'More words. '.repeat(200)}`)
  const { status, out } = await dictum(['import', project, engine.path('many')], 60)
  expect(status).toBe(1)
  expect(out).toContain('Cancelled. What was imported before that is kept.')
  await dictum(['import', project, engine.path('many')])
  const cancelled = await dictum(['export', project, engine.path('o.jsonl')], 5)
  expect(cancelled).toMatchObject({ status: 1, out: '', err: 'dictum: Cancelled. No file was written.\n' })
  expect(readdirSync(engine.folder).sort()).toEqual(['in', 'many', 'p.dictum'])
})

test('backups lists what restore can put in the place of a project', async () => {
  const { project, articles } = workplace()
  await json(['new', project])
  expect(await json(['backups', project])).toMatchObject({ status: 0, answer: { backups: [] } })
  const copy = `${project}.copy.dictum`
  await json(['backup', project, copy])
  await json(['import', project, articles])
  expect((await json(['stats', project])).answer.articles).toBe(2)
  // any project file will do
  const restored = await json(['restore', project, copy])
  expect(restored).toMatchObject({ status: 0, answer: { kept: expect.stringContaining('before restore') } })
  expect((await json(['stats', project])).answer.articles).toBe(0)
  const listed = await json(['backups', project])
  expect(listed.answer.backups).toMatchObject([{ kind: 'restore', contents: { articles: 2 } }])
  expect((await dictum(['backups', project])).out).toMatch(
    /^1 backup in .+\n {2}p .+before restore, \d+ KB, 2 articles/u,
  )
  // and back, by name
  expect((await json(['restore', project, listed.answer.backups[0].name])).status).toBe(0)
  expect((await json(['stats', project])).answer.articles).toBe(2)
  expect(await dictum(['restore', project, 'nothing.dictum'])).toMatchObject({
    status: 3,
    err: expect.stringContaining('There is no backup at '),
  })
  expect((await json(['check', project])).answer).toMatchObject({ ok: true })
})

test('what is no project is not restored from, and nothing takes its place', async () => {
  const { engine, project, articles } = workplace()
  await dictum(['new', project])
  await dictum(['import', project, articles])
  const text = engine.file('notes.txt', 'My notes.')
  for (const [args, wanted] of [
    [[project, text], 3],
    [[project, articles], 3],
    // the project comes first
    [[text, project], 2],
    [[articles, project], 2],
  ] as const) {
    const { status, err } = await dictum(['restore', ...args])
    expect({ args, status }).toEqual({ args, status: wanted })
    expect(err).toContain('is not a Dictum project')
    expect(err).toContain('Nothing was changed')
  }
  expect(readFileSync(text, 'utf8')).toBe('My notes.')
  expect(readdirSync(engine.folder).sort()).toEqual(['in', 'notes.txt', 'p.dictum'])
  // a project that is lost comes back
  expect((await dictum(['restore', engine.path('lost.dictum'), project])).status).toBe(0)
  expect((await json(['stats', engine.path('lost.dictum')])).answer.articles).toBe(2)
  expect(await json(['backups', engine.path('never.dictum')])).toMatchObject({
    status: 3,
    answer: { error: { code: 'not_found' } },
  })
  expect((await dictum(['labels', project, '--export', engine.path('no/x.json')])).err).toContain('Make it first')
})

test('backup copies a project, and never over a file', async () => {
  const { engine, project, articles } = workplace()
  await dictum(['new', project])
  await dictum(['import', project, articles])
  const copy = engine.path('copy.dictum')
  expect(await json(['backup', project, copy])).toMatchObject({ status: 0, answer: { files: [copy] } })
  expect((await json(['stats', copy])).answer.articles).toBe(2)
  expect(await json(['backup', project, copy])).toMatchObject({
    status: 3,
    answer: { error: { code: 'project_exists' } },
  })
})

test('paths are told as they were given', async () => {
  const folder = tempFolder()
  await dictum(['new', `${folder}/p.dictum`])
  const { answer } = await json(['import', `${folder}/p.dictum`, 'no/such/place.txt'])
  expect(answer.items).toMatchObject([{ path: 'no/such/place.txt', outcome: 'failed', code: 'vanished' }])
})

describe('labels', () => {
  async function annotated() {
    const { engine, project, articles } = workplace()
    await dictum(['new', project])
    await dictum(['import', project, articles])
    await engine.ask('project.open', { path: project, annotator: 'ana' })
    await engine.ask('span.create', { articleId: 1, labelId: 'claim', parts: [[25, 28]] as never })
    await engine.ask('project.close', {})
    return { engine, project, file: engine.path('set.json') }
  }

  test('are printed with how often they are used', async () => {
    const { project } = await annotated()
    const { status, out } = await dictum(['labels', project])
    expect(status).toBe(0)
    expect(out).toContain('Claims, speakers and dates\n\nLabels (spans)\n  CLAIM          1\n')
    expect(out).toContain('  EXCLUDE (off)  0\n')
    expect(out).toContain('Attributes of CLAIM\n  form: direct, indirect, mixed, unattributed\n')
    expect(out).toContain('  said_by: CLAIM → SPEAKER ')
    expect((await json(['labels', project])).answer).toMatchObject({
      labelSet: DEFAULT_LABEL_SET,
      usage: { labels: { claim: 1 } },
    })
  })

  test('go into a file, and come back changed', async () => {
    const { engine, project, file } = await annotated()
    expect(await json(['labels', project, '--export', file])).toMatchObject({ status: 0, answer: { files: [file] } })
    const changed = readFileSync(file, 'utf8').replace('"name": "CLAIM"', '"name": "STATEMENT"')
    engine.file('set.json', changed)
    const changes = ['rename label CLAIM to STATEMENT']
    const dry = await json(['labels', project, '--import', file, '--dry-run'])
    expect(dry).toMatchObject({ status: 0, answer: { applied: false, changes, effects: [], loses: false } })
    expect((await json(['stats', project])).answer.by_label).toMatchObject({ CLAIM: 1 })
    expect(await json(['labels', project, '--import', file])).toMatchObject({
      status: 0,
      answer: { applied: true, changes },
    })
    expect((await json(['stats', project])).answer.by_label).toMatchObject({ STATEMENT: 1 })
    expect((await dictum(['labels', project, '--import', file])).out).toBe('The label set is this one already.\n')
    expect((await dictum(['check', project])).status).toBe(0)
  })

  test('that would lose annotations are 1, until that is allowed; the window can undo it', async () => {
    const { engine, project, file } = await annotated()
    const labels = DEFAULT_LABEL_SET.labels.filter(({ id }) => id !== 'claim')
    engine.file('set.json', JSON.stringify({ ...DEFAULT_LABEL_SET, labels, relations: [] }))
    const refused = await json(['labels', project, '--import', file])
    expect(refused).toMatchObject({
      status: 1,
      answer: { applied: false, loses: true, effects: [{ code: 'spans_removed', count: 1 }] },
    })
    const { status, out } = await dictum(['labels', project, '--import', file])
    expect([status, out]).toEqual([1, expect.stringContaining('1 span marked Claim is deleted.')])
    expect(out).toContain('Say --allow-loss to go on.')
    expect(await json(['labels', project, '--import', file, '--allow-loss'])).toMatchObject({ status: 0 })
    expect((await json(['stats', project])).answer.spans).toBe(0)
    await engine.ask('project.open', { path: project, annotator: 'ana' })
    await engine.ask('history.undo', {})
    expect((await engine.ask('project.stats', {})).by_label).toMatchObject({ CLAIM: 1 })
  })
})

describe('copies', () => {
  const TEXT =
    'Mayor Irina Dobre said on Monday that the new quay would cost four million, and that work starts in spring.'

  test('are listed, and one that is annotated passes its spans on', async () => {
    const { engine, project, articles } = workplace()
    engine.file('in/one.txt', `Quay\n${TEXT}`)
    engine.file('in/two.txt', `A quay for the harbour\n${TEXT}`)
    await dictum(['new', project])
    await dictum(['import', project, articles])
    const { answer } = await json(['copies', project])
    expect(answer.groups).toEqual([
      {
        articles: [
          expect.objectContaining({ source: 'in/one.txt' }),
          expect.objectContaining({ source: 'in/two.txt' }),
        ],
      },
    ])
    const { uid } = answer.groups[0].articles[1]
    expect((await dictum(['copies', project, '--again'])).out).toContain('1 group of copies')
    expect(await dictum(['annotate-once', project, 'in/one.txt'])).toMatchObject({ status: 3 })

    await engine.ask('project.open', { path: project, annotator: 'ana' })
    const { articleId } = (await engine.ask('article.named', { name: 'in/one.txt' }))!
    const { text } = (await engine.ask('article.open', { articleId })).article
    const [start, end] = partOf(text, 'four million')
    await engine.ask('span.create', { articleId, labelId: 'claim', parts: [[start, end]], attributes: {} })
    await engine.ask('project.close', {})
    const once = await json(['annotate-once', project, 'in/one.txt'])
    expect(once).toMatchObject({ status: 0, answer: { suggestions: 1, articles: 1, unplaced: [] } })
    expect((await json(['annotate-once', project, uid])).status).toBe(3)
    expect((await json(['annotate-once', project, 'in/none.txt'])).answer.error.message).toContain('in/none.txt')
  })
})

test('a file that has changed comes in as a revision where that is asked for', async () => {
  const { engine, project, articles } = workplace()
  await dictum(['new', project])
  await dictum(['import', project, articles])
  engine.file('in/b.txt', 'Harbour\n\nBogdan said it again, on Monday.')
  expect(await json(['import', project, articles])).toMatchObject({ status: 1, answer: { changed: 1, imported: 0 } })
  const revised = await json(['import', project, articles, '--revisions'])
  expect(revised).toMatchObject({ status: 0, answer: { changed: 0, imported: 1, revised: 1, to_place: 0 } })
  expect((await json(['stats', project])).answer.articles).toBe(2)
  expect((await dictum(['check', project])).out).toBe('Everything is in order.\n')
})
