import type { Format } from '../../shared/contract/import-options'
import type { PreflightReport } from '../../shared/contract/preflight'
import type { ReportItem } from '../dialogs/report-list'

export const formatNames: Readonly<Record<Format, string>> = {
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

const UNITS = ['bytes', 'KB', 'MB', 'GB']

/** “3.2 MB” */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit++
  }
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit]}`
}

type Item = PreflightReport['items'][number]

const RANK: Record<Item['outcome'], number> = {
  failed: 0,
  warning: 1,
  changed: 2,
  cancelled: 3,
  passed_over: 4,
  duplicate: 5,
}

/** What would not come in plainly, what needs attention first. */
export const preflightItems = ({ items }: PreflightReport): ReportItem[] =>
  [...items]
    .sort((a, b) => RANK[a.outcome] - RANK[b.outcome])
    .map(({ path, outcome, message }) => ({
      title: path,
      message,
      tone: outcome === 'failed' || outcome === 'warning' ? 'warn' : 'plain',
    }))
