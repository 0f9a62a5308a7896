import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const FIRST = [
  ' date 2025-11-14 Primarul neagă: „Nimeni nu a semnat nimic”',
  '',
  'Primarul Irina Dobre a declarat vineri că orașul nu a semnat niciun acord privind portul 🚢.',
  '',
  '„Nimeni nu a semnat nimic”, a spus Dobre, „iar cine susține contrariul să arate documentul”.',
  '',
].join('\n')

export const SECOND = [
  'The union answers',
  '',
  'Nobody told the dockers before Friday, the union said. It will decide in two weeks 👩‍👩‍👧.',
  '',
].join('\n')

export const THIRD = ' date 2025-11-20 A quiet day\n\nNothing was said in the harbour on Thursday.\n'

/** A folder with three articles, one of them in a sub-folder, and one file that cannot be read. */
export function writeHarbour(folder: string): string {
  const harbour = join(folder, 'harbour')
  mkdirSync(join(harbour, 'english'), { recursive: true })
  writeFileSync(join(harbour, '1-primarul.txt'), FIRST)
  writeFileSync(join(harbour, 'english', '2-union.txt'), SECOND)
  writeFileSync(join(harbour, 'english', '3-quiet.txt'), THIRD)
  writeFileSync(join(harbour, 'english', '4-empty.txt'), '')
  return harbour
}
