import type { RecordsReader } from '../readers/reader'
import { annotatedReader } from './annotated-records'
import { bratReader } from './brat'
import { conllReader } from './conll'
import { dictumReader } from './dictum'
import { webannoTsvReader } from './webanno-tsv'

/** In the order in which they are asked whether they recognise a file: the ones that look for most come first. */
export const ANNOTATED_READERS: readonly RecordsReader[] = [
  dictumReader,
  webannoTsvReader,
  bratReader,
  conllReader,
].map(annotatedReader)
