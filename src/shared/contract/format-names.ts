import type { Format } from './import-options'

/** What formats are called, for people. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  text: 'Plain text',
  markdown: 'Markdown',
  html: 'HTML',
  docx: 'Word (.docx)',
  jsonl: 'JSON lines',
  json: 'JSON',
  csv: 'Tables (CSV, TSV)',
  zip: 'Archives (.zip)',
  dictum: 'Dictum (JSON lines)',
  prodigy: 'Prodigy / spaCy (JSON lines)',
  doccano: 'doccano (JSON lines)',
  'label-studio': 'Label Studio (JSON)',
  brat: 'brat standoff',
  conll: 'CoNLL / IOB2',
  w3c: 'W3C Web Annotation',
  'webanno-tsv': 'WebAnno TSV',
  'cas-json': 'UIMA CAS (JSON)',
  xmi: 'UIMA CAS (XMI)',
}
