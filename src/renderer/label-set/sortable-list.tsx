import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { moveItem } from '../../shared/domain/label-set/label-set-items'
import styles from './sortable-list.module.css'

interface SortableItem {
  readonly id: string
  /** What it is called, for assistive technology and for finding it by its letters. */
  readonly name: string
  readonly content: ReactNode
}

interface SortableListProps {
  readonly label: string
  readonly items: readonly SortableItem[]
  readonly selected: string | null
  onSelect(id: string): void
  /** A new order for the ids, as they stand when its turn comes. */
  onReorder(change: (ids: readonly string[]) => string[]): void
}

/** A list whose order is the user's: by dragging, by Alt and an arrow, or by its handles with Enter and the arrows. */
export function SortableList({ label, items, selected, onSelect, onReorder }: SortableListProps) {
  const list = useRef<HTMLDivElement>(null)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator} />,
    onReorder({ keys, target }) {
      onReorder((ids) => {
        const moved = ids.filter((id) => keys.has(id))
        const rest = ids.filter((id) => !keys.has(id))
        const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
        return [...rest.slice(0, at), ...moved, ...rest.slice(at)]
      })
    },
  })
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null
    const id = row?.dataset.key
    if (by === 0 || !event.altKey || id === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onReorder((ids) => {
      const from = ids.indexOf(id)
      return moveItem(ids, from, from + by)
    })
  }
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <GridList
        ref={list}
        className={styles.list}
        aria-label={label}
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const id = keys === 'all' ? undefined : [...keys][0]
          if (id !== undefined) onSelect(String(id))
        }}
        dragAndDropHooks={dragAndDropHooks}
        // what a row shows may change without its item
        dependencies={[items, selected]}
      >
        {({ id, name, content }) => (
          <GridListItem id={id} textValue={name} className={styles.item}>
            <Button slot="drag" className={styles.handle} aria-label={`Move ${name}`}>
              <GripVertical size={14} strokeWidth={1.75} aria-hidden="true" />
            </Button>
            {content}
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}
