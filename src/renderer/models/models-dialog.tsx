import { Bot, Pencil, Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Model } from '../../shared/contract/model-methods'
import { useStats } from '../dialogs/use-stats'
import { attempt } from '../state/app-actions'
import { openDialog, useAppStore } from '../state/app-store'
import { listNow, useCorpusStore } from '../state/corpus-store'
import { askApp } from '../state/engine'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { countOf, formatCount } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import { Segmented } from '../ui/segmented'
import { useKeepKeyboard } from '../ui/use-keep-keyboard'
import { ModelForm } from './model-form'
import styles from './models.module.css'

type Scope = 'list' | 'todo' | 'all'

const counted = (name: string, articles: number | undefined): string =>
  articles === undefined ? name : `${name} (${formatCount(articles)})`

/** The user's programs that propose spans: asked about some articles, added, changed, deleted. */
export function ModelsDialog({ onClose }: { onClose(): void }) {
  const [models, setModels] = useState<readonly Model[] | null>(null)
  /** The one whose form is open; null: a new one. */
  const [edited, setEdited] = useState<Model | null | undefined>(undefined)
  const [scope, setScope] = useState<Scope>('list')
  const hasProject = useAppStore((state) => state.project !== null)
  const inList = useCorpusStore((state) => state.articleIds.length)
  const stats = useStats()
  const keeper = useKeepKeyboard<HTMLUListElement>()
  const scopes: readonly { readonly id: Scope; readonly name: string }[] = [
    { id: 'list', name: counted('The list', inList) },
    { id: 'todo', name: counted('All to do', stats?.by_status.todo) },
    { id: 'all', name: counted('All articles', stats?.articles) },
  ]
  useEffect(() => void attempt(async () => setModels(await askApp('models.list', {}))), [])

  const ask = (name: string) =>
    attempt(async () => {
      const which =
        scope === 'list' ? { filter: listNow().filter } : scope === 'todo' ? { statuses: ['todo' as const] } : {}
      const { jobId } = await askApp('models.run', { name, ...which })
      openDialog({ kind: 'job', jobId })
    })
  const save = (model: Model) =>
    attempt(async () => {
      const saved = await askApp('models.save', { model, replaces: edited?.name ?? null })
      if (saved === null) return
      setModels(saved)
      setEdited(undefined)
    })
  const remove = (name: string) => attempt(async () => setModels(await askApp('models.remove', { name })))

  if (edited !== undefined)
    return <ModelForm model={edited} onSave={(model) => void save(model)} onClose={() => setEdited(undefined)} />
  return (
    <Dialog
      title="Programs that propose annotations"
      onClose={onClose}
      footer={
        <>
          {models !== null && models.length > 0 && (
            <Button icon={Plus} onPress={() => setEdited(null)}>
              Add a program…
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      {models?.length === 0 && (
        <EmptyState
          icon={Bot}
          title="No program yet"
          actions={
            <Button variant="primary" icon={Plus} autoFocus onPress={() => setEdited(null)}>
              Add a program…
            </Button>
          }
        >
          Any program that reads articles as lines of JSON and answers with spans: a model, a dictionary, rules. What it
          proposes waits as suggestions under its name.
        </EmptyState>
      )}
      {models !== null && models.length > 0 && (
        <>
          <Segmented label="Ask about" options={scopes} value={scope} onChange={(id) => setScope(id)} />
          <ul className={styles.list} aria-label="Programs" {...keeper}>
            {models.map((model) => (
              <li key={model.name} className={styles.row}>
                <div className={styles.what}>
                  <span className={styles.name}>{model.name}</span>
                  <code className={styles.command} title={model.command}>
                    {model.command}
                  </code>
                  <span className={styles.hint}>
                    Stopped after {countOf(model.timeoutSeconds, 'second')} of silence
                  </span>
                </div>
                <Button
                  size="small"
                  isDisabled={!hasProject}
                  aria-label={`Ask ${model.name}`}
                  onPress={() => void ask(model.name)}
                >
                  Ask
                </Button>
                <IconButton icon={Pencil} label={`Change “${model.name}”`} onPress={() => setEdited(model)} />
                <IconButton icon={Trash2} label={`Delete “${model.name}”`} onPress={() => void remove(model.name)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
