import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { inspector } from './annotated'
import { test as base, expect, importPaths, newProject } from './fixtures'
import { articleText } from './text'

const LONG = 'Primăria a publicat hotărârea pe pagina ei, iar ziarul o dă aici în întregime, cu toate anexele. '.repeat(
  4,
)
const FILE = `---
title: Portul se închide trei zile
date: 2025-12-23
url: https://gazeta.example/porturi/portul-se-inchide
tags: [port, dig]
author: Ilinca Dobre
pages: 3
checked: true
sources: [primărie, pescari]
summary: ${LONG}
---
Primarul a anunțat că portul va fi închis trei zile. Pescarii nu au fost întrebați de nimeni.
`

const test = base.extend<{ tab: Page }>({
  tab: async ({ app, page, folder }, use) => {
    await newProject(app, page, join(folder, 'p.dictum'))
    writeFileSync(join(folder, 'port.md'), FILE)
    const report = await importPaths(app, page, join(folder, 'port.md'))
    expect(report).toMatchObject({ imported: 1, items: [] })
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(articleText(page).locator('.line').first()).toBeVisible()
    await inspector(page).getByRole('tab', { name: 'Article' }).click()
    await use(page)
  },
})

const stored = (page: Page) =>
  page.evaluate(async () => {
    const reply = await window.dictum.engine.call('article.open', { articleId: 1 })
    if (!reply.ok) throw new Error(reply.error.message)
    const { publishedOn, dateFound, lang, langFound, tags } = reply.value.article
    return { publishedOn, dateFound, lang, langFound, tags }
  })
const AS_READ = {
  publishedOn: '2025-12-23',
  dateFound: 'front_matter',
  lang: 'ro',
  langFound: 'detected',
  tags: ['dig', 'port'],
}

const tags = (page: Page) => inspector(page).getByRole('grid', { name: 'Tags of this article' }).getByRole('row')
const language = (page: Page) => inspector(page).getByRole('button', { name: /Language/ })
const undo = async (page: Page) => {
  await articleText(page).focus()
  await page.keyboard.press('Control+Z')
}

test('what the file says is shown, how it became known, and long values folded', async ({ tab: page }) => {
  const pane = inspector(page)
  await expect(pane.getByLabel('Date', { exact: true })).toHaveValue('2025-12-23')
  await expect(pane).toContainText('From the file’s front matter; used where a claim has none.')
  await expect(language(page)).toContainText('Romanian')
  await expect(pane).toContainText('Detected from the words.')
  await expect(tags(page)).toHaveText(['dig', 'port'])
  const extra = pane.getByRole('region', { name: 'From the file' })
  await expect(extra.getByRole('term')).toHaveText(['author', 'pages', 'checked', 'sources', 'summary'])
  await expect(extra.getByRole('definition')).toHaveText([
    'Ilinca Dobre',
    '3',
    'yes',
    'primărie, pescari',
    /more characters$/,
  ])
  await extra.getByRole('button', { name: 'More of summary' }).click()
  await expect(extra.getByRole('definition').last()).toContainText(LONG.trim())
  await expect(pane).toContainText('Markdown')
  await expect(pane).toContainText('https://gazeta.example/porturi/portul-se-inchide')
  // never a link: nothing is fetched
  await expect(pane.getByRole('link')).toHaveCount(0)
  await pane.getByRole('button', { name: 'Copy the URL' }).click()
  await expect(pane.getByRole('button', { name: 'Copied' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[data-pane="inspector"]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})

test('language, tags and date are changed with the mouse, and taken back', async ({ tab: page }) => {
  await language(page).click()
  await page.getByRole('option', { name: 'Hungarian' }).click()
  await expect.poll(() => stored(page)).toMatchObject({ lang: 'hu', langFound: 'user' })
  await inspector(page).getByRole('button', { name: 'Take away the tag dig' }).click()
  await expect(tags(page)).toHaveText(['port'])
  const box = inspector(page).getByRole('textbox', { name: 'Tags' })
  await box.click()
  await box.fill('șantier, port')
  // leaving the box is enough
  await articleText(page).click()
  await expect(tags(page)).toHaveText(['port', 'șantier'])
  await inspector(page).getByLabel('Date', { exact: true }).fill('2025-12-24')
  await articleText(page).click()
  await expect(inspector(page)).toContainText('Set by hand; used where a claim has none.')
  for (let n = 0; n < 4; n++) await undo(page)
  await expect.poll(() => stored(page)).toEqual(AS_READ)
  await expect(tags(page)).toHaveText(['dig', 'port'])
})

test('the same by keyboard', async ({ tab: page }) => {
  await language(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Hung')
  await page.keyboard.press('Enter')
  await expect.poll(() => stored(page)).toMatchObject({ lang: 'hu' })
  await page.keyboard.press('Tab')
  await expect(tags(page).first()).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(tags(page)).toHaveText(['port'])
  await expect(tags(page).first()).toBeFocused()
  const box = inspector(page).getByRole('textbox', { name: 'Tags' })
  await box.focus()
  await page.keyboard.type('a,b')
  await page.keyboard.press('Enter')
  await expect(tags(page)).toHaveText(['a', 'b', 'port'])
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()
  for (let n = 0; n < 4; n++) await page.keyboard.press('Control+Z')
  await expect.poll(() => stored(page)).toEqual(AS_READ)
})
