import { Copy, Download, SquareDashedMousePointer } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useAppStore } from '../state/app-store'
import { copyLines, saveLines, suggestHits } from '../state/concordance-actions'
import { useConcordanceStore } from '../state/concordance-store'
import { countChosen } from '../state/line-choice'
import { Button } from '../ui/button'
import { countOf } from '../ui/format'
import menu from '../ui/menu.module.css'
import styles from './concordance-foot.module.css'
import { labelOptions } from './label-options'

interface ConcordanceFootProps {
  onClose(): void
}

/** What is done with the chosen lines; without any with all of them. */
export function ConcordanceFoot({ onClose }: ConcordanceFootProps) {
  const hits = useConcordanceStore((state) => state.found?.hits ?? 0)
  const isRunning = useConcordanceStore((state) => state.found?.state === 'running')
  const chosen = useConcordanceStore((state) => countChosen(state.chosen))
  const setChosen = (lines: [number, number][]) => useConcordanceStore.setState({ chosen: lines })
  const idle = hits === 0 || isRunning
  return (
    <>
      <span className={styles.chosen} role="status" aria-label="Chosen">
        {hits > 0 && (chosen === 0 ? 'No line is chosen: all are meant.' : `${countOf(chosen, 'line')} chosen`)}
      </span>
      {hits > 0 && (
        <Button variant="quiet" onPress={() => setChosen(chosen > 0 ? [] : [[0, hits]])}>
          {chosen > 0 ? 'Choose none' : 'Choose all'}
        </Button>
      )}
      <span className={styles.gap} />
      <Button variant="quiet" icon={Copy} isDisabled={idle} onPress={() => void copyLines()}>
        Copy
      </Button>
      <Button variant="quiet" icon={Download} isDisabled={idle} onPress={() => void saveLines()}>
        Save as CSV…
      </Button>
      <SuggestMenu isDisabled={idle} />
      <Button variant="primary" onPress={onClose}>
        Done
      </Button>
    </>
  )
}

function SuggestMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  return (
    <MenuTrigger>
      <Button icon={SquareDashedMousePointer} isDisabled={isDisabled}>
        Suggest as…
      </Button>
      <Popover className={menu.popover} placement="top end" offset={6}>
        <Menu
          className={menu.menu}
          aria-label="Suggest as"
          items={labelOptions(labelSet)}
          onAction={(labelId) => void suggestHits(String(labelId))}
        >
          {({ id, name, icon }) => (
            <MenuItem id={id} className={`${menu.item} ${styles.label}`} textValue={name}>
              {icon}
              <span className={menu.grow}>{name}</span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
