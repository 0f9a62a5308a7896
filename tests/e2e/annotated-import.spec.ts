import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { answerOpenDialog, expect, importPaths, newProject, test } from './fixtures'
import { projectIsSound } from './window'

/** A job reads and writes; a busy machine takes its time. */
const JOB = { timeout: 60_000 }
const look = (page: Page): Locator => page.getByRole('dialog', { name: 'Before the import' })
const verdict = (page: Page): Locator => look(page).getByRole('status')
const becomes = (page: Page, name: string): Locator =>
  look(page).getByRole('button', { name: new RegExp(`${name} becomes$`) })

/** In doccano’s shape, which counts UTF-16. */
const file = (texts: string[]): string =>
  texts
    .map((text) => {
      const at = (words: string, label: string) => [text.indexOf(words), text.indexOf(words) + words.length, label]
      return JSON.stringify({
        text,
        label: [at('Ana Pop', 'PER'), at('taxes will fall', 'STATEMENT'), at('said', 'MISC')],
      })
    })
    .join('\n')

async function choose(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerOpenDialog(app, path)
  await page.keyboard.press('Control+Shift+i')
  await expect(look(page)).toBeVisible()
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
}

const spans = (page: Page, articleId: number): Promise<string[]> =>
  page.evaluate(async (id) => {
    const opened = await window.dictum.engine.call('article.open', { articleId: id })
    if (!opened.ok) throw new Error(opened.error.message)
    return [
      ...opened.value.spans.map(({ words, labelId }) => `${words}: ${labelId}`),
      ...opened.value.suggestions.map(({ words, labelId }) => `${words}: ${labelId}?`),
    ]
  }, articleId)

test('names of an annotated file are mapped before anything is written, by mouse and keyboard, and remembered', async ({
  app,
  page,
  folder,
}) => {
  const first = join(folder, 'first.jsonl')
  writeFileSync(first, file(['😀 Ana Pop said that taxes will fall.']))
  await newProject(app, page, join(folder, 'p.dictum'))
  await choose(app, page, first)
  await expect(look(page).locator('dl')).toContainText('Spans3')
  await expect(look(page).getByRole('list', { name: 'Names in the annotations' }).getByRole('listitem')).toHaveCount(3)

  await becomes(page, 'PER').click()
  await page.getByRole('option', { name: 'SPEAKER', exact: true }).click()
  await expect(becomes(page, 'PER')).toContainText('SPEAKER')
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
  await becomes(page, 'MISC').focus()
  await page.keyboard.type('Left')
  await expect(becomes(page, 'MISC')).toContainText('Left out')
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
  await expect(becomes(page, 'MISC')).toBeFocused()
  await look(page).getByRole('button', { name: 'Import', exact: true }).press('Enter')
  const done = page.getByRole('dialog', { name: 'Import finished' })
  await expect(done).toBeVisible(JOB)
  await page.keyboard.press('Escape')
  expect(await spans(page, 1)).toEqual(['Ana Pop: speaker', 'taxes will fall: statement'])
  await expect(page.getByRole('button', { name: /STATEMENT/i }).first()).toBeVisible()

  const second = join(folder, 'second.jsonl')
  writeFileSync(second, file(['Later, Ana Pop said again that taxes will fall.']))
  await choose(app, page, second)
  await expect(becomes(page, 'PER')).toContainText('SPEAKER')
  await expect(becomes(page, 'MISC')).toContainText('Left out')
  await look(page)
    .getByRole('switch', { name: /Annotations as suggestions/ })
    .focus()
  await page.keyboard.press('Space')
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
  await look(page).getByRole('button', { name: 'Import', exact: true }).click()
  await expect(done).toBeVisible(JOB)
  await page.keyboard.press('Escape')
  expect(await spans(page, 2)).toEqual(['Ana Pop: speaker?', 'taxes will fall: statement?'])
  await projectIsSound(page)
})

test('hundreds of names: all are reached, one answer is for all of them, and leaving writes nothing', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'names.jsonl')
  const names = Array.from({ length: 230 }, (_, n) => `NAME ${String(n).padStart(3, '0')}`)
  const text = 'Ana Pop said that taxes will fall.'
  writeFileSync(path, JSON.stringify({ text, label: names.map((name) => [0, 7, name]) }))
  await newProject(app, page, join(folder, 'p.dictum'))
  await choose(app, page, path)
  const rows = look(page).getByRole('list', { name: 'Names in the annotations' }).getByRole('listitem')
  await expect(rows).toHaveCount(100)
  await expect(look(page)).toContainText('130 more names')
  await look(page).getByRole('button', { name: 'Show more' }).press('Enter')
  await look(page).getByRole('button', { name: 'Show more' }).press('Enter')
  await expect(rows).toHaveCount(230)
  await expect(look(page).getByRole('button', { name: 'Show more' })).toHaveCount(0)

  await look(page).getByRole('button', { name: 'Leave all new ones out' }).press('Enter')
  await expect(becomes(page, 'NAME 229')).toContainText('Left out')
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
  await look(page).getByRole('button', { name: 'Add all that are left out' }).press('Enter')
  await expect(becomes(page, 'NAME 229')).toContainText('New: NAME 229')
  await look(page).getByRole('button', { name: 'Leave all new ones out' }).press('Enter')
  await expect(becomes(page, 'NAME 000')).toContainText('Left out')
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
  await page.keyboard.press('Escape')
  await expect(look(page)).toHaveCount(0)
  const left = await page.evaluate(() => window.dictum.engine.call('articles.query', { filter: {} }))
  expect(left).toMatchObject({ ok: true, value: { total: 0 } })

  // nor is what was chosen remembered
  await choose(app, page, path)
  await expect(becomes(page, 'NAME 000')).toContainText('New: NAME 000')
})

test('annotations of a text that is there come in alone, and Ctrl+Z takes their names away too', async ({
  app,
  page,
  folder,
}) => {
  const text = 'Ana Pop said that taxes will fall.'
  const labels = () =>
    page.evaluate(async () => {
      const project = await window.dictum.engine.call('project.current', {})
      return project.ok ? project.value!.labelSet.labels.map(({ name }) => name) : []
    })
  writeFileSync(join(folder, 'text.txt'), text)
  const annotated = join(folder, 'annotated.jsonl')
  writeFileSync(annotated, file([text]))
  await newProject(app, page, join(folder, 'p.dictum'))
  await importPaths(app, page, join(folder, 'text.txt'))
  const before = await labels()

  await answerOpenDialog(app, annotated)
  await page.keyboard.press('Control+Shift+i')
  await expect(verdict(page)).toHaveText(
    'Would come in: annotations of 1 article that is there, as far as it lacks them',
    JOB,
  )
  await look(page).getByRole('button', { name: 'Import', exact: true }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible(JOB)
  await page.keyboard.press('Escape')
  await expect.poll(() => spans(page, 1)).toHaveLength(3)
  expect(await labels()).toEqual(expect.arrayContaining(['PER', 'STATEMENT', 'MISC']))
  await expect(page.getByRole('button', { name: /STATEMENT/i }).first()).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect.poll(() => spans(page, 1)).toEqual([])
  expect(await labels()).toEqual(before)
  await expect(page.getByRole('button', { name: /STATEMENT/i })).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => spans(page, 1)).toHaveLength(3)
  await expect(page.getByRole('button', { name: /STATEMENT/i }).first()).toBeVisible()
  await projectIsSound(page)
})

test('what offsets count is told, a doubt too, and can be said otherwise', async ({ app, page, folder }) => {
  const path = join(folder, 'points.jsonl')
  // nothing in such a file shows that a script counted code points
  writeFileSync(
    path,
    file(['😀 Ana Pop said that taxes will fall.']).replace(/\b\d+\b/g, (n) => String(Number(n) - 1)),
  )
  await newProject(app, page, join(folder, 'p.dictum'))
  await choose(app, page, path)
  await expect(look(page)).toContainText('Offsets count UTF-16 code units.')
  await expect(look(page).getByRole('region', { name: 'What needs a look' })).toContainText(
    'in code points it would be 3',
  )
  await look(page).getByRole('button', { name: 'Offsets' }).click()
  await page.getByRole('option', { name: 'code points' }).click()
  await expect(look(page)).toContainText('Offsets count code points.', JOB)
  await expect(look(page).getByRole('region', { name: 'What needs a look' })).toBeHidden()
  await look(page).getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible(JOB)
  await page.keyboard.press('Escape')
  const found = (await spans(page, 1)).map((span) => span.replace(/: .*/, ''))
  expect(found).toEqual(['Ana Pop', 'said', 'taxes will fall'])
  await projectIsSound(page)
})

test('tokens and tags in a file that is called a text are shown before they come in, too', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'train.txt')
  writeFileSync(path, 'Ana B-PER\nPop I-PER\nspoke O\n. O\n\nShe O\nleft O\n. O\n')
  await newProject(app, page, join(folder, 'p.dictum'))
  await choose(app, page, path)
  await expect(becomes(page, 'PER')).toContainText('New: PER')
  await page.keyboard.press('Escape')
  await expect(look(page)).toHaveCount(0)
  const left = await page.evaluate(() => window.dictum.engine.call('articles.query', { filter: {} }))
  expect(left).toMatchObject({ ok: true, value: { total: 0 } })
})
