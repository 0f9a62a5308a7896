import { type EditorConfig, ElementNode, TextNode } from 'lexical'
import { type Segment, segmentClass } from '../../../shared/domain/annotations/segments'
import type { LineLook } from './line-look'

/** Some lines that follow one another, so that a change in one makes the browser look at a few others only. */
export class BlockNode extends ElementNode {
  /** In CSS pixels with the default reading settings, for as long as the block has never been on the screen. */
  __estimatedHeight = 0

  override $config() {
    return this.config('dictum-block', { extends: ElementNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__estimatedHeight = previous.__estimatedHeight
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'block'
    element.style.setProperty('--estimate', `${this.__estimatedHeight}px`)
    return element
  }

  override updateDOM(): boolean {
    return false
  }
}

export function $createBlock(estimatedHeight: number): BlockNode {
  const block = new BlockNode()
  block.__estimatedHeight = estimatedHeight
  return block
}

/** One line of the article. */
export class LineNode extends ElementNode {
  __className = ''

  override $config() {
    return this.config('dictum-line', { extends: ElementNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__className = previous.__className
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p')
    element.className = this.__className
    return element
  }

  override updateDOM(): boolean {
    return false
  }
}

export function $createLine({ className, direction }: LineLook): LineNode {
  const line = new LineNode()
  line.__className = className
  line.__dir = direction
  return line
}

/** The words between two span edges. Lexical neither merges nor splits it; a change replaces it. */
export class SegmentNode extends TextNode {
  __className = ''

  override $config() {
    return this.config('dictum-segment', { extends: TextNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__className = previous.__className
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    if (this.__className !== '') element.className = this.__className
    return element
  }

  override isSimpleText(): boolean {
    return false
  }

  override isUnmergeable(): boolean {
    return true
  }
}

/** @param line the text of the whole line that the segment is cut from */
export function $createSegment(line: string, segment: Segment): SegmentNode {
  const node = new SegmentNode(line.slice(segment.start, segment.end))
  node.__className = segmentClass(segment)
  return node
}
