import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { articleText } from './text'

/** A headline, a name, letters of several code units, and paragraphs between. */
export const TRICKY_TEXT = [
  'Primarul neagă: „Nimeni nu a semnat nimic”',
  '',
  'Primarul Irina Dobre a declarat că orașul nu vinde portul, înainte de primăvara anului viitor.',
  'Familia 👨‍👩‍👧‍👦 a venit cu vaporul 🚢, spune s\u0327tirea.',
  '',
  'Ministerul nu a răspuns până la ora publicării.',
].join('\n')

/** The text as the DOM shows it, as Lexical holds it, and as the project keeps it. */
export async function texts(page: Page): Promise<{ dom: string; model: string; stored: string }> {
  return articleText(page).evaluate(async (root) => {
    interface Node {
      text?: string
      children?: Node[]
    }
    const words = (node: Node): string => node.text ?? (node.children ?? []).map(words).join('')
    const editor = (root as unknown as { __lexicalEditor: { getEditorState(): { toJSON(): { root: Node } } } })
      .__lexicalEditor
    const blocks = editor.getEditorState().toJSON().root.children ?? []
    const query = await window.dictum.engine.call('articles.query', {
      filter: { statuses: [], flagged: false, text: '' },
      sort: 'imported',
    })
    if (!query.ok) throw new Error(query.error.message)
    const opened = await window.dictum.engine.call('article.open', { articleId: query.value.articleIds[0]! })
    if (!opened.ok) throw new Error(opened.error.message)
    return {
      dom: [...root.querySelectorAll('.line')].map((line) => line.textContent).join('\n'),
      model: blocks
        .flatMap((block) => block.children ?? [])
        .map(words)
        .join('\n'),
      stored: opened.value.article.text,
    }
  })
}

/** The text is the same everywhere: what is drawn, what Lexical holds, and what the project keeps. */
export const expectText = (page: Page, text: string) =>
  expect.poll(() => texts(page)).toEqual({ dom: text, model: text, stored: text })
