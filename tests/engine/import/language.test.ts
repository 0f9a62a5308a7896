import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../../src/engine/import/language'
import { NOTHING_FOUND } from '../../../src/engine/import/metadata'
import { canonicalLanguage, languageOf } from '../../../src/shared/domain/corpus/language-tags'

describe('a language is detected', () => {
  test.each([
    ['ro', 'Primarul a anunțat că taxele vor scădea anul viitor. Consilierii nu au fost de acord cu propunerea.'],
    ['ro', 'Elevii vor avea vacanta de iarna mai lunga, spune ministrul educatiei intr-un comunicat de presa.'],
    ['ro', 'Guvernul de la Chişinău a aprobat proiectul de buget, a declarat ministrul finanţelor.'],
    ['en', 'Taxes will fall next year, the mayor announced on Tuesday. Nobody had been told about the plan.'],
    ['hu', 'A polgármester bejelentette, hogy jövőre csökkennek az adók. Az elnök nem nyilatkozott.'],
    ['ru', 'Мэр объявил, что налоги в следующем году снизятся. Президент отказался комментировать заявление.'],
    ['uk', 'Мер оголосив, що податки наступного року знизяться. Уряд схвалив проєкт бюджету.'],
    ['de', 'Der Bürgermeister kündigte an, dass die Steuern im nächsten Jahr sinken werden.'],
    ['fr', 'Le maire a annoncé que les impôts baisseraient l’année prochaine.'],
    ['es', 'El alcalde anunció que los impuestos bajarán el próximo año.'],
    ['it', 'Il sindaco ha annunciato che le tasse diminuiranno il prossimo anno.'],
    ['pl', 'Burmistrz zapowiedział, że w przyszłym roku podatki spadną.'],
    ['bg', 'Кметът обяви, че данъците ще намалеят догодина. Президентът отказа да коментира.'],
    ['tr', 'Belediye başkanı vergilerin gelecek yıl düşeceğini açıkladı.'],
    ['el', 'Ο δήμαρχος ανακοίνωσε ότι οι φόροι θα μειωθούν.'],
    ['zh', '市长宣布明年将降低税收。记者问他为什么。'],
  ])('%s: %s', async (lang, text) => {
    expect(await detectLanguage(text)).toMatchObject({ lang, langFound: 'detected' })
  })

  test('not where there is too little to tell', async () => {
    for (const text of ['', '12 345', 'xyz qwrt', '😀 😀']) expect(await detectLanguage(text)).toEqual(NOTHING_FOUND)
  })

  test('whether letters and their marks are one character or two', async () => {
    const text =
      'Președintele a declarat că țara își va menține poziția, iar miniștrii vor fi așteptați joi la ședință.'
    expect((await detectLanguage(text.normalize('NFD'))).lang).toBe('ro')
  })

  test('from what follows a title in another language', async () => {
    const text = `THE NEW YORK TIMES WORLD NEWS\n${'Primarul a anunțat că taxele vor scădea anul viitor. '.repeat(8)}`
    expect((await detectLanguage(text)).lang).toBe('ro')
  })
})

test.each(['Peter Blackburn', 'President Obama', 'Text A json', 'Ana'])('“%s” is of no language', async (text) => {
  expect((await detectLanguage(text)).lang).toBeNull()
})

test.each([
  ['ro', 'ro'],
  ['ro_RO', 'ro-RO'],
  ['EN-us', 'en-US'],
  ['mo', 'ro'],
  ['ro_RO.UTF-8', 'ro-RO'],
  ['und', null],
  ['Romanian!', null],
  ['', null],
  ['<script>', null],
])('%j is declared as %j', (declared, canonical) => {
  expect(canonicalLanguage(declared)).toBe(canonical)
})

test.each([
  ['Romanian', 'ro'],
  ['RO_ro', 'ro-RO'],
  ['română', 'ro'],
  [' Romana ', 'ro'],
  ['Rumänisch', 'ro'],
  ['GERMAN', 'de'],
  ['magyar', 'hu'],
  ['français', 'fr'],
  ['русский', 'ru'],
  ['unknown', null],
  ['Romanian language', null],
  ['', null],
])('a table that says %j means %j', (said, tag) => {
  expect(languageOf(said)).toBe(tag)
})
