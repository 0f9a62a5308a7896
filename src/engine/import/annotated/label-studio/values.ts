import { asName, isObject, listOf } from '../finding/json-values'

type Json = Readonly<Record<string, unknown>>

/** What a control other than labels answers; null for none. */
export function answerOf({ type, value, from_name }: Json, multiple: ReadonlySet<string>): unknown {
  if (!isObject(value) || typeof type !== 'string' || type.endsWith('labels')) return null
  if (type === 'textarea') return linesOf(value.text)
  const answer = value[type] ?? null
  if (type === 'taxonomy') return single(listOf(answer).map((path) => listOf(path).join('/')))
  if (type !== 'choices') return answer
  const choices = listOf(answer).map((one) => (Array.isArray(one) ? one.join('/') : one))
  const choice = multiple.has(String(from_name)) ? choices : single(choices)
  // it has no other way to say yes and no
  return choice === 'true' ? true : choice === 'false' ? false : choice
}

const single = (list: readonly unknown[]): unknown => (list.length > 1 ? list : (list[0] ?? null))

const linesOf = (text: unknown): unknown =>
  Array.isArray(text) ? text.filter((line) => typeof line === 'string').join('\n') : text

/** The attribute that a control stands for: its name, without the label that an export of ours may put behind it. */
export function attributeName({ from_name }: Json, labels: readonly string[]): string {
  const name = asName(from_name) ?? 'value'
  const at = name.lastIndexOf('@')
  return unescaped(at > 0 && labels.includes(unescaped(name.slice(at + 1))) ? name.slice(0, at) : name)
}

/** `#` begins something else in its names, `@` in ours. */
const unescaped = (name: string): string => name.replace(/%(?:23|25|40)/g, decodeURIComponent)
