import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HUES } from '../../src/shared/domain/label-set/label-set'

const css = (name: string): string => readFileSync(join(import.meta.dirname, '../../src/renderer/ui', name), 'utf8')

const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** The six-digit colours of a rule, by property: `light-dark(#aaaaaa, #bbbbbb)`. */
function colours(rule: string): Map<string, Record<Theme, string>> {
  const found = new Map<string, Record<Theme, string>>()
  for (const [, name, light, dark] of rule.matchAll(/--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/gi)) {
    found.set(name!, { light: light!, dark: dark! })
  }
  return found
}

function ruleOf(source: string, selector: string): string {
  const start = source.indexOf(`${selector} {`)
  if (start === -1) throw new Error(`no rule ${selector}`)
  return source.slice(start, source.indexOf('}', start))
}

const TOKENS = colours(ruleOf(css('tokens.css'), ':root'))
const PALETTE = css('palette.css')

/** Relative luminance of a `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

const token = (name: string, theme: Theme): string => {
  const colour = TOKENS.get(name)
  if (colour === undefined) throw new Error(`no token --${name}`)
  return colour[theme]
}

/** What words are written on, and in which inks. */
const TEXT_PAIRS: readonly [inks: readonly string[], grounds: readonly string[]][] = [
  [['ink'], ['bg', 'pane', 'paper', 'hover', 'accent-soft', 'selection', 'line', 'danger-soft']],
  [['ink-2'], ['bg', 'pane', 'paper', 'hover', 'accent-soft', 'line']],
  [['ink-3'], ['bg', 'pane', 'paper', 'hover', 'accent-soft']],
  [
    ['accent', 'ok', 'warn', 'danger'],
    ['bg', 'pane', 'paper', 'hover', 'accent-soft'],
  ],
  [['danger'], ['danger-soft']],
  [['accent-ink'], ['accent', 'danger']],
]

const TEXT = 4.5
/** Lines and swatches (WCAG 2.2, 1.4.11). */
const MARK = 3
/** The text that is read all day, on its highlights. */
const READING = 7

describe.each(THEMES)('%s theme', (theme) => {
  it('writes every ink on its grounds with enough contrast', () => {
    const low = TEXT_PAIRS.flatMap(([inks, grounds]) =>
      inks.flatMap((ink) =>
        grounds.map((ground) => ({ ink, ground, is: contrast(token(ink, theme), token(ground, theme)) })),
      ),
    ).filter(({ is }) => is < TEXT)
    expect(low).toEqual([])
  })

  it('shows the focus ring and the track of what is done', () => {
    for (const ground of ['bg', 'pane', 'paper', 'accent-soft']) {
      expect(contrast(token('accent', theme), token(ground, theme))).toBeGreaterThanOrEqual(MARK)
    }
    expect(contrast(token('ok', theme), token('line', theme))).toBeGreaterThanOrEqual(MARK)
  })

  it.each(HUES)('keeps %s legible', (hue) => {
    const of = colours(ruleOf(PALETTE, `.hue-${hue}`))
    const colour = (name: string) => of.get(name)![theme]
    for (const tint of ['tint', 'tint-strong']) {
      expect(contrast(token('ink', theme), colour(tint)), `the text on --${tint}`).toBeGreaterThanOrEqual(READING)
    }
    for (const ground of ['pane', 'paper', 'accent-soft', 'hover']) {
      expect(contrast(colour('hue-ink'), token(ground, theme)), `--hue-ink on --${ground}`).toBeGreaterThanOrEqual(TEXT)
    }
    expect(contrast(colour('hue-ink'), colour('tint')), '--hue-ink on --tint').toBeGreaterThanOrEqual(TEXT)
    for (const ground of ['pane', 'paper']) {
      expect(contrast(colour('hue'), token(ground, theme)), `--hue on --${ground}`).toBeGreaterThanOrEqual(MARK)
    }
    expect(contrast(colour('hue'), colour('tint')), '--hue on --tint').toBeGreaterThanOrEqual(MARK)
  })
})
