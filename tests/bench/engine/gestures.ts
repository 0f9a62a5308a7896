import { rmSync } from 'node:fs'
import { systemClock, timestamp } from '../../../src/engine/base/clock-and-ids'
import { openForWriting } from '../../../src/engine/project/database'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { type Figure, interleaved, median, timedMs } from '../measure'
import type { Client } from './client'

/** More words than a generated speaker has, so that no gesture makes a twin. */
const WORDS = 5

interface Place {
  readonly articleId: number
  readonly start: number
  readonly end: number
  readonly words: string
}

/** So many places to mark, spread over these articles, each another one. */
async function places(client: Client, articleIds: readonly number[], count: number): Promise<Place[]> {
  const perArticle = Math.ceil(count / articleIds.length)
  const found: Place[] = []
  for (const articleId of articleIds) {
    const { text } = (await client.ask('article.open', { articleId })).article
    const words = [...text.matchAll(/\S+/g)]
    const step = Math.max(1, Math.floor((words.length - WORDS) / perArticle))
    for (let n = 0; n < perArticle; n++) {
      const start = words[n * step]!.index
      const last = words[n * step + WORDS - 1]!
      const end = last.index + last[0].length
      found.push({ articleId, start, end, words: text.slice(start, end) })
    }
  }
  return found
}

/** Marks spans one at a time, by gestures of the engine and by bare inserts into a copy of the project in turn. */
export async function benchGestures(
  client: Client,
  copyPath: string,
  wanted: { name: string; articleIds: readonly number[]; runs: number; gesturesPerRun: number },
): Promise<Figure[]> {
  const { runs, gesturesPerRun } = wanted
  rmSync(copyPath, { force: true })
  await client.askHost('project.backup', { path: copyPath })
  const db = openForWriting(copyPath)
  const insert = db.prepare(
    `INSERT INTO span (uid, article_id, label_id, start_utf16, end_utf16, parts, words, attributes, note, author, origin,
       created_at, updated_at)
     VALUES (?, ?, 'speaker', ?, ?, ?, ?, '{}', '', 'Floor', 'manual', ?, ?)`,
  )
  const all = await places(client, wanted.articleIds, runs * gesturesPerRun)
  const ofRun = (run: number) => all.filter((_, n) => n % runs === run).slice(0, gesturesPerRun)
  const rate = (ms: number) => (gesturesPerRun * 1000) / ms
  const [engine, floor] = await interleaved(
    runs,
    async (run) => {
      const mine = ofRun(run)
      return rate(
        await timedMs(async () => {
          for (const { articleId, start, end } of mine) {
            const parts: [[ReturnType<typeof docOffset>, ReturnType<typeof docOffset>]] = [
              [docOffset(start), docOffset(end)],
            ]
            await client.ask('span.create', { articleId, labelId: 'speaker', parts })
          }
        }),
      )
    },
    async (run) => {
      const mine = ofRun(run)
      return rate(
        await timedMs(() => {
          for (const { articleId, start, end, words } of mine) {
            const at = timestamp(systemClock)
            insert.run(systemClock.uid(), articleId, start, end, JSON.stringify([[start, end]]), words, at, at)
          }
        }),
      )
    },
  )
  db.close()
  rmSync(copyPath)
  return [{ group: 'Engine', name: wanted.name, unit: 'per s', dictum: median(engine), floor: median(floor) }]
}
