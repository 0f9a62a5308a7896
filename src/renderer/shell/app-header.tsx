import { ChevronDown, CircleHelp, type LucideIcon, PanelLeft, PanelRight, Search } from 'lucide-react'
import { Button } from 'react-aria-components'
import { keysOf, runCommand } from '../commands/registry'
import { useAppStore } from '../state/app-store'
import { useCorpusStore } from '../state/corpus-store'
import { Brand } from '../ui/brand'
import { countOf } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { CommandMenu, type MenuGroup } from '../ui/menu'
import styles from './app-header.module.css'
import { initials } from './initials'
import { ThemeButton } from './theme-button'

const PROJECT_MENU: readonly MenuGroup[] = [
  { commands: ['import.folder', 'import.files', 'export.open'] },
  { commands: ['labelset.edit', 'project.check', 'project.reveal'] },
  { commands: ['project.new', 'project.open', 'project.close'] },
]

function ProjectMenu() {
  const name = useAppStore((state) => state.project?.name ?? '')
  const loaded = useCorpusStore((state) => state.loaded)
  const counted = useCorpusStore((state) => state.total)
  const total = useAppStore((state) => state.project?.articles ?? 0)
  return (
    <CommandMenu
      label="Project"
      groups={PROJECT_MENU}
      trigger={
        <Button className={styles.project} data-tour="export.open">
          <span className={styles.name}>{name}</span>
          <span className={styles.count}>· {countOf(loaded ? counted : total, 'article')}</span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      }
    />
  )
}

function AnnotatorMenu() {
  const annotator = useAppStore((state) => state.settings?.annotator ?? state.project?.annotator ?? '')
  return (
    <CommandMenu
      label="Annotator"
      placement="bottom end"
      groups={[
        { title: annotator === '' ? 'No name yet' : `Annotating as ${annotator}`, commands: ['settings.open'] },
        { title: 'Theme', commands: ['theme.system', 'theme.light', 'theme.dark'] },
      ]}
      trigger={
        <Button className={styles.annotator} aria-label={`Annotator: ${annotator}`}>
          <span aria-hidden="true">{initials(annotator)}</span>
        </Button>
      }
    />
  )
}

interface PaneButtonProps {
  readonly icon: LucideIcon
  readonly pane: 'corpus' | 'inspector'
  readonly label: string
}

function PaneButton({ icon, pane, label }: PaneButtonProps) {
  // the pane that is open in a narrow window has the keyboard: to press this must not take it away
  return (
    <IconButton
      icon={icon}
      label={label}
      command={`view.${pane}`}
      preventFocusOnPress
      onPress={() => runCommand(`view.${pane}`)}
    />
  )
}

/** The bar on top: whose project this is, the way to everything, and the annotator. */
export function AppHeader() {
  const keys = keysOf('palette.open')
  return (
    <header className={styles.header}>
      <div className={styles.start}>
        <span className={styles.brand}>
          <Brand />
        </span>
        <ProjectMenu />
      </div>
      <Button className={styles.palette} data-tour="palette.open" onPress={() => runCommand('palette.open')}>
        <Search size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.prompt}>Search articles or run a command</span>
        {keys !== undefined && <Kbd keys={keys} isDecorative />}
      </Button>
      <div className={styles.end}>
        <PaneButton icon={PanelLeft} pane="corpus" label="Corpus" />
        <PaneButton icon={PanelRight} pane="inspector" label="Inspector" />
        <ThemeButton />
        <IconButton
          icon={CircleHelp}
          label="Keyboard shortcuts"
          command="help.shortcuts"
          onPress={() => runCommand('help.shortcuts')}
        />
        <AnnotatorMenu />
      </div>
    </header>
  )
}
