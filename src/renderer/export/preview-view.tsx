import { useState } from 'react'
import styles from '../dialogs/dialogs.module.css'
import { Chips } from '../ui/chips'
import own from './export-dialog.module.css'
import type { Preview } from './use-preview'

/** Files of rows and columns: a row stays on its line. */
const ROWS = /\.(?:csv|tsv|conll)$/

/** The beginnings of the files that would be written. */
export function PreviewView({ preview, problem }: Preview) {
  const [wanted, setWanted] = useState('')
  if (problem !== null) return <p className={styles.danger}>{problem}</p>
  if (preview === null) return <p className={styles.text}>Reading the first articles…</p>
  const file = preview.files.find(({ name }) => name === wanted) ?? preview.files[0]
  if (file === undefined || preview.articles === 0) return <p className={styles.text}>No article would be written.</p>
  return (
    <>
      {preview.files.length > 1 && (
        <Chips
          label="Files"
          mode="single"
          size="small"
          selected={[file.name]}
          options={preview.files.map(({ name }) => ({ id: name, name }))}
          onChange={([name]) => setWanted(name ?? '')}
        />
      )}
      <section
        className={own.records}
        data-rows={ROWS.test(file.name) || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={`The beginning of ${file.name}`}
      >
        {file.isCut ? `${file.text}…` : file.text}
      </section>
    </>
  )
}
