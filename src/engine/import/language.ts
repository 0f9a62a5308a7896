import { type FoundMetadata, found, NOTHING_FOUND } from './metadata'

/** More makes it slower and no surer. UTF-16 code units. */
const SAMPLE = 200
/** So far a sample may begin after the text does: the title is often in capitals, and names are of no language. */
const TITLE_WITHIN = 240
/** Fewer Latin letters are a name or two, which are of no language, however sure the tables are. */
const ENOUGH_LETTERS = /(?:\p{L}\P{L}*){24}/u
const OF_OTHER_LETTERS = /(?!\p{Script=Latin})\p{L}/u

type Detector = (text: string) => { readonly language: string; isReliable(): boolean }
let detector: Promise<Detector> | null = null

// the tables of the languages take a quarter of a second to load, which only an import has to pay
const loadDetector = (): Promise<Detector> => (detector ??= import('eld/extrasmall').then(({ eld }) => eld.detect))

/** The language of a text, from its words; nothing where that is not sure. */
export async function detectLanguage(text: string): Promise<FoundMetadata> {
  const detect = await loadDetector()
  const lineEnd = text.indexOf('\n')
  const start = lineEnd >= 0 && lineEnd < TITLE_WITHIN && text.length - lineEnd >= SAMPLE ? lineEnd + 1 : 0
  // letters and their marks apart are of no language that the tables know
  const sample = text.slice(start, start + SAMPLE).normalize('NFC')
  if (!ENOUGH_LETTERS.test(sample) && !OF_OTHER_LETTERS.test(sample)) return NOTHING_FOUND
  const result = detect(sample)
  if (result.language === '' || !result.isReliable()) return NOTHING_FOUND
  return found({ lang: result.language, langFound: 'detected' })
}
