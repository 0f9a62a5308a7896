import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { Attribute, LabelSet } from '../../../shared/domain/label-set/label-set'

export type ControlKind = 'choices' | 'number' | 'textarea'

/** What answers one attribute of one label. */
export interface Control {
  readonly name: string
  readonly kind: ControlKind
  readonly label: string
  /** Whether several options can be chosen. */
  readonly isMultiple: boolean
  readonly options: Set<string>
}

/** The names of the control for labels and of the text. */
export const LABELS = 'label'
export const TEXT = 'text'

/**
 * The controls of a configuration. Names are unique in one: an attribute’s own where no other label has one of that name,
 * else with its label, `form@CLAIM`.
 */
export class Controls {
  readonly #byLabel = new Map<string, Map<string, Control>>()
  readonly #names = new Set([LABELS, TEXT])

  constructor({ labels }: LabelSet) {
    const counts = new Map<string, number>()
    for (const { attributes } of labels)
      for (const { name } of attributes) counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const { name, attributes } of labels) {
      for (const attribute of attributes)
        this.#add(name, attribute.name, counts.get(attribute.name) === 1, ofType(attribute))
    }
  }

  /** In the order of the label set; those that only values told of at the end. */
  all(): readonly Control[] {
    return [...this.#byLabel.values()].flatMap((controls) => [...controls.values()])
  }

  /** The control for a value, which it can hold; null if it cannot. */
  of(label: string, attribute: string, value: AttributeValue): Control | null {
    const kind = kindOf(value)
    const known = this.#byLabel.get(label)?.get(attribute)
    const control =
      known ?? this.#add(label, attribute, false, { kind, isMultiple: Array.isArray(value), options: new Set() })
    if (control.kind === 'choices') for (const option of optionsOf(value)) control.options.add(option)
    const fits = control.kind === kind || (control.kind === 'choices' && typeof value === 'string')
    return fits ? control : null
  }

  #add(
    label: string,
    attribute: string,
    isOnly: boolean,
    rest: Pick<Control, 'kind' | 'isMultiple' | 'options'>,
  ): Control {
    const own = escaped(attribute)
    const name = isOnly && !this.#names.has(own) ? own : `${own}@${escaped(label)}`
    this.#names.add(name)
    const control = { name, label, ...rest }
    const ofLabel = this.#byLabel.get(label)
    if (ofLabel) ofLabel.set(attribute, control)
    else this.#byLabel.set(label, new Map([[attribute, control]]))
    return control
  }
}

/** `#` begins something else in its names, `@` in ours. */
const escaped = (name: string): string => name.replace(/[%#@]/g, encodeURIComponent)

function ofType({ type, options }: Attribute): Pick<Control, 'kind' | 'isMultiple' | 'options'> {
  if (type === 'number') return { kind: 'number', isMultiple: false, options: new Set() }
  if (type === 'boolean') return { kind: 'choices', isMultiple: false, options: new Set(['true', 'false']) }
  if (type !== 'choice' && type !== 'choices') return { kind: 'textarea', isMultiple: false, options: new Set() }
  return { kind: 'choices', isMultiple: type === 'choices', options: new Set(options.map(({ name }) => name)) }
}

const kindOf = (value: AttributeValue): ControlKind =>
  typeof value === 'number' ? 'number' : typeof value === 'string' ? 'textarea' : 'choices'

/** What it chooses. */
export const optionsOf = (value: AttributeValue): readonly string[] => (Array.isArray(value) ? value : [String(value)])
