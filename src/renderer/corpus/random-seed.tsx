import { Shuffle } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { SEEDS } from '../../shared/domain/corpus/article-filter'
import { newSeed, orderOf, setSeed, useCorpusStore } from '../state/corpus-store'
import { Button } from '../ui/button'
import menu from '../ui/menu.module.css'
import { TextField } from '../ui/text-field'
import styles from './filter-chips.module.css'

const asSeed = (words: string): number | null =>
  /^\d{1,6}$/.test(words.trim()) && Number(words) < SEEDS ? Number(words) : null

/** Of a random order: the number that it grows from, to be noted down, shared and changed. */
export function RandomSeed() {
  const isRandom = useCorpusStore((state) => orderOf(state) === 'random')
  const seed = useCorpusStore((state) => state.seed)
  if (!isRandom) return null
  return (
    <DialogTrigger>
      <AriaButton className={styles.quiet}>
        <Shuffle size={12} strokeWidth={2} aria-hidden="true" />
        Random order {seed}
      </AriaButton>
      <Popover className={menu.popover} placement="bottom start" offset={6}>
        <Dialog className={styles.form} aria-label="Random order">
          {({ close }) => <SeedForm key={seed} seed={seed} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function SeedForm({ seed, close }: { readonly seed: number; close(): void }) {
  const [words, setWords] = useState(String(seed))
  const wanted = asSeed(words)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted === null) return
        void setSeed(wanted)
        close()
      }}
    >
      <TextField
        label="Seed"
        hint="The same number gives the same order, on every machine with this project."
        error={`Write a number from 0 to ${SEEDS - 1}.`}
        isInvalid={wanted === null}
        autoFocus
        value={words}
        onChange={setWords}
      />
      <div className={styles.buttons}>
        <Button size="small" onPress={() => void setSeed(newSeed())}>
          Shuffle again
        </Button>
        <Button size="small" variant="primary" type="submit">
          Use this seed
        </Button>
      </div>
    </form>
  )
}
