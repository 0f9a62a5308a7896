import { isObject, listOf } from '../finding/json-values'

type Json = Readonly<Record<string, unknown>>

export interface Task {
  readonly text: unknown
  /** The key that it stands under. */
  readonly key: string
  readonly meta: unknown
  /** The rest of its data. */
  readonly rest: Json
  readonly annotations: readonly Json[]
  readonly predictions: readonly Json[]
  /** What somebody began to annotate, and did not submit. */
  readonly drafts: readonly Json[]
}

/** A record as a task, or why it is none. */
export function asTask(record: Json): Task | { readonly problem: string } {
  const whole = isFlat(record) ? unfolded(record) : record
  const { data } = whole
  if (!isObject(data)) return { problem: 'This is no task of Label Studio: it has no “data”. Export as JSON there.' }
  const annotations = [...listOf(whole.annotations), ...listOf(whole.completions)].filter(isObject)
  const predictions = listOf(whole.predictions).filter(isObject)
  const drafts = listOf(whole.drafts).filter(isObject)
  const answers = [...annotations, ...predictions]
  const other = typeof data.text === 'string' ? null : otherThanText(answers)
  if (other !== null) return { problem: `It is about ${other}. Only plain text (Text) can be read.` }
  const key = textKeyOf(data, answers)
  if (key === null) return { problem: 'Its “data” holds no text. Only tasks with a text (Text) can be read.' }
  const { [key]: text, ...rest } = data
  if (isPage(text, answers)) {
    return { problem: 'It is a page (HyperText), whose places are counted in its HTML. Only plain text can be read.' }
  }
  return { text, key, meta: whole.meta, rest, annotations, predictions, drafts }
}

/** See https://labelstud.io/tags: what marks places in anything but a text, by the type of its results. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^paragraphs(?:labels)?$|^paragraphlabels$/, 'the lines of a dialogue (Paragraphs)'],
  [/^(?:rectangle|polygon|brush|bitmask|ellipse|keypoint|vector)(?:labels)?$/, 'a picture'],
  [/^(?:timeseries|timeline|videorectangle)(?:labels)?$/, 'a film or a time series'],
]

/** What the places of a task are in, where all are in something else than a text. */
function otherThanText(answers: readonly Json[]): string | null {
  const types = answers.flatMap(({ result }) =>
    listOf(result).map((one) => (isObject(one) && typeof one.type === 'string' ? one.type : '')),
  )
  const others = types.map((type) => OTHERS.find(([known]) => known.test(type))?.[1] ?? null)
  const isText = types.some((type, n) => type.endsWith('labels') && others[n] === null)
  return isText ? null : (others.find((other) => other !== null) ?? null)
}

/** What the results say that they mark, as in `$text`; else `text`, else the only value that is a text. */
function textKeyOf(data: Json, answers: readonly Json[]): string | null {
  for (const { result } of answers) {
    for (const one of listOf(result)) {
      const source = isObject(one) ? one.source : undefined
      if (typeof source === 'string' && typeof data[source.slice(1)] === 'string') return source.slice(1)
    }
  }
  if (typeof data.text === 'string') return 'text'
  const [only, ...others] = Object.keys(data).filter((key) => typeof data[key] === 'string')
  const isOnly = only !== undefined && others.length === 0 && !NAMES_A_FILE.test(String(data[only]).trim())
  return isOnly ? only : 'text' in data ? 'text' : null
}

/** A path or an address alone, as of a picture: no text to mark anything in. */
const NAMES_A_FILE = /^(?:[a-z][a-z0-9+.-]*:\/\/|data:|\.{0,2}\/)\S*$|^\S+\.[a-z0-9]{2,4}$/i

const MARKUP = /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i

/** Whether places are those of a page that is not simply a text. */
const isPage = (text: unknown, answers: readonly Json[]): boolean =>
  typeof text === 'string' &&
  MARKUP.test(text) &&
  answers.some(({ result }) => listOf(result).some((one) => isObject(one) && one.type === 'hypertextlabels'))

/** Its export “JSON-MIN”: a task with its data and its regions side by side, under the names of their controls. */
export const isFlatTask = (record: Json): boolean => isFlat(record) && Object.values(record).some(areRegions)

/** One in which nothing is marked, too. */
const isFlat = (record: Json): boolean => !('data' in record) && 'annotation_id' in record

const areRegions = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one) && 'start' in one && 'labels' in one)

function unfolded(record: Json): Json {
  const data: Record<string, unknown> = {}
  const result: Json[] = []
  for (const [key, value] of Object.entries(record)) {
    if (!areRegions(value)) data[key] = value
    else for (const one of listOf(value)) result.push({ id: `${key} ${result.length + 1}`, type: 'labels', value: one })
  }
  const { annotator, annotation_id, ...rest } = data
  return { data: rest, annotations: [{ id: annotation_id, completed_by: annotator, result }] }
}
