import { ArrowDownUp, Check } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Sort } from '../../shared/domain/corpus/article-filter'
import { isSearching, orderOf, setSort, useCorpusStore } from '../state/corpus-store'
import { IconButton } from '../ui/icon-button'
import menu from '../ui/menu.module.css'

const SORT_NAMES: Record<Sort, string> = {
  relevance: 'By relevance',
  imported: 'In the order of import',
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'By title',
  random: 'In random order',
  uncertain: 'Least certain suggestions first',
}

const isSort = (key: unknown): key is Sort => typeof key === 'string' && Object.hasOwn(SORT_NAMES, key)

/** Chooses the order of the list. */
export function CorpusSort() {
  const sort = useCorpusStore(orderOf)
  const searching = useCorpusStore(isSearching)
  return (
    <MenuTrigger>
      <IconButton icon={ArrowDownUp} label={`Sorted: ${SORT_NAMES[sort].toLowerCase()}`} />
      <Popover className={menu.popover} placement="bottom end" offset={6}>
        <Menu
          className={menu.menu}
          aria-label="Sort"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[sort]}
          onSelectionChange={(keys) => {
            const [chosen] = keys === 'all' ? [] : [...keys]
            if (isSort(chosen)) void setSort(chosen)
          }}
        >
          {Object.entries(SORT_NAMES).map(([id, name]) => (
            <MenuItem
              key={id}
              id={id}
              className={menu.item}
              textValue={name}
              isDisabled={id === 'relevance' && !searching}
            >
              {({ isSelected }) => (
                <>
                  <span className={menu.grow}>{name}</span>
                  {isSelected && <Check size={16} strokeWidth={1.75} aria-hidden="true" />}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
