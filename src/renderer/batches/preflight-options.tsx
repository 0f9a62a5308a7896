import type { ImportOptions } from '../../shared/contract/import-options'
import type { PreflightReport } from '../../shared/contract/preflight'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import { SwitchField } from '../ui/switch-field'
import { ENCODING_CHOICES } from './encoding-choices'
import own from './preflight.module.css'

interface PreflightOptionsProps {
  readonly report: PreflightReport
  readonly options: ImportOptions
  onChoose(patch: Partial<ImportOptions>): void
}

/** How the files are to be read; whatever is chosen is looked at once more. */
export function PreflightOptions({ report, options, onChoose }: PreflightOptionsProps) {
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>How they are read</h3>
      <div className={own.choice}>
        <span className={styles.text}>
          {report.unsure.length === 0
            ? 'The encoding is found out file by file.'
            : 'For some files the encoding is a guess. Look at how they begin; if letters are wrong, choose another.'}
        </span>
        <DropDown
          name="Encoding"
          value={options.encoding}
          options={ENCODING_CHOICES}
          onChoose={(encoding) => encoding !== null && onChoose({ encoding })}
        />
      </div>
      {report.unsure.length > 0 && <Unsure unsure={report.unsure} />}
      <SwitchField
        label="Folder names as tags"
        hint="An article gets a tag for each folder that it lies in."
        value={options.tagFolders}
        onChange={(tagFolders) => onChoose({ tagFolders })}
      />
    </div>
  )
}

function Unsure({ unsure }: { readonly unsure: PreflightReport['unsure'] }) {
  return (
    <ul className={own.samples} aria-label="Files whose encoding is a guess">
      {unsure.map(({ path, encoding, lines }) => (
        <li key={path} className={own.sample}>
          <span className={styles.text}>
            {path}: read as {encoding}
          </span>
          <p className={own.lines}>{lines}</p>
        </li>
      ))}
    </ul>
  )
}
