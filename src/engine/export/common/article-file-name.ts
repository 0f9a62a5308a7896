import { createHash } from 'node:crypto'
import type { ArticleRecord } from '../articles/article-record'

const MOST_CHARACTERS = 60
const MARKS = /\p{M}/gu
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * What an article’s file is called where a format has one an article, without an extension: `taxes-will-fall-0123456789ab`.
 * The letters are those of any keyboard, so that no file system and no archive makes other ones of them.
 */
export function articleFileName({ title, uid }: Pick<ArticleRecord, 'title' | 'uid'>): string {
  const slug = title
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-+|-+$/g, '')
  // one that another program made may be anything
  const digits = (UUID.test(uid) ? uid.toLowerCase() : createHash('sha256').update(uid).digest('hex')).slice(-12)
  return slug === '' ? digits : `${slug}-${digits}`
}
