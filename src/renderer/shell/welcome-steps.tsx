import { DEFAULT_LABEL_SET } from '../../shared/domain/label-set/default-label-set'
import { enabledLabels } from '../../shared/domain/label-set/label-set'
import { keysOf } from '../commands/registry'
import { Kbd } from '../ui/kbd'
import styles from './welcome-steps.module.css'

const MARKING_KEYS = enabledLabels(DEFAULT_LABEL_SET).flatMap((label) => label.key?.toUpperCase() ?? [])

/** How the work goes, for those who have no project yet. */
export function WelcomeSteps() {
  const steps: readonly { readonly words: string; readonly keys: readonly (string | undefined)[] }[] = [
    { words: 'Import a folder of text files', keys: [keysOf('import.folder')] },
    { words: 'Select words and mark them', keys: MARKING_KEYS },
    { words: 'Link a claim to who said it, and when', keys: [keysOf('span.link')] },
    { words: 'Done, and on to the next article', keys: [keysOf('article.doneAndNext')] },
    { words: 'Export for your scripts', keys: [keysOf('export.open')] },
  ]
  return (
    <section className={styles.card} aria-labelledby="steps-title">
      <h2 id="steps-title" className={styles.title}>
        How the work goes
      </h2>
      <ol className={styles.steps}>
        {steps.map(({ words, keys }) => (
          <li key={words} className={styles.step}>
            <span className={styles.words}>{words}</span>
            {keys.map((key) => key !== undefined && <Kbd key={key} keys={key} />)}
          </li>
        ))}
      </ol>
    </section>
  )
}
