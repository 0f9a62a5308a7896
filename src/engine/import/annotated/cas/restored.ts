const REPLACEMENT = '\ufffd'

/** A text with the characters that XML could not hold: `12:b` says that U+000B stood at 12 (UTF-16). */
export function restored(text: string, replaced: string | null): string {
  if (replaced === null) return text
  const units = text.split('')
  for (const [, at, hex] of replaced.matchAll(/(\d+):([0-9a-f]{1,4})\b/g)) {
    if (units[Number(at)] === REPLACEMENT) units[Number(at)] = String.fromCharCode(Number.parseInt(hex!, 16))
  }
  return units.join('')
}
