import { lazy, Suspense } from 'react'
import { BatchesDialog } from '../batches/batches-dialog'
import { PreflightDialog } from '../batches/preflight-dialog'
import { TrashDialog } from '../batches/trash-dialog'
import { ConcordanceDialog } from '../concordance/concordance-dialog'
import { ExportDialog } from '../export/export-dialog'
import { LintDialog } from '../lint/lint-dialog'
import { ModelsDialog } from '../models/models-dialog'
import { closeDialog, openDialog, useAppStore } from '../state/app-store'
import { BackupsDialog } from './backups-dialog'
import { CommandPalette } from './command-palette'
import { CompareDialog } from './compare-dialog'
import { FilterDatesDialog } from './filter-dates-dialog'
import { JobDialog } from './job-dialog'
import { RecoveryDialog } from './recovery-dialog'
import { RestoreDialog } from './restore-dialog'
import { SaveSearchDialog } from './save-search-dialog'
import { SavedSearchesDialog } from './saved-searches-dialog'
import { SettingsDialog } from './settings-dialog'
import { ShortcutsSheet } from './shortcuts-sheet'
import { useKeyboardBack } from './use-keyboard-back'

// opened now and then, and with a reader of Markdown in it
const LabelSetDialog = lazy(async () => ({ default: (await import('../label-set/label-set-dialog')).LabelSetDialog }))

/** Shows the dialog that is open, if any. */
export function DialogHost() {
  const dialog = useAppStore((state) => state.dialog)
  useKeyboardBack(dialog !== null)
  switch (dialog?.kind) {
    case 'export':
      return <ExportDialog onClose={closeDialog} />
    case 'lint':
      return (
        <LintDialog
          isForExport={dialog.isForExport === true}
          onClose={dialog.isForExport === true ? () => openDialog({ kind: 'export' }) : closeDialog}
        />
      )
    case 'shortcuts':
      return <ShortcutsSheet onClose={closeDialog} />
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />
    case 'palette':
      return <CommandPalette onClose={closeDialog} />
    case 'labelset':
      return (
        <Suspense fallback={null}>
          <LabelSetDialog
            at={dialog.labelId === undefined ? undefined : { section: 'labels', id: dialog.labelId }}
            tab={dialog.tab}
            onClose={closeDialog}
          />
        </Suspense>
      )
    case 'compare':
      return <CompareDialog from={dialog.from} to={dialog.to} onClose={closeDialog} />
    case 'batches':
      return <BatchesDialog onClose={closeDialog} />
    case 'trash':
      return <TrashDialog onClose={closeDialog} />
    case 'preflight':
      return <PreflightDialog jobId={dialog.jobId} ticket={dialog.ticket} onClose={closeDialog} />
    case 'concordance':
      return <ConcordanceDialog onClose={closeDialog} />
    case 'filterDates':
      return <FilterDatesDialog onClose={closeDialog} />
    case 'saveSearch':
      return <SaveSearchDialog onClose={closeDialog} />
    case 'savedSearches':
      return <SavedSearchesDialog onClose={closeDialog} />
    case 'models':
      return <ModelsDialog onClose={closeDialog} />
    case 'job':
      return <JobDialog jobId={dialog.jobId} onClose={closeDialog} />
    case 'backups':
      return <BackupsDialog onClose={closeDialog} />
    case 'recovery':
      return <RecoveryDialog recovery={dialog.recovery} />
    case 'restore':
      return <RestoreDialog choice={dialog.choice} onClose={closeDialog} />
    case undefined:
      return null
  }
}
