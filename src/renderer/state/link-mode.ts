import type { LinkOption, Side } from '../../shared/domain/annotations/linking'
import { showToast } from './app-store'
import { type LinkMode, spansInOrder, useArticleStore } from './article-store'
import { linkSources, nearestTargets, targetsFor } from './link-targets'
import { linkSpans } from './make-links'
import { chosenSpans } from './span-selection'

const NEAREST_KEYS: Readonly<Record<string, Side>> = { ',': 'before', '.': 'after' }

/** What a link starts from: the spans chosen together, or the focused one. */
function linkedUids(): readonly string[] {
  const chosen = chosenSpans()
  const { focusedUid } = useArticleStore.getState()
  return chosen.length > 0 ? chosen : focusedUid === null ? [] : [focusedUid]
}

function aim(fromUids: readonly string[], option: LinkOption | null): LinkMode | null {
  const sources = linkSources(fromUids)
  if (sources === null) return null
  const targets = targetsFor(sources, option)
  // among several that are chosen, the focused one may be what the others are to lead to
  const { focusedUid } = useArticleStore.getState()
  const active = targets.find(({ uid }) => uid === focusedUid && fromUids.length > 1) ?? targets[0]
  return {
    fromUids,
    option,
    options: sources.options,
    targets,
    nearest: nearestTargets(sources, option),
    activeUid: active?.uid ?? null,
    typed: '',
  }
}

/** Begins a link from the focused span, or from all that are chosen: possible targets get letters. */
export function startLink(preferredTypeId?: string): void {
  const fromUids = linkedUids()
  const any = aim(fromUids, null)
  if (any === null) {
    showToast('info', 'Focus a span first (Tab, or a click on it), then press L.')
    return
  }
  const option = any.options.find((candidate) => candidate.typeId === preferredTypeId) ?? null
  const link = option === null ? any : aim(fromUids, option)
  if (link === null || link.targets.length === 0) {
    showToast('info', 'Nothing in this article can be linked with it yet: mark a speaker, a date or a claim first.')
    return
  }
  useArticleStore.setState({ link })
  useArticleStore.getState().view?.focus()
}

export const cancelLink = (): void => useArticleStore.setState({ link: null })

/** Asks for one kind of link only (null: whatever fits). */
export function chooseLinkOption(option: LinkOption | null): void {
  const { link } = useArticleStore.getState()
  const next = link === null ? null : aim(link.fromUids, option)
  if (next === null) return
  if (next.targets.length === 0) {
    showToast('info', `“${option?.title}” has no target here: nothing that fits is marked, or the rule allows no more.`)
    return
  }
  useArticleStore.setState({ link: next })
}

export function chooseLinkTarget(uid: string): Promise<boolean> {
  const { link } = useArticleStore.getState()
  cancelLink()
  return link === null ? Promise.resolve(false) : linkSpans(link.fromUids, uid, link.option)
}

/** Chooses the nearest target on one side, while a link is being made. */
export function chooseNearest(side: Side): void {
  const { link } = useArticleStore.getState()
  const uid = link?.nearest[side] ?? null
  if (link === null || uid === null) {
    showToast('info', nothingThere(side))
    return
  }
  cancelLink()
  void linkSpans(link.fromUids, uid, link.nearest.option)
}

const nothingThere = (side: Side): string => `There is nothing ${side} it that it could be linked with.`

/** Links the focused span (or the chosen ones) with the nearest speaker on one side, without any further key. */
export function linkNearest(side: Side): void {
  const fromUids = linkedUids()
  const sources = linkSources(fromUids)
  const nearest = sources === null ? null : nearestTargets(sources, null)
  const uid = nearest?.[side] ?? null
  if (nearest === null) showToast('info', 'Focus a span first (Tab, or a click on it).')
  else if (uid === null) showToast('info', nothingThere(side))
  else void linkSpans(fromUids, uid, nearest.option)
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
  const side = NEAREST_KEYS[key]
  if (key === 'Escape') cancelLink()
  else if (key === 'Enter' && link.activeUid !== null) void chooseLinkTarget(link.activeUid)
  else if (side !== undefined) chooseNearest(side)
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
