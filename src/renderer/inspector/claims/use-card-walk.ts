import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { ClaimCard } from '../../../shared/domain/annotations/claims'
import { goToSpan } from '../go-to-span'

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** On the words of a card, the arrows, Home and End go to another card and to its claim in the text. */
export function useCardWalk(cards: readonly ClaimCard[]): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useRef(cards)
  const walkingTo = useRef<string | null>(null)
  useEffect(() => {
    latest.current = cards
  }, [cards])
  // the card may come into being with the step
  useEffect(() => {
    const uid = walkingTo.current
    if (uid === null) return
    const words = document.querySelector<HTMLElement>(`[data-claim="${CSS.escape(uid)}"] [aria-current="true"]`)
    if (words === null) return
    walkingTo.current = null
    words.focus({ preventScroll: true })
  })
  return useCallback((event) => {
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const here = event.currentTarget.closest<HTMLElement>('[data-claim]')?.dataset.claim
    const at = latest.current.findIndex(({ span }) => span.uid === here)
    const next = latest.current[step(at, latest.current.length)]
    event.preventDefault()
    if (at === -1 || next === undefined || next.span.uid === here) return
    walkingTo.current = next.span.uid
    goToSpan(next.span.uid)
  }, [])
}
