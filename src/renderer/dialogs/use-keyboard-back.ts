import { useEffect, useRef } from 'react'
import type { Disposer } from '../../shared/contract/window-api'
import { useArticleStore } from '../state/article-store'

/** For so many frames a closing dialog and a new text may still take the keyboard along with what they remove. */
const WATCHED_FRAMES = 60

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Gives the keyboard to the text whenever nothing has it, for a while after this moment and after each text that comes:
 * a dialog goes some frames after it is closed, and what had the keyboard may go with it.
 */
function takeUpByText(): Disposer {
  let frame = 0
  let left = 0
  const look = () => {
    if (isNowhere()) useArticleStore.getState().view?.focus()
    left--
    if (left > 0) frame = requestAnimationFrame(look)
  }
  const watch = () => {
    cancelAnimationFrame(frame)
    left = WATCHED_FRAMES
    frame = requestAnimationFrame(look)
  }
  const unsubscribe = useArticleStore.subscribe(({ view }, before) => {
    if (view !== before.view) watch()
  })
  watch()
  return () => {
    unsubscribe()
    cancelAnimationFrame(frame)
  }
}

/** A dialog gives the keyboard back to where it was; where that is gone by then, the text takes it. */
export function useKeyboardBack(isOpen: boolean): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    return hasClosed ? takeUpByText() : undefined
  }, [isOpen])
}
