import { VisuallyHidden } from 'react-aria-components'
import { keysOf } from '../../commands/registry'
import { useArticleStore } from '../../state/article-store'
import { countOf } from '../../ui/format'

export const SUMMARY_ID = 'article-text-summary'

/** What a screen reader says of the text when the keyboard comes to it. */
export function SpanSummary() {
  const spans = useArticleStore((state) => state.spans.size)
  const ways = [`${keysOf('span.next')} walks them`, `${keysOf('span.list')} lists them`, 'F6 leaves the text']
  return (
    <VisuallyHidden elementType="p" id={SUMMARY_ID}>
      The text cannot be changed. {countOf(spans, 'span')}
      {spans > 0 && `. ${ways.join(', ')}`}.
    </VisuallyHidden>
  )
}
