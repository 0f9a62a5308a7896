import { DaySchema } from '../../shared/domain/days'
import { type FoundMetadata, found } from './metadata'

const DATED = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?=$|[-_. ])[-_. ]*/
/** The counter that batches are numbered by: `000_`, `17-`. */
const COUNTER = /^\d{1,8}(?:[-_.] *|$)/
/** `0193f2…`, `0193f2aa-…-…`: what programs call files by. */
const HASH = /^(?=[^\d]*\d)[\da-f]{8,}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const RANDOM = /^(?=.*\d.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{16,}$/
/** What an export of ours puts behind a title, in the name of an article’s file. */
const OF_OURS = /(?<=[a-z0-9])-(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12}$/
const NO_LETTER = /^\P{L}*$/u

const dayOf = (year: string, month: string, day: string): string | null => {
  const date = `${year}-${month}-${day}`
  return /^(1[5-9]|20)/.test(year) && DaySchema.safeParse(date).success ? date : null
}

/** The name without its extension. */
export const stemOf = (fileName: string): string => fileName.replace(/(?<=.)\.[^. ]{1,10}$/, '')

/** The date that a file name begins with, and its title if it is made of words: `2025-12-23_a-title.txt`. */
export function readFileName(fileName: string): FoundMetadata {
  const stem = stemOf(fileName)
  const dated = DATED.exec(stem)
  const day = dated === null ? null : dayOf(dated[1]!, dated[3]!, dated[4]!)
  const rest = stem.slice(day === null ? 0 : dated![0].length).replace(COUNTER, '')
  return found({
    publishedOn: day,
    dateFound: day === null ? null : 'file_name',
    title: HASH.test(rest) || RANDOM.test(rest) || NO_LETTER.test(rest) ? null : inWords(rest.replace(OF_OURS, '')),
  })
}

/** Where words are joined by underscores or hyphens, spaces; a name with spaces stays as it is. */
function inWords(name: string): string {
  if (name.includes(' ')) return name.trim()
  const joint = name.includes('_') ? /_+/g : /-+/g
  return name.replace(joint, ' ').trim()
}

/** What the folders of `folder/sub/file.txt` say: a day as `2025-12-23` or `2025/12/23`; as tags, if asked, the others. */
export function readFolders(source: string, asTags: boolean): FoundMetadata {
  const folders = source.split('/').slice(0, -1)
  let publishedOn: string | null = null
  const names: string[] = []
  for (let at = 0; at < folders.length; at++) {
    const [apart, whole] = [folders.slice(at, at + 3), /^(\d{4})-(\d{2})-(\d{2})$/.exec(folders[at]!)]
    const isApart = apart.length === 3 && /^\d{4}\/\d{2}\/\d{2}$/.test(apart.join('/'))
    const day = whole ? dayOf(whole[1]!, whole[2]!, whole[3]!) : isApart ? dayOf(apart[0]!, apart[1]!, apart[2]!) : null
    if (day === null) names.push(folders[at]!)
    else {
      publishedOn = day
      if (isApart) at += 2
    }
  }
  const tags = asTags ? names.map((name) => name.trim()).filter((name) => name !== '') : []
  return found({ publishedOn, dateFound: publishedOn === null ? null : 'folder_name', tags })
}
