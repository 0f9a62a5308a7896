import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enginePid, expect, importPaths, newProject, test } from './fixtures'
import { writeHarbour } from './harbour-articles'
import { articleText, drawn } from './text'

/** Selects words of the article without a mouse, as fast as a script can. */
const select = (page: Page, words: string): Promise<void> =>
  articleText(page).evaluate((root, wanted) => {
    root.focus()
    for (const line of root.querySelectorAll('p')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue!.indexOf(wanted)
        if (at === -1) continue
        document.getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length)
        return
      }
    }
    throw new Error(`“${wanted}” is not in the article`)
  }, words)

test.beforeEach(async ({ app, page, folder }) => {
  await newProject(app, page, join(folder, 'Harbour.dictum'))
  await importPaths(app, page, writeHarbour(folder))
  await expect(articleText(page)).toContainText('Primarul Irina Dobre')
})

test('keys pressed while the engine is slow do what they were pressed for', async ({ app, page }) => {
  const engine = (await enginePid(app))!
  process.kill(engine, 'SIGSTOP')
  try {
    await select(page, 'vineri')
    await page.keyboard.press('d')
    await select(page, 'orașul')
    await page.keyboard.press('c')
    // a further part of the claim that is on its way, and then another selection
    await select(page, 'acord')
    await page.keyboard.press('a')
    await select(page, 'portul')
    // links the claim: its nearest target is the date
    await page.keyboard.press('l')
    await page.keyboard.press('a')
    expect(await drawn(page, '.sp')).toEqual([])
  } finally {
    process.kill(engine, 'SIGCONT')
  }
  await expect.poll(() => drawn(page, '.sp')).toEqual(['vineri', 'orașul', 'acord'])
  const opened = async () => {
    const reply = await page.evaluate(() => window.dictum.engine.call('article.open', { articleId: 1 }))
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value
  }
  await expect.poll(async () => (await opened()).relations.map(({ typeId }) => typeId)).toEqual(['said_on'])
  expect((await opened()).spans.map(({ words }) => words)).toEqual(['vineri', 'orașul acord'])
})

test('what is marked while another article is on its way is marked where it was selected', async ({ app, page }) => {
  const second = page.getByRole('listbox', { name: 'Articles' }).getByRole('option').nth(1)
  const first = (await articleText(page).textContent())!
  const engine = (await enginePid(app))!
  process.kill(engine, 'SIGSTOP')
  try {
    await second.click()
    await select(page, 'vineri')
    await page.keyboard.press('d')
    // from the list a key is about what was clicked there
    await second.click()
    await page.keyboard.press('f')
  } finally {
    process.kill(engine, 'SIGCONT')
  }
  await expect(second).toHaveAccessibleName(/flagged/)
  await expect(articleText(page)).not.toHaveText(first)
  await expect.poll(() => drawn(page, '.sp')).toEqual([])
  const spans = (articleId: number) =>
    page.evaluate(async (id) => {
      const reply = await window.dictum.engine.call('article.open', { articleId: id })
      return reply.ok ? reply.value.spans.map(({ words }) => words) : reply.error.message
    }, articleId)
  await expect.poll(() => spans(1)).toEqual(['vineri'])
  expect(await spans(2)).toEqual([])
})

test('a kind of link that has no target here says so instead of waiting for a letter', async ({ page }) => {
  await select(page, 'vineri')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.sp')).toEqual(['vineri'])
  await select(page, 'orașul')
  await page.keyboard.press('c')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['orașul'])
  await page.keyboard.press('l')
  // 1 is “Said by”, and no speaker is marked
  await page.keyboard.press('1')
  await expect(page.getByText(/“Said by” has no target here/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-link-hint]')).toHaveCount(0)
})

test('in the smallest window the text stays where it is when a span gets the focus', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(960, 600))
  await select(page, 'vineri')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.sp')).toEqual(['vineri'])
  const top = () => articleText(page).evaluate((root) => root.getBoundingClientRect().top)
  await page.keyboard.press('Escape')
  const before = await top()
  await page.keyboard.press('Tab')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['vineri'])
  expect(await top()).toBe(before)
  const overlaps = await page.evaluate(() => {
    const box = (pane: string) => document.querySelector(`[data-pane="${pane}"]`)!.getBoundingClientRect()
    return box('article').left < box('corpus').right || box('article').right > box('inspector').left
  })
  expect(overlaps).toBe(false)
})

test('either pane can be hidden', async ({ page }) => {
  await articleText(page).focus()
  await page.keyboard.press('Control+b')
  await expect(page.getByRole('complementary', { name: 'Corpus' })).toHaveCount(0)
  await page.keyboard.press('Control+Alt+b')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0)
  await page.keyboard.press('Control+b')
  await expect(page.getByRole('complementary', { name: 'Corpus' })).toBeVisible()
})
