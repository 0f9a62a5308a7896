import type { Losses } from '../../../../../src/shared/domain/interchange'

/** What an export left out of what a file of another tool held: who imported it, and what Dictum knows of the article, it did not. */
export function lostOfFile({ annotators, origins, metadata, ...lost }: Losses): [string, number][] {
  return Object.entries(lost).filter(([, count]) => count > 0)
}
