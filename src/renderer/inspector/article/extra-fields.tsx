import { useState } from 'react'
import type { ExtraValue } from '../../../shared/domain/corpus/found-metadata'
import { formatCount } from '../../ui/format'
import shapes from '../../ui/shapes.module.css'
import rows from '../rows.module.css'
import styles from './extra-fields.module.css'

/** Longer values are folded. UTF-16 code units. */
const FOLDED_AT = 160
const FOLDED_TO = 120

const textOf = (value: ExtraValue): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** What an article's file says beside what Dictum knows by a name, in its order. */
export function ExtraFields({ extra }: { readonly extra: Readonly<Record<string, ExtraValue>> }) {
  const fields = Object.entries(extra)
  if (fields.length === 0) return null
  return (
    <section className={styles.extra} aria-label="From the file">
      <h3 className={styles.title}>From the file</h3>
      <dl className={rows.rows}>
        {fields.map(([name, value]) => (
          <div key={name} className={styles.field}>
            <dt className={rows.term} title={name}>
              {name}
            </dt>
            <dd className={rows.value}>
              <Value text={textOf(value)} name={name} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Value({ text, name }: { readonly text: string; readonly name: string }) {
  const [isOpen, setOpen] = useState(false)
  if (text === '') return <span className={rows.faint}>empty</span>
  if (text.length <= FOLDED_AT) return text
  return (
    <span>
      {isOpen
        ? text
        : `${text
            .slice(0, FOLDED_TO)
            .replace(/[\ud800-\udbff]$/, '')
            .trimEnd()}… `}
      <button
        type="button"
        className={shapes.quiet}
        aria-expanded={isOpen}
        aria-label={`${isOpen ? 'Less' : 'More'} of ${name}`}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Less' : `${formatCount(text.length - FOLDED_TO)} more characters`}
      </button>
    </span>
  )
}
