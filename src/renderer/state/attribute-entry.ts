import { create } from 'zustand'
import type { AttributeValue } from '../../shared/domain/annotations/annotations'
import { type SharedAttribute, sharedAttributes } from '../../shared/domain/annotations/shared-attributes'
import { attributeKeys, optionCount, optionForDigit, optionOf } from '../../shared/domain/label-set/attribute-keys'
import { showToast, useAppStore } from './app-store'
import { useArticleStore } from './article-store'
import { setAttribute, setAttributes } from './gestures'
import { chosenSpans } from './span-selection'

/** While attributes are set from the text: of which spans, which attribute the keys are about, and which option. */
export interface AttributeEntry {
  readonly uids: readonly string[]
  /** The attribute that digits and arrows are about. */
  readonly attributeId: string
  /** Counts from 1, as the digits do; 0 until the arrows have moved. */
  readonly option: number
  /** The keyboard is in the field of the attribute. */
  readonly isInField: boolean
}

export const useAttributeEntry = create<{ readonly entry: AttributeEntry | null }>()(() => ({ entry: null }))

const update = (entry: AttributeEntry | null): void => useAttributeEntry.setState({ entry })

/** What can be set on these spans together. */
export function enteredAttributes(uids: readonly string[]): SharedAttribute[] {
  const labelSet = useAppStore.getState().project?.labelSet
  const { spans } = useArticleStore.getState()
  const found = uids.flatMap((uid) => spans.get(uid) ?? [])
  return labelSet === undefined || found.length < uids.length ? [] : sharedAttributes(labelSet, found)
}

export const hasField = ({ attribute }: SharedAttribute): boolean => optionCount(attribute) === 0

/** Begins with the focused span, or with all that are chosen. */
export function startAttributes(): void {
  const { focusedUid, view } = useArticleStore.getState()
  const chosen = chosenSpans()
  const uids = chosen.length > 0 ? chosen : focusedUid === null ? [] : [focusedUid]
  const [first] = enteredAttributes(uids)
  if (uids.length === 0) showToast('info', 'Focus a span first (Tab, or a click on it), then press E.')
  else if (first === undefined)
    showToast('info', uids.length === 1 ? 'This label has no attributes.' : 'These labels share no attribute.')
  else {
    update({ uids, attributeId: first.attribute.id, option: 0, isInField: false })
    view?.focus()
    view?.revealSpan(focusedUid!)
  }
}

export function endAttributes(): void {
  const { entry } = useAttributeEntry.getState()
  if (entry === null) return
  update(null)
  if (entry.isInField) useArticleStore.getState().view?.focus()
}

// whatever focuses another span is about that one
useArticleStore.subscribe((state, before) => {
  if (state.focusedUid !== before.focusedUid || state.article?.articleId !== before.article?.articleId) update(null)
})

/** Sets an attribute and goes on. */
export function storeValue({ attribute }: SharedAttribute, value: AttributeValue | null): void {
  const { entry } = useAttributeEntry.getState()
  if (entry === null) return
  const [uid, ...more] = entry.uids
  if (more.length === 0) void setAttribute(uid!, attribute.id, value)
  else void setAttributes(entry.uids, attribute.id, value)
}

/** Sets an attribute and ends, unless it takes several values. */
export function enterValue(entered: SharedAttribute, value: AttributeValue | null): void {
  storeValue(entered, value)
  if (entered.attribute.type !== 'choices') endAttributes()
}

/** One option, as a digit or a click chooses it: one of several values is taken in or out. */
export function chooseOption(entered: SharedAttribute, value: string | boolean | null): void {
  if (entered.attribute.type !== 'choices' || typeof value !== 'string') {
    enterValue(entered, value)
    return
  }
  const before = Array.isArray(entered.value) ? entered.value : []
  const next = before.includes(value) ? before.filter((id) => id !== value) : [...before, value]
  enterValue(entered, next.length === 0 ? null : next)
}

export function aimAt(attributeId: string, { isInField = false } = {}): void {
  const { entry } = useAttributeEntry.getState()
  if (entry !== null) update({ ...entry, attributeId, option: 0, isInField })
}

/** A key while attributes are set. True if it meant something. */
export function attributeKey(key: string): boolean {
  const { entry } = useAttributeEntry.getState()
  if (entry === null) return false
  const attributes = enteredAttributes(entry.uids)
  const at = attributes.findIndex(({ attribute }) => attribute.id === entry.attributeId)
  const active = attributes[at]
  if (active === undefined) {
    update(null)
    return false
  }
  const count = optionCount(active.attribute)
  const stepRow = (by: number) => aimAt(attributes[(at + by + attributes.length) % attributes.length]!.attribute.id)
  const stepOption = (by: number) => {
    if (count > 0) update({ ...entry, option: ((Math.max(entry.option, by < 0 ? 1 : 0) - 1 + by + count) % count) + 1 })
  }
  if (key === 'Escape') endAttributes()
  else if (key === 'ArrowDown') stepRow(1)
  else if (key === 'ArrowUp') stepRow(-1)
  else if (key === 'ArrowRight') stepOption(1)
  else if (key === 'ArrowLeft') stepOption(-1)
  else if (key === 'Enter') {
    const value = optionOf(active.attribute, entry.option)
    if (hasField(active)) aimAt(active.attribute.id, { isInField: true })
    else if (value !== null) chooseOption(active, value)
  } else if (/^[0-9]$/.test(key)) {
    const chosen = optionForDigit(active.attribute, Number(key))
    if (chosen !== null) chooseOption(active, chosen.value)
  } else if (/^\p{L}$/u.test(key)) {
    const meant = attributeKeys(attributes.map(({ attribute }) => attribute)).find(
      (keyed) => keyed.key === key.toLowerCase(),
    )
    const wanted = attributes.find(({ attribute }) => attribute.id === meant?.attribute.id)
    if (wanted !== undefined) aimAt(wanted.attribute.id, { isInField: hasField(wanted) })
  } else if (key !== ' ') return false
  return true
}
