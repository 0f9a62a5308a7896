import { basename } from 'node:path/posix'
import { readFileName, readFolders, stemOf } from './file-name'
import { readFirstLine, readHeaderLine } from './header'
import { detectLanguage } from './language'
import { type FoundMetadata, found, inOrderOfTrust } from './metadata'

/** All that is known of an article when it is stored. */
export type ArticleMetadata = FoundMetadata & { readonly title: string }

export interface TextToDescribe {
  readonly text: string
  /** What the file itself says: front matter, meta elements, columns. */
  readonly declared: FoundMetadata
  /** The folder's name and the path inside it, with forward slashes. */
  readonly source: string
  /** One of several in a file, whose name is not the name of this one. */
  readonly isRecord: boolean
  readonly tagFolders: boolean
}

/**
 * An article's metadata, the most trusted source first: the file itself, its header line, its name, its folders. A title
 * that none of them has is the first line, if that is short enough to be one, before the words of the name; a language
 * that none declares is detected.
 */
export async function describeArticle(article: TextToDescribe): Promise<ArticleMetadata> {
  const { text, declared, source, isRecord, tagFolders } = article
  const fileName = basename(source)
  const named = readFileName(fileName)
  const header = readHeaderLine(text)
  const firstLine = header.dateFound === null ? readFirstLine(text) : null
  // a document’s properties are those of its file, which may be older or younger than its text
  const isOfFile = declared.dateFound === 'document'
  const said = inOrderOfTrust([
    isOfFile ? { ...declared, publishedOn: null, dateFound: null } : declared,
    header,
    found({ title: firstLine?.isWhole === true ? firstLine.title : null }),
    ...(isRecord ? [] : [named]),
    readFolders(source, tagFolders),
    ...(isOfFile ? [declared] : []),
  ])
  const spoken = said.lang === null ? inOrderOfTrust([said, await detectLanguage(text)]) : said
  return { ...spoken, title: said.title ?? firstLine?.title ?? stemOf(fileName) }
}
