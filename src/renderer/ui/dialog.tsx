import { X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names'
import styles from './dialog.module.css'
import { IconButton } from './icon-button'

interface DialogProps {
  readonly title: string
  /** `full`: a screen of its own, as high as the window; `room`: as wide, too. */
  readonly size?: 'small' | 'medium' | 'wide' | 'large' | 'full' | 'room'
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** False for bodies that scroll on their own and reach the edges. */
  readonly padded?: boolean
  readonly children: ReactNode
  /** Keys that mean something wherever in it the keyboard is. */
  onKeyDown?(event: KeyboardEvent): void
  onClose(): void
}

/** A modal dialog: Escape and a click beside it close it, and the keyboard returns to where it was. */
export function Dialog({ title, size = 'medium', footer, padded = true, children, onKeyDown, onClose }: DialogProps) {
  return (
    <ModalOverlay
      className={classNames(styles.overlay, (size === 'full' || size === 'room') && styles.roomy)}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears what those in it do not use */}
          <div className={styles.keys} onKeyDown={onKeyDown}>
            <header className={styles.header}>
              <Heading slot="title" className={styles.title}>
                {title}
              </Heading>
              <IconButton icon={X} label="Close" size="small" hasTooltip={false} onPress={onClose} />
            </header>
            <div className={classNames(styles.body, padded && styles.padded)}>{children}</div>
            {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
