import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock, timestamp } from '../../../src/engine/base/clock-and-ids'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { applyOps, type Op } from '../../../src/engine/store/history/ops'
import { articleText as storedArticle } from '../../../src/engine/store/rows/articles'
import { type AttributeValues, wordsOf } from '../../../src/shared/domain/annotations/annotations'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import { articleText, planSpans } from '../generate'

const FILES_PER_FOLDER = 1000
const ARTICLES_PER_TRANSACTION = 500

/** Writes articles as files, a thousand a folder; lengths in UTF-16 code units. */
export function writeArticles(folder: string, count: number, lengthUtf16: number, firstSeed: number): void {
  for (let n = 0; n < count; n++) {
    const parent = join(folder, String(Math.floor(n / FILES_PER_FOLDER)).padStart(3, '0'))
    if (n % FILES_PER_FOLDER === 0) mkdirSync(parent, { recursive: true })
    const day = new Date(Date.UTC(2015, 0, 1) + (n % 4000) * 86_400_000).toISOString().slice(0, 10)
    const name = `${day}_${String(n).padStart(6, '0')}.txt`
    writeFileSync(join(parent, name), articleText(firstSeed + n, lengthUtf16))
  }
}

/** Marks so many spans in each article of a closed project, as the store itself writes them. */
export function annotate(projectPath: string, countFor: (articleId: number) => number): void {
  const project = openProject(projectPath, systemClock, MIGRATIONS)
  try {
    const ids = project.sql.all<{ id: number }>('SELECT id FROM article ORDER BY id').map(({ id }) => id)
    for (let at = 0; at < ids.length; at += ARTICLES_PER_TRANSACTION) {
      project.sql.transaction(() => {
        for (const id of ids.slice(at, at + ARTICLES_PER_TRANSACTION)) annotateOne(id, countFor(id))
      })
    }
  } finally {
    project.close()
  }

  function annotateOne(articleId: number, count: number): void {
    const article = storedArticle(project.sql, articleId)
    const at = timestamp(systemClock)
    const ops = planSpans(articleId, article.text, count).map(({ labelId, start, end }): Op => {
      const parts: Part[] = [[docOffset(start), docOffset(end)]]
      const attributes: AttributeValues = labelId === 'claim' ? { form: 'indirect', factuality: 'asserted' } : {}
      const row = {
        uid: systemClock.uid(),
        articleUid: article.uid,
        labelId,
        parts,
        words: wordsOf(article.text, parts),
        attributes,
        entityUid: null,
        note: '',
        author: 'Bench',
        origin: 'imported' as const,
        createdAt: at,
        updatedAt: at,
      }
      return { op: 'span.put', row }
    })
    applyOps(project.sql, ops)
  }
}
