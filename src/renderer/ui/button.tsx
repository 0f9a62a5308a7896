import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'
import { classNames } from './class-names'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: 'primary' | 'danger' | 'secondary' | 'quiet'
  readonly size?: 'small' | 'medium'
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** A button with words on it, and an icon before them where it helps. */
export function Button({ variant = 'secondary', size = 'medium', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[variant], styles[size])}>
      {Icon !== undefined && <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
      {children}
    </AriaButton>
  )
}
