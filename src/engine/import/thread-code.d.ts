/** A whole script, to be run as a thread; see scripts/lib/thread-plugin.mjs. */
declare module '*?thread' {
  const script: string
  export default script
}
