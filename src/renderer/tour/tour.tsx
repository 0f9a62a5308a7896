import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { closeDialog, useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import styles from './tour.module.css'
import { tourSteps } from './tour-steps'
import { canUndoTour, endTour, goToStep, isSample, STEP_COUNT, undoTour, useTour } from './tour-store'
import { usePlace } from './use-place'

interface CardProps {
  readonly target: string
  readonly beside?: string | undefined
  readonly title: string
  readonly text: string
  readonly progress: ReactNode
  readonly buttons: ReactNode
}

/** The card and the ring around what it speaks of. It takes no keys but Esc, and hides nothing that a step needs. */
function Card({ target, beside, title, text, progress, buttons }: CardProps) {
  const card = useRef<HTMLElement>(null)
  const place = usePlace(card, target, beside)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    // a dialog that a step has opened goes first
    if (useAppStore.getState().dialog !== null) closeDialog()
    else endTour()
  }
  return (
    // dialogs leave it within reach
    <div data-react-aria-top-layer="true">
      {place?.ring != null && <div className={styles.ring} style={place.ring} aria-hidden="true" />}
      <section
        ref={card}
        className={styles.card}
        style={place === null ? { visibility: 'hidden' } : place.card}
        aria-label="Tour"
        data-pane="tour"
        onKeyDown={onKeyDown}
      >
        <div role="status" aria-atomic="true" className={styles.words}>
          <span className={styles.progress}>{progress}</span>
          <span className={styles.title}>{title}</span>
          <span className={styles.text}>{text}</span>
        </div>
        <div className={styles.buttons}>{buttons}</div>
      </section>
    </div>
  )
}

function Step({ index }: { readonly index: number }) {
  const step = tourSteps()[index]!
  return (
    <Card
      {...step}
      progress={`Tour: ${index + 1} of ${STEP_COUNT}`}
      buttons={
        <>
          <Button size="small" variant="quiet" onPress={endTour}>
            End
          </Button>
          <span className={styles.grow} />
          <Button size="small" variant="quiet" isDisabled={index === 0} onPress={() => goToStep(index - 1)}>
            Back
          </Button>
          <Button size="small" onPress={() => goToStep(index + 1)}>
            Skip
          </Button>
        </>
      }
    />
  )
}

function Over() {
  // each gesture and each undo brings another
  useAppStore((state) => state.project?.undo)
  return (
    <Card
      target="[data-tour='help.shortcuts']"
      title="That was the tour"
      text="You know the way now. The ? shows every key, and the palette finds what has none. The sample is yours to try things on."
      progress={`${STEP_COUNT} of ${STEP_COUNT}`}
      buttons={
        <>
          {canUndoTour() && (
            <Button size="small" variant="quiet" onPress={() => void undoTour()}>
              Undo what I did
            </Button>
          )}
          <span className={styles.grow} />
          <Button size="small" variant="primary" onPress={endTour}>
            Close
          </Button>
        </>
      }
    />
  )
}

/** A tour through the sample project: it waits for what the user really does, and does nothing by itself. */
export function Tour() {
  const { phase, index } = useTour()
  const isThere = useAppStore((state) => isSample(state.project))
  if (!isThere) return null
  if (phase === 'running') return <Step index={index} />
  return phase === 'over' ? <Over /> : null
}
