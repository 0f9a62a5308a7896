import { FORMAT_NAMES } from '../../shared/contract/format-names'
import type { PreflightReport } from '../../shared/contract/preflight'
import styles from '../dialogs/dialogs.module.css'
import { Figures } from '../dialogs/figures'
import { passedOverNote } from '../dialogs/import-report'
import { ReportList } from '../dialogs/report-list'
import { countOf } from '../ui/format'
import { encodingName } from './encoding-choices'
import own from './preflight.module.css'
import { formatBytes, preflightItems } from './preflight-words'
import { Shares } from './shares'

/** What was found: counts, formats, encodings, and what would not come in. */
export function PreflightView({ report }: { readonly report: PreflightReport }) {
  const { files, bytes, articles, inProject, twice, changed, failed, formats, encodings, spans, relations } = report
  const items = preflightItems(report)
  const others = passedOverNote(report.passedOver)
  return (
    <>
      <p className={styles.lead}>
        {countOf(files, 'file')}, {formatBytes(bytes)}. Nothing has been imported yet.
        {others !== null && ` ${others}`}
      </p>
      <Figures
        figures={[
          { name: 'Would come in', count: articles, tone: 'ok' },
          { name: 'Already there', count: inProject },
          ...(spans > 0 ? [{ name: 'Spans', count: spans }] : []),
          ...(relations > 0 ? [{ name: 'Links', count: relations }] : []),
          ...(twice > 0 ? [{ name: 'Twice among them', count: twice }] : []),
          ...(changed > 0 ? [{ name: 'Changed since', count: changed }] : []),
          // of annotated files it counts the annotations that are refused, too
          { name: spans > 0 ? 'Not taken' : 'Cannot be read', count: failed, tone: 'warn' },
        ]}
      />
      <div className={own.pair}>
        <Shares
          title="Formats"
          unit="file"
          shares={formats.map(({ format, files: count }) => ({ name: FORMAT_NAMES[format], count }))}
        />
        <Shares
          title="Encodings"
          unit="article"
          shares={encodings.map(({ encoding, articles: count }) => ({ name: encodingName(encoding), count }))}
        />
      </div>
      {items.length > 0 && (
        <div className={styles.group}>
          <h3 className={styles.heading}>What needs a look</h3>
          <ReportList label="What needs a look" items={items} />
        </div>
      )}
    </>
  )
}
