import { ImportFailure } from '../../failure'
import { linesOf } from '../../readers/lines'
import { LARGEST_RECORD_CHARACTERS } from '../../readers/rows'
import type { TextStream } from '../../readers/text-stream'

/** The lines of a file that is of one text, which may need its last line to understand its first. Throws too_large. */
export async function allLines(opened: TextStream): Promise<string[]> {
  const lines: string[] = []
  let length = 0
  for await (const { text } of linesOf(opened.pieces())) {
    length += (text?.length ?? LARGEST_RECORD_CHARACTERS) + 1
    if (length > LARGEST_RECORD_CHARACTERS) {
      const message = 'The file is longer than 50 million characters, which is more than one text has. Divide it.'
      throw new ImportFailure('too_large', message)
    }
    lines.push(text!)
  }
  return lines
}
