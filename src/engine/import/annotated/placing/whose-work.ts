/** Whose work something is taken for: what was said for the whole import, else what the file says, where that is a name. */
export const whoseWork = (chosen: string | null, said: string | null): string | null =>
  chosen ?? (said === null || said.trim() === '' ? null : said)
