import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, importPaths, newProject, test } from './fixtures'
import { runFromPalette } from './window'

/** Proposes “Irina Dobre” as a speaker; told to fail, it does so at the second article. */
const PROGRAM = `
import { createInterface } from 'node:readline'
let n = 0
for await (const line of createInterface({ input: process.stdin })) {
  if (process.argv[2] === 'fail' && ++n === 2) { console.error('no memory left'); process.exit(3) }
  const { id, text } = JSON.parse(line)
  const at = text.indexOf('Irina Dobre')
  const spans = at < 0 ? [] : [{ label: 'SPEAKER', start: [...text.slice(0, at)].length, end: [...text.slice(0, at)].length + 11, score: 0.9 }]
  console.log(JSON.stringify({ id, spans: process.argv[2] === 'fail' ? [...spans, { label: 'PLACE', start: 0, end: 1 }] : spans }))
}
`

const room = (page: Page) => page.getByRole('dialog', { name: 'Programs that propose annotations' })
const form = (page: Page) => page.getByRole('dialog', { name: /^(Add a program|Change “)/ })
const report = (page: Page) => page.getByRole('dialog', { name: /^Answers of / })
const messages = (page: Page) => page.getByRole('status', { name: 'Messages' })

/** Answers the question whether a program may run, and tells what was asked. */
async function answerQuestions(app: ElectronApplication, isAllowed: boolean): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, response) => {
    const asked: string[] = []
    Object.assign(globalThis, { askedQuestions: asked })
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { message, detail } = args.at(-1) as { message: string; detail: string }
      asked.push(`${message} ${detail}`)
      return { response, checkboxChecked: false }
    }
  }, Number(isAllowed))
  return () => app.evaluate(() => (globalThis as unknown as { askedQuestions: string[] }).askedQuestions)
}

const suggested = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const list = await window.dictum.engine.call('articles.query', { filter: {} })
    if (!list.ok) throw new Error(list.error.message)
    const words: string[] = []
    for (const articleId of list.value.articleIds) {
      const opened = await window.dictum.engine.call('article.open', { articleId })
      if (opened.ok) words.push(...opened.value.suggestions.map((one) => `${one.words} ${one.source} ${one.score}`))
    }
    return words
  })

test.beforeEach(async ({ app, page, folder }) => {
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  for (const [n, text] of ['😀 Irina Dobre spoke.', 'So said Irina Dobre.', 'Nobody spoke.'].entries())
    writeFileSync(join(articles, `${n}.txt`), `${text}\n`)
  writeFileSync(join(folder, 'program.mjs'), PROGRAM)
  await newProject(app, page, join(folder, 'Small.dictum'))
  expect((await importPaths(app, page, articles)).imported).toBe(3)
  await page.keyboard.press('Escape')
})

test('a program is added by keyboard, only where it is allowed; asked, it proposes; undo takes it back', async ({
  app,
  page,
  folder,
}) => {
  const command = `"${process.execPath}" "${join(folder, 'program.mjs')}"`
  await runFromPalette(page, 'Have a program propose')
  await expect(room(page)).toContainText('No program yet')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  const asked = await answerQuestions(app, false)
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('names')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(command)
  await page.keyboard.press('Enter')
  await expect.poll(asked).toEqual([expect.stringContaining(command)])
  // what was typed is still there
  await expect(form(page).getByRole('textbox', { name: 'Name' })).toHaveValue('names')
  await answerQuestions(app, true)
  await page.keyboard.press('Enter')
  await expect(room(page)).toContainText(command)

  await room(page).getByRole('button', { name: 'Ask names' }).press('Enter')
  await expect(report(page)).toContainText('names answered 3 of 3 articles: 2 suggestions in 2 articles.')
  await page.keyboard.press('Enter')
  expect((await suggested(page)).sort()).toEqual(['Irina Dobre names 0.9', 'Irina Dobre names 0.9'])
  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: 'Suggested: Speaker' })).toContainText('proposed by names · score 0.9')
  await page.keyboard.press('Control+z')
  await expect.poll(() => suggested(page)).toEqual([])
})

test('one that fails is told with what it said, and leads to what did not fit; it is changed and deleted by mouse', async ({
  app,
  page,
  folder,
}) => {
  await answerQuestions(app, true)
  await runFromPalette(page, 'Have a program propose')
  await room(page).getByRole('button', { name: 'Add a program…' }).click()
  await form(page).getByRole('textbox', { name: 'Name' }).fill('broken')
  await form(page)
    .getByRole('textbox', { name: 'Command' })
    .fill(`"${process.execPath}" "${join(folder, 'program.mjs')}" fail`)
  await form(page)
    .getByRole('textbox', { name: /silence/ })
    .fill('0')
  await expect(form(page).getByRole('button', { name: 'Save…' })).toBeDisabled()
  await form(page)
    .getByRole('textbox', { name: /silence/ })
    .fill('60')
  await form(page).getByRole('button', { name: 'Save…' }).click()

  await room(page).getByText('All articles').click()
  await room(page).getByRole('button', { name: 'Ask broken' }).click()
  await expect(report(page)).toContainText('broken failed (exit status 3): no memory left')
  await expect(report(page)).toContainText('1 suggestion in 1 article.')
  await report(page).getByText('There is no label “PLACE” in this project.').click()
  await expect(report(page)).toHaveCount(0)

  await runFromPalette(page, 'Have a program propose')
  await room(page).getByRole('button', { name: 'Change “broken”' }).click()
  await form(page).getByRole('textbox', { name: 'Name' }).fill('mended')
  await form(page).getByRole('button', { name: 'Save…' }).click()
  await expect(room(page)).toContainText('mended')
  await room(page).getByRole('button', { name: 'Delete “mended”' }).click()
  await expect(room(page)).toContainText('No program yet')
  await expect(messages(page)).not.toContainText('went wrong')
})

test('the window cannot run a command that nobody was asked about', async ({ page }) => {
  const answers = await page.evaluate(async () => [
    await window.dictum.app.call('models.run', { name: 'sneaky' }),
    await window.dictum.app.call('settings.set', { models: [{ name: 'sneaky', command: 'ls' }] } as never),
    await window.dictum.app.call('models.list', {}),
    await window.dictum.engine.call('model.run' as never, { name: 'sneaky', command: 'ls' } as never),
  ])
  expect(answers[0]).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(answers[2]).toEqual({ ok: true, value: [] })
  expect(answers[3]).toMatchObject({ ok: false })
})
