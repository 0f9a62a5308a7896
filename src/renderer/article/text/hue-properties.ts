import type { Disposer } from '../../../shared/contract/window-api'
import { HUES } from '../../../shared/domain/label-set/label-set'

/**
 * Makes the colours of every hue available below an element as `--amber`, `--amber-tint` and `--amber-strong`. The
 * palette gives one hue to an element; a segment under several spans needs several.
 */
export function exposeHues(element: HTMLElement): void {
  const probe = document.createElement('span')
  probe.hidden = true
  element.append(probe)
  const palette = getComputedStyle(probe)
  for (const hue of HUES) {
    probe.className = `hue-${hue}`
    // custom properties come back as they were written, light-dark() included: a change of theme needs nothing more
    element.style.setProperty(`--${hue}`, palette.getPropertyValue('--hue'))
    element.style.setProperty(`--${hue}-tint`, palette.getPropertyValue('--tint'))
    element.style.setProperty(`--${hue}-strong`, palette.getPropertyValue('--tint-strong'))
  }
  probe.remove()
}

/**
 * Makes the line colour of every hue available to highlights, as `--amber-line` on the root: in a highlight light-dark()
 * knows only the light side, so that the colours are set again with every change of the theme.
 */
export function followLineColours(): Disposer {
  const root = document.documentElement
  const probe = document.createElement('span')
  probe.hidden = true
  root.append(probe)
  const setAll = () => {
    for (const hue of HUES) {
      probe.className = `hue-${hue} line-colour-probe`
      root.style.setProperty(`--${hue}-line`, getComputedStyle(probe).color)
    }
  }
  setAll()
  const theme = matchMedia('(prefers-color-scheme: dark)')
  theme.addEventListener('change', setAll)
  return () => {
    theme.removeEventListener('change', setAll)
    probe.remove()
  }
}
