import { Fragment } from 'react'
import type { Mark } from '../../shared/contract/search-methods'

interface MarkedWordsProps {
  readonly words: string
  /** In order, none over another; UTF-16 code units of the words. */
  readonly marks: readonly Mark[]
}

/** Words with hits marked in them. */
export function MarkedWords({ words, marks }: MarkedWordsProps) {
  let from = 0
  const parts = marks.map(([start, end]) => {
    const before = words.slice(from, start)
    from = end
    return (
      <Fragment key={start}>
        {before}
        <mark>{words.slice(start, end)}</mark>
      </Fragment>
    )
  })
  return (
    <>
      {parts}
      {words.slice(from)}
    </>
  )
}
