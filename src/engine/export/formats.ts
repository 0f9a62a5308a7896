import type { ExportFormatName } from '../../shared/domain/interchange'
import { DictumError } from '../../shared/domain/result'
import { bratFormat } from './brat'
import { casJsonFormat } from './cas-json'
import { conllFormat } from './conll'
import { csvFormat } from './csv'
import { dictumFormat } from './dictum-jsonl'
import { doccanoFormat } from './doccano'
import type { ExportFormat } from './format'
import { hfFormat } from './hf'
import { labelStudioFormat } from './label-studio'
import { prodigyFormat } from './prodigy'
import { w3cFormat } from './w3c'
import { webannoTsvFormat } from './webanno-tsv'
import { xmiFormat } from './xmi'

/** Every format that projects are exported to, in the order in which they are offered. */
export const FORMATS: readonly ExportFormat[] = [
  dictumFormat,
  prodigyFormat,
  doccanoFormat,
  labelStudioFormat,
  bratFormat,
  conllFormat,
  w3cFormat,
  webannoTsvFormat,
  casJsonFormat,
  xmiFormat,
  hfFormat,
  csvFormat,
]

/** Throws bad_request. */
export function findFormat(name: ExportFormatName): ExportFormat {
  const format = FORMATS.find((known) => known.name === name)
  if (format) return format
  const known = FORMATS.map((one) => one.name).join(', ')
  throw new DictumError('bad_request', `This version does not write the format “${name}”. It writes: ${known}.`)
}
