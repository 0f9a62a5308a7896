import type { DateFound, LangFound } from '../../../shared/domain/corpus/found-metadata'

const DATES: Readonly<Record<DateFound, string>> = {
  user: 'Set by hand',
  front_matter: 'From the file’s front matter',
  html_meta: 'From the page’s meta data',
  json_ld: 'From the page’s linked data',
  html_time: 'From a time in the page',
  column: 'From its column',
  header_line: 'From the header line',
  file_name: 'From the file name',
  folder_name: 'From the folder’s name',
  document: 'When the document was made',
}

const LANGUAGES: Readonly<Record<LangFound, string>> = {
  declared: 'As the file says',
  detected: 'Detected from the words',
  user: 'Set by hand',
}

/** How the date became known, in words. */
export const dateFoundText = (found: DateFound | null): string | null => (found === null ? null : DATES[found])

/** How the language did. */
export const langFoundText = (found: LangFound | null): string | null => (found === null ? null : LANGUAGES[found])
