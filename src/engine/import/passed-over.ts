import type { ImportItem } from '../../shared/contract/jobs'
import { byCodeUnits } from './by-code-units'

const LISTED = 20
/** Whoever has one of these does not wonder where it is. */
const PLAINLY_NO_TEXT =
  /\.(avif|avi|bmp|css|db|dictum|dll|docx?|epub|exe|flac|gif|gz|heic|ico|jpe?g|js|m4a|mkv|mov|mp[34]|od[pst]|ogg|otf|pdf|png|pptx?|rar|sqlite|svg|tar|tiff?|ttf|wav|webm|webp|wmv|woff2?|xlsx?|xz|7z)$/i

/** Files in folders that are of no kind to import, by their names: how many, and the first by name. */
export class PassedOver {
  #count = 0
  #first: string[] = []

  get count(): number {
    return this.#count
  }

  add(path: string): void {
    this.#count++
    this.#first.push(path)
    if (this.#first.length >= 2 * LISTED) this.#keepFirst()
  }

  /** What a report lists of them, those that may be text first. */
  items(): ImportItem[] {
    this.#keepFirst()
    const message = 'Of no kind to import, by its name. If it is text, import it by itself, or give it the ending .txt.'
    const item = { outcome: 'passed_over', code: 'other_kind' } as const
    const more = this.#count - this.#first.length
    return [
      ...this.#first.map((path) => ({ ...item, path, message })),
      ...(more > 0 ? [{ ...item, path: '', message: `And ${more.toLocaleString('en')} more.`, more }] : []),
    ]
  }

  #keepFirst(): void {
    const rank = (path: string) => Number(PLAINLY_NO_TEXT.test(path))
    this.#first = this.#first.sort((a, b) => rank(a) - rank(b) || byCodeUnits(a, b)).slice(0, LISTED)
  }
}
