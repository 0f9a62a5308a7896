import { DictumError } from '../../shared/domain/result'
import type { BackgroundControl } from '../base/jobs'
import { modestPacer, pacer } from '../base/pace'
import type { Project } from '../store/project'
import { articleText } from '../store/rows/articles'
import type { Sql } from '../store/sql'
import { joinBand, MOST_ARTICLES } from './candidates'
import { Groups } from './groups'
import { BANDS, unpackBands } from './min-hash'
import { verifier } from './verify'

const READ_ROWS = 2000

interface Signed {
  readonly ids: Uint32Array
  readonly isNew: Uint8Array
  /** One array a band. */
  readonly bands: readonly Uint32Array[]
}

/**
 * Finds the groups of articles that are nearly the same, and writes them down. Only what is new is held against the
 * others, unless `all` is. Null if it was cancelled: then nothing has changed.
 */
export async function groupArticles(
  { sql }: Project,
  all: boolean,
  control: BackgroundControl,
): Promise<{ changed: boolean } | null> {
  const signed = await readSignatures(sql, all)
  const { ids, isNew, bands } = signed
  const groups = new Groups(ids.length)
  if (!all) joinKnown(sql, ids, groups)
  if (isNew.includes(1)) {
    const isAlike = verifier((id) => articleText(sql, id).text)
    const verify = (a: number, b: number) => isAlike(ids[a]!, ids[b]!)
    const pace = modestPacer(control)
    for (const [band, keys] of bands.entries()) {
      control.progress('Comparing articles', band, BANDS)
      for (const _ of joinBand({ keys, isNew, groups, verify })) {
        await pace()
        if (control.isCancelled()) return null
      }
      await pace()
      if (control.isCancelled()) return null
    }
  }
  const changed = writeGroups(sql, ids, groups)
  await markGrouped(sql, ids)
  return { changed }
}

async function readSignatures(sql: Sql, all: boolean): Promise<Signed> {
  const signatures = `FROM article_signature JOIN article ON article.id = article_id
    WHERE length(bands) > 0 AND shelf <> 'superseded'`
  const size = sql.get<{ n: number }>(`SELECT count(*) AS n ${signatures}`)?.n ?? 0
  if (size > MOST_ARTICLES) {
    throw new DictumError('rule_broken', 'More than two million articles cannot be searched for copies.')
  }
  const signed = {
    ids: new Uint32Array(size),
    isNew: new Uint8Array(size),
    bands: Array.from({ length: BANDS }, () => new Uint32Array(size)),
  }
  const pace = pacer()
  let at = 0
  for (let afterId = 0; at < size; ) {
    const rows = sql.all<{ article_id: number; bands: Uint8Array; grouped: number }>(
      `SELECT article_id, bands, grouped ${signatures} AND article_id > ? ORDER BY article_id LIMIT ?`,
      afterId,
      Math.min(READ_ROWS, size - at),
    )
    if (rows.length === 0) break
    for (const row of rows) {
      signed.ids[at] = row.article_id
      signed.isNew[at] = all || row.grouped === 0 ? 1 : 0
      unpackBands(row.bands, signed.bands, at++)
    }
    afterId = rows[rows.length - 1]!.article_id
    await pace()
  }
  // some may have gone meanwhile
  return {
    ids: signed.ids.subarray(0, at),
    isNew: signed.isNew.subarray(0, at),
    bands: signed.bands.map((band) => band.subarray(0, at)),
  }
}

type Row = { article_id: number; group_id: number }

function joinKnown(sql: Sql, ids: Uint32Array, groups: Groups): void {
  const indexes = new Map(Array.from(ids, (id, index) => [id, index]))
  const firsts = new Map<number, number>()
  for (const { article_id, group_id } of sql.all<Row>('SELECT article_id, group_id FROM near_duplicate')) {
    const index = indexes.get(article_id)
    if (index === undefined) continue
    const first = firsts.get(group_id)
    if (first === undefined) firsts.set(group_id, index)
    else groups.join(first, index)
  }
}

/** Makes the table say what was found. Whether that changed anything. */
function writeGroups(sql: Sql, ids: Uint32Array, groups: Groups): boolean {
  const sizes = new Map<number, number>()
  for (let index = 0; index < ids.length; index++) {
    const group = groups.of(index)
    sizes.set(group, (sizes.get(group) ?? 0) + 1)
  }
  const wanted = new Map<number, number>()
  ids.forEach((id, index) => {
    const group = groups.of(index)
    if ((sizes.get(group) ?? 0) > 1) wanted.set(id, ids[group]!)
  })
  return sql.transaction(() => {
    let changed = false
    for (const { article_id, group_id } of sql.all<Row>('SELECT article_id, group_id FROM near_duplicate')) {
      if (wanted.get(article_id) === group_id) wanted.delete(article_id)
      else if (!wanted.has(article_id)) {
        sql.run('DELETE FROM near_duplicate WHERE article_id = ?', article_id)
        changed = true
      }
    }
    for (const [id, group] of wanted) {
      // an article that went meanwhile has no row to name
      const { changes } = sql.run(
        `INSERT INTO near_duplicate (article_id, group_id) SELECT id, :group FROM article WHERE id = :id
         ON CONFLICT (article_id) DO UPDATE SET group_id = excluded.group_id`,
        { id, group },
      )
      if (changes > 0) changed = true
    }
    return changed
  })
}

async function markGrouped(sql: Sql, ids: Uint32Array): Promise<void> {
  const pace = pacer()
  for (let at = 0; at < ids.length; at += READ_ROWS) {
    const slice = ids.subarray(at, at + READ_ROWS)
    sql.run(
      'UPDATE article_signature SET grouped = 1 WHERE grouped = 0 AND article_id BETWEEN ? AND ?',
      slice[0]!,
      slice[slice.length - 1]!,
    )
    await pace()
  }
}
