import { useEffect, useRef } from 'react'
import { comboOf } from '../commands/key-combo'
import dialogs from '../dialogs/dialogs.module.css'
import { useStats } from '../dialogs/use-stats'
import { exportProject } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { chooseExport, loadExport, useExportStore } from '../state/export-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import { DivisionView } from './division-view'
import styles from './export-dialog.module.css'
import { FieldChoice } from './field-choice'
import { FormatList } from './format-list'
import { FormatOptions } from './format-options'
import { LintLine } from './lint-line'
import { LostView } from './lost-view'
import { Presets } from './presets'
import { PreviewView } from './preview-view'
import { ScopeChoice } from './scope-choice'
import { SpanChoice } from './span-choice'
import { SplitChoice } from './split-choice'
import { type Count, useCount } from './use-count'
import { usePreview } from './use-preview'

/** What to export and how, with the first records as they would be; where to is asked for next. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const options = useExportStore((state) => state.options)
  const formats = useExportStore((state) => state.formats)
  const format = formats.find(({ name }) => name === options.format)
  const stats = useStats()
  const shown = usePreview(options)
  const count = useCount(options)
  useEffect(() => void loadExport(), [])
  const isEmpty = shown.preview?.articles === 0
  const canExport = shown.problem === null && !isEmpty
  const start = () => {
    if (!canExport) return
    onClose()
    void exportProject(options)
  }
  useExportKey(start)
  return (
    <Dialog
      title="Export"
      size="full"
      padded={false}
      onClose={onClose}
      footer={
        <>
          <span className={`${dialogs.grow} ${dialogs.numbers}`} role="status">
            {isEmpty ? 'No article is chosen.' : <CountWords count={count} />}
          </span>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={!canExport} onPress={start}>
            Export…
          </Button>
        </>
      }
    >
      <div className={styles.room}>
        <div className={styles.formats}>
          <Presets />
          <FormatList
            formats={formats}
            value={options.format}
            onChoose={(name) => chooseExport({ format: name, offsets: null })}
          />
        </div>
        <div className={styles.choices}>
          <ScopeChoice options={options} stats={stats} />
          <SpanChoice options={options} stats={stats} />
          <FieldChoice options={options} />
          <FormatOptions options={options} format={format} />
          <SplitChoice options={options} />
        </div>
        <section className={styles.outcome} aria-label="What would be written">
          <LostView count={count} />
          <DivisionView count={count.report} />
          <LintLine options={options} />
          <h3 className={dialogs.heading}>The first records</h3>
          <PreviewView {...shown} />
        </section>
      </div>
    </Dialog>
  )
}

/** Control and Enter export from wherever the keyboard is: on a button, too, which would take Enter for itself. */
function useExportKey(start: () => void): void {
  const latest = useRef(start)
  latest.current = start
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (comboOf(event, useAppStore.getState().platform) !== 'mod+enter') return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

function CountWords({ count: { report, share, hasFailed } }: { readonly count: Count }) {
  if (hasFailed) return null
  if (report !== null) return comesTo(report)
  // a screen reader hears that it counts, and what it came to
  return <>Counting…{share !== null && <span aria-hidden="true"> {Math.floor(share * 100)} %</span>}</>
}

const comesTo = ({ articles, spans, relations }: { articles: number; spans: number; relations: number }): string =>
  `${countOf(articles, 'article')} with ${countOf(spans, 'span')} and ${countOf(relations, 'link')}`
