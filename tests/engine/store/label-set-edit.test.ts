import { copyFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { SPEAKER_GUIDELINES } from '../../../src/shared/domain/label-set/default-guidelines'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import type { LabelSet } from '../../../src/shared/domain/label-set/label-set'
import type { LabelSetEdit } from '../../../src/shared/domain/label-set/label-set-edit'
import {
  addLabel,
  addRelationType,
  changeLabel,
  changeRelationType,
  newAttribute,
  removeLabel,
  removeRelationType,
  withOptions,
} from '../../../src/shared/domain/label-set/label-set-items'
import { marker } from '../support/marking'
import { dumpAll } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana said taxes will fall. Bogdan, the mayor, denied it on Monday. She laughed in May.'

let engine: TestEngine
let articleId: number
let mark: ReturnType<typeof marker>['mark']
let link: ReturnType<typeof marker>['link']
const dump = () => dumpAll(engine.path('p.dictum'))
const spans = async () => (await engine.ask('article.open', { articleId })).spans
const relations = async () => (await engine.ask('article.open', { articleId })).relations
const present = async () => (await engine.ask('project.current', {}))!.labelSet
const replace = (labelSet: LabelSet): LabelSetEdit => ({ kind: 'replace', labelSet })
const preview = (edit: LabelSetEdit) => engine.ask('labelset.preview', { edit })

/** Applies an edit as previewed; checks the project, and that undo and redo lead to the very same bytes. */
async function apply(edit: LabelSetEdit) {
  const before = dump()
  const told = await preview(edit)
  expect(dump()).toEqual(before)
  if (told.loses) expect((await engine.refused('labelset.apply', { edit })).code).toBe('rule_broken')
  expect(dump()).toEqual(before)
  const change = await engine.ask('labelset.apply', { edit, allowLoss: true })
  expect(change).toMatchObject({ articleId: null, kind: `labelset.${edit.kind}`, labelSet: told.labelSet })
  const after = dump()
  expect(await present()).toEqual(told.labelSet)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  // also after a restart
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  expect((await engine.ask('history.undo', {})).labelSet).not.toEqual(told.labelSet)
  expect(dump()).toEqual(before)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  expect((await engine.ask('history.redo', {})).labelSet).toEqual(told.labelSet)
  expect(dump()).toEqual(after)
  return told
}

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  ;({ mark, link } = marker(engine, articleId, TEXT))
})

test('rename, recolour, reorder and new keys leave the annotations alone', async () => {
  await mark('taxes will fall', 'claim', { form: 'direct' })
  const before = await spans()
  const [claim, ...others] = DEFAULT_LABEL_SET.labels
  const told = await apply(
    replace({
      ...DEFAULT_LABEL_SET,
      labels: [...others, { ...claim!, name: 'STATEMENT', title: 'Statement', hue: 'rose', key: 'm' }],
    }),
  )
  expect(told).toMatchObject({ effects: [], loses: false, counts: { spans: 0, articles: 0 } })
  expect(told.changes).toEqual([
    'rename label CLAIM to STATEMENT',
    'make Statement rose',
    'give Statement the key M',
    'reorder the labels',
  ])
  expect(told.summary).toBe('rename label CLAIM to STATEMENT and 3 more changes to the label set')
  expect(await spans()).toEqual(before)
  expect((await engine.ask('project.stats', {})).by_label.STATEMENT).toBe(1)
})

test('what is no change leaves no event', async () => {
  const change = await engine.ask('labelset.apply', { edit: replace(DEFAULT_LABEL_SET) })
  expect(change.undo.undo).toBeNull()
})

describe('delete', () => {
  test('a label: its spans go, with their links', async () => {
    const claim = await mark('taxes will fall', 'claim')
    const ana = await mark('Ana', 'speaker')
    await link('said_by', claim, ana)
    await mark('Bogdan', 'speaker')
    const told = await apply(replace(removeLabel(DEFAULT_LABEL_SET, 'speaker')))
    expect(told.counts).toEqual({ articles: 1, spans: 2, spansRemoved: 2, linksRemoved: 1, valuesRemoved: 0 })
    expect(told.effects.map(({ message }) => message)).toEqual([
      '2 spans marked Speaker are deleted.',
      '1 link “Said by” is deleted with a span at an end.',
    ])
    expect(told.effects[0]!.examples).toEqual([
      { articleId, articleTitle: TEXT, spanUid: ana.uid, words: 'Ana' },
      { articleId, articleTitle: TEXT, spanUid: expect.any(String), words: 'Bogdan' },
    ])
    expect((await spans()).map(({ words }) => words)).toEqual(['taxes will fall'])
    expect(told.labelSet.relations.map(({ id }) => id)).not.toContain('said_by')
  })

  test('a relation type: its links go', async () => {
    const claim = await mark('taxes will fall', 'claim')
    await link('said_by', claim, await mark('Ana', 'speaker'))
    await link('via', claim, await mark('Bogdan', 'speaker'))
    const told = await apply(replace(removeRelationType(DEFAULT_LABEL_SET, 'via')))
    expect(told.effects.map(({ message }) => message)).toEqual(['1 link “Via” is deleted with its type.'])
    expect((await relations()).map(({ typeId }) => typeId)).toEqual(['said_by'])
  })

  test('an attribute, and an option of another', async () => {
    await mark('taxes will fall', 'claim', { form: 'direct', stance: 'neutral', factuality: 'denied' })
    const claim = DEFAULT_LABEL_SET.labels[0]!
    const [form, factuality] = claim.attributes
    const attributes = [{ ...form!, options: form!.options.filter(({ id }) => id !== 'direct') }, factuality!]
    const told = await apply(replace(changeLabel(DEFAULT_LABEL_SET, 'claim', { attributes })))
    expect(told.counts).toMatchObject({ spans: 1, valuesRemoved: 2 })
    expect(told.effects.map(({ message }) => message)).toEqual([
      '1 value of “Form” on Claim is deleted.',
      '1 value of “Stance” on Claim is deleted.',
    ])
    expect((await spans())[0]!.attributes).toEqual({ factuality: 'denied' })
  })
})

describe('rules that become stricter', () => {
  test('take away the links that break them, the first ones stay', async () => {
    const claim = await mark('taxes will fall', 'claim')
    const ana = await mark('Ana', 'speaker')
    await link('said_by', claim, ana)
    await link('said_by', claim, await mark('Bogdan', 'speaker'))
    const told = await apply(replace(changeRelationType(DEFAULT_LABEL_SET, 'said_by', { maxPerSource: 1 })))
    expect(told.effects.map(({ message }) => message)).toEqual([
      '1 link “Said by” is deleted, which would break its rules.',
    ])
    expect((await relations()).map(({ toUid }) => toUid)).toEqual([ana.uid])
  })

  test('circles, and ends that may no longer be', async () => {
    const open = addRelationType(DEFAULT_LABEL_SET, {
      name: 'near',
      from: ['speaker', 'date'],
      to: ['speaker', 'date'],
    })
    await engine.ask('labelset.apply', { edit: replace(open) })
    const [ana, bogdan, may] = [
      await mark('Ana', 'speaker'),
      await mark('Bogdan', 'speaker'),
      await mark('May', 'date'),
    ]
    await link('near', ana, bogdan)
    await link('near', bogdan, ana)
    await link('near', may, ana)
    const told = await apply(replace(changeRelationType(open, 'near', { acyclic: true, from: ['speaker'] })))
    expect(told.effects.map(({ count }) => count)).toEqual([1, 1])
    expect((await relations()).map(({ fromUid, toUid }) => [fromUid, toUid])).toEqual([[ana.uid, bogdan.uid]])
  })
})

test('another type of attribute carries over what it can', async () => {
  const claim = DEFAULT_LABEL_SET.labels[0]!
  const sure = newAttribute(claim.attributes, { name: 'sure', type: 'text' })
  const first = changeLabel(DEFAULT_LABEL_SET, 'claim', { attributes: [...claim.attributes, sure] })
  await engine.ask('labelset.apply', { edit: replace(first) })
  await mark('taxes will fall', 'claim', { form: 'direct', sure: 'yes' })
  await mark('denied it', 'claim', { form: 'mixed', sure: 'maybe' })
  const attributes = first.labels[0]!.attributes.map((attribute) =>
    attribute.id === 'form'
      ? { ...attribute, type: 'text' as const, options: [] }
      : attribute.id === 'sure'
        ? { ...attribute, type: 'boolean' as const }
        : attribute,
  )
  const told = await apply(replace(changeLabel(first, 'claim', { attributes })))
  expect(told.effects.map(({ message }) => message)).toEqual([
    '1 value of “sure” on Claim is deleted.',
    '2 values of “Form” on Claim are carried over.',
    '1 value of “sure” on Claim is carried over.',
  ])
  expect((await spans()).map((span) => span.attributes)).toEqual([{ form: 'direct', sure: true }, { form: 'mixed' }])
})

describe('merge', () => {
  const withPerson = () => {
    const person = addLabel(DEFAULT_LABEL_SET, {
      name: 'PERSON',
      guidelines: 'People only.',
      attributes: [
        withOptions(newAttribute([], { name: 'Kind', type: 'choice' }), ['person', 'robot']),
        newAttribute([], { name: 'role', type: 'number' }),
      ],
    })
    const [claim] = person.labels
    return addRelationType(person, { name: 'about', from: [claim!.id], to: ['person', 'speaker'] })
  }

  test('brings spans, values and links under one label', async () => {
    const set = withPerson()
    await engine.ask('labelset.apply', { edit: replace(set) })
    const kind = set.labels.at(-1)!.attributes[0]!
    const claim = await mark('taxes will fall', 'claim')
    await mark('Ana', 'speaker', { kind: 'group' })
    const bogdan = await mark('Bogdan', 'person', { [kind.id]: kind.options[1]!.id, role: 3 })
    await mark('She', 'person', { [kind.id]: kind.options[0]!.id })
    await link('about', claim, bogdan)
    const told = await apply({ kind: 'merge', labelIds: ['person'], into: 'speaker' })
    expect(told).toMatchObject({ loses: false, summary: 'merge PERSON into Speaker', counts: { spans: 2 } })
    const merged = told.labelSet.labels.find(({ id }) => id === 'speaker')!
    expect(told.labelSet.labels.some(({ id }) => id === 'person')).toBe(false)
    expect(merged.attributes.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'mention choice',
      'kind choice',
      'role text',
      'entity entity',
      'role_PERSON number',
    ])
    expect(merged.attributes[1]!.options.map(({ name }) => name)).toContain('robot')
    expect(merged.guidelines).toBe(`${SPEAKER_GUIDELINES}\n\n## PERSON\n\nPeople only.`)
    expect(told.labelSet.relations.at(-1)).toMatchObject({ name: 'about', to: ['speaker'] })
    const shown = Object.fromEntries(
      (await spans()).map(({ words, labelId, attributes }) => [words, [labelId, attributes]]),
    )
    expect(shown).toMatchObject({
      Ana: ['speaker', { kind: 'group' }],
      Bogdan: ['speaker', { kind: 'robot', [merged.attributes[4]!.id]: 3 }],
      She: ['speaker', { kind: 'person' }],
    })
    expect(await relations()).toHaveLength(1)
  })

  test('makes one span of two on the same words, with the values, notes and links of both', async () => {
    const set = withPerson()
    await engine.ask('labelset.apply', { edit: replace(set) })
    const claim = await mark('taxes will fall', 'claim')
    const person = await mark('Ana', 'person', { role: 3, kind: 'robot' })
    const speaker = await mark('Ana', 'speaker', { kind: 'group', mention: 'named' })
    await engine.ask('span.update', { uid: person.uid, patch: { note: 'see above' } })
    await link('about', claim, person)
    await link('about', claim, speaker)
    const by = await link('said_by', claim, speaker)
    const told = await apply({ kind: 'merge', labelIds: ['person'], into: 'speaker' })
    expect(told.effects.map(({ code, count }) => [code, count])).toEqual([
      ['spans_joined', 1],
      ['links_removed', 1],
      ['spans_relabelled', 1],
    ])
    const [kept] = (await spans()).filter(({ words }) => words === 'Ana')
    expect(kept).toMatchObject({ uid: speaker.uid, note: 'see above', attributes: { kind: 'group', mention: 'named' } })
    expect(Object.values(kept!.attributes)).toContain(3)
    expect((await relations()).map(({ typeId, toUid }) => [typeId, toUid])).toEqual([
      ['about', speaker.uid],
      [by.typeId, speaker.uid],
    ])
  })

  test('of two annotators, both marks stay', async () => {
    await mark('Ana', 'cue')
    await engine.ask('session.setAnnotator', { annotator: 'bob' })
    await mark('Ana', 'exclude')
    const told = await preview({ kind: 'merge', labelIds: ['cue'], into: 'exclude' })
    expect(told.counts.spansRemoved).toBe(0)
  })

  test('what cannot be merged is refused with the reason', async () => {
    const error = await engine.refused('labelset.preview', {
      edit: { kind: 'merge', labelIds: ['gone'], into: 'claim' },
    })
    expect(error).toMatchObject({ code: 'rule_broken', message: 'There is no label “gone” in the label set.' })
  })
})

describe('split', () => {
  test('makes a label of each value; links go along', async () => {
    const claim = await mark('taxes will fall', 'claim', { form: 'direct', stance: 'neutral' })
    await mark('denied it', 'claim', { form: 'mixed' })
    await mark('laughed', 'claim')
    await link('said_by', claim, await mark('Ana', 'speaker'))
    const told = await apply({ kind: 'split', labelId: 'claim', attributeId: 'form', keep: true })
    expect(told).toMatchObject({ loses: false, summary: 'split Claim by Form', counts: { spans: 2, spansRemoved: 0 } })
    expect(told.labelSet.labels.slice(0, 5).map(({ name, role }) => `${name} ${role}`)).toEqual([
      'CLAIM claim',
      'CLAIM_DIRECT claim',
      'CLAIM_INDIRECT claim',
      'CLAIM_MIXED claim',
      'CLAIM_UNATTRIBUTED claim',
    ])
    const name = (id: string) => told.labelSet.labels.find((label) => label.id === id)!.name
    expect((await spans()).map(({ labelId, attributes }) => [name(labelId), attributes])).toEqual([
      ['SPEAKER', {}],
      ['CLAIM_DIRECT', { stance: 'neutral' }],
      ['CLAIM_MIXED', {}],
      ['CLAIM', {}],
    ])
    expect(await relations()).toHaveLength(1)
  })

  test('without the old label, what has no value goes', async () => {
    await mark('taxes will fall', 'claim', { form: 'direct' })
    await mark('laughed', 'claim')
    const targets = [{ value: 'direct', name: 'QUOTE', title: '', key: 'q' }]
    const told = await apply({ kind: 'split', labelId: 'claim', attributeId: 'form', targets, keep: false })
    expect(told.counts.spansRemoved).toBe(1)
    expect(told.labelSet.labels[0]).toMatchObject({ name: 'QUOTE', key: 'q', role: 'claim' })
  })

  test('into a name that is taken is refused', async () => {
    const split = (names: readonly string[], keep: boolean) => ({
      kind: 'split' as const,
      labelId: 'claim',
      attributeId: 'form',
      targets: names.map((name, at) => ({ value: ['direct', 'indirect'][at]!, name, title: '', key: null })),
      keep,
    })
    for (const edit of [split(['speaker'], true), split(['QUOTE', 'Quote'], true), split(['CLAIM'], true)]) {
      const error = await engine.refused('labelset.apply', { edit, allowLoss: true })
      expect(error).toMatchObject({ code: 'rule_broken', message: expect.stringMatching(/^There is a label with/) })
    }
    // the name of the label that goes is free
    const { labelSet } = await apply(split(['CLAIM'], false))
    expect(labelSet.labels.map(({ name }) => name)).toEqual(['CLAIM', 'SPEAKER', 'DATE', 'CUE', 'EXCLUDE'])
  })

  test('only by a choice or yes/no', async () => {
    const error = await engine.refused('labelset.preview', {
      edit: { kind: 'split', labelId: 'speaker', attributeId: 'role' },
    })
    expect(error.message).toContain('neither a choice nor yes/no')
  })
})

test('suggestions follow their label, and are rejected with it', async () => {
  const other = await engine.addArticle('Ana again. Ana once more.')
  const ana = await mark('Ana', 'speaker', { kind: 'person' })
  await engine.finished((await engine.ask('suggest.repeat', { uid: ana.uid })).jobId)
  const waiting = async () => (await engine.ask('article.open', { articleId: other })).suggestions
  expect(await waiting()).toHaveLength(2)
  await apply({ kind: 'merge', labelIds: ['speaker'], into: 'cue' })
  expect((await waiting()).map(({ labelId }) => labelId)).toEqual(['cue', 'cue'])
  const uids = (await waiting()).map(({ uid }) => uid)
  await engine.ask('suggestion.judge', { verdict: 'accept', which: { uids: [uids[0]!] } })
  const told = await apply(replace(removeLabel(await present(), 'cue')))
  expect(told.effects.map(({ code, count }) => [code, count])).toContainEqual(['suggestions_rejected', 1])
  expect(await waiting()).toEqual([])
})

describe('a set as a file', () => {
  test('comes back as it was', async () => {
    const { text } = await engine.ask('labelset.toJson', {})
    expect(JSON.parse(text)).toEqual(DEFAULT_LABEL_SET)
    const { preview: told } = await engine.ask('labelset.fromJson', { text: `\uFEFF${text}` })
    expect(told).toMatchObject({ changes: [], effects: [], loses: false })
  })

  test('with other ids finds its labels by their names', async () => {
    const claim = await mark('taxes will fall', 'claim', { form: 'direct' })
    await link('said_by', claim, await mark('Ana', 'speaker'))
    const text = JSON.stringify(DEFAULT_LABEL_SET)
      .replaceAll('"id":"', '"id":"x-')
      .replaceAll(/"(from|to)":\["/g, '"$1":["x-')
    const { edit, preview: told } = await engine.ask('labelset.fromJson', { text })
    expect(told).toMatchObject({ changes: [], effects: [], loses: false })
    expect(edit).toMatchObject({ kind: 'replace', labelSet: DEFAULT_LABEL_SET })
  })

  test.each([
    ['{', 'This is not JSON'],
    ['{"name": "x",\n"labels": [1 2]}', 'something is wrong in line 2.'],
    ['[]', 'This is not a label set. The whole must be an object in { }. Mend that'],
    ['{"name":"x","labels":[]}', 'This is not a label set. “labels” must not be empty.'],
    ['{"labels":3}', '“name” is missing. “labels” must be a list in [ ].'],
    [
      JSON.stringify({ name: 'x', labels: [{ id: 'a', name: '', title: '', role: null, hue: 'red', key: 'AB' }] }),
      '“labels”, entry 1, “name” must not be empty. “labels”, entry 1, “hue” must be one of “amber”',
    ],
    [
      JSON.stringify({ name: 'x', labels: [{ id: 'a', name: 'A', title: '', role: null, hue: 'rose', key: 'AB' }] }),
      '“labels”, entry 1, “key” must be one small letter, or null. “labels”, entry 1, “enabled” is missing.',
    ],
    [
      JSON.stringify({
        name: 'x',
        labels: [{ id: 'a', name: 'A', title: '', role: null, hue: 'rose', key: null, enabled: false }],
      }),
      'At least one label must be switched on.',
    ],
  ])('that is none is refused: %s', async (text, why) => {
    const error = await engine.refused('labelset.fromJson', { text })
    expect(error).toMatchObject({ code: 'bad_request', message: expect.stringContaining(why) })
  })
})

test('guidelines have examples that are found again', async () => {
  const claim = await mark('taxes will fall', 'claim')
  const article = (await engine.ask('article.open', { articleId })).article
  const example = { articleUid: article.uid, spanUid: claim.uid, words: claim.words }
  const gone = { ...example, spanUid: 'gone', words: 'long ago' }
  await apply(
    replace(changeLabel(DEFAULT_LABEL_SET, 'claim', { guidelines: '# Claims\n…', examples: [example, gone] })),
  )
  expect(await engine.ask('labelset.examples', { labelId: 'claim' })).toEqual([
    { ...example, articleId, articleTitle: article.title },
    { ...gone, articleId: null, articleTitle: null },
  ])
})

test('how often each part is used', async () => {
  const claim = await mark('taxes will fall', 'claim', { form: 'direct' })
  await link('said_by', claim, await mark('Ana', 'speaker'))
  expect(await engine.ask('labelset.usage', {})).toEqual({
    labels: { claim: 1, speaker: 1 },
    relations: { said_by: 1 },
    attributes: { claim: { form: 1 } },
    fields: {},
  })
})

test('a set that an older version stored is put back byte for byte', async () => {
  await engine.ask('project.close', {})
  const { withRawProject } = await import('../support/raw-project')
  const old = JSON.parse(
    JSON.stringify(DEFAULT_LABEL_SET, (key, value) => (['guidelines', 'examples'].includes(key) ? undefined : value)),
  )
  withRawProject(engine.path('p.dictum'), (db) =>
    db.prepare('UPDATE label_set SET definition = ?').run(JSON.stringify(old)),
  )
  copyFileSync(engine.path('p.dictum'), engine.path('old.dictum'))
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const before = dump()
  await apply(replace(changeLabel(await present(), 'claim', { hue: 'lime' })))
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
})
