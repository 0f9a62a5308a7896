import type { Span } from '../../shared/domain/annotations/annotations'
import { fittingOption, type LinkOption } from '../../shared/domain/annotations/linking'
import { showToast } from './app-store'
import { useArticleStore } from './article-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { type LinkSources, linkSources, optionsOf } from './link-targets'

/** Ties spans to a target by the given option, or each by the first that fits; several of them in one step. */
export function linkSpans(fromUids: readonly string[], toUid: string, option: LinkOption | null): Promise<boolean> {
  return inOrder(async () => {
    const sources = linkSources(fromUids)
    const to = useArticleStore.getState().spans.get(toUid)
    if (sources === null || to === undefined) return
    const links = sources.spans.flatMap((from) => linkOf(sources, from, to, option) ?? [])
    const [link, ...more] = links
    if (link === undefined) showToast('error', noWay(sources, to))
    else if (more.length === 0) followChange(await askEngine('relation.create', link))
    else followChange(await askEngine('relation.createMany', { links }))
  })
}

/** A link that a rule may still forbid: the engine names the rule. */
function linkOf(sources: LinkSources, from: Span, to: Span, asked: LinkOption | null) {
  if (from.uid === to.uid) return null
  const options = optionsOf(sources, from, asked === null ? sources.options : [asked])
  // of several, one that has the link already must not get another kind of it
  const fitting =
    sources.spans.length > 1 ? undefined : fittingOption(sources.labelSet, options, from, to, sources.linked)
  const chosen =
    fitting ??
    options.find((option) => option.otherLabels.includes(to.labelId)) ??
    (asked === null ? undefined : options[0])
  if (chosen === undefined) return null
  const [source, target] = chosen.direction === 'out' ? [from, to] : [to, from]
  return { typeId: chosen.typeId, fromUid: source.uid, toUid: target.uid }
}

function noWay({ labelSet, spans }: LinkSources, to: Span): string {
  const title = (labelId: string) => {
    const label = labelSet.labels.find(({ id }) => id === labelId)
    return label?.title || label?.name || labelId
  }
  const [from] = spans
  return from === undefined || from.uid === to.uid
    ? 'A span cannot be linked to itself.'
    : `The label set has no link between ${title(from.labelId)} and ${title(to.labelId)}.`
}
