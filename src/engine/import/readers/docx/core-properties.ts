import { canonicalLanguage } from '../../../../shared/domain/corpus/language-tags'
import { dayOf } from '../../day-of'
import { shortened } from '../../header'
import { type FoundMetadata, found } from '../../metadata'
import { scanPage } from '../html/scan'

/** What a Word document says of itself in `docProps/core.xml`. */
export function readCoreProperties(xml: string): FoundMetadata {
  const values = elementsIn(xml)
  const said = (name: string): string | null => values.get(name)?.trim() || null
  const title = said('dc:title')
  const publishedOn = dayOf(said('dcterms:created') ?? '')
  const lang = canonicalLanguage(said('dc:language') ?? '')
  const keywords = (said('cp:keywords') ?? '').split(/[,;]/).flatMap((word) => word.trim() || [])
  return found({
    title: title === null ? null : shortened(title.replace(/\s+/g, ' ')),
    publishedOn,
    dateFound: publishedOn === null ? null : 'document',
    lang,
    langFound: lang === null ? null : 'declared',
    extra: {
      ...entry('author', said('dc:creator')),
      ...entry('subject', said('dc:subject')),
      ...entry('description', said('dc:description')),
      ...entry('category', said('cp:category')),
      ...(keywords.length === 0 ? {} : { keywords }),
    },
  })
}

const entry = (key: string, value: string | null) => (value === null ? {} : { [key]: value })

/** The text of each element without children, by its name. */
function elementsIn(xml: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  let open: string | null = null
  scanPage(xml, [
    {
      start: (name) => {
        open = name
      },
      end: () => {
        open = null
      },
      characters: (text) => {
        if (open !== null) values.set(open, (values.get(open) ?? '') + text)
      },
    },
  ])
  return values
}
