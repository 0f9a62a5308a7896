import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FindOptions, findInText } from '../../../src/shared/domain/text/find-in-text'
import { foldText } from '../../../src/shared/domain/text/fold-text'

const ANY: FindOptions = { matchCase: false, wholeWords: false }
const found = (text: string, words: string, options: Partial<FindOptions> = {}): string[] =>
  findInText(text, words, { ...ANY, ...options }).map(({ start, end }) => text.slice(start, end))

describe('findInText', () => {
  it('finds letters whatever marks they carry, with a comma or a cedilla, composed or not', () => {
    const spellings = ['președinte', 'preşedinte', 'pres\u0326edinte', 'pres\u0327edinte', 'presedinte', 'PREȘEDINTE']
    const text = spellings.map((word) => `un ${word}, `).join('')
    for (const words of spellings) expect(found(text, words)).toEqual(spellings)
    expect(found('Țara, ţara, țărm', 'tar')).toEqual(['Țar', 'ţar', 'țăr'])
  })

  it('takes the marks of its last letter along, and gives offsets of the text as it is', () => {
    const text = 'a\u0302b e\u0301\u0302'
    expect(findInText(text, 'A', ANY)).toEqual([{ start: 0, end: 2 }])
    expect(findInText(text, 'b', ANY)).toEqual([{ start: 2, end: 3 }])
    expect(findInText(text, 'e', ANY)).toEqual([{ start: 4, end: 7 }])
    expect(findInText(text, '\u0301', ANY)).toEqual([])
  })

  it('never cuts a grapheme cluster', () => {
    expect(found('👨‍👩‍👧‍👦 și 👨', '👨')).toEqual(['👨'])
    expect(found('🇷🇴🇷🇴', '🇴🇷')).toEqual([])
    expect(found('🇷🇴🇷🇴', '🇷🇴')).toEqual(['🇷🇴', '🇷🇴'])
    expect(found('👍🏽 👍', '👍')).toEqual(['👍'])
    expect(found('🚢', '\ude00')).toEqual([])
    expect(found('각', '가')).toEqual([])
    expect(found('각 \u1100\u1161\u11a8', '각')).toEqual(['각', '\u1100\u1161\u11a8'])
    expect(found('का की', 'क')).toEqual([])
    expect(found('a\u200d a', 'a')).toEqual(['a'])
  })

  it('knows scripts without spaces and from the right', () => {
    expect(found('東京都は東京です。', '東京')).toEqual(['東京', '東京'])
    expect(found('か\u3099 が か', 'が')).toEqual(['か\u3099', 'が'])
    expect(found('הוא אמר שָׁלוֹם', 'שלום')).toEqual(['שָׁלוֹם'])
    expect(found('قالَ الوزيرُ', 'قال')).toEqual(['قالَ'])
    expect(found('ΛΌΓΟΣ λόγος', 'λογος')).toEqual(['ΛΌΓΟΣ', 'λόγος'])
  })

  it('takes quotation marks and spaces as they are typed', () => {
    expect(found('„Nimeni”, l’a spus 10\u00a0000', '"nimeni"')).toEqual(['„Nimeni”'])
    expect(found('l’a', "l'a")).toEqual(['l’a'])
    expect(found('10\u00a0000', '10 000')).toEqual(['10\u00a0000'])
    expect(found('pri\u00admar', 'primar')).toEqual(['pri\u00admar'])
  })

  it('stays within its line', () => {
    expect(found('un om\nbun', 'om bun')).toEqual([])
    expect(found('un om\nbun', 'om\nbun')).toEqual([])
    expect(found('om\r\nom', 'om')).toEqual(['om', 'om'])
    expect(found('\r\n', ' ')).toEqual([])
  })

  it('can match the case', () => {
    expect(found('Dobre, dobre, DOBRE', 'Dobre', { matchCase: true })).toEqual(['Dobre'])
    expect(found('Șosea, șosea', 'Sosea', { matchCase: true })).toEqual(['Șosea'])
  })

  it('can take whole words only', () => {
    const whole = { wholeWords: true }
    expect(found('port, portul, „port” raport port', 'port', whole)).toEqual(['port', 'port', 'port'])
    expect(found('port9 9port po\u0301rt', 'port', whole)).toEqual(['po\u0301rt'])
    expect(found('orașul nu vinde portul', 'nu vinde', whole)).toEqual(['nu vinde'])
    expect(found('порт портал', 'порт', whole)).toEqual(['порт'])
  })

  it('finds what stands at either end, and nothing where nothing is asked', () => {
    expect(findInText('aXa', 'a', ANY)).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ])
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
    expect(found('', 'a')).toEqual([])
    expect(found('a', '')).toEqual([])
  })

  const scraps = fc.constantFrom(
    ...[
      'a',
      'S',
      'ș',
      's\u0327',
      'e\u0301\u0302',
      '👍🏽',
      '👨‍👩‍👧‍👦',
      '🇷🇴',
      '🇷',
      '\ud83d',
      '\ude00',
      'שָׁ',
      '漢',
      '각',
      'İ',
      'ß',
    ],
    ...[' ', '\n', '\r\n', '\u00ad', '\u200d', '\u0301', 'का', 'が', '\u1100\u1161', '”', "'"],
  )
  const scrapText = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(''))

  it('hits stand in order, apart, on cluster boundaries, in one line, and read like what was sought', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
    fc.assert(
      fc.property(
        scrapText,
        fc.array(scraps, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        (text, parts, matchCase) => {
          const words = parts.join('')
          const edges = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length))
          let before = 0
          for (const { start, end } of findInText(text, words, { matchCase, wholeWords: false })) {
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThan(start)
            expect(edges.has(start) && edges.has(end)).toBe(true)
            const hit = text.slice(start, end)
            expect(hit).not.toContain('\n')
            expect(foldText(hit, matchCase).text).toBe(foldText(words, matchCase).text)
            before = end
          }
        },
      ),
    )
  })

  it('finds every word of a text that spaces set apart', () => {
    const word = fc.stringMatching(/^[a-zăâîșț]{1,6}$/u)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(), (words, pick) => {
        const sought = words[pick % words.length]!
        const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
        const hits = found(words.join(' '), sought, { wholeWords: true })
        expect(hits).toEqual(words.filter((other) => plain(other) === plain(sought)))
      }),
    )
  })

  it('goes through a megabyte', () => {
    const line = 'Primarul Irina Dobre a declarat că orașul nu vinde portul, spune s\u0327tirea „de ieri”. '
    const lines = 100 * Math.ceil(1_000_000 / (line.length * 100))
    const text = line.repeat(lines)
    expect(findInText(text, 'presedinte', ANY)).toEqual([])
    const inLine = findInText(line, 'a', ANY).length
    expect(inLine).toBeGreaterThan(4)
    expect(findInText(text, 'a', ANY)).toHaveLength(inLine * lines)
  })
})
