import { beforeEach, describe, expect, test } from 'vitest'
import type { LintFinding } from '../../../src/shared/contract/lint-methods'
import type { WindowParams } from '../../../src/shared/contract/window-methods'
import type { Span } from '../../../src/shared/domain/annotations/annotations'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { marker, partOf } from '../support/marking'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Portul\n\nIrina Dobre spuse: „Taxele vor scădea, 👩‍👩‍👧 da.” Bogdan o neagă. Thai: ราคาสินค้า.'

let engine: TestEngine
let articleId: number
let mark: ReturnType<typeof marker>['mark']
let link: ReturnType<typeof marker>['link']

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  ;({ mark, link } = marker(engine, articleId, TEXT))
})

async function look(scope: WindowParams<'lint.start'> = {}) {
  const job = await engine.finished((await engine.ask('lint.start', scope)).jobId)
  if (job.kind !== 'lint' || job.report === null) throw new Error(`no report: ${job.error?.message}`)
  return { ...job.report, items: (await engine.ask('lint.page', {})).findings }
}

/** Findings of a kind, by the words of their spans. */
async function found(code: LintFinding['code'], scope: WindowParams<'lint.start'> = {}): Promise<LintFinding[]> {
  const { items, counts } = await look(scope)
  const those = items.filter((item) => item.code === code)
  expect(counts.find((line) => line.code === code)?.count ?? 0).toBe(those.length)
  return those
}

const uids = (findings: readonly LintFinding[]): string[] => findings.map(({ span }) => span)

/** Marks from one offset to another, in UTF-16 code units. */
const markAt = async (start: number, end: number, labelId = 'claim'): Promise<Span> => {
  const parts = [[docOffset(start), docOffset(end)] as const]
  return (await engine.ask('span.create', { articleId, labelId, parts })).spans[0]!
}

test('what is as it should be is not found', async () => {
  const claim = await mark('Taxele vor scădea', 'claim')
  await link('said_by', claim, await mark('Irina Dobre', 'speaker'))
  await engine.ask('article.update', { articleId, patch: { publishedOn: '2025-12-23' } })
  expect(await look()).toMatchObject({
    articles: 1,
    spans: 2,
    findings: 0,
    problems: 0,
    fixable: 0,
    counts: [],
    items: [],
  })
})

describe('edges', () => {
  test('white space is told apart from stray marks, and both can be put right', async () => {
    const space = await mark(' Dobre ', 'speaker')
    const marks = await mark('„Taxele vor scădea,', 'claim')
    expect(uids(await found('untrimmed'))).toEqual([space.uid])
    const [finding] = await found('edge_marks')
    expect(finding).toMatchObject({
      span: marks.uid,
      articleId,
      label: 'CLAIM',
      labelId: 'claim',
      fixable: true,
      message: '“„Taxele vor scădea,” would be “Taxele vor scădea”.',
    })
  })

  test('a quotation that is whole, a per cent sign and an initial are no stray marks', async () => {
    const text = 'Titlu\n\n„Da”, zice J.D. Popa: 20% din (toate) taxele?'
    const other = marker(engine, await engine.addArticle(text), text)
    for (const words of ['„Da”', 'J.D. Popa', '20%', '(toate) taxele?']) await other.mark(words, 'speaker')
    expect((await look()).counts).toEqual([])
  })

  test('only marks: nothing is said', async () => {
    const dot = await mark(',', 'claim')
    expect(uids(await found('empty'))).toEqual([dot.uid])
    expect(await found('edge_marks')).toEqual([])
  })

  test('within a character: an accent of its own, a family of emoji', async () => {
    const family = TEXT.indexOf('👩')
    const cut = await markAt(family, family + 2, 'speaker')
    const text = 'Titlu\n\nscădea'.normalize('NFD')
    const decomposed = await engine.addArticle(text)
    const at = text.indexOf('\u0306')
    const parts = [[docOffset(at), docOffset(text.length)] as const]
    const { spans } = await engine.ask('span.create', { articleId: decomposed, labelId: 'speaker', parts })
    expect(uids(await found('split_character'))).toEqual([cut.uid, spans[0]!.uid])
  })

  test('within a word; where words have no spaces between them nobody knows', async () => {
    const start = TEXT.indexOf('Dobre')
    const cut = await markAt(start, start + 3, 'speaker')
    const thai = TEXT.indexOf('ราคา')
    await markAt(thai, thai + 3, 'speaker')
    const findings = await found('misaligned')
    expect(uids(findings)).toEqual([cut.uid])
    expect(findings[0]!.message).toContain('“Dobre”')
  })
})

describe('overlap', () => {
  test('in part is crossing; one within another is not, nor what lies between two parts', async () => {
    await mark('Irina Dobre spuse', 'speaker')
    const crossing = await mark('spuse: „Taxele', 'cue')
    await mark('Irina', 'speaker')
    const parts = [partOf(TEXT, 'vor scădea'), partOf(TEXT, 'Bogdan')]
    await engine.ask('span.create', { articleId, labelId: 'claim', parts })
    await mark('da', 'cue')
    const findings = await found('crossing')
    expect(uids(findings)).toEqual([crossing.uid])
    expect(findings[0]!.message).toBe('“spuse: „Taxele” overlaps Speaker “Irina Dobre spuse”, in part.')
  })

  test('the same twice by one person, or by two', async () => {
    const first = await mark('Irina Dobre', 'speaker')
    await engine.ask('session.setAnnotator', { annotator: 'bo' })
    await mark('Irina Dobre', 'speaker')
    expect(uids(await found('duplicate_other'))).toEqual([first.uid])
    expect(await found('duplicate_other', { annotator: 'bo' })).toEqual([])
    withRawProject(engine.path('p.dictum'), (db) => db.exec(`UPDATE span SET author = 'bo'`))
    const [finding] = await found('duplicate')
    expect(finding).toMatchObject({ fixable: true, message: '“Irina Dobre” is marked twice by bo.' })
    withRawProject(engine.path('p.dictum'), (db) =>
      db.exec(`UPDATE span SET attributes = '{"mention":"' || CASE id WHEN 1 THEN 'named' ELSE 'nominal' END || '"}'`),
    )
    expect((await found('duplicate'))[0]).toMatchObject({ fixable: false })
  })
})

describe('links', () => {
  test('that break a rule: ends, more than may leave a span, a circle, one twice', async () => {
    const claim = await mark('Taxele vor scădea', 'claim')
    const [she, he, name] = [
      await mark('Irina', 'speaker'),
      await mark('Bogdan', 'speaker'),
      await mark('Dobre', 'speaker'),
    ]
    const said = await link('said_by', claim, she)
    await link('coref', she, he)
    const second = await link('coref', he, name)
    expect(await found('relation_rule')).toEqual([])
    withRawProject(engine.path('p.dictum'), (db) => {
      db.exec(`UPDATE relation SET type_id = 'coref' WHERE uid = '${said.uid}'`)
      db.exec(
        `UPDATE relation SET to_span = (SELECT id FROM span WHERE uid = '${she.uid}') WHERE uid = '${second.uid}'`,
      )
    })
    const findings = await found('relation_rule')
    expect(findings.map(({ relation, span }) => [relation, span])).toEqual([
      [said.uid, claim.uid],
      [second.uid, he.uid],
    ])
    expect(findings[0]!.message).toContain('starts at')
    expect(findings[1]!.message).toContain('close a circle')
  })

  test('claims without a speaker and a date, as their cards tell it', async () => {
    const claim = await mark('Taxele vor scădea', 'claim')
    const other = await mark('Bogdan o neagă', 'claim')
    expect(uids(await found('no_speaker'))).toEqual([claim.uid, other.uid])
    expect(uids(await found('no_date'))).toEqual([claim.uid, other.uid])
    await link('said_by', claim, await mark('Irina Dobre', 'speaker'))
    await engine.ask('span.update', { uid: other.uid, patch: { attributes: { form: 'unattributed' } } })
    await engine.ask('article.update', { articleId, patch: { publishedOn: '2025-12-23' } })
    expect((await look()).findings).toBe(0)
    // the speaker is there, though it is not to be exported
    expect((await look({ labels: ['CLAIM'] })).findings).toBe(0)
  })
})

describe('what is looked at', () => {
  test('articles of a filter, labels, a person', async () => {
    const text = 'Arhiva\n\nVechile taxe, zice Popa ieri.'
    const second = await engine.addArticle(text)
    await mark('Dobre spuse:', 'speaker')
    await marker(engine, second, text).mark('taxe,', 'claim')
    await engine.ask('session.setAnnotator', { annotator: 'bo' })
    await marker(engine, second, text).mark('Popa ', 'speaker')
    const kinds = async (scope: WindowParams<'lint.start'>) => (await look(scope)).counts.map(({ code }) => code)
    expect(await kinds({})).toEqual(['untrimmed', 'edge_marks', 'no_speaker', 'no_date'])
    expect(await kinds({ filter: { text: 'arhiva' }, labels: ['SPEAKER'] })).toEqual(['untrimmed'])
    expect(await kinds({ annotator: 'ana', labels: ['SPEAKER'] })).toEqual(['edge_marks'])
    expect(await kinds({ statuses: ['done'] })).toEqual([])
    await engine.ask('article.trash', { articleIds: [second] })
    expect(await kinds({})).toEqual(['edge_marks'])
  })

  test('an unknown label, and pages before the first look, are refused', async () => {
    expect((await engine.refused('lint.page', {})).code).toBe('not_found')
    const job = await engine.finished((await engine.ask('lint.start', { labels: ['NONE'] })).jobId)
    expect(job).toMatchObject({ state: 'failed', error: { code: 'bad_request' } })
  })

  test('pages, and pages of one kind', async () => {
    for (const words of ['Irina ', 'Dobre ', 'spuse:', 'Taxele ']) await mark(words, 'speaker')
    expect((await look()).findings).toBe(4)
    const page = await engine.ask('lint.page', { from: 1, count: 2 })
    expect(page).toMatchObject({ total: 4, findings: [{ code: 'untrimmed' }, { code: 'edge_marks' }] })
    expect(await engine.ask('lint.page', { code: 'untrimmed', from: 2 })).toMatchObject({ total: 3, findings: [{}] })
    await engine.ask('lint.drop', {})
    expect((await engine.refused('lint.page', {})).code).toBe('not_found')
  })
})
