import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'

interface ExportedSpan {
  id: string
  label: string
  start: number
  end: number
  text: string
  parts: [number, number][]
  attributes: Record<string, unknown>
}

interface ExportedArticle {
  text: string
  meta: { title: string; published_on: string | null; source: string; status: string }
  spans: ExportedSpan[]
  relations: { type: string; from: string; to: string }[]
}

/** Reads an exported JSONL file and holds every span against the text, in code points, as another program would. */
export function readExport(path: string): ExportedArticle[] {
  const articles = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExportedArticle)
  for (const article of articles) {
    const points = [...article.text]
    for (const span of article.spans) {
      expect(span.parts.map(([start, end]) => points.slice(start, end).join('')).join(' ')).toBe(span.text)
    }
  }
  return articles
}

/** Relations of an article as `type: words → words`. */
export function linksOf(article: ExportedArticle): string[] {
  const words = new Map(article.spans.map((span) => [span.id, span.text]))
  return article.relations.map(({ type, from, to }) => `${type}: ${words.get(from)} → ${words.get(to)}`).sort()
}
