import { Combine, Scissors } from 'lucide-react'
import { mergeSpan, splitAtCaret } from '../../state/split-merge'
import { IconButton } from '../../ui/icon-button'

/** Makes two spans of one, or one of two. */
export function SplitMergeButtons({ uid }: { readonly uid: string }) {
  return (
    <>
      <IconButton
        icon={Scissors}
        label="Split this span at the caret"
        command="span.split"
        size="small"
        onPress={() => void splitAtCaret(uid)}
      />
      <IconButton
        icon={Combine}
        label="Merge with the selected or the next span"
        command="span.merge"
        size="small"
        onPress={() => void mergeSpan(uid)}
      />
    </>
  )
}
