import { keysOf } from '../../commands/registry'
import { startLink } from '../../state/link-mode'
import { Kbd } from '../../ui/kbd'
import { goToSpan } from '../go-to-span'
import styles from './missing-tag.module.css'

interface MissingTagProps {
  /** The claim that misses something. */
  readonly uid: string
  /** “speaker”, “date”. */
  readonly what: string
  /** The relation type that the link is to have. */
  readonly typeId: string
  /** Something stands in already. */
  readonly isOptional?: boolean
}

/** Says what a claim misses, and starts the link that would give it. */
export function MissingTag({ uid, what, typeId, isOptional = false }: MissingTagProps) {
  const start = () => {
    goToSpan(uid)
    startLink(typeId)
  }
  return (
    <button type="button" className={styles.tag} data-optional={isOptional} onClick={start}>
      add a {what}
      <Kbd keys={keysOf('span.link') ?? ''} />
    </button>
  )
}
