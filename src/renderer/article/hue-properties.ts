import { HUES } from '../../shared/domain/label-set'

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
