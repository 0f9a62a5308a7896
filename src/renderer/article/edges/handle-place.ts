import { docOffset, type Part } from '../../../shared/domain/text/offsets'
import type { Edge } from '../../../shared/domain/text/segmentation'
import { nextCluster, previousCluster } from '../../../shared/domain/text/text-units'
import type { ArticleSurface } from '../text/article-surface'

export interface HandlePlace {
  /** The corner of the box where the handle's knob is centred, in CSS pixels of the column. */
  readonly left: number
  readonly top: number
  /** Whether the words there read from right to left, so that the outside is on the other side. */
  readonly isFromRight: boolean
}

/** Where the handle of a part's edge belongs: above where it starts, below where it ends. Null out of sight. */
export function handlePlace(surface: ArticleSurface, [start, end]: Part, edge: Edge): HandlePlace | null {
  const { projection } = surface
  const offset = edge === 'start' ? start : end
  if (!surface.isNear(offset, offset)) return null
  const first = edge === 'start' ? start : docOffset(previousCluster(projection.text, end))
  const last = edge === 'start' ? docOffset(nextCluster(projection.text, start)) : end
  const line = surface.edgeLine(offset, edge)
  const letter = surface.rects(first, last).at(-1)
  if (line === null || letter === undefined) return null
  const box = boxAround(surface, first, line)
  const isLeftOfLetter = line.x <= letter.x + letter.width / 2
  return {
    left: line.x,
    top: edge === 'start' ? box.top : box.bottom,
    isFromRight: isLeftOfLetter !== (edge === 'start'),
  }
}

/** The drawn box of a letter's row, with the room for underlines below the words. */
function boxAround(surface: ArticleSurface, letter: Part[0], line: DOMRect): DOMRect {
  const [drawn] = surface.projection.segmentElements(letter, docOffset(letter + 1))
  const middle = line.y + line.height / 2
  return surface.boxesOf(drawn?.element).find(({ top, bottom }) => top <= middle && middle <= bottom) ?? line
}
