import { DRAWN_LANES, LINE_STYLES, type LineStyle } from '../../../shared/domain/annotations/segments'
import { HUES, type Hue } from '../../../shared/domain/label-set/label-set'

/**
 * The rules for segments that are the same for each lane and hue; segments.css has the others and uses what is set here:
 * for a lane its colour (--c0), underline (--l0), height (--h0), start (--x0) and width (--w0), besides the tint and the
 * outline.
 */
const UNDERLINES: Record<LineStyle, (color: string) => { image: string; height?: string }> = {
  solid: (color) => ({ image: `linear-gradient(${color}, ${color})` }),
  double: (color) => ({
    image: `linear-gradient(${color} 1px, transparent 1px 2px, ${color} 2px)`,
    height: '3px',
  }),
  dots: (color) => ({ image: across(`${color} 0 2px, transparent 2px 4px`) }),
  dashdot: (color) => ({
    image: across(`${color} 0 8px, transparent 8px 10px, ${color} 10px 12px, transparent 12px 14px`),
  }),
  ticks: (color) => ({ image: across(`${color} 0 5px, transparent 5px 7px`) }),
}

const across = (stops: string): string => `repeating-linear-gradient(90deg, ${stops})`

const rule = (selector: string, properties: Readonly<Record<string, string | undefined>>): string =>
  `${selector} {${Object.entries(properties)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
    .join('; ')}}`

/** An underline begins and ends a little inside its span, so that neighbours read apart. */
const laneRules = (lane: number): string[] => [
  ...LINE_STYLES.map((style) => {
    const { image, height } = UNDERLINES[style](`var(--c${lane})`)
    return rule(`.u${lane}-${style}`, { [`--l${lane}`]: image, [`--h${lane}`]: height })
  }),
  rule(`.s${lane}`, { [`--x${lane}`]: '1px', [`--w${lane}`]: 'calc(100% - 1px)' }),
  rule(`.e${lane}`, { [`--w${lane}`]: 'calc(100% - 1px)' }),
  rule(`.s${lane}.e${lane}`, { [`--w${lane}`]: 'calc(100% - 2px)' }),
]

const hueRules = (hue: Hue, lanes: readonly number[]): string[] => [
  rule(`.t-${hue}`, { '--tint': `var(--${hue}-tint)` }),
  ...lanes.map((lane) => rule(`.u${lane}-${hue}`, { [`--c${lane}`]: `var(--${hue})` })),
  rule(`.outline-${hue}`, { '--outline': `var(--${hue})`, '--outline-tint': `var(--${hue}-strong)` }),
  rule(`.sp.strong-${hue}`, { '--tint': `var(--${hue}-strong)` }),
]

/** Every rule, as a style sheet writes it. */
export function segmentRules(): string[] {
  const lanes = Array.from({ length: DRAWN_LANES }, (_, lane) => lane)
  return [...lanes.flatMap(laneRules), ...HUES.flatMap((hue) => hueRules(hue, lanes))]
}

let adopted: CSSStyleSheet | null = null

/** Makes the document draw segments by these rules. */
export function adoptSegmentStyles(): void {
  if (adopted !== null) return
  adopted = new CSSStyleSheet()
  adopted.replaceSync(segmentRules().join('\n'))
  document.adoptedStyleSheets.push(adopted)
}
