import { ENTITY_KIND_FEATURE, PARTS_FEATURE } from '../../shared/domain/webanno-tsv'
import { attributeOfFeature, featureName } from './feature-names'

/** What attributes cannot be called in WebAnno TSV, beside what they cannot in all files of UIMA. */
const TAKEN = new Set([ENTITY_KIND_FEATURE, PARTS_FEATURE])

/** How columns begin that hold no plain values (INCEpTION’s `Tsv3XDeserializer.parseColumnDeclaration`). */
const OF_THE_HEADER = /^(?:ROLE_|BT_)/

/** An attribute’s name as that of a feature of our layers. */
export function attributeFeature(attribute: string): string {
  const name = featureName(attribute, null)
  return TAKEN.has(name) || OF_THE_HEADER.test(name) ? `x_${name}` : name
}

/** The attribute that a feature of our layers stands for. A kind behind the name is part of it: values say theirs. */
export const attributeOfColumn = (feature: string): string => attributeOfFeature(feature).name
