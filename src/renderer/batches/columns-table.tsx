import type { PreflightReport } from '../../shared/contract/preflight'
import type { ColumnMapping, ColumnRole } from '../../shared/domain/corpus/column-mapping'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import { countOf } from '../ui/format'
import { ROLE_CHOICES, roleOf, withRole } from './column-roles'
import own from './preflight.module.css'

interface ColumnsTableProps {
  readonly table: PreflightReport['tables'][number]
  onChoose(mapping: ColumnMapping): void
}

/** Records with the same columns: what each column is taken for, over its first values. */
export function ColumnsTable({ table: { columns, files, name, rows, mapping }, onChoose }: ColumnsTableProps) {
  const others = files > 1 ? ` and ${countOf(files - 1, 'file')} like it` : ''
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>
        Columns of {name}
        {others}
      </h3>
      {mapping.text === undefined && (
        <p className={styles.warn}>No column could be taken for the text. Choose one, or nothing of it comes in.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={own.table} aria-label={`Columns of ${name}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <span className={own.column}>
                    <span title={column}>{column}</span>
                    <DropDown
                      name={`${column} is`}
                      value={roleOf(mapping, column)}
                      options={ROLE_CHOICES}
                      none="Extra field"
                      onChoose={(role) => onChoose(withRole(mapping, column, role as ColumnRole | null))}
                    />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file stay where they are
              <tr key={at}>
                {row.map((value, column) => (
                  <td key={columns[column]} title={value}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
