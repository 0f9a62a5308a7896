import { systemClock, timestamp } from '../../../src/engine/base/clock-and-ids'
import { createProject } from '../../../src/engine/project/create'
import { openForWriting } from '../../../src/engine/project/database'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { titleKey } from '../../../src/engine/store/rows/title-key'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { articleText, planSpans, seeded } from '../generate'

const ARTICLES_PER_TRANSACTION = 5000
const ARTICLES_PER_BATCH = 10_000
const DAYS = 4000
/** Every tenth article has spans: a corpus that is being worked on. */
const ANNOTATED_EVERY = 10
const SPANS_PER_ARTICLE = 10
const SUGGESTED_EVERY = 50

const TAGS = Array.from({ length: 30 }, (_, n) => `tag ${String(n).padStart(2, '0')}`)
const SECTIONS = ['politics', 'economy', 'culture', 'sport', 'science', 'local']

/** The first in whose range, from 0 up to its share, the number falls. */
const choose = <T>(number: number, shares: readonly (readonly [upTo: number, value: T])[]): T =>
  shares.find(([upTo]) => number < upTo)?.[1] ?? shares.at(-1)![1]

/**
 * A project of so many articles with statuses, days, languages, tags, sections, batches, spans and suggestions, the same
 * in every run. Written by bare SQL: the same tables and index as an import leaves behind, in a fraction of its time.
 */
export async function generateProject(projectPath: string, articles: number, lengthUtf16 = 2500): Promise<void> {
  await createProject({ path: projectPath, name: 'Bench', labelSet: DEFAULT_LABEL_SET }, systemClock, MIGRATIONS)
  const db = openForWriting(projectPath)
  // a crash would only cost another run
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -200000')
  const at = timestamp(systemClock)
  const batch = db.prepare(
    `INSERT INTO batch (id, uid, started_at, finished_at, sources, state, report) VALUES (?, ?, ?, ?, ?, 'done', '{}')`,
  )
  const article = db.prepare(
    `INSERT INTO article (id, uid, batch_id, title, title_key, published_on, date_found, lang, lang_found, source, path, sha256,
       encoding, line_ending, length_utf16, status, status_changed_at, flagged, note, metadata, created_at, updated_at)
     VALUES (:id, :uid, :batch, :title, :titleKey, :day, :dateFound, :lang, 'detected', :source, :path, :sha256,
       'utf-8', 'lf', :length, :status, :at, :flagged, '', :metadata, :at, :at)`,
  )
  const text = db.prepare('INSERT INTO article_text (article_id, text) VALUES (?, ?)')
  const index = db.prepare('INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)')
  const tag = db.prepare('INSERT OR IGNORE INTO article_tag (tag, article_id) VALUES (?, ?)')
  const extra = db.prepare('INSERT INTO article_extra (key, value, article_id) VALUES (?, ?, ?)')
  // as if it had been looked for copies
  const signature = db.prepare("INSERT INTO article_signature (article_id, bands, grouped) VALUES (?, x'', 1)")
  const span = db.prepare(
    `INSERT INTO span (uid, article_id, label_id, start_utf16, end_utf16, parts, words, attributes, note, author, origin,
       created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 'Bench', 'imported', ?, ?)`,
  )
  const suggestion = db.prepare(
    `INSERT INTO suggestion (uid, article_id, kind, label_id, start_utf16, end_utf16, parts, words, attributes, score, source,
       reason, run_uid, state, author, created_at, updated_at)
     VALUES (?, ?, 'span', 'speaker', ?, ?, ?, ?, '{}', ?, 'bench', '', 'bench', 'open', 'Bench', ?, ?)`,
  )

  const put = (id: number) => {
    const random = seeded(10_000_000 + id)
    const words = articleText(id, lengthUtf16)
    const title = words.slice(0, words.indexOf('\n'))
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * DAYS) * 86_400_000).toISOString().slice(0, 10)
    const dated = random() < 0.9
    const name = `${day}_${String(id).padStart(7, '0')}.txt`
    const section = SECTIONS[Math.floor(random() * SECTIONS.length)]!
    article.run({
      id,
      uid: systemClock.uid(),
      batch: Math.floor((id - 1) / ARTICLES_PER_BATCH) + 1,
      title,
      titleKey: titleKey(title),
      day: dated ? day : null,
      dateFound: dated ? 'file_name' : null,
      lang: choose(random(), [
        [0.7, 'ro'],
        [0.9, 'en'],
        [1, 'hu'],
      ]),
      source: `files/${name}`,
      path: `/files/${name}`,
      sha256: String(id).padStart(64, '0').split('').reverse().join(''),
      length: words.length,
      status: choose(random(), [
        [0.6, 'todo'],
        [0.7, 'in_progress'],
        [0.95, 'done'],
        [1, 'skipped'],
      ]),
      flagged: random() < 0.02 ? 1 : 0,
      metadata: JSON.stringify({ byte_order_mark: false, extra: { section } }),
      at,
    })
    text.run(id, words)
    index.run(id, title, words)
    tag.run(TAGS[Math.floor(random() * TAGS.length)], id)
    extra.run('section', section, id)
    signature.run(id)
    if (id % ANNOTATED_EVERY === 0) {
      for (const { labelId, start, end } of planSpans(id, words, SPANS_PER_ARTICLE)) {
        const attributes = labelId === 'claim' ? '{"form":"indirect","factuality":"asserted"}' : '{}'
        const parts = JSON.stringify([[start, end]])
        span.run(systemClock.uid(), id, labelId, start, end, parts, words.slice(start, end), attributes, at, at)
      }
    }
    if (id % SUGGESTED_EVERY === 0) {
      const end = title.indexOf(' ')
      suggestion.run(systemClock.uid(), id, 0, end, `[[0,${end}]]`, title.slice(0, end), random(), at, at)
    }
  }

  const putAll = db.transaction((from: number, to: number) => {
    for (let id = from; id < to; id++) {
      if ((id - 1) % ARTICLES_PER_BATCH === 0) {
        const number = (id - 1) / ARTICLES_PER_BATCH + 1
        batch.run(number, systemClock.uid(), at, at, JSON.stringify([`batch ${number}`]))
      }
      put(id)
    }
  })
  for (let id = 1; id <= articles; id += ARTICLES_PER_TRANSACTION)
    putAll(id, Math.min(id + ARTICLES_PER_TRANSACTION, articles + 1))
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
