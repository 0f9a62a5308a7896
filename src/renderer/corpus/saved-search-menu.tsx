import { Bookmark } from 'lucide-react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { openDialog } from '../state/app-store'
import { isFiltered, showList, useCorpusStore } from '../state/corpus-store'
import { loadSavedSearches, useSavedSearches } from '../state/saved-search-store'
import { formatCount } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import menu from '../ui/menu.module.css'
import styles from './filter-chips.module.css'

/** The saved searches, each with how many articles it finds now; and a way to keep the present one. */
export function SavedSearchMenu() {
  const saved = useSavedSearches((state) => state.searches)
  const filtered = useCorpusStore(isFiltered)
  return (
    <MenuTrigger onOpenChange={(isOpen) => isOpen && void loadSavedSearches()}>
      <IconButton icon={Bookmark} size="small" label="Saved searches" data-saved-searches />
      <Popover className={menu.popover} placement="bottom start" offset={6}>
        <Menu className={menu.menu} aria-label="Saved searches">
          {saved.length > 0 && (
            <MenuSection className={menu.section}>
              <Header className={menu.heading}>Saved searches</Header>
              {saved.map(({ uid, name, list, articles }) => (
                <MenuItem key={uid} className={menu.item} textValue={name} onAction={() => void showList(list)}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.count}>{articles === null ? '?' : formatCount(articles)}</span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
          <MenuSection className={menu.section} aria-label="Keep and change">
            <MenuItem className={menu.item} isDisabled={!filtered} onAction={() => openDialog({ kind: 'saveSearch' })}>
              Save this search…
            </MenuItem>
            {saved.length > 0 && (
              <MenuItem className={menu.item} onAction={() => openDialog({ kind: 'savedSearches' })}>
                Rename or delete…
              </MenuItem>
            )}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
