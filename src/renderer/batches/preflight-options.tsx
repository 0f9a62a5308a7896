import { useRef } from 'react'
import type { ImportOptions } from '../../shared/contract/import-options'
import type { PreflightReport } from '../../shared/contract/preflight'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { SwitchField } from '../ui/switch-field'
import { chosenMapping, withMapping } from './column-roles'
import { ColumnsTable } from './columns-table'
import { choicesWith, encodingName } from './encoding-choices'
import { NamesTable } from './names-table'
import { OffsetChoice } from './offset-choice'
import own from './preflight.module.css'

interface PreflightOptionsProps {
  readonly report: PreflightReport
  readonly options: ImportOptions
  onChoose(patch: Partial<ImportOptions>): void
}

/** How the files are to be read; whatever is chosen is looked at once more. */
export function PreflightOptions({ report, options, onChoose }: PreflightOptionsProps) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const encodingChoice = useRef<HTMLDivElement>(null)
  return (
    <>
      {report.tables.map((table) => (
        <ColumnsTable
          key={table.columns.join('\n')}
          // what was chosen shows at once, before the files are looked at once more
          table={{ ...table, mapping: chosenMapping(options.mappings, table.columns) ?? table.mapping }}
          onChoose={(mapping) => onChoose({ mappings: withMapping(options.mappings, table.columns, mapping) })}
        />
      ))}
      {report.names.length > 0 && labelSet !== undefined && (
        <NamesTable
          names={report.names}
          unlisted={report.namesUnlisted}
          labelSet={labelSet}
          map={options.labelMap}
          onChoose={(labelMap) => onChoose({ labelMap })}
        />
      )}
      <div className={styles.group}>
        <h3 className={styles.heading}>How they are read</h3>
        <div className={own.choice} ref={encodingChoice}>
          <span className={styles.text}>
            {report.unsure.length === 0
              ? 'The encoding is found out file by file.'
              : 'For some files the encoding is a guess. Look at how they begin; if letters are wrong, choose another.'}
          </span>
          <DropDown
            name="Encoding"
            value={options.encoding}
            options={choicesWith(options.encoding)}
            onChoose={(encoding) => encoding !== null && onChoose({ encoding })}
          />
        </div>
        {report.unsure.length > 0 && (
          <Unsure
            unsure={report.unsure}
            onChoose={(encoding) => {
              // the samples go once nothing is a guess any more
              encodingChoice.current?.querySelector('button')?.focus()
              onChoose({ encoding })
            }}
          />
        )}
        <SwitchField
          label="Folder names as tags"
          hint="An article gets a tag for each folder that it lies in."
          value={options.tagFolders}
          onChange={(tagFolders) => onChoose({ tagFolders })}
        />
        {report.offset_unit !== null && (
          <OffsetChoice
            unit={report.offset_unit}
            value={options.offsets}
            onChoose={(offsets) => onChoose({ offsets })}
          />
        )}
        {(report.spans > 0 || report.names.length > 0) && (
          <SwitchField
            label="Annotations as suggestions"
            hint="Nothing counts as annotated until somebody accepts it."
            value={options.as === 'suggestions'}
            onChange={(isOn) => onChoose({ as: isOn ? 'suggestions' : 'annotations' })}
          />
        )}
        {(report.changed > 0 || options.revisions) && (
          <SwitchField
            label="Changed files as new revisions"
            hint="The new text takes the article’s place; what is annotated moves along where it has a certain place."
            value={options.revisions}
            onChange={(revisions) => onChoose({ revisions })}
          />
        )}
      </div>
    </>
  )
}

interface UnsureProps {
  readonly unsure: PreflightReport['unsure']
  onChoose(encoding: string): void
}

/** How files whose encoding is a guess would begin in those that they may be in. */
function Unsure({ unsure, onChoose }: UnsureProps) {
  return (
    <ul className={own.samples} aria-label="Files whose encoding is a guess">
      {unsure.map(({ path, candidates }) => (
        <li key={path} className={own.sample}>
          <span className={own.path}>{path}</span>
          {candidates.map(({ encoding, lines }) => (
            <div key={encoding} className={own.candidate}>
              <span className={styles.text}>{encodingName(encoding)}</span>
              <p className={own.lines}>{lines.join('\n')}</p>
              <Button
                size="small"
                aria-label={`Read all as this: ${encodingName(encoding)}`}
                onPress={() => onChoose(encoding)}
              >
                Read all as this
              </Button>
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
