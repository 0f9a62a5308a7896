import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { changeLabel, newAttribute } from '../../../src/shared/domain/label-set/label-set-items'
import { marker } from '../support/marking'
import { dumpAll } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Irina Dobre spoke. She laughed; Ștefan did not.'

let engine: TestEngine
let articleId: number
let mark: ReturnType<typeof marker>['mark']
const dump = () => dumpAll(engine.path('p.dictum'))
const names = async (text: string) => (await engine.ask('entity.query', { text })).map(({ name }) => name)

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  ;({ mark } = marker(engine, articleId, TEXT))
})

async function create(name: string, kind = '') {
  return (await engine.ask('entity.create', { name, kind })).entities[0]!
}

test('is made, renamed and found by its name, letters folded', async () => {
  const dobre = await create('Irina Dobre', 'person')
  const port = await create('Portul Ștefan')
  await create('Ștefan Ionescu', 'person')
  expect(await names('stefan')).toEqual(['Ștefan Ionescu', 'Portul Ștefan'])
  expect(await names('DOBR')).toEqual(['Irina Dobre'])
  expect(await names('nobody')).toEqual([])
  const change = await engine.ask('entity.update', {
    uid: dobre.uid,
    patch: { name: 'Irina Dobre-Pop', note: 'mayor' },
  })
  expect(change).toMatchObject({
    articleId: null,
    entities: [{ name: 'Irina Dobre-Pop', kind: 'person', note: 'mayor' }],
  })
  expect(change.undo.undo?.summary).toBe('rename the entity “Irina Dobre” to “Irina Dobre-Pop”')
  expect((await engine.ask('history.undo', {})).entities[0]?.name).toBe('Irina Dobre')
  const chosen = await engine.ask('entity.query', { uids: [port.uid, 'gone', dobre.uid] })
  expect(chosen.map(({ name }) => name)).toEqual(['Portul Ștefan', 'Irina Dobre'])
})

test('the most used come first where nothing is searched', async () => {
  await create('Ana')
  const dobre = await create('Dobre')
  await mark('Irina Dobre', 'speaker', { entity: dobre.uid })
  await mark('She', 'speaker', { entity: dobre.uid })
  expect((await engine.ask('entity.query', {})).map(({ name, spans }) => [name, spans])).toEqual([
    ['Dobre', 2],
    ['Ana', 0],
  ])
})

test('is what a span means, and nothing that is not there can be meant', async () => {
  const span = await mark('She', 'speaker')
  const patch = (entity: string | null) => ({ uid: span.uid, patch: { attributes: { entity } } })
  expect(await engine.refused('span.update', patch('gone'))).toMatchObject({
    code: 'rule_broken',
    message: '“Entity” names an entity that is not in the project.',
  })
  const dobre = await create('Irina Dobre')
  const change = await engine.ask('span.update', patch(dobre.uid))
  expect(change.spans[0]).toMatchObject({ attributes: { entity: dobre.uid }, entityUid: dobre.uid })
  expect(change.undo.undo?.summary).toBe('set Entity of “She” to Irina Dobre')
  expect((await engine.ask('span.update', patch(null))).spans[0]).toMatchObject({ attributes: {}, entityUid: null })
  await engine.ask('history.undo', {})
  const out = engine.path('out.jsonl')
  await engine.export(out)
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    spans: [{ entity: dobre.uid, attributes: { entity: dobre.uid } }],
    entities: [{ id: dobre.uid, name: 'Irina Dobre', kind: '' }],
  })
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('made and set in one gesture, taken back in one', async () => {
  const span = await mark('She', 'speaker')
  const before = dump()
  const assign = { spanUids: [span.uid], attributeId: 'entity' }
  const change = await engine.ask('entity.create', { name: 'Irina Dobre', assign })
  expect(change.spans[0]!.entityUid).toBe(change.entities[0]!.uid)
  expect(change.undo.undo?.summary).toBe('add the entity “Irina Dobre” and set Entity of “She” to Irina Dobre')
  const after = dump()
  const back = await engine.ask('history.undo', {})
  expect(back).toMatchObject({ removedEntities: [change.entities[0]!.uid], spans: [{ entityUid: null }] })
  expect(dump()).toEqual(before)
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(after)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  const wrong = await engine.refused('entity.create', { name: 'X', assign: { ...assign, attributeId: 'kind' } })
  expect(wrong.code).toBe('rule_broken')
  expect(dump()).toEqual(after)
})

test('made and set as a document field in one gesture, taken back in one', async () => {
  const desk = newAttribute([], { name: 'desk', type: 'entity' })
  const edit = { kind: 'replace' as const, labelSet: { ...DEFAULT_LABEL_SET, fields: [desk] } }
  await engine.ask('labelset.apply', { edit })
  const before = dump()
  const assign = { articleId, fieldId: desk.id }
  const change = await engine.ask('entity.create', { name: 'Politics', assign })
  const uid = change.entities[0]!.uid
  const fields = async () => (await engine.ask('article.open', { articleId })).article.fields
  expect(await fields()).toEqual({ [desk.id]: uid })
  expect(change.undo.undo?.summary).toBe('add the entity “Politics” and set desk to Politics')
  const after = dump()
  expect((await engine.ask('history.undo', {})).removedEntities).toEqual([uid])
  expect(dump()).toEqual(before)
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(after)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  const wrong = await engine.refused('entity.create', { name: 'X', assign: { ...assign, fieldId: 'gone' } })
  expect(wrong.code).toBe('rule_broken')
  expect(dump()).toEqual(after)
})

test('made and set for several spans in one gesture, taken back in one', async () => {
  const spans = [await mark('She', 'speaker'), await mark('Irina Dobre', 'speaker')]
  const before = dump()
  const assign = { spanUids: spans.map(({ uid }) => uid), attributeId: 'entity' }
  const change = await engine.ask('entity.create', { name: 'Irina Dobre', assign })
  const entity = change.entities[0]!.uid
  expect(change.spans.map(({ entityUid }) => entityUid)).toEqual([entity, entity])
  expect(change.undo.undo?.summary).toBe('add the entity “Irina Dobre” and set Entity of 2 spans to Irina Dobre')
  expect(await engine.ask('history.undo', {})).toMatchObject({ removedEntities: [entity] })
  expect(dump()).toEqual(before)
  // nothing is made where no span can take it
  const claim = await mark('did not', 'claim')
  const unmarked = dump()
  await engine.refused('entity.create', { name: 'X', assign: { ...assign, spanUids: [claim.uid, claim.uid] } })
  expect(dump()).toEqual(unmarked)
})

test('a restored state names no entity that is gone', async () => {
  const span = await mark('She', 'speaker')
  const made = await engine.ask('entity.create', {
    name: 'Dobre',
    assign: { spanUids: [span.uid], attributeId: 'entity' },
  })
  await engine.ask('history.undo', {})
  await engine.ask('history.restore', { articleId, eventId: made.eventId })
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('the first attribute of that type says what the span means as a whole', async () => {
  const [ana, bob] = [await create('Ana'), await create('Bob')]
  const speaker = DEFAULT_LABEL_SET.labels[1]!
  const employer = newAttribute(speaker.attributes, { name: 'employer', type: 'entity' })
  const set = (attributes: typeof speaker.attributes) =>
    engine.ask('labelset.apply', {
      edit: { kind: 'replace', labelSet: changeLabel(DEFAULT_LABEL_SET, 'speaker', { attributes }) },
    })
  await set([...speaker.attributes, employer])
  await mark('She', 'speaker', { employer: bob.uid, entity: ana.uid })
  const meant = async () => (await engine.ask('article.open', { articleId })).spans[0]!.entityUid
  expect(await meant()).toBe(ana.uid)
  await set([employer, ...speaker.attributes])
  expect(await meant()).toBe(bob.uid)
  await engine.ask('history.undo', {})
  expect(await meant()).toBe(ana.uid)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('an entity becomes its name where the attribute becomes a text', async () => {
  const dobre = await create('Irina Dobre')
  await mark('She', 'speaker', { entity: dobre.uid })
  const speaker = DEFAULT_LABEL_SET.labels[1]!
  const attributes = speaker.attributes.map((one) => (one.id === 'entity' ? { ...one, type: 'text' as const } : one))
  const edit = { kind: 'replace' as const, labelSet: changeLabel(DEFAULT_LABEL_SET, 'speaker', { attributes }) }
  const before = dump()
  await engine.ask('labelset.apply', { edit })
  expect((await engine.ask('article.open', { articleId })).spans[0]).toMatchObject({
    attributes: { entity: 'Irina Dobre' },
    entityUid: null,
  })
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
})
