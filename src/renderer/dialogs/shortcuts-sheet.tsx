import { useState } from 'react'
import { useAppStore } from '../state/app-store'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { SearchField } from '../ui/search-field'
import { filterShortcuts, shortcutSections } from './shortcut-rows'
import styles from './shortcuts-sheet.module.css'

/** Every key, by subject, with a field to find one. */
export function ShortcutsSheet({ onClose }: { onClose(): void }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const platform = useAppStore((state) => state.platform)
  const [query, setQuery] = useState('')
  const sections = filterShortcuts(shortcutSections(labelSet, platform), query)
  return (
    <Dialog title="Keyboard shortcuts" size="large" padded={false} onClose={onClose}>
      <div className={styles.search}>
        <SearchField label="Find a shortcut" autoFocus value={query} onChange={setQuery} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.sheet} aria-label="Shortcuts" tabIndex={0}>
        {sections.length === 0 && <p className={styles.none}>No shortcut matches.</p>}
        {sections.map((section) => (
          <div key={section.title} className={styles.section}>
            <h3 className={styles.heading}>{section.title}</h3>
            <dl className={styles.rows}>
              {section.rows.map(({ title, keys }) => (
                <div key={title} className={styles.row}>
                  <dt>{title}</dt>
                  <dd className={styles.keys}>
                    {keys.map((key) => (
                      <Kbd key={key} keys={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
    </Dialog>
  )
}
