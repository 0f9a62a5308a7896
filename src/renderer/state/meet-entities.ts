import { useAppStore } from './app-store'
import { useArticleStore } from './article-store'
import { loadEntities, useEntityStore } from './entity-store'

/** So many are asked for at once. */
const BATCH = 1000

/** The entities that attributes of the open article name and that the window has not met. */
function strangers(): string[] {
  const { spans, suggestions } = useArticleStore.getState()
  const { known } = useEntityStore.getState()
  const named = new Map(
    (useAppStore.getState().project?.labelSet.labels ?? []).map(({ id, attributes }) => [
      id,
      attributes.filter(({ type }) => type === 'entity').map((attribute) => attribute.id),
    ]),
  )
  const uids = new Set<string>()
  for (const { labelId, attributes } of [...spans.values(), ...suggestions.values()]) {
    for (const id of named.get(labelId) ?? []) {
      const uid = attributes[id]
      if (typeof uid === 'string' && !known.has(uid)) uids.add(uid)
    }
  }
  return [...uids]
}

/** Has the names at hand that cards and the spoken lines tell. */
export function meetEntities(): void {
  useArticleStore.subscribe(({ spans, suggestions }, before) => {
    if (spans === before.spans && suggestions === before.suggestions) return
    const uids = strangers()
    for (let from = 0; from < uids.length; from += BATCH) void loadEntities(uids.slice(from, from + BATCH))
  })
}
