import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { WindowParams } from '../../src/shared/contract/window-methods'
import { expect, importPaths, newProject } from './fixtures'

export interface PlannedSpan {
  readonly label: string
  /** The words of its parts: each the first place in the text where they stand. */
  readonly quotes: readonly string[]
  readonly attributes?: Readonly<Record<string, string>>
}

export interface AnnotatedArticle<Key extends string> {
  readonly text: string
  /** Spans by a key of the test's own. */
  readonly spans: Readonly<Record<Key, PlannedSpan>>
  readonly links?: readonly (readonly [typeId: string, from: NoInfer<Key>, to: NoInfer<Key>])[]
}

const OTHER = ' date 2025-11-20 Another day\n\nNothing was said.'

/**
 * Makes a project of two articles, annotates the first through the engine, and opens it. Gives the spans' uids by key;
 * the second article is called “Another day”.
 */
export async function openAnnotated<Key extends string>(
  app: ElectronApplication,
  page: Page,
  folder: string,
  { text, spans, links = [] }: AnnotatedArticle<Key>,
): Promise<Record<Key, string>> {
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  writeFileSync(join(articles, '1.txt'), text)
  writeFileSync(join(articles, '2.txt'), OTHER)
  await newProject(app, page, join(folder, 'annotated.dictum'))
  await importPaths(app, page, articles)
  const plan = (Object.entries(spans) as [Key, PlannedSpan][]).map(([key, { label, quotes, attributes = {} }]) => ({
    key,
    labelId: label,
    parts: quotes.map((quote) => {
      const start = text.indexOf(quote)
      if (start === -1) throw new Error(`the text does not say “${quote}”`)
      return [start, start + quote.length] as const
    }),
    attributes,
  }))
  const made = await page.evaluate(
    async ({ plan, links }) => {
      const call = window.dictum.engine.call
      const list = await call('articles.query', { filter: {} })
      if (!list.ok) throw new Error(list.error.message)
      const uids: Record<string, string> = {}
      for (const { key, ...rest } of plan) {
        const span = rest as unknown as Omit<WindowParams<'span.create'>, 'articleId'>
        const answer = await call('span.create', { articleId: list.value.articleIds[0]!, ...span })
        if (!answer.ok) throw new Error(answer.error.message)
        uids[key] = answer.value.spans[0]!.uid
      }
      for (const [typeId, from, to] of links) {
        const answer = await call('relation.create', { typeId, fromUid: uids[from]!, toUid: uids[to]! })
        if (!answer.ok) throw new Error(answer.error.message)
      }
      return uids
    },
    { plan, links },
  )
  // the window learns of spans that it did not make itself when the article is opened
  await page.getByRole('option', { name: 'Another day' }).click()
  await expect(page.locator('[data-article-text]')).toContainText('Nothing was said')
  await page.getByRole('option').first().click()
  await expect(page.locator('[data-article-text]')).not.toContainText('Nothing was said')
  return made as Record<Key, string>
}

/** The first article with all its annotations, as the file has them. */
export const stored = (page: Page) =>
  page.evaluate(async () => {
    const list = await window.dictum.engine.call('articles.query', { filter: {} })
    if (!list.ok) throw new Error(list.error.message)
    const opened = await window.dictum.engine.call('article.open', { articleId: list.value.articleIds[0]! })
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value
  })

/** “claim → speaker (said_by)” for each link in the file, by the words of its ends, sorted. */
export async function storedLinks(page: Page): Promise<string[]> {
  const { spans, relations } = await stored(page)
  const words = (uid: string) => spans.find((span) => span.uid === uid)?.words
  return relations.map(({ typeId, fromUid, toUid }) => `${words(fromUid)} → ${words(toUid)} (${typeId})`).sort()
}

export const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
export const claimCard = (page: Page, words: string) =>
  inspector(page).getByRole('listitem').filter({ hasText: words }).first()
