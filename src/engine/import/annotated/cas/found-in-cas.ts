import { CAS_TYPE, INITIAL_VIEW } from '../../../interchange/cas-types'
import { offsetsAsWritten } from '../finding/json-values'
import type { ElsewhereText, FoundSpan, FoundText, FoundTrouble } from '../found-text'
import { type Cas, type CasStructure, isReferences } from './cas'
import { attributesOf, isOwn, labelOf, offsetOf, textOf } from './features'
import { aboutText } from './metadata'
import { relationsIn } from './relations'
import { restored } from './restored'

/** One text and its annotations: all of the initial view, else of the first that has a text. Other views are told. */
export function foundInCas(cas: Cas, file: Pick<FoundText, 'decoded' | 'sha256'>): (FoundText | FoundTrouble)[] {
  const structures = [...cas.structures.values()]
  const sofas = structures.filter(({ type }) => type === CAS_TYPE.sofa)
  const withText = sofas.filter(({ features }) => isSaid(features.get('sofaString')) || isSaid(features.get('sofaURI')))
  const sofa = withText.find(({ features }) => features.get('sofaID') === INITIAL_VIEW) ?? withText[0]
  if (sofa === undefined) return [noText()]
  const ofText = structures.filter(({ features }) => refersTo(features.get('sofa'), sofa.id))
  const annotations = ofText.filter((structure) => isAnnotation(structure, cas))
  const relations = relationsIn(cas, annotations)
  const { encoding, bom, confidence, warnings } = file.decoded
  const about = aboutText(cas, ofText)
  const heads = annotations.filter(({ id }) => relations.isSpan(id))
  return [
    ...otherViews(withText, sofa),
    ...ofNoText(structures.filter((structure) => isAnnotation(structure, cas) && isOfNone(structure, sofas))),
    ...relations.troubles,
    {
      kind: 'text',
      part: '',
      text: textOfSofa(sofa, ofText),
      decoded: { encoding, bom, confidence, warnings },
      sha256: file.sha256,
      ...about,
      // what is of our writing counts so
      unit: about.own === null ? null : 'utf16',
      spans: heads.map((head) => spanOf(head, relations.partsOf(head), cas)),
      relations: relations.found,
      quotes: [],
    },
  ]
}

const isSaid = (value: unknown): boolean => typeof value === 'string' && value !== ''

const refersTo = (value: Parameters<typeof isReferences>[0], id: number): boolean =>
  isReferences(value) && value.ids.includes(id)

/** What stands somewhere in the text, and says more than how it is cut into words and sentences. */
function isAnnotation({ type, features }: CasStructure, { types }: Cas): boolean {
  if (!features.has('begin') && !features.has('end')) return false
  return !types
    .lineage(type)
    .some((name) => name === CAS_TYPE.documentAnnotation || name === CAS_TYPE.metadata || PASSED_OVER.test(name))
}

/** Words and sentences, which Dictum finds by itself, and the sets of tags that DKPro keeps as if they stood in the text. */
const PASSED_OVER = /(?:^|\.)(?:Token|Sentence|TagsetDescription|CASMetadata)$/

function textOfSofa({ features }: CasStructure, ofText: readonly CasStructure[]): string | ElsewhereText {
  const text = features.get('sofaString')
  if (typeof text === 'string') {
    const article = ofText.find(({ type }) => type === CAS_TYPE.article)
    return restored(text, textOf(article?.features.get('replaced')))
  }
  const uri = textOf(features.get('sofaURI'))
  return { uid: null, sha256: null, url: uri, source: uri }
}

function spanOf(head: CasStructure, others: readonly CasStructure[], cas: Cas): FoundSpan {
  const { label, feature } = labelOf(head)
  const own = (name: string): string | null => (isOwn(head) ? textOf(head.features.get(name)) : null)
  const said = [head, ...others].map(({ features }) => [features.get('begin'), features.get('end')] as const)
  return {
    id: `${head.id}`,
    label,
    parts: said.map(([begin, end]) => [offsetOf(begin), offsetOf(end)]),
    ...(said.some((part) => part.some((one) => Number.isNaN(offsetOf(one)))) ? offsetsAsWritten(...said.flat()) : {}),
    words: null,
    attributes: attributesOf(head, feature, cas),
    entity: own('entity'),
    note: own('note') ?? '',
    annotator: own('annotator'),
    origin: own('origin'),
    guess: null,
    place: head.place,
  }
}

function otherViews(withText: readonly CasStructure[], sofa: CasStructure): FoundTrouble[] {
  const names = withText
    .filter((one) => one !== sofa)
    .map(({ features }) => `“${textOf(features.get('sofaID')) ?? ''}”`)
  if (names.length === 0) return []
  const message = `The file holds more than one view of its text. Only the first was read, not ${names.slice(0, 5).join(', ')}.`
  return [{ kind: 'warning', part: '', code: 'other_views', message }]
}

const isOfNone = ({ features }: CasStructure, sofas: readonly CasStructure[]): boolean =>
  features.has('sofa') && !sofas.some(({ id }) => refersTo(features.get('sofa'), id))

const ofNoText = (lost: readonly CasStructure[]): FoundTrouble[] =>
  lost.map(({ id, place }) => ({
    kind: 'failure',
    part: place,
    code: 'text_missing',
    message: `The annotation ${id} names a text (a Sofa) that is not in this file, so it was left out.`,
  }))

const noText = (): FoundTrouble => ({
  kind: 'failure',
  part: '',
  code: 'text_missing',
  message: 'There is no text in this file (no Sofa with a sofaString). Export it again with its text.',
})
