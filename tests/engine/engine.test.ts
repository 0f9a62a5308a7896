import { MessageChannel } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { toAppError } from '../../src/engine/base/errors'
import { type Call, type PortLike, servePort } from '../../src/engine/serve-port'
import { HOST_METHODS } from '../../src/shared/contract/host-methods'
import { isMethod } from '../../src/shared/contract/methods'
import { WINDOW_METHODS } from '../../src/shared/contract/window-methods'
import type { EngineEvent, Response } from '../../src/shared/contract/wire'
import { DictumError } from '../../src/shared/domain/result'
import { TestEngine } from './support/test-engine'

describe('requests', () => {
  test('unknown ones and wrong parameters are told apart in words', async () => {
    const { engine } = new TestEngine()
    expect(await engine.callHost('no.such', {})).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    const wrong = await engine.callWindow('articles.rows', { articleIds: ['x'] })
    expect(wrong).toMatchObject({
      ok: false,
      error: { code: 'bad_request', message: expect.stringContaining('articleIds') },
    })
    for (const params of [null, undefined, 3, 'x', []]) {
      expect(await engine.callWindow('article.open', params)).toMatchObject({ error: { code: 'bad_request' } })
    }
    for (const name of ['__proto__', 'constructor', 'toString', '']) {
      expect(await engine.callHost(name, {})).toMatchObject({ error: { code: 'bad_request' } })
    }
  })

  test('a window may not ask what names a file', async () => {
    const { engine, folder } = new TestEngine()
    for (const method of Object.keys(HOST_METHODS)) {
      expect(isMethod(WINDOW_METHODS, method)).toBe(false)
      const params = { path: `${folder}/p.dictum`, name: 'x', annotator: 'a', paths: [folder], format: 'dictum' }
      expect(await engine.callWindow(method, params)).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    }
  })

  test('without a project there is a sentence for each', async () => {
    const { engine } = new TestEngine()
    const params = {
      'articles.query': { filter: {} },
      'articles.rows': { articleIds: [] },
      'article.open': { articleId: 1 },
      'article.update': { articleId: 1, patch: {} },
      'span.create': { articleId: 1, labelId: 'claim', parts: [[0, 1]] },
      'span.update': { uid: 'x', patch: {} },
      'span.remove': { uids: ['x'] },
      'relation.create': { typeId: 'x', fromUid: 'x', toUid: 'y' },
      'relation.remove': { uids: ['x'] },
      'project.stats': {},
      'project.check': {},
      'history.undo': {},
      'history.redo': {},
      'history.list': {},
      'project.backup': { path: 'x' },
      'import.start': { paths: ['x'] },
      'export.start': { path: 'x', format: 'dictum' },
    }
    for (const [method, given] of Object.entries(params)) {
      expect(await engine.callHost(method, given)).toMatchObject({ ok: false, error: { code: 'no_project' } })
    }
  })

  test('the annotator can change', async () => {
    const engine = new TestEngine()
    await engine.create()
    await engine.ask('session.setAnnotator', { annotator: ' bogdan ' })
    expect((await engine.ask('project.current', {}))?.annotator).toBe('bogdan')
  })
})

describe('ports', () => {
  /** A served port and a way to ask over it. */
  function served(call: Call) {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    const answers: (Response | { event: EngineEvent })[] = []
    port1.on('message', (answer) => answers.push(answer))
    // Electron's ports hand over an event, Node's the message itself
    const port: PortLike = {
      postMessage: (message) => port2.postMessage(message),
      on: (event: string, listener: (event: never) => void) =>
        port2.on(event as 'message', (data: unknown) => listener({ data } as never)),
    }
    const serving = servePort(port, call)
    const until = async (count: number) => {
      while (answers.length < count) await new Promise((resolve) => setTimeout(resolve, 1))
      return answers
    }
    return { ask: (message: unknown) => port1.postMessage(message), until, serving, port1 }
  }

  test('answer each request under its number, and pass events on', async () => {
    const { engine } = new TestEngine()
    const { ask, until, serving } = served(engine.callWindow)
    ask({ id: 1, method: 'project.current', params: {} })
    ask({ id: 2, method: 'project.create', params: {} })
    serving.send({ type: 'corpus-changed' })
    const answers = await until(3)
    expect(answers).toContainEqual({ id: 1, result: { ok: true, value: null } })
    expect(answers).toContainEqual({
      id: 2,
      result: { ok: false, error: expect.objectContaining({ code: 'bad_request' }) },
    })
    expect(answers).toContainEqual({ event: { type: 'corpus-changed' } })
  })

  test('whatever is malformed is answered if it has a number', async () => {
    const { ask, until } = served(async () => ({ ok: true, value: null }))
    for (const message of [null, 'x', { method: 'y' }, { id: 'n' }, { id: 7 }, { id: 8, method: 3 }]) ask(message)
    ask({ id: 9, method: 'x' })
    const answers = (await until(3)) as Response[]
    expect(answers.map(({ id }) => id).sort()).toEqual([7, 8, 9])
  })

  test('an answer that cannot be sent is told as a failure', async () => {
    const { ask, until } = served(async () => ({ ok: true, value: () => 'no clone of this' }))
    ask({ id: 1, method: 'x', params: {} })
    expect(await until(1)).toMatchObject([{ id: 1, result: { ok: false, error: { code: 'internal' } } }])
  })
})

describe('failures', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code })

  test.each([
    [coded('SQLITE_FULL'), 'disk_full'],
    [coded('SQLITE_READONLY_DBMOVED'), 'project_read_only'],
    [coded('SQLITE_CORRUPT_VTAB'), 'project_damaged'],
    [coded('SQLITE_NOTADB'), 'project_damaged'],
    [coded('SQLITE_BUSY_SNAPSHOT'), 'project_busy'],
    [coded('SQLITE_CANTOPEN'), 'io'],
    [coded('SQLITE_IOERR_WRITE'), 'io'],
    [coded('SQLITE_CONSTRAINT_FOREIGNKEY'), 'rule_broken'],
    [coded('ENOSPC'), 'disk_full'],
    [coded('ENOENT'), 'not_found'],
    [coded('EROFS'), 'io'],
    [new TypeError('The database connection is not open'), 'no_project'],
    [new Error('boom'), 'internal'],
    ['boom', 'internal'],
    [new DictumError('cancelled', 'x'), 'cancelled'],
  ])('%s becomes %s', (error, code) => {
    expect(toAppError(error)).toMatchObject({ code, message: expect.stringMatching(/./) })
  })
})
