import type { ExportFormatName } from '../../shared/domain/interchange'
import type { OffsetUnit } from '../../shared/domain/text/offset-units'

/** What each format is for, in one line. */
export const FORMAT_PURPOSES: Readonly<Record<ExportFormatName, string>> = {
  dictum: 'All but notes, for any script.',
  prodigy: 'Tokens, spans, relations for spaCy.',
  doccano: 'For doccano, with relations.',
  'label-studio': 'Tasks, with their labelling config.',
  brat: 'A .txt and an .ann for each article.',
  conll: 'Tokens and flat tags, for taggers.',
  w3c: 'Annotations for the web and archives.',
  'webanno-tsv': 'For INCEpTION and WebAnno.',
  'cas-json': 'For INCEpTION and UIMA.',
  xmi: 'For UIMA tools, with its types.',
  hf: 'For training, with a card and a loader.',
  csv: 'A row a span, for spreadsheets and R.',
}

/** What offsets count, as short as it can be said. */
export const UNIT_WORDS: Readonly<Record<OffsetUnit, string>> = {
  codepoint: 'code points',
  utf16: 'UTF-16',
  utf8: 'bytes',
}
