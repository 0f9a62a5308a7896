import { quoted } from '../../../store/wording'
import { MOST_ADDED } from '../names/label-mapping'

/** Why nothing of such a name comes in. */
export function nameTrouble(name: string, kind: string): [code: string, message: string] {
  return kind === 'too_many' ? ['too_many_names', tooMany(name)] : ['bad_label', badLabel(name)]
}

const tooMany = (name: string): string =>
  `${quoted(name)} was not added: this import has added ${MOST_ADDED.toLocaleString('en')} names of the kind already, so they may ` +
  'be words of the text and no names. Undo the import, and map them with --label-map, or leave the rest out.'

const badLabel = (name: string): string =>
  `${quoted(name)} cannot be a name in a label set: that has 1 to 80 characters. Map it to another with --label-map.`
