import { describe, expect, test } from 'vitest'
import { labelStudioReader } from '../../../../src/engine/import/annotated/label-studio'
import { cameIn, recognises } from './support/found-in'

const TEXT = '😀 “Taxes will\nfall,” Ana Ruiz said on 3 May.'

const region = (id: string, start: number, end: number, label: string, rest: object = {}, value: object = {}) => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start, end, labels: [label], ...value },
  ...rest,
})
const CLAIM = region('c', 3, 18, 'CLAIM', {}, { text: 'Taxes will\\nfall' })
const SPEAKER = region('s', 21, 29, 'SPEAKER', {}, { text: 'Ana Ruiz' })
const answer = (from_name: string, type: string, value: object) => ({
  id: 'c',
  from_name,
  to_name: 'text',
  type,
  value: { start: 3, end: 18, text: 'Taxes will\\nfall', ...value },
})

const read = (...tasks: readonly unknown[]) => cameIn(labelStudioReader, JSON.stringify(tasks, null, 1), 'tasks.json')
const task = (result: readonly unknown[], rest: object = {}) => ({
  id: 1,
  data: { text: TEXT, source: 'news' },
  annotations: [{ id: 5, completed_by: { id: 1, email: 'ana@news.example' }, result, ...rest }],
})

describe('Label Studio’s tasks', () => {
  test('count in code points; a backslash and an n in their words are a line feed', async () => {
    const { articles, told } = await read(task([CLAIM, SPEAKER]))
    expect(told).toEqual([])
    expect(articles[0]).toMatchObject({
      spans: ['CLAIM Taxes will\nfall', 'SPEAKER Ana Ruiz'],
      annotations: { units: ['codepoint'] },
      declared: { extra: { source: 'news' } },
    })
    expect(articles[0]!.annotations.spans[0]).toMatchObject({ annotator: 'ana@news.example' })
  })

  test('older ones in UTF-16, as their words show', async () => {
    const { articles } = await read(task([region('s', 22, 30, 'SPEAKER', {}, { text: 'Ana Ruiz' })]))
    expect(articles[0]).toMatchObject({ spans: ['SPEAKER Ana Ruiz'], annotations: { units: ['utf16'] } })
  })

  test('relations either way, both ways, and without a label', async () => {
    const relation = (direction: string, labels: string[]) => ({
      type: 'relation',
      from_id: 'c',
      to_id: 's',
      direction,
      labels,
    })
    const { articles, told } = await read(
      task([
        CLAIM,
        SPEAKER,
        relation('right', ['said_by', 'via']),
        relation('left', ['says']),
        relation('bi', []),
        { ...relation('right', ['said_by']), to_id: 'gone' },
      ]),
    )
    const [claim, ana] = ['Taxes will\nfall', 'Ana Ruiz']
    expect(articles[0]!.relations).toEqual([
      `${claim} said_by ${ana}`,
      `${claim} via ${ana}`,
      `${ana} says ${claim}`,
      `${claim} relation ${ana}`,
      `${ana} relation ${claim}`,
    ])
    expect(told).toEqual([':2 missing_span'])
  })

  test('what is answered about a region, and about the text', async () => {
    const { articles } = await read(
      task([
        { ...CLAIM, meta: { text: ['a note', 'and more'] } },
        answer('form', 'choices', { choices: ['direct'] }),
        answer('themes', 'choices', { choices: ['a', 'b'] }),
        answer('checked', 'choices', { choices: ['true'] }),
        answer('sure', 'number', { number: 0.5 }),
        answer('stars', 'rating', { rating: 4 }),
        answer('comment', 'textarea', { text: ['one', 'two'] }),
        answer('topic', 'taxonomy', { taxonomy: [['News', 'Tax']] }),
        { id: 'x', from_name: 'tone', to_name: 'text', type: 'choices', value: { choices: ['calm'] } },
      ]),
    )
    expect(articles[0]!.annotations.spans).toMatchObject([
      {
        note: 'a note\nand more',
        attributes: {
          form: 'direct',
          themes: ['a', 'b'],
          checked: true,
          sure: 0.5,
          stars: 4,
          comment: 'one\ntwo',
          topic: 'News/Tax',
        },
      },
    ])
    expect(articles[0]!.declared.extra).toMatchObject({ tone: 'calm' })
  })

  test('a region with two labels is two spans', async () => {
    const both = region('c', 21, 29, 'SPEAKER', {}, { labels: ['SPEAKER', 'PERSON'] })
    expect((await read(task([both]))).articles[0]!.spans).toEqual(['SPEAKER Ana Ruiz', 'PERSON Ana Ruiz'])
  })

  test('two regions of one id in different places are two spans, and it is told', async () => {
    const { articles, told } = await read(task([CLAIM, { ...SPEAKER, id: 'c' }]))
    expect(articles[0]!.spans).toEqual(['CLAIM Taxes will\nfall', 'SPEAKER Ana Ruiz'])
    expect(told).toEqual([':2 same_id'])
  })

  test('predictions are guesses', async () => {
    const predictions = [{ model_version: 'm1', score: 0.7, result: [SPEAKER, { ...CLAIM, score: 0.2 }] }]
    const { articles } = await read({ data: { text: TEXT }, predictions })
    expect(articles[0]!.annotations.spans.map(({ guess }) => guess)).toEqual([
      { source: 'm1', score: 0.7 },
      { source: 'm1', score: 0.2 },
    ])
  })

  test('what was skipped is left out and told', async () => {
    const { articles, told } = await read(task([CLAIM], { was_cancelled: true }))
    expect(articles[0]!.spans).toEqual([])
    expect(told).toEqual([':2 not_accepted'])
  })

  test('pages: by what is counted from their beginning, or where they are plain text; else refused', async () => {
    const place = { start: '/text()[1]', end: '/text()[1]', startOffset: 4, endOffset: 19 }
    const hyper = (value: object, text = TEXT) => ({
      data: { text },
      annotations: [
        { result: [{ ...CLAIM, type: 'hypertextlabels', value: { hypertextlabels: ['CLAIM'], ...value } }] },
      ],
    })
    const { articles, told } = await read(
      hyper({ ...place, globalOffsets: { start: 3, end: 18 }, text: 'Taxes will\\nfall' }),
      hyper({ ...place, text: 'Taxes will\\nfall' }, `${TEXT} Again.`),
      hyper({ ...place, start: '/p[1]/text()[1]' }, `<p>${TEXT}</p>`),
      hyper({ ...place, start: '/p[1]/text()[1]' }, `${TEXT} Once more.`),
    )
    expect(articles.map(({ spans }) => spans)).toEqual([['CLAIM Taxes will\nfall'], ['CLAIM Taxes will\nfall'], []])
    expect(told.map((one) => one.split(' ')[1])).toEqual(['mixed_units', 'no_text', 'offset_no_number'])
  })

  test('a region of a picture is no span', async () => {
    const box = {
      id: 'b',
      from_name: 'box',
      to_name: 'image',
      type: 'rectanglelabels',
      value: { x: 1, y: 2, rectanglelabels: ['X'] },
    }
    const { articles, told, parts } = await read(task([SPEAKER, box]))
    expect(articles[0]!.spans).toEqual(['SPEAKER Ana Ruiz'])
    expect(told).toEqual([':2 no_place'])
    expect(parts[0]).toMatchObject({ message: 'Its region “b” (X) is no stretch of the text, so it was left out.' })
  })

  test('tasks without a text are refused by what they are about, and not by what else is in them', async () => {
    const line = { id: 'p', type: 'paragraphlabels', value: { start: '0', end: '0', paragraphlabels: ['X'] } }
    const box = { id: 'b', type: 'rectanglelabels', value: { x: 1, y: 2, rectanglelabels: ['X'] } }
    const { articles, parts } = await read(
      { data: { dialogue: [{ author: 'Ana', text: 'So.' }], name: 'd1' }, annotations: [{ result: [line] }] },
      { data: { image: '/data/1.png' }, annotations: [{ result: [box] }] },
      // nobody has marked anything in it yet
      { data: { image: 's3://bucket/1' }, annotations: [{ result: [] }] },
      task([SPEAKER]),
    )
    expect(articles).toHaveLength(1)
    expect(parts).toMatchObject([
      {
        code: 'no_text',
        message: 'It is about the lines of a dialogue (Paragraphs). Only plain text (Text) can be read.',
      },
      { code: 'no_text', message: 'It is about a picture. Only plain text (Text) can be read.' },
      { code: 'no_text', message: 'Its “data” holds no text. Only tasks with a text (Text) can be read.' },
      {},
    ])
  })

  test('a draft that was never submitted is left out and told', async () => {
    const { articles, told } = await read({ ...task([SPEAKER]), drafts: [{ result: [CLAIM] }] })
    expect(articles[0]!.spans).toEqual(['SPEAKER Ana Ruiz'])
    expect(told).toEqual([':2 not_accepted'])
  })

  test('JSON-MIN, where regions stand under their controls', async () => {
    const record = {
      id: 1,
      text: TEXT,
      ner: [CLAIM.value, SPEAKER.value],
      annotator: 4,
      annotation_id: 9,
      source: 'news',
    }
    expect(recognises(labelStudioReader, JSON.stringify([record]))).toBe(true)
    // its converter writes tasks in which nothing is marked as well
    const { articles, told } = await read(record, { id: 2, text: 'No more.', annotator: 4, annotation_id: null })
    expect(told).toEqual([])
    expect(articles.map(({ spans }) => spans)).toEqual([['CLAIM Taxes will\nfall', 'SPEAKER Ana Ruiz'], []])
    expect(articles[0]!.annotations.spans[0]!.annotator).toBe('4')
  })

  test('a single task, and a text under another key', async () => {
    const single = { data: { body: TEXT, id: 4 }, annotations: [{ result: [{ ...SPEAKER, source: '$body' }] }] }
    const { articles } = await cameIn(labelStudioReader, JSON.stringify(single), 'task.json')
    expect(articles[0]!.spans).toEqual(['SPEAKER Ana Ruiz'])
  })

  test('what is wrong is told by its line, and the rest comes in', async () => {
    const { articles, told } = await cameIn(
      labelStudioReader,
      `[${[
        JSON.stringify(
          task([
            SPEAKER,
            region('x', 3, 900, 'X'),
            region('y', 9, 4, 'X'),
            { ...SPEAKER, id: 'z', value: { start: 0, end: 2 } },
          ]),
        ),
        '{"data": }',
        JSON.stringify({ data: { image: 'a.png' }, annotations: [] }),
        JSON.stringify({ data: { other: 1 }, annotations: [] }),
        '"no task"',
      ].join(',\n')}]`,
      'tasks.json',
    )
    expect(articles.map(({ spans }) => spans)).toEqual([['SPEAKER Ana Ruiz']])
    expect(told).toEqual([
      ':1 no_label',
      ':1 offset_past_end',
      ':1 offset_reversed',
      ':2 bad_record',
      ':3 no_text',
      ':4 no_text',
      ':5 bad_record',
    ])
  })

  test('are known by their content', () => {
    expect(recognises(labelStudioReader, JSON.stringify([task([])]))).toBe(true)
    expect(recognises(labelStudioReader, JSON.stringify([{ data: { text: 'a' } }]))).toBe(false)
    expect(recognises(labelStudioReader, JSON.stringify([{ text: 'a', annotations: [] }]))).toBe(false)
  })
})
