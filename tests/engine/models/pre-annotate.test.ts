import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { run } from '../../../src/cli/run'
import type { Job } from '../../../src/shared/contract/jobs'
import type { ModelRun } from '../../../src/shared/contract/model-methods'
import { TestEngine } from '../support/test-engine'

/** A program that reads lines, and writes what `answer` gives for each article; a name after its command says how it misbehaves. */
const MODEL = `
import { createInterface } from 'node:readline'
import { writeFileSync } from 'node:fs'
const say = (line) => process.stdout.write((typeof line === 'string' ? line : JSON.stringify(line)) + '\\n')
const find = ({ id, text }, words, label, more = {}) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return { label, start, end: start + Array.from(words).length, text: words, ...more }
}
const mode = process.argv[2] ?? 'well'
let n = 0
writeFileSync(new URL('pid', import.meta.url), String(process.pid))
for await (const line of createInterface({ input: process.stdin })) {
  const article = JSON.parse(line)
  n++
  if (mode === 'silent' && n === 2) { setInterval(() => {}, 1000); await new Promise(() => {}) }
  if (mode === 'fails' && n === 2) { process.stderr.write('no memory left\\n'); process.exit(3) }
  if (mode === 'endless') { for (;;) { if (!process.stdout.write('x'.repeat(1 << 20))) await new Promise((go) => process.stdout.once('drain', go)) } }
  const spans = [find(article, 'Irina Dobre', 'speaker', { score: 0.75 }), find(article, 'prices will fall', 'CLAIM', { attributes: { form: 'indirect' } })]
  if (mode === 'badly' && n === 1) {
    say('this is no JSON')
    say({ id: 'nobody', spans: [] })
    say({ id: article.id, spans: [
      { label: 'PLACE', start: 0, end: 1 }, { label: 'CLAIM', start: 0, end: 100000 }, { label: 'CLAIM', start: 4, end: 4 },
      { label: 'CLAIM', start: 0, end: 4, text: 'other' }, { label: 'CLAIM' },
      { ...spans[0], score: 7 }, { ...spans[1], attributes: { form: 'sung', mood: 'x' } },
    ] })
  } else if (mode !== 'badly') say({ id: article.id, spans })
}
`

const TEXTS = [
  '😀 Irina Dobre said that prices will fall.',
  'So Irina Dobre: prices will fall, in May.',
  'Irina Dobre again, prices will fall.',
]

let engine: TestEngine

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  engine.file('model.mjs', MODEL)
  for (const [n, text] of TEXTS.entries()) await engine.addArticle(text, `${n}.txt`)
})

const start = async (mode: string, options: Partial<ModelRun> = {}): Promise<string> =>
  (
    await engine.ask('model.run', {
      name: 'model one',
      command: `"${process.execPath}" model.mjs ${mode}`,
      timeoutSeconds: 60,
      folder: engine.folder,
      ...options,
    })
  ).jobId

async function ended(jobId: string): Promise<Extract<Job, { kind: 'suggest' }>> {
  const job = await engine.finished(jobId)
  if (job.kind !== 'suggest') throw new Error(job.kind)
  return job
}

const suggestionsOf = async (articleId: number) => (await engine.ask('article.open', { articleId })).suggestions

/** Whether the program is gone, and not only its shell. */
const isGone = () => {
  const pid = readFileSync(engine.path('pid'), 'utf8')
  try {
    process.kill(Number(pid), 0)
    // dead, where nobody has asked how it ended
    return process.platform === 'linux' && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return true
  }
}

test('what a program proposes are suggestions under its name, with scores and values; one undo takes all of it back', async () => {
  const { state, report } = await ended(await start('well'))
  expect({ state, ...report }).toMatchObject({
    state: 'done',
    suggestions: 6,
    articles: 3,
    leftOut: 0,
    model: { asked: 3, answered: 3, stopped: null, troubles: [] },
  })
  const [first] = await engine.articleIds()
  const found = await suggestionsOf(first!)
  expect(found.map(({ words, source, score, labelId }) => ({ words, source, score, labelId }))).toEqual([
    { words: 'Irina Dobre', source: 'model one', score: 0.75, labelId: 'speaker' },
    { words: 'prices will fall', source: 'model one', score: null, labelId: 'claim' },
  ])
  expect(found[1]!.attributes).toEqual({ form: 'indirect' })
  expect((await engine.ask('article.open', { articleId: first! })).spans).toEqual([])
  await engine.ask('history.undo', {})
  for (const articleId of await engine.articleIds()) expect(await suggestionsOf(articleId)).toEqual([])
  await engine.ask('history.redo', {})
  expect((await engine.ask('project.check', {})).ok).toBe(true)
})

test('what is marked or was proposed before is left out', async () => {
  await ended(await start('well'))
  const { report } = await ended(await start('well'))
  expect(report).toMatchObject({ suggestions: 0, leftOut: 6, eventId: null })
})

test('each answer that does not fit is told with its reason; the others come in', async () => {
  const { report } = await ended(await start('badly'))
  expect(report).toMatchObject({ suggestions: 2, articles: 1, model: { asked: 3, answered: 1, stopped: null } })
  expect(report!.model!.troubles.map(({ message }) => message)).toEqual([
    'It wrote a line that is no JSON: “this is no JSON”.',
    'It answered about “nobody”, which is no article that it was asked about.',
    'There is no label “PLACE” in this project.',
    'CLAIM 0–100000 does not lie in the text, which has 41 code points.',
    'CLAIM 4–4: A part of the span is empty.',
    'CLAIM 0–4 is “😀 Ir” in the text, and not “other”.',
    'A span without a label, a start and an end: “{"label":"CLAIM"}”.',
    'A score of 7 was left out: scores go from 0 to 1.',
    'CLAIM cannot have “form”: "sung"; the span is proposed without it.',
    'CLAIM cannot have “mood”: "x"; the span is proposed without it.',
    'It gave no answer for 2 articles.',
  ])
  const about = report!.model!.troubles.map(({ article }) => article?.title ?? null)
  expect([...new Set(about)]).toEqual([null, expect.any(String)])
})

test('silent for too long, it is stopped with all that it started; what it had answered is kept', async () => {
  const { state, report } = await ended(await start('silent', { timeoutSeconds: 6 }))
  expect(state).toBe('done')
  expect(report).toMatchObject({ suggestions: 2, model: { answered: 1 } })
  expect(report!.model!.stopped).toBe('model one was silent for 6 seconds, so it was stopped.')
  await expect.poll(isGone).toBe(true)
})

test('one that fails says why; what it had answered is kept', async () => {
  const { report } = await ended(await start('fails'))
  expect(report).toMatchObject({
    suggestions: 2,
    model: { stopped: 'model one failed (exit status 3): no memory left' },
  })
})

test('a line without an end stops it', async () => {
  const { report } = await ended(await start('endless'))
  expect(report).toMatchObject({
    suggestions: 0,
    eventId: null,
    model: { stopped: 'model one wrote a line of more than 64 MB, so it was stopped.' },
  })
  await expect.poll(isGone).toBe(true)
})

/** A program of one line each, whatever it is asked. */
const saying = async (body: string, options: Partial<ModelRun> = {}) => {
  engine.file('says.mjs', body)
  const { state, report } = await ended(await start('', { command: `"${process.execPath}" says.mjs`, ...options }))
  return { state, ...report!, messages: report!.model!.troubles.map(({ message }) => message) }
}

/** Reads all that it is asked, then answers about the first article, which has an emoji at its beginning. */
const ANSWERING = `
import { createInterface } from 'node:readline'
const articles = []
for await (const line of createInterface({ input: process.stdin })) articles.push(JSON.parse(line))
const first = articles.find(({ text }) => text.startsWith('😀'))
const say = (line) => console.log(typeof line === 'string' ? line : JSON.stringify(line))
const answer = (spans, more = {}) => say({ id: first.id, spans: spans.map((span) => ({ label: 'CLAIM', ...span })), ...more })
`

test('a place that is none is told with what is wrong about it', async () => {
  const { messages, suggestions } = await saying(
    `${ANSWERING}
    answer([{ start: 1, end: 4 }, { start: 0, end: 1.5 }, { start: -1, end: 4 }, { start: 4, end: 2 }, { start: 3, end: 900 },
      { parts: [[3, 8], [2, 4]] }, { parts: [] }, { parts: [[3, 8], [15, 19]] }], { offset_unit: 'utf16' })`,
  )
  expect(messages.slice(0, -1)).toEqual([
    'CLAIM 1–4 has an offset inside a character: 1 (UTF-16 code units).',
    'CLAIM 0–1.5 has the offset 1.5, which is no whole number.',
    'CLAIM -1–4 does not lie in the text, which has 42 UTF-16 code units.',
    'CLAIM 4–2 ends before it begins.',
    'CLAIM 3–900 does not lie in the text, which has 42 UTF-16 code units.',
    expect.stringMatching(/^CLAIM 3–8, 2–4: /),
    'A span without a label, a start and an end: “{"label":"CLAIM","parts":[]}”.',
  ])
  expect(suggestions).toBe(1)
})

test('a value of another kind than it has to be is named', async () => {
  const { messages, suggestions } = await saying(
    `${ANSWERING}
    answer([{ start: 2, end: 7, score: '0.9' }, { start: '2', end: 7 }, { start: null, end: 7 }, { label: 5, start: 2, end: 7 },
      { start: 2, end: 7, attributes: { form: { is: 'x' } } }, { parts: 'x' }, { start: 2, end: 7, text: 1 }])`,
  )
  expect(messages.slice(0, -1)).toEqual([
    expect.stringMatching(/^A span whose “score” is no number: “\{"label":"CLAIM",/),
    expect.stringMatching(/^A span whose “start” is no number: /),
    expect.stringMatching(/^A span whose “start” is no number: /),
    expect.stringMatching(/^A span whose “label” is no text: /),
    expect.stringMatching(/^A span whose “attributes” is no object with plain values: /),
    expect.stringMatching(/^A span whose “parts” is no list of pairs of numbers: /),
    expect.stringMatching(/^A span whose “text” is no text: /),
  ])
  expect(suggestions).toBe(0)
})

test('an unknown unit, what JSON does not have, and a second answer are told as what they are', async () => {
  const { messages, suggestions, model } = await saying(
    `${ANSWERING}
    answer([{ start: 2, end: 7 }], { offset_unit: 'graphemes' })
    say('{"id":"' + first.id + '","spans":[{"label":"CLAIM","start":2,"end":7,"score":NaN}]}')
    say('null')
    say('')
    answer([{ start: 2, end: 7 }])
    answer([{ start: 8, end: 13 }])`,
  )
  expect(messages).toEqual([
    expect.stringMatching(
      /^It answered about “.+” with the offset_unit “graphemes”\. There are: codepoint, utf16, utf8\.$/,
    ),
    expect.stringMatching(/^It wrote a line that is no JSON \(NaN stands in it, which JSON does not have\): “/),
    'It wrote a line without an “id” and “spans”: “null”.',
    'It answered about this article before. The first answer was taken.',
    'It gave no answer for 2 articles.',
  ])
  expect(suggestions).toBe(1)
  expect(model!.answered).toBe(1)
})

test('an article of the project that it was not asked about gets nothing', async () => {
  const [first, second] = await engine.articleIds()
  await engine.ask('article.update', { articleId: second!, patch: { status: 'done' } })
  const { article } = await engine.ask('article.open', { articleId: second! })
  const { messages, suggestions } = await saying(
    `console.log(JSON.stringify({ id: ${JSON.stringify(article.uid)}, spans: [{ label: 'CLAIM', start: 0, end: 2 }] }))`,
    { statuses: ['todo'] },
  )
  expect(messages[0]).toMatch(/which is no article that it was asked about\.$/)
  expect(suggestions).toBe(0)
  for (const id of [first!, second!]) expect(await suggestionsOf(id)).toEqual([])
})

test('one that reads nothing and ends, with or without an answer, is told', async () => {
  const quiet = await saying('process.exit(0)')
  expect(quiet).toMatchObject({ suggestions: 0, messages: ['It gave no answer for 3 articles.'] })
  expect(quiet.model!.stopped).toBe(null)
  const closed = await saying(`process.stdin.destroy(); console.error('cannot read'); process.exitCode = 2`)
  expect(closed.model!.stopped).toBe('model one failed (exit status 2): cannot read')
})

test('one that complains without end is stopped for its silence; the last of what it said is not all of it', async () => {
  const { model } = await saying(`setInterval(() => process.stderr.write('again and again\\n'.repeat(10_000)), 1)`, {
    timeoutSeconds: 2,
  })
  expect(model!.stopped).toBe('model one was silent for 2 seconds, so it was stopped.')
})

test('one that writes lines without end that are no answers is stopped', async () => {
  const { model } = await saying(`
    const more = () => { while (process.stdout.write('no answer\\n'.repeat(5000))); process.stdout.once('drain', more) }
    more()`)
  expect(model!.stopped).toBe('model one wrote more than 20,000 lines that are no answers, so it was stopped.')
  expect(model!.troubles).toHaveLength(100)
})

test('one that is killed says so, and what it had answered is kept', async () => {
  const { model, suggestions } = await saying(
    `${ANSWERING}
    answer([{ start: 2, end: 7 }])
    process.stdout.write('', () => setTimeout(() => process.kill(process.pid, 'SIGKILL'), 200))
    setInterval(() => {}, 1000)`,
  )
  expect(model!.stopped).toMatch(/^model one (was ended from outside \(SIGKILL\)|failed \(exit status 137\))/)
  expect(suggestions).toBe(1)
  expect((await engine.ask('project.check', {})).ok).toBe(true)
})

test('cancelled, it ends at once, and what it had answered is kept', async () => {
  const jobId = await start('silent')
  await expect
    .poll(() =>
      engine.events.some((event) => event.type === 'job' && event.job.jobId === jobId && event.job.done === 1),
    )
    .toBe(true)
  await engine.ask('job.cancel', { jobId })
  const { state, report } = await ended(jobId)
  expect(state).toBe('cancelled')
  expect(report).toMatchObject({ suggestions: 2, model: { answered: 1, stopped: 'It was cancelled.' } })
  await expect.poll(isGone).toBe(true)
})

test('a command that is not there, and no article to ask about, are told', async () => {
  const { report } = await ended(await start('', { command: 'no-such-program-here' }))
  expect(report!.model!.stopped).toMatch(/^model one failed \(exit status \d+\): .*no-such-program-here/)
  const { error } = await ended(await start('well', { statuses: ['done'] }))
  expect(error).toMatchObject({
    code: 'bad_request',
    message: 'No article is chosen, so there is nothing to ask about.',
  })
  expect(existsSync(engine.path('pid'))).toBe(false)
})

test('on the command line, a silence of more than a day is no timeout', async () => {
  await engine.ask('project.close', {})
  let err = ''
  const io = { out: () => {}, err: (text: string) => (err += text), errIsTerminal: false, onInterrupt: () => () => {} }
  const asked = ['preannotate', engine.path('p.dictum'), '--command', 'cat', '--timeout']
  expect(await run([...asked, '86401'], io as never)).toBe(2)
  expect(err).toContain('--timeout takes the seconds of a day at most, 86400, not “86401”.')
})

test('on the command line', async () => {
  const project = engine.path('p.dictum')
  await engine.ask('project.close', {})
  let out = ''
  const io = {
    out: (text: string) => {
      out += text
    },
    err: () => {},
    errIsTerminal: false,
    onInterrupt: () => () => {},
  }
  const command = `"${process.execPath}" "${engine.path('model.mjs')}"`
  expect(await run(['preannotate', project, '--command', command, '--name', 'm', '--query', 'May', '--json'], io)).toBe(
    0,
  )
  expect(JSON.parse(out)).toEqual({
    asked: 1,
    answered: 1,
    suggestions: 2,
    articles: 1,
    left_out: 0,
    stopped: null,
    troubles: [],
    trouble_count: 0,
  })
  expect(await run(['preannotate', project], io)).toBe(2)
})
