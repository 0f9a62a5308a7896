import { useEffect, useRef } from 'react'
import type { Disposer } from '../../shared/contract/window-api'
import { useArticleStore } from '../state/article-store'

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Gives the keyboard to the text if nothing has it, as soon as there is a text. */
function takeUpByText(): Disposer {
  let frame = 0
  const tryNow = () => {
    const { view } = useArticleStore.getState()
    if (view === null && isNowhere()) return
    stop()
    if (isNowhere()) view?.focus()
  }
  // a closed dialog gives the keyboard back a frame later, and a new view is filled after it is there
  const trySoon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(tryNow)
    })
  }
  const unsubscribe = useArticleStore.subscribe(({ view }, before) => {
    if (view !== before.view) trySoon()
  })
  function stop() {
    unsubscribe()
    cancelAnimationFrame(frame)
  }
  trySoon()
  return stop
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
