import { spawnSync } from 'node:child_process'

/** Whether there is a Python that can run what exports put beside their files. */
export const HAS_PYTHON = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0

/** Runs a program; what it wrote, and its status. */
export function python(cwd: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('python3', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' },
  })
  return { status, out: stdout, err: stderr }
}
