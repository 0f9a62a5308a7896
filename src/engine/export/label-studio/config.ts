import type { Hue, LabelSet } from '../../../shared/domain/label-set/label-set'
import { type Control, type Controls, LABELS, TEXT } from './controls'

/** The lines of the palette, on paper. */
const COLOURS: Readonly<Record<Hue, string>> = {
  amber: '#b7791f',
  teal: '#1f6f78',
  violet: '#6b4fa0',
  blue: '#2c6bc4',
  rose: '#c0405f',
  green: '#3c8047',
  orange: '#c2571a',
  slate: '#66707d',
  cyan: '#0f7d9c',
  magenta: '#a83a9a',
  lime: '#66801a',
  brown: '#8a5a3c',
}

/** The labelling configuration that the tasks are for: https://labelstud.io/guide/setup */
export function labelConfig({ labels, relations }: LabelSet, controls: Controls): string {
  const lines = [
    '<View>',
    // else its window shows several spaces as one
    '  <Style>.htx-text { white-space: pre-wrap; }</Style>',
    `  <Labels${attributes({ name: LABELS, toName: TEXT })}>`,
    ...labels.map(({ name, title, hue, key }) => {
      const hint = title === '' || title === name ? null : title
      return `    <Label${attributes({ value: name, hint, background: COLOURS[hue], hotkey: key })}/>`
    }),
    '  </Labels>',
    `  <Text${attributes({ name: TEXT, value: '$text', valueType: 'text', saveTextResult: 'yes', granularity: 'symbol' })}/>`,
  ]
  if (relations.length > 0) {
    const values = relations.map(({ name }) => `    <Relation${attributes({ value: name })}/>`)
    lines.push('  <Relations choice="multiple">', ...values, '  </Relations>')
  }
  return `${[...lines, ...controls.all().flatMap(controlLines), '</View>'].join('\n')}\n`
}

function controlLines({ name, kind, label, isMultiple, options }: Control): string[] {
  const common = { name, toName: TEXT, perRegion: 'true', whenLabelValue: label }
  if (kind === 'number') return [`  <Number${attributes(common)}/>`]
  if (kind === 'textarea') return [`  <TextArea${attributes({ ...common, editable: 'true', maxSubmissions: '1' })}/>`]
  const choices = [...options].map((option) => `    <Choice${attributes({ value: option })}/>`)
  return [
    `  <Choices${attributes({ ...common, choice: isMultiple ? 'multiple' : 'single' })}>`,
    ...choices,
    '  </Choices>',
  ]
}

const attributes = (values: Readonly<Record<string, string | null>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(value)}"`))
    .join('')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
