import type { RecordsReader } from '../readers/reader'
import { bratReader } from './brat'
import { casJsonReader } from './cas-json'
import { conllReader } from './conll'
import { dictumReader } from './dictum'
import { doccanoReader } from './doccano'
import { labelStudioReader } from './label-studio'
import { annotatedReader } from './placing/annotated-records'
import { prodigyReader } from './prodigy'
import { w3cReader } from './w3c'
import { webannoTsvReader } from './webanno-tsv'
import { xmiReader } from './xmi'

/** In the order in which they are asked whether they recognise a file: the ones that look for most come first. */
export const ANNOTATED_READERS: readonly RecordsReader[] = [
  dictumReader,
  casJsonReader,
  xmiReader,
  w3cReader,
  labelStudioReader,
  prodigyReader,
  doccanoReader,
  webannoTsvReader,
  bratReader,
  conllReader,
].map(annotatedReader)
