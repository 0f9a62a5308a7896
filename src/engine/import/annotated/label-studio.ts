import type { AnnotatedReader } from './annotated-reader'
import { hasOwnFacts } from './finding/article-facts'
import { firstRecords } from './finding/first-records'
import { foundArticle, type RecordParts } from './finding/found-article'
import { failure, warning } from './finding/found-pieces'
import { type FoundObject, jsonElementsOf } from './finding/json-objects'
import { isObject, listOf } from './finding/json-values'
import type { FoundText, FoundTrouble } from './found-text'
import { type Collected, collect, collectGuesses } from './label-studio/collect'
import { controlsBeside } from './label-studio/config'
import { asTask, isFlatTask, type Task } from './label-studio/task'

/** Label Studio’s tasks, one or a list: https://labelstud.io/guide/task_format */
export const labelStudioReader: AnnotatedReader = {
  format: 'label-studio',
  extensions: ['.json'],
  unit: 'codepoint',
  recognises: (head) => firstRecords(head).some(isTask),
  read: async function* (input, options) {
    const { multiple, troubles } = await controlsBeside(input)
    yield* troubles
    for await (const one of jsonElementsOf(input, options)) {
      if (one.kind === 'object') yield* taskOf(one, multiple)
      else yield one
    }
  },
}

const ANSWERS = ['annotations', 'completions', 'predictions'] as const

const isTask = (record: Record<string, unknown>): boolean =>
  hasOwnFacts('label-studio', record.meta) ||
  (isObject(record.data) && ANSWERS.some((key) => Array.isArray(record[key]))) ||
  isFlatTask(record)

function* taskOf(record: FoundObject, multiple: ReadonlySet<string>): Iterable<FoundText | FoundTrouble> {
  const { place } = record
  const task = asTask(record.object)
  if ('problem' in task) {
    yield failure(place, 'no_text', task.problem)
    return
  }
  const collected: Collected = { spans: [], relations: [], ofText: {}, troubles: [], place, multiple }
  const found = foundArticle(record, partsOf(task, collected), () => collected)
  yield* collected.troubles
  yield found
}

function partsOf(task: Task, collected: Collected): RecordParts {
  const { place } = collected
  for (const [index, annotation] of task.annotations.entries()) {
    const { was_cancelled, result } = annotation
    if (was_cancelled !== true) collect(collected, annotation, index)
    else if (listOf(result).length > 0) {
      const message = 'One of its annotations was skipped in Label Studio, so what it marks was left out.'
      collected.troubles.push(warning(place, 'not_accepted', message))
    }
  }
  const drafts = task.drafts.reduce((sum, { result }) => sum + listOf(result).length, 0)
  if (drafts > 0) {
    const message = 'It has a draft in Label Studio that was never submitted, so what that marks was left out.'
    collected.troubles.push(warning(place, 'not_accepted', message))
  }
  for (const [index, prediction] of task.predictions.entries()) collectGuesses(collected, prediction, index)
  const { text, key, meta } = task
  return { format: 'label-studio', text, key, meta, rest: { ...task.rest, ...collected.ofText } }
}
