import { RELATION_LAYER, SPAN_LAYER } from '../../shared/domain/webanno-tsv'

/**
 * The types of UIMA feature structures that Dictum writes, and knows again when it reads them. Spans and relations are of types
 * that INCEpTION takes for a span layer and a relation layer: a span type has primitive features and lists of strings only, a
 * relation type besides them exactly `Governor` and `Dependent`, of one span type
 * (inception-layer… `TypeSystemAnalysis.analyzeRelationLayer`, `isSpanLayer`).
 */
export const CAS_TYPE = {
  sofa: 'uima.cas.Sofa',
  annotationBase: 'uima.cas.AnnotationBase',
  annotation: 'uima.tcas.Annotation',
  documentAnnotation: 'uima.tcas.DocumentAnnotation',
  /** DKPro Core’s; INCEpTION and cassis show its title. */
  metadata: 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
  /** `label` is its label, as in our WebAnno TSV. */
  span: SPAN_LAYER,
  /** `label` is its type. */
  relation: RELATION_LAYER,
  /** From the first part of a span to each of the others, which are spans of their own with the same label. */
  part: 'webanno.custom.SpanPart',
  /** What Dictum knows of the article beside that. */
  article: 'dictum.Article',
  entity: 'dictum.Entity',
} as const

export const INITIAL_VIEW = '_InitialView'

export const RANGE = {
  text: 'uima.cas.String',
  number: 'uima.cas.Double',
  boolean: 'uima.cas.Boolean',
  list: 'uima.cas.StringArray',
} as const
/** What kind of value an attribute has; all that differs in a type system. */
export type ValueKind = keyof typeof RANGE

export interface CasType {
  readonly name: string
  readonly supertype: string
  /** Name and range, in order. */
  readonly features: readonly (readonly [name: string, range: string])[]
}

const { text, list } = RANGE

/** What every file has of them, whether it holds one or not; attributes are features besides. */
export const FIXED_TYPES: readonly CasType[] = [
  {
    name: CAS_TYPE.metadata,
    supertype: CAS_TYPE.documentAnnotation,
    features: [
      ['documentTitle', text],
      ['documentId', text],
      ['documentUri', text],
    ],
  },
  {
    name: CAS_TYPE.article,
    supertype: CAS_TYPE.annotationBase,
    features: [
      ['uid', text],
      ['status', text],
      ['publishedOn', text],
      ['source', text],
      ['tags', list],
      ['note', text],
      ['fields', text],
      ['extra', text],
      ['replaced', text],
    ],
  },
  {
    name: CAS_TYPE.entity,
    supertype: CAS_TYPE.annotationBase,
    features: [
      ['id', text],
      ['name', text],
      ['kind', text],
    ],
  },
  {
    name: CAS_TYPE.span,
    supertype: CAS_TYPE.annotation,
    features: [
      ['label', text],
      ['annotator', text],
      ['origin', text],
      ['note', text],
      ['entity', text],
    ],
  },
  {
    name: CAS_TYPE.part,
    supertype: CAS_TYPE.annotation,
    features: [
      ['Dependent', CAS_TYPE.span],
      ['Governor', CAS_TYPE.span],
    ],
  },
  {
    name: CAS_TYPE.relation,
    supertype: CAS_TYPE.annotation,
    features: [
      ['Dependent', CAS_TYPE.span],
      ['Governor', CAS_TYPE.span],
      ['label', text],
      ['annotator', text],
    ],
  },
]

/**
 * The attributes of a span or a relation that are 0 or no because somebody said so, by their features: UIMA in Java knows no
 * number and no truth that is not there, and writes 0 and false of all others once it has read a file. Declared where one occurs.
 */
export const GIVEN_FEATURE = 'given'

/** What no feature may be called in INCEpTION, however its letters are written (`WebAnnoConst.RESTRICTED_FEATURE_NAMES`). */
const RESERVED =
  'address begin end coveredText booleanValue doubleValue byteValue CAS CASImpl class featureValue floatValue longValue ' +
  'lowLevelCas printRefs sofa stringValue type typeIndexId view Dependent Governor first next'

/**
 * What cassis cannot have as a feature: it makes features arguments of a function of Python’s (`attr.make_class` in its
 * `Type.__call__`), beside one called `xmiID`; `self` and `type` it knows to rename.
 */
const OF_PYTHON =
  'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
  'import in is lambda nonlocal not or pass raise return try while with yield self xmiID'

/** Names that attributes cannot have for themselves, in small letters. */
export const TAKEN_FEATURES: ReadonlySet<string> = new Set(
  [
    ...RESERVED.split(' '),
    ...OF_PYTHON.split(' '),
    GIVEN_FEATURE,
    ...FIXED_TYPES.filter(({ name }) => name === CAS_TYPE.span || name === CAS_TYPE.relation).flatMap(({ features }) =>
      features.map(([name]) => name),
    ),
  ].map((name) => name.toLowerCase()),
)
