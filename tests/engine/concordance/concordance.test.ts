import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ConcordanceSort, ConcordanceSource, LineRanges } from '../../../src/shared/contract/concordance-methods'
import { DEFAULT_CONTEXT } from '../../../src/shared/domain/search/concordance-view'
import { marker } from '../support/marking'
import { dumpAnnotations, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const ONE = [
  'Bugetul',
  '',
  'Domnul președinte a vorbit despre taxe. Țara plătește taxe mari,',
  'iar presedintele spune: „Taxe, nu!”',
].join('\n')
const TWO = ['Arhiva', '', 'Vechile taxe cresc. Alte taxe scad.'].join('\n')

let engine: TestEngine

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
})

const query = (words: string, inLabel: string | null = null): ConcordanceSource => ({
  kind: 'query',
  query: words,
  inLabel,
})

async function look(source: ConcordanceSource, sort: ConcordanceSort = 'imported') {
  const state = await engine.ask('concordance.start', { source, filter: null, sort })
  const { concordanceId } = state
  const rows = await engine.ask('concordance.rows', { concordanceId, from: 0, count: 500, context: DEFAULT_CONTEXT })
  return { ...state, rows }
}

type Found = Awaited<ReturnType<typeof look>>
const lines = ({ rows }: Found) => rows.map(({ left, hit, right }) => [left, hit, right])
const hitsOf = ({ rows }: Found) => rows.map(({ hit }) => hit)
const wordsBefore = ({ rows }: Found, count = 1) =>
  rows.map(({ left }) => left.trim().split(' ').slice(-count).join(' '))

describe('lines', () => {
  test('hits stand in their contexts, over the ends of lines, at their very places', async () => {
    await engine.addArticle(ONE)
    await engine.addArticle(TWO)
    const found = await look(query('taxe'))
    expect(found).toMatchObject({ state: 'done', hits: 5, articles: 2, isCut: false, sort: 'imported' })
    expect(lines(found)).toEqual([
      [
        'Bugetul Domnul președinte a vorbit despre ',
        'taxe',
        '. Țara plătește taxe mari, iar presedintele spune: „Taxe, nu!”',
      ],
      [
        'Bugetul Domnul președinte a vorbit despre taxe. Țara plătește ',
        'taxe',
        ' mari, iar presedintele spune: „Taxe, nu!”',
      ],
      ['președinte a vorbit despre taxe. Țara plătește taxe mari, iar presedintele spune: „', 'Taxe', ', nu!”'],
      ['Arhiva Vechile ', 'taxe', ' cresc. Alte taxe scad.'],
      ['Arhiva Vechile taxe cresc. Alte ', 'taxe', ' scad.'],
    ])
    for (const { articleId, start, end, hit } of found.rows) {
      expect([ONE, TWO][articleId - 1]!.slice(start, end)).toBe(hit)
    }
    expect(found.rows[0]).toMatchObject({ title: 'Bugetul', publishedOn: null, direction: 'ltr' })
  })

  test('diacritics, composed or not, are the same; a phrase is one hit; a beginning is enough', async () => {
    await engine.addArticle(ONE)
    await engine.addArticle(ONE.normalize('NFD'))
    const inBoth = (...words: string[]) => [...words, ...words.map((word) => word.normalize('NFD'))]
    expect(hitsOf(await look(query('presedint*')))).toEqual(inBoth('președinte', 'presedintele'))
    expect(hitsOf(await look(query('"tara plateste taxe"')))).toEqual(inBoth('Țara plătește taxe'))
  })

  test('right to left, writing without spaces, and signs of several code points', async () => {
    const hebrew = 'שלום\n\nראש הממשלה דיבר על מסים היום.'
    const chinese = '标题\n\n总统今天谈到税收，他说税收太高。'
    const emoji = 'Titlu\n\n👩‍👩‍👧‍👦🚢 taxe 👩‍👩‍👧‍👦🚢 gata'
    for (const text of [hebrew, chinese, emoji]) await engine.addArticle(text)
    const [line] = (await look(query('מסים'))).rows
    expect(line).toMatchObject({ direction: 'rtl', hit: 'מסים', left: 'שלום ראש הממשלה דיבר על ', right: ' היום.' })
    const narrow = async ({ concordanceId }: Found, size: number) =>
      engine.ask('concordance.rows', { concordanceId, from: 0, count: 9, context: { unit: 'characters', size } })
    const tax = await look(query('税收'), 'left1')
    expect(tax.rows.map(({ hit, direction }) => [hit, direction])).toEqual([
      ['税收', 'ltr'],
      ['税收', 'ltr'],
    ])
    expect(await narrow(await look(query('税收')), 3)).toMatchObject([
      { left: '天谈到', right: '，他说' },
      { left: '，他说', right: '太高。' },
    ])
    const taxe = await look(query('taxe'))
    expect(await narrow(taxe, 2)).toMatchObject([{ left: '🚢 ', right: ' 👩‍👩‍👧‍👦' }])
    expect(await narrow(taxe, 3)).toMatchObject([{ left: '👩‍👩‍👧‍👦🚢 ', right: ' 👩‍👩‍👧‍👦🚢' }])
  })

  test('a context of so many words has the marks that belong to them', async () => {
    await engine.addArticle('Titlu\n\n„Unu, doi” trei taxe „patru”, cinci.')
    const { concordanceId } = await look(query('taxe'))
    const context = { unit: 'words', size: 1 } as const
    const [line] = await engine.ask('concordance.rows', { concordanceId, from: 0, count: 1, context })
    expect(line).toMatchObject({ left: 'trei ', right: ' „patru”,' })
  })
})

describe('orders', () => {
  test('by the words to the left, letters with marks as those without', async () => {
    await engine.addArticle(
      'Titlu\n\nȚară nouă taxe; tara veche taxe; tara aia taxe; un zece taxe; vreo Șapte taxe; x sapte taxe',
    )
    expect(wordsBefore(await look(query('taxe'), 'left1'))).toEqual(['aia', 'nouă', 'Șapte', 'sapte', 'veche', 'zece'])
    expect(wordsBefore(await look(query('taxe'), 'left2'), 2)).toEqual([
      'tara aia',
      'tara veche',
      'Țară nouă',
      'un zece',
      'vreo Șapte',
      'x sapte',
    ])
  })

  test('by the words to the right; where there are none first', async () => {
    await engine.addArticle('Titlu\n\ntaxe zece; taxe 9; taxe 10; taxe Úna; taxe unu; taxe')
    const { rows } = await look(query('taxe'), 'right1')
    expect(rows.map(({ right }) => right.trim().split(/[ ;]/)[0])).toEqual(['', '9', '10', 'Úna', 'unu', 'zece'])
  })

  test('by the hit and what follows it, by title and by date; what is alike stays as it was found', async () => {
    const dated = async (text: string, publishedOn: string) => {
      const articleId = await engine.addArticle(text)
      await engine.ask('article.update', { articleId, patch: { publishedOn } })
    }
    await dated('Zebra\n\nTaxe, taxa, TAXE.', '2024-03-01')
    await dated('Árbol\n\ntaxa.', '2023-01-01')
    await engine.addArticle('Mijloc\n\ntaxe.')
    const titles = async (sort: ConcordanceSort) => (await look(query('tax*'), sort)).rows.map(({ title }) => title)
    expect(hitsOf(await look(query('tax*'), 'hit'))).toEqual(['taxa', 'taxa', 'taxe', 'TAXE', 'Taxe'])
    expect(await titles('article')).toEqual(['Árbol', 'Mijloc', 'Zebra', 'Zebra', 'Zebra'])
    expect(await titles('newest')).toEqual(['Zebra', 'Zebra', 'Zebra', 'Árbol', 'Mijloc'])
    expect(await titles('oldest')).toEqual(['Árbol', 'Zebra', 'Zebra', 'Zebra', 'Mijloc'])
  })

  test('chosen lines are found again in another order', async () => {
    await engine.addArticle(ONE)
    await engine.addArticle(TWO)
    const { concordanceId } = await look(query('taxe'))
    const before: LineRanges = [
      [0, 1],
      [3, 5],
    ]
    const sorted = await engine.ask('concordance.sort', { concordanceId, sort: 'right1', chosen: before })
    const rows = await engine.ask('concordance.rows', { concordanceId, from: 0, count: 9, context: DEFAULT_CONTEXT })
    const chosen = sorted.chosen.flatMap(([from, to]) => rows.slice(from, to).map(({ right }) => right.slice(0, 6)))
    expect(chosen.sort()).toEqual([' cresc', ' scad.', '. Țara'])
    expect(sorted.state.sort).toBe('right1')
  })
})

describe('what is looked for', () => {
  test('spans of a label and of an entity; hits only inside spans of a label', async () => {
    const articleId = await engine.addArticle(ONE)
    const { mark } = marker(engine, articleId, ONE)
    await mark('Țara plătește taxe mari', 'claim')
    await mark('președinte', 'speaker')
    expect(hitsOf(await look({ kind: 'label', labelId: 'speaker' }))).toEqual(['președinte'])
    const inside = await look(query('taxe', 'claim'))
    expect(inside.rows.map(({ hit, right }) => hit + right.slice(0, 5))).toEqual(['taxe mari'])
    const { spans } = await engine.ask('article.open', { articleId })
    const { labelSet } = (await engine.ask('project.current', {}))!
    const [attribute] = labelSet.labels
      .find(({ id }) => id === 'speaker')!
      .attributes.filter(({ type }) => type === 'entity')
    const made = await engine.ask('entity.create', {
      name: 'Popescu',
      assign: {
        spanUids: spans.filter(({ labelId }) => labelId === 'speaker').map(({ uid }) => uid),
        attributeId: attribute!.id,
      },
    })
    expect(hitsOf(await look({ kind: 'entity', entityUid: made.entities[0]!.uid }))).toEqual(['președinte'])
  })

  test('a filter narrows it down; what is put away is never there', async () => {
    await engine.addArticle(ONE)
    const second = await engine.addArticle(TWO)
    await engine.ask('article.update', { articleId: second, patch: { flagged: true } })
    const wanted = { source: query('taxe'), filter: { flagged: true }, sort: 'imported' } as const
    expect(await engine.ask('concordance.start', wanted)).toMatchObject({ hits: 2, articles: 1 })
    await engine.engine.close()
    withRawProject(engine.path('p.dictum'), (db) =>
      db.exec(`UPDATE article SET shelf = 'archived' WHERE id = ${second}`),
    )
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    expect(await look(query('taxe'))).toMatchObject({ hits: 3, articles: 1 })
  })

  test('a query that cannot be read, and a concordance that is gone, are refused in words', async () => {
    const broken = { source: query('(tax'), filter: null, sort: 'hit' } as const
    expect(await engine.refused('concordance.start', broken)).toMatchObject({ code: 'bad_request' })
    expect(await engine.refused('concordance.words', { concordanceId: 'none' })).toMatchObject({ code: 'not_found' })
  })

  test('the commonest words beside the hits', async () => {
    await engine.addArticle('Titlu\n\nAlte taxe cresc. alte taxe scad. Noi taxe cresc.')
    const { concordanceId } = await look(query('taxe'))
    expect(await engine.ask('concordance.words', { concordanceId, most: 1 })).toEqual({
      before: [{ word: 'Alte', count: 2 }],
      after: [{ word: 'cresc', count: 2 }],
    })
  })
})

describe('hits become suggestions', () => {
  const suggest = async (concordanceId: string, chosen: LineRanges | null) => {
    const { jobId } = await engine.ask('concordance.suggest', { concordanceId, labelId: 'claim', chosen })
    const job = await engine.finished(jobId)
    if (job.kind !== 'suggest' || job.report === null) throw new Error(job.error?.message ?? job.state)
    return job.report
  }
  const suggested = async () => {
    const opened = (await engine.articleIds()).map((articleId) => engine.ask('article.open', { articleId }))
    return (await Promise.all(opened)).flatMap(({ suggestions }) => suggestions)
  }

  test('in one event with one undo; what is marked or was judged is left out and counted', async () => {
    const articleId = await engine.addArticle(ONE)
    await engine.addArticle(TWO)
    await marker(engine, articleId, ONE).mark('Țara plătește taxe mari', 'claim')
    const before = dumpAnnotations(engine.path('p.dictum'))
    const { concordanceId } = await look(query('taxe'))
    const report = await suggest(concordanceId, null)
    expect(report).toMatchObject({ suggestions: 4, articles: 2, leftOut: 1, summary: '“taxe”' })
    const all = await suggested()
    expect(all.map(({ words }) => words)).toEqual(['taxe', 'Taxe', 'taxe', 'taxe'])
    for (const one of all) expect(one).toMatchObject({ source: 'concordance', labelId: 'claim', attributes: {} })
    expect(engine.events.some(({ type }) => type === 'annotations-changed')).toBe(true)
    await engine.ask('history.undo', {})
    expect(dumpAnnotations(engine.path('p.dictum'))).toEqual(before)
    await engine.ask('history.redo', {})
    expect(await suggest(concordanceId, null)).toMatchObject({ suggestions: 0, leftOut: 5, eventId: null })
    await engine.ask('suggestion.judge', { verdict: 'accept', which: { uids: [all[0]!.uid] } })
    await engine.ask('suggestion.judge', { verdict: 'reject', which: { uids: [all[1]!.uid] } })
    expect(await suggest(concordanceId, null)).toMatchObject({ suggestions: 0, leftOut: 5 })
    expect(await engine.ask('project.check', {})).toMatchObject({ ok: true })
  })

  test('only the chosen lines, also in another order', async () => {
    await engine.addArticle(ONE)
    await engine.addArticle(TWO)
    const { concordanceId, rows } = await look(query('taxe'), 'right1')
    const at = rows.findIndex(({ right }) => right.startsWith(' scad'))
    expect(await suggest(concordanceId, [[at, at + 1]])).toMatchObject({ suggestions: 1, articles: 1, leftOut: 0 })
    expect((await suggested()).map(({ parts }) => parts)).toEqual([[[rows[at]!.start, rows[at]!.end]]])
  })
})

test('lines leave as text with tabs, and as a CSV file that no spreadsheet runs', async () => {
  await engine.addArticle('=1+1, titlu\n\n-5% taxe, "mari"')
  const { concordanceId, rows } = await look(query('taxe'))
  const wanted = { concordanceId, chosen: null, context: { unit: 'characters', size: 4 } } as const
  const { text } = await engine.ask('concordance.text', wanted)
  const uid = rows[0]!.articleUid!
  expect(text).toBe(`'-5%\ttaxe\t, "m\t'=1+1, titlu\t\t${uid}\n`)
  const path = engine.path('lines.csv')
  expect(await engine.ask('concordance.write', { ...wanted, path })).toEqual({ path, lines: 1 })
  expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
    '\ufeffleft,hit,right,title,date,article',
    `'-5%,taxe,", ""m","'=1+1, titlu",,${uid}`,
    '',
  ])
  const target = engine.path('p.dictum')
  expect(await engine.refused('concordance.write', { ...wanted, path: target })).toMatchObject({ code: 'bad_request' })
})

test('a project is let go of while its concordance is still running', async () => {
  for (let at = 0; at < 12; at++) await engine.addArticle(`Titlu ${at}\n\n${'taxe mari '.repeat(8000)}`)
  const started = await engine.ask('concordance.start', { source: query('taxe'), filter: null, sort: 'left1' })
  expect(started.state).toBe('running')
  expect(started.hits).toBeGreaterThan(0)
  await engine.engine.close()
  withRawProject(engine.path('p.dictum'), (db) => db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT'))
  await expect
    .poll(() => engine.events.findLast((event) => event.type === 'concordance'))
    .toMatchObject({ concordance: { state: 'stopped' } })
})
