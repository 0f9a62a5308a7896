import { expect, test } from 'vitest'
import { createEngineLink } from '../../../src/preload/engine-link'
import type { Request } from '../../../src/shared/contract/wire'

/** A channel whose far end answers every request with its own parameters. */
function echo(): { port: MessagePort; seen: string[] } {
  const { port1, port2 } = new MessageChannel()
  const seen: string[] = []
  port2.onmessage = ({ data }: MessageEvent<Request>) => {
    seen.push(data.method)
    if (data.method !== 'silence') port2.postMessage({ id: data.id, result: { ok: true, value: data.params } })
  }
  return { port: port1, seen }
}

const gone = { ok: false, error: { code: 'engine_gone' } }

test('calls made before the engine is ready are sent in order, and answered', async () => {
  const link = createEngineLink()
  const { port, seen } = echo()
  const answers = Promise.all([link.call('first', 1), link.call('second', 2)])
  link.setPort(port)
  expect(seen).toEqual([])
  link.setState('ready')
  expect(await answers).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ])
  expect(seen).toEqual(['first', 'second'])
  port.close()
})

test('what waits when the engine dies is answered, sent or not', async () => {
  const link = createEngineLink()
  const unsent = link.call('unsent', {})
  link.setState('gone')
  expect(await unsent).toMatchObject(gone)

  link.setPort(echo().port)
  link.setState('ready')
  const sent = link.call('silence', {})
  link.setState('gone')
  expect(await sent).toMatchObject(gone)
  expect(await link.call('later', {})).toMatchObject(gone)
})

test('a call while the engine starts again waits for the new port', async () => {
  const link = createEngineLink()
  link.setPort(echo().port)
  link.setState('ready')
  link.setState('gone')
  link.setState('starting')
  const answer = link.call('again', 3)
  const { port } = echo()
  link.setPort(port)
  link.setState('ready')
  expect(await answer).toEqual({ ok: true, value: 3 })
  port.close()
})

test('what cannot be cloned is refused, and does not hang', async () => {
  const link = createEngineLink()
  const { port } = echo()
  link.setPort(port)
  link.setState('ready')
  expect(await link.call('x', () => undefined)).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  port.close()
})

test('a state listener hears the present state at once, and nothing after it was taken away', () => {
  const link = createEngineLink()
  const states: string[] = []
  const stop = link.onState((state) => states.push(state))
  link.setState('ready')
  stop()
  link.setState('gone')
  expect(states).toEqual(['starting', 'ready'])
})
