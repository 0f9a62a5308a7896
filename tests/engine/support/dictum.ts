import { run } from '../../../src/cli/run'

/** What a command line came to: its exit status, and what it wrote. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs `dictum` with these arguments, in this process. */
export async function dictum(...args: string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const io = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
    errIsTerminal: false,
    onInterrupt: () => () => {},
  }
  return { status: await run(args, io), out, err }
}

/** The same with `--json`: what it answers, with its exit status. */
export async function dictumJson(...args: string[]) {
  const { status, out } = await dictum(...args, '--json')
  return { status, ...JSON.parse(out) }
}
