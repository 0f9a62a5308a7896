/** A failure whose message is a whole sentence for the person at the keyboard: printed without a stack. */
export class Problem extends Error {}

/**
 * Writes one line about the preparation to stderr; stdout belongs to the command that is run.
 * @param {string} message
 */
export function say(message) {
  console.error(`dictum: ${message}`)
}

/**
 * Runs an entry script and turns what it throws into a message and exit status 1.
 * @param {() => Promise<number | void>} main its number, if any, becomes the exit status
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    reportError(error)
    process.exitCode = 1
  }
}

/** @param {unknown} error */
export function reportError(error) {
  if (error instanceof Problem) say(error.message)
  else console.error(error)
}
