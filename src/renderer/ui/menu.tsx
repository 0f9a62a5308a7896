import type { ReactElement } from 'react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { COMMAND_LIST, keysOf, runCommand, type WindowCommandId } from '../commands/registry'
import { Kbd } from './kbd'
import styles from './menu.module.css'

export interface MenuGroup {
  readonly title?: string
  readonly commands: readonly WindowCommandId[]
}

interface CommandMenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly placement?: 'bottom start' | 'bottom end'
}

const command = (id: WindowCommandId) => COMMAND_LIST.find((candidate) => candidate.id === id)

/** A menu of commands with their shortcuts; what means nothing at present cannot be chosen. */
export function CommandMenu({ trigger, label, groups, placement = 'bottom start' }: CommandMenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} placement={placement} offset={6}>
        <AriaMenu className={styles.menu} aria-label={label} onAction={(id) => void runCommand(String(id))}>
          {groups.map(({ title, commands }) => (
            <MenuSection key={commands.join()} className={styles.section} aria-label={title ?? label}>
              {title !== undefined && <Header className={styles.heading}>{title}</Header>}
              {commands.map((id) => {
                const keys = keysOf(id)
                const name = command(id)?.title ?? id
                return (
                  <MenuItem
                    key={id}
                    id={id}
                    className={styles.item}
                    textValue={name}
                    isDisabled={command(id)?.enabled() !== true}
                  >
                    <span>{name}</span>
                    {keys !== undefined && <Kbd keys={keys} isDecorative />}
                  </MenuItem>
                )
              })}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
