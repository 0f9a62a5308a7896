import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { keysOf, type WindowCommandId } from '../commands/registry'
import { classNames } from './class-names'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon
  /** Its name, for the tooltip and for assistive technology. */
  readonly label: string
  /** The command whose shortcut the tooltip shows. */
  readonly command?: WindowCommandId
  readonly size?: 'small' | 'medium'
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
  /** For a sign that everybody knows, where a tooltip would take the Escape that is meant for what it stands in. */
  readonly hasTooltip?: boolean
}

/** A button that is one icon; its tooltip shows its name and shortcut. */
export function IconButton({ icon: Icon, label, command, size = 'medium', ...props }: IconButtonProps) {
  const { placement, hasTooltip = true, ...rest } = props
  const keys = command === undefined ? undefined : keysOf(command)
  const button = (
    <AriaButton {...rest} aria-label={label} className={classNames(styles.button, styles[size])}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </AriaButton>
  )
  if (!hasTooltip) return button
  return (
    <Tooltip text={label} keys={keys} {...(placement === undefined ? {} : { placement })}>
      {button}
    </Tooltip>
  )
}
