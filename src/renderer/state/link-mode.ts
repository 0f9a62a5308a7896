import { spanEnd, spanStart } from '../../shared/domain/annotations'
import { fittingOption, type LinkOption, linkOptions } from '../../shared/domain/linking'
import { showToast, useAppStore } from './app-store'
import { type LinkMode, spansInOrder, useArticleStore } from './article-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Letters for `count` targets, none the beginning of another: one letter for as many of the first as possible, two for
 * the rest. Beyond 676 there are none.
 */
export function hintLetters(count: number): string[] {
  const letters = [...LETTERS]
  let single = Math.min(count, letters.length)
  while (single > 0 && single + (letters.length - single) * letters.length < count) single--
  const pairs = letters.slice(single).flatMap((first) => letters.map((second) => first + second))
  return [...letters.slice(0, single), ...pairs].slice(0, count)
}

/** What can be reached from a span along an option (null: any), the nearest first. */
function targetsFor(fromUid: string, options: readonly LinkOption[], option: LinkOption | null): LinkMode['targets'] {
  const { spans, relations } = useArticleStore.getState()
  const labelSet = useAppStore.getState().project?.labelSet
  const from = spans.get(fromUid)
  if (from === undefined || labelSet === undefined) return []
  const allowed = option === null ? options : [option]
  const distance = (start: number, end: number) => Math.max(start - spanEnd(from), spanStart(from) - end, 0)
  const reachable = spansInOrder(spans)
    .filter((span) => span.uid !== fromUid && fittingOption(labelSet, allowed, from, span, relations.values()))
    .map((span) => ({ uid: span.uid, distance: distance(spanStart(span), spanEnd(span)) }))
    .sort((a, b) => a.distance - b.distance)
  const hints = hintLetters(reachable.length)
  return reachable.slice(0, hints.length).map(({ uid }, index) => ({ uid, hint: hints[index]! }))
}

/** Begins a link from the focused span: possible targets get letters. */
export function startLink(preferredTypeId?: string): void {
  const { focusedUid, spans, view } = useArticleStore.getState()
  const { project } = useAppStore.getState()
  const from = focusedUid === null ? undefined : spans.get(focusedUid)
  if (from === undefined || project === null) {
    showToast('info', 'Focus a span first (Tab, or a click on it), then press L.')
    return
  }
  const options = linkOptions(project.labelSet, from.labelId)
  const option = options.find((candidate) => candidate.typeId === preferredTypeId) ?? null
  const targets = targetsFor(from.uid, options, option)
  if (targets.length === 0) {
    showToast('info', 'Nothing in this article can be linked with it yet: mark a speaker, a date or a claim first.')
    return
  }
  useArticleStore.setState({
    link: { fromUid: from.uid, option, options, targets, activeUid: targets[0]!.uid, typed: '' },
  })
  view?.focus()
}

export const cancelLink = (): void => useArticleStore.setState({ link: null })

/** Asks for one kind of link only (null: whatever fits). */
export function chooseLinkOption(option: LinkOption | null): void {
  const { link } = useArticleStore.getState()
  if (link === null) return
  const targets = targetsFor(link.fromUid, link.options, option)
  if (targets.length === 0) {
    showToast('info', `“${option?.title}” has no target here: nothing that fits is marked, or the rule allows no more.`)
    return
  }
  useArticleStore.setState({ link: { ...link, option, targets, activeUid: targets[0]?.uid ?? null, typed: '' } })
}

export function chooseLinkTarget(uid: string): Promise<boolean> {
  const { link } = useArticleStore.getState()
  cancelLink()
  return link === null ? Promise.resolve(false) : linkSpans(link.fromUid, uid, link.option)
}

/** Ties two spans by the given option, or by the first that fits. */
export function linkSpans(fromUid: string, toUid: string, option: LinkOption | null): Promise<boolean> {
  return inOrder(async () => {
    const { spans, relations } = useArticleStore.getState()
    const labelSet = useAppStore.getState().project?.labelSet
    const from = spans.get(fromUid)
    const to = spans.get(toUid)
    if (labelSet === undefined || from === undefined || to === undefined) return
    const chosen = option ?? fittingOption(labelSet, linkOptions(labelSet, from.labelId), from, to, relations.values())
    if (chosen === undefined) {
      showToast('error', 'The label set allows no further link between these two.')
      return
    }
    const [source, target] = chosen.direction === 'out' ? [fromUid, toUid] : [toUid, fromUid]
    followChange(await askEngine('relation.create', { typeId: chosen.typeId, fromUid: source, toUid: target }))
  })
}

/** A key while a link is being made. True if it meant something. */
export function linkKey(key: string): boolean {
  const { link, view } = useArticleStore.getState()
  if (link === null) return false
  const moveTo = (uid: string) => {
    useArticleStore.setState({ link: { ...link, activeUid: uid, typed: '' } })
    view?.revealSpan(uid)
  }
  const step = (by: number) => {
    const order = spansInOrder(useArticleStore.getState().spans).filter((span) =>
      link.targets.some((target) => target.uid === span.uid),
    )
    const at = order.findIndex((span) => span.uid === link.activeUid)
    const next = order[(at + by + order.length) % order.length]
    if (next !== undefined) moveTo(next.uid)
  }
  if (key === 'Escape') cancelLink()
  else if (key === 'Enter' && link.activeUid !== null) void chooseLinkTarget(link.activeUid)
  else if (key === 'ArrowRight' || key === 'ArrowDown') step(1)
  else if (key === 'ArrowLeft' || key === 'ArrowUp') step(-1)
  else if (/^[0-9]$/.test(key)) chooseLinkOption(key === '0' ? null : (link.options[Number(key) - 1] ?? link.option))
  else if (/^[a-z]$/i.test(key)) {
    const typed = link.typed + key.toLowerCase()
    const exact = link.targets.find((target) => target.hint === typed)
    if (exact !== undefined) void chooseLinkTarget(exact.uid)
    else if (link.targets.some((target) => target.hint.startsWith(typed)))
      useArticleStore.setState({ link: { ...link, typed } })
    else useArticleStore.setState({ link: { ...link, typed: '' } })
  } else return false
  return true
}
