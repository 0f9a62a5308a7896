import { $getNodeByKey, $getRoot, createEditor, type LexicalEditor, type NodeKey } from 'lexical'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { layoutSegments, type Segment, type SpanPiece, sameSegment } from '../../../shared/domain/annotations/segments'
import { type DocOffset, docOffset } from '../../../shared/domain/text/offsets'
import { indexParagraphs, type ParagraphIndex, paragraphAt } from '../../../shared/domain/text/paragraphs'
import { hasRightToLeft } from '../../../shared/domain/text/text-direction'
import { headlineOf, lineLook } from './line-look'
import { type LabelLooks, labelLooks, spanPieces } from './span-pieces'
import { $createBlock, $createLine, $createSegment, BlockNode, LineNode, SegmentNode } from './text-nodes'

const NO_PIECES: readonly SpanPiece[] = []
/** Lines in a block: laying out a change costs about as much as this many lines and the number of blocks. */
const BLOCK_LINES = 40

/**
 * Draws an article and its spans into an element through a read-only Lexical editor: root, blocks of lines, one line
 * node a paragraph, one segment node between any two span edges. The truth lies outside: text, paragraph index and spans come from the
 * store, and nothing is ever read back from Lexical or from the DOM.
 */
export class TextProjection {
  readonly root: HTMLElement
  #editor: LexicalEditor | null = null
  #text = ''
  #title = ''
  #paragraphs: ParagraphIndex = indexParagraphs('')
  #looks: LabelLooks = labelLooks(undefined)
  #lines: HTMLElement[] = []
  #lineKeys: NodeKey[] = []
  #lineNumbers = new WeakMap<Node, number>()
  #pieces: (readonly SpanPiece[])[] = []
  #segments: Segment[][] = []
  #drawings = 0

  constructor(root: HTMLElement) {
    this.root = root
  }

  /** An editor's map of nodes keeps those of earlier texts for a while: each text has an editor of its own. */
  #freshEditor(): LexicalEditor {
    this.#editor?.setRootElement(null)
    this.#editor = createEditor({
      namespace: 'dictum-article',
      editable: false,
      nodes: [BlockNode, LineNode, SegmentNode],
      onError: (error) => {
        throw error
      },
    })
    this.#editor.setRootElement(this.root)
    return this.#editor
  }

  get paragraphs(): ParagraphIndex {
    return this.#paragraphs
  }

  /** Goes up with everything that is drawn: ranges over the text hold for as long as it stays. */
  get drawings(): number {
    return this.#drawings
  }

  /** Replaces everything, in one update. */
  show(
    { text, title }: { readonly text: string; readonly title: string },
    paragraphs: ParagraphIndex,
    spans: Iterable<Span>,
    looks: LabelLooks,
  ): void {
    this.#text = text
    this.#title = title
    this.#paragraphs = paragraphs
    this.#looks = looks
    const pieces: SpanPiece[][] = []
    for (const span of spans) {
      for (const { paragraph, piece } of spanPieces(span, paragraphs, looks)) {
        const present = pieces[paragraph]
        if (present === undefined) pieces[paragraph] = [piece]
        else present.push(piece)
      }
    }
    this.#pieces = pieces
    this.#segments = paragraphs.lines.map((line, at) => layoutSegments(line.length, pieces[at] ?? NO_PIECES))
    this.#drawAll()
  }

  #drawAll(): void {
    this.#drawings++
    const { lines } = this.#paragraphs
    const isMixed = hasRightToLeft(this.#text)
    const headline = headlineOf(lines, this.#title)
    this.#freshEditor().update(
      () => {
        const looks = lines.map((line, at) => lineLook(line, { isHeadline: at === headline, isMixed }))
        const nodes = lines.map((line, at) => {
          const segments = this.#segments[at]!.map((segment) => $createSegment(line, segment))
          return $createLine(looks[at]!).splice(0, 0, segments)
        })
        const blocks: BlockNode[] = []
        for (let at = 0; at < nodes.length; at += BLOCK_LINES) {
          const height = looks.slice(at, at + BLOCK_LINES).reduce((sum, look) => sum + look.estimatedHeight, 0)
          blocks.push($createBlock(height).splice(0, 0, nodes.slice(at, at + BLOCK_LINES)))
        }
        this.#lineKeys = nodes.map((node) => node.getKey())
        $getRoot().splice(0, 0, blocks)
      },
      { discrete: true },
    )
    this.#lines = [...this.root.children].flatMap((block) => [...block.children] as HTMLElement[])
    this.#lineNumbers = new WeakMap(this.#lines.map((line, at) => [line, at]))
  }

  /** Takes spans away and adds others; only the paragraphs that they touch are drawn again, in one update. */
  change(removed: readonly Span[], added: readonly Span[]): void {
    const touched = new Set<number>()
    for (const span of removed) {
      for (const { paragraph } of spanPieces(span, this.#paragraphs, this.#looks)) {
        touched.add(paragraph)
        this.#pieces[paragraph] = this.piecesOf(paragraph).filter((piece) => piece.uid !== span.uid)
      }
    }
    for (const span of added) {
      for (const { paragraph, piece } of spanPieces(span, this.#paragraphs, this.#looks)) {
        touched.add(paragraph)
        this.#pieces[paragraph] = [...this.piecesOf(paragraph), piece]
      }
    }
    if (touched.size === 0) return
    this.#drawings++
    this.#editor?.update(
      () => {
        for (const paragraph of touched) this.#$redraw(paragraph)
      },
      { discrete: true },
    )
  }

  /** Replaces the segments of a paragraph between the first and the last that differ. */
  #$redraw(paragraph: number): void {
    const node = $getNodeByKey<LineNode>(this.#lineKeys[paragraph]!)
    const line = this.#paragraphs.lines[paragraph]!
    const before = this.#segments[paragraph]!
    const after = layoutSegments(line.length, this.piecesOf(paragraph))
    const shorter = Math.min(before.length, after.length)
    let head = 0
    while (head < shorter && sameSegment(before[head]!, after[head]!)) head++
    let tail = 0
    while (tail < shorter - head && sameSegment(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) {
      tail++
    }
    this.#segments[paragraph] = after
    const fresh = after.slice(head, after.length - tail)
    node?.splice(
      head,
      before.length - head - tail,
      fresh.map((segment) => $createSegment(line, segment)),
    )
  }

  /** Draws everything anew from what is known, whatever has happened to the DOM. */
  rebuild(): void {
    this.#drawAll()
  }

  /** The pieces of all spans that touch a paragraph. */
  piecesOf(paragraph: number): readonly SpanPiece[] {
    return this.#pieces[paragraph] ?? NO_PIECES
  }

  segmentsOf(paragraph: number): readonly Segment[] {
    return this.#segments[paragraph] ?? []
  }

  lineElement(paragraph: number): HTMLElement | undefined {
    return this.#lines[paragraph]
  }

  /** The block that holds a paragraph. To measure it is cheap even where its lines have not been laid out. */
  blockOf(paragraph: number): { element: HTMLElement; start: DocOffset; end: DocOffset } | undefined {
    const element = this.#lines[paragraph]?.parentElement
    const { starts } = this.#paragraphs
    const first = paragraph - (paragraph % BLOCK_LINES)
    const end = starts[first + BLOCK_LINES] ?? docOffset(this.textLength)
    return element == null ? undefined : { element, start: starts[first]!, end }
  }

  /** The number of the paragraph whose element holds `node`; -1 outside of all of them. */
  paragraphOf(node: Node | null): number {
    for (let at = node; at !== null && at !== this.root; at = at.parentNode) {
      const paragraph = this.#lineNumbers.get(at)
      if (paragraph !== undefined) return paragraph
    }
    return -1
  }

  /** The elements of the segments over `[start, end)`, with their segments, in reading order. */
  *segmentElements(
    start: DocOffset,
    end: DocOffset,
  ): Generator<{ element: HTMLElement; segment: Segment; paragraph: number }> {
    const { starts, lines } = this.#paragraphs
    for (let paragraph = this.paragraphAt(start); paragraph < lines.length && starts[paragraph]! < end; paragraph++) {
      const children = this.#lines[paragraph]?.children
      const from = start - starts[paragraph]!
      const to = end - starts[paragraph]!
      const segments = this.segmentsOf(paragraph)
      for (let at = 0; at < segments.length; at++) {
        const segment = segments[at]!
        if (segment.start >= to) break
        const element = children?.[at]
        if (segment.end > from && element !== undefined) yield { element: element as HTMLElement, segment, paragraph }
      }
    }
  }

  get text(): string {
    return this.#text
  }

  /** UTF-16 code units of the whole text. */
  get textLength(): number {
    return this.#text.length
  }

  paragraphAt(offset: DocOffset): number {
    return paragraphAt(this.#paragraphs.starts, offset)
  }

  dispose(): void {
    this.#editor?.setRootElement(null)
    this.#editor = null
  }
}
