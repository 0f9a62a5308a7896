import { systemClock, timestamp } from '../../../src/engine/base/clock-and-ids'
import { createProject } from '../../../src/engine/project/create'
import { openForWriting } from '../../../src/engine/project/database'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { titleKey } from '../../../src/engine/store/rows/title-key'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { articleText, planSpans, seeded } from '../generate'

const ARTICLES_PER_TRANSACTION = 5000
const SPANS_PER_ARTICLE = 10
/** Every fifth claim is interrupted: two parts. */
const INTERRUPTED_EVERY = 5
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  claim: [
    '{"form":"indirect","factuality":"asserted"}',
    '{"form":"direct","factuality":"denied","stance":"neutral"}',
    '{"form":"mixed"}',
  ],
  speaker: ['{"mention":"named","kind":"person"}', '{"mention":"pronoun"}'],
  date: ['{"type":"DATE","value":"2025-05-03"}', '{}'],
}

/**
 * A project of so many finished articles, each with ten spans, some of them in two parts, and links between them, the same in
 * every run but for its ids. Written by bare SQL, without what exports do not read: the search index.
 */
export async function generateAnnotated(projectPath: string, articles: number, lengthUtf16 = 2500): Promise<void> {
  await createProject({ path: projectPath, name: 'Bench', labelSet: DEFAULT_LABEL_SET }, systemClock, MIGRATIONS)
  const db = openForWriting(projectPath)
  // a crash would only cost another run
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -200000')
  const at = timestamp(systemClock)
  db.prepare("INSERT INTO batch (id, uid, started_at, sources, state) VALUES (1, ?, ?, '[]', 'done')").run(
    systemClock.uid(),
    at,
  )
  const article = db.prepare(
    `INSERT INTO article (id, uid, batch_id, title, title_key, published_on, lang, source, path, sha256, encoding, line_ending,
       length_utf16, status, status_changed_at, flagged, note, created_at, updated_at)
     VALUES (:id, :uid, 1, :title, :titleKey, '2025-05-03', 'ro', :source, :source, :sha256, 'utf-8', 'lf', :length, 'done',
       :at, 0, '', :at, :at)`,
  )
  const text = db.prepare('INSERT INTO article_text (article_id, text) VALUES (?, ?)')
  const span = db.prepare(
    `INSERT INTO span (uid, article_id, label_id, start_utf16, end_utf16, parts, words, attributes, note, author, origin,
       created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 'Bench', 'manual', ?, ?)`,
  )
  const relation = db.prepare(
    `INSERT INTO relation (uid, article_id, type_id, from_span, to_span, attributes, author, origin, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, '{}', 'Bench', 'manual', ?, ?)`,
  )

  const put = (id: number) => {
    const words = articleText(id, lengthUtf16)
    const title = words.slice(0, words.indexOf('\n'))
    const source = `files/${String(id).padStart(7, '0')}.txt`
    const sha256 = String(id).padStart(64, '0').split('').reverse().join('')
    article.run({
      id,
      uid: systemClock.uid(),
      title,
      titleKey: titleKey(title),
      source,
      sha256,
      length: words.length,
      at,
    })
    text.run(id, words)
    const random = seeded(20_000_000 + id)
    let claim: number | bigint | null = null
    for (const [n, { labelId, start, end }] of planSpans(id, words, SPANS_PER_ARTICLE).entries()) {
      const parts =
        labelId === 'claim' && id % INTERRUPTED_EVERY === 0 ? interrupted(words, start, end) : [[start, end]]
      const said = parts.map(([from, to]) => words.slice(from, to)).join(' ')
      const attributes = ATTRIBUTES[labelId]![Math.floor(random() * ATTRIBUTES[labelId]!.length)]
      const put = span.run(systemClock.uid(), id, labelId, start, end, JSON.stringify(parts), said, attributes, at, at)
      if (labelId === 'claim') claim = put.lastInsertRowid
      else if (claim !== null && n < SPANS_PER_ARTICLE / 2) {
        const type = labelId === 'speaker' ? 'said_by' : 'said_on'
        relation.run(systemClock.uid(), id, type, claim, put.lastInsertRowid, at, at)
      }
    }
  }

  const putAll = db.transaction((from: number, to: number) => {
    for (let id = from; id < to; id++) put(id)
  })
  for (let id = 1; id <= articles; id += ARTICLES_PER_TRANSACTION)
    putAll(id, Math.min(id + ARTICLES_PER_TRANSACTION, articles + 1))
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** The same place without one of the words in its middle. */
function interrupted(text: string, start: number, end: number): number[][] {
  const gap = text.indexOf(' ', start + Math.floor((end - start) / 2))
  const next = text.indexOf(' ', gap + 1)
  return gap < 0 || next < 0 || next + 1 >= end
    ? [[start, end]]
    : [
        [start, gap],
        [next + 1, end],
      ]
}
