import { writeSync } from 'node:fs'
import { createEngine } from '../../../src/engine/engine'
import type { HostMethod } from '../../../src/shared/contract/host-methods'
import type { WindowMethod, WindowReply } from '../../../src/shared/contract/window-methods'
import { docOffset } from '../../../src/shared/domain/offsets'

// Works on a project for ever and writes a line for whatever was acknowledged, until it is killed.
const [mode, projectPath, folder] = process.argv.slice(2) as [string, string, string]
const say = (line: string) => writeSync(1, `${line}\n`)

const engine = createEngine({
  onEvent: (event) => {
    if (event.type === 'corpus-changed')
      void ask('articles.query', { filter: {} }).then((reply) => say(`${reply.total}`))
  },
})

async function ask<M extends HostMethod | WindowMethod>(
  method: M,
  params: unknown,
): Promise<M extends WindowMethod ? WindowReply<M> : unknown> {
  const result = await engine.callHost(method, params)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value as never
}

await ask('project.open', { path: projectPath, annotator: 'ana' })
if (mode === 'import') {
  await ask('import.start', { paths: [folder] })
  setInterval(() => {}, 1000)
} else {
  const { article } = await ask('article.open', { articleId: 1 })
  for (let n = 0; ; n++) {
    const start = n % (article.text.length - 40)
    const part = [docOffset(start), docOffset(start + 1 + Math.floor(n / 100) + (n % 30))]
    const result = await engine.callHost('span.create', { articleId: 1, labelId: 'claim', parts: [part] })
    if (!result.ok) continue
    const { uid } = (result.value as { spans: { uid: string }[] }).spans[0]!
    say(uid)
    await ask('span.update', { uid, patch: { note: `note ${n}` } })
    say(`${uid} note ${n}`)
  }
}
