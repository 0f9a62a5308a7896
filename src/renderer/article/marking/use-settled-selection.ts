import { useEffect, useState } from 'react'
import { type TextSelection, useArticleStore } from '../../state/article-store'
import type { ArticleSurface } from '../text/article-surface'

/** A selection that has not moved for this long is one that somebody means (milliseconds). */
const SETTLED_AFTER = 150

/** The selection once it has come to rest; null for a caret, while the mouse is still down, and after Escape. */
export function useSettledSelection(surface: ArticleSurface): TextSelection | null {
  const [settled, setSettled] = useState<TextSelection | null>(null)

  useEffect(() => {
    const { root } = surface.projection
    let timer: ReturnType<typeof setTimeout> | undefined
    let isPressed = false
    let isShown = false
    const show = (selection: TextSelection | null) => {
      isShown = selection !== null
      setSettled(selection)
    }
    const hide = () => {
      clearTimeout(timer)
      show(null)
    }
    const wait = () => {
      hide()
      const { selection, link } = useArticleStore.getState()
      // a hit that is only looked at covers nothing
      const isFinding = document.activeElement?.closest('search') != null
      if (isPressed || isFinding || link !== null || selection === null || selection.anchor === selection.focus) return
      timer = setTimeout(() => show(selection), SETTLED_AFTER)
    }
    const press = () => {
      isPressed = true
      hide()
    }
    const release = () => {
      if (!isPressed) return
      isPressed = false
      wait()
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isShown) return
      hide()
      event.preventDefault()
    }
    const watch = useArticleStore.subscribe((state, before) => {
      if (state.selection !== before.selection || state.link !== before.link) wait()
    })
    root.addEventListener('pointerdown', press)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    root.addEventListener('keydown', closeOnEscape)
    return () => {
      clearTimeout(timer)
      watch()
      root.removeEventListener('pointerdown', press)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
      root.removeEventListener('keydown', closeOnEscape)
    }
  }, [surface])

  return settled
}
