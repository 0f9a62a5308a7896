import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { openArticle } from '../state/navigation'
import { trashArticle } from '../state/trash'
import { Kbd } from '../ui/kbd'
import menu from '../ui/menu.module.css'
import { focusList } from './focus-list'
import styles from './row-menu.module.css'

export interface RowMenuPlace {
  readonly articleId: number
  /** In the window, in CSS pixels. */
  readonly x: number
  readonly y: number
}

interface RowMenuProps {
  readonly place: RowMenuPlace
  onClose(): void
}

/** What can be done with one article of the list. */
export function RowMenu({ place: { articleId, x, y }, onClose }: RowMenuProps) {
  const anchor = useRef<HTMLSpanElement | null>(null)
  const leave = () => {
    onClose()
    focusList()
  }
  return (
    <>
      <span
        className={styles.anchor}
        ref={(span) => {
          anchor.current = span
          span?.style.setProperty('left', `${x}px`)
          span?.style.setProperty('top', `${y}px`)
        }}
      />
      <Popover
        className={menu.popover}
        aria-label="What can be done with this article"
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => !isOpen && leave()}
      >
        <Menu
          className={menu.menu}
          aria-label="Article"
          autoFocus="first"
          onClose={leave}
          onAction={(action) => void (action === 'open' ? openArticle(articleId) : trashArticle(articleId))}
        >
          <MenuItem id="open" className={menu.item} textValue="Open">
            <span>Open</span>
            <Kbd keys="Enter" isDecorative />
          </MenuItem>
          <MenuItem id="trash" className={menu.item} textValue="Move to the trash">
            <span>Move to the trash</span>
            <Kbd keys="Delete" isDecorative />
          </MenuItem>
        </Menu>
      </Popover>
    </>
  )
}
