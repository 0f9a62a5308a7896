import type { RecordsReader } from '../readers/reader'
import { annotatedReader } from './annotated-records'
import { dictumReader } from './dictum'

/** In the order in which they are asked whether they recognise a file: the ones that look for most come first. */
export const ANNOTATED_READERS: readonly RecordsReader[] = [dictumReader].map(annotatedReader)
