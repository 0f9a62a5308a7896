import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './kbd'
import styles from './tooltip.module.css'

interface TooltipProps {
  readonly text: string
  /** The shortcut for the eye, if there is one. */
  readonly keys?: string | undefined
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
  /** One focusable control of react-aria. */
  readonly children: ReactElement
}

/** Says what a control does, and by which key, when it is pointed at or reached by keyboard. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={450} closeDelay={60}>
      {children}
      <AriaTooltip className={styles.tooltip} placement={placement} offset={6}>
        <span>{text}</span>
        {keys !== undefined && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
