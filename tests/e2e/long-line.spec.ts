import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, importPaths, newProject, test } from './fixtures'
import { articleText, drawn } from './text'

test('an article of one megabyte without a single line break is read and marked like any other', async ({
  app,
  page,
  folder,
}) => {
  const words = 'orașul portul acordul primarul ședința și țărmul '
  const text = `${words.repeat(21_000)}sfârșit`
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  writeFileSync(join(articles, 'one-line.txt'), text)
  await newProject(app, page, join(folder, 'Long.dictum'))
  await importPaths(app, page, articles)
  await expect(articleText(page).locator('p').first()).toBeVisible()
  await articleText(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.sp')).toEqual(['sfârșit'])
  const opened = await page.evaluate(() => window.dictum.engine.call('article.open', { articleId: 1 }))
  const at = text.length - 'sfârșit'.length
  expect(opened.ok && opened.value.spans.map((span) => [span.words, span.parts])).toEqual([
    ['sfârșit', [[at, text.length]]],
  ])
  expect(opened.ok && opened.value.article.text).toBe(text)
})
