import { app, type BrowserWindow } from 'electron'
import type { Job } from '../shared/contract/jobs'

/** Names the open project in the window's title, and its file where the system shows one. */
export function showTitle(window: BrowserWindow, project: { name: string; path: string } | null): void {
  window.setTitle(project === null ? app.name : `${project.name} — ${app.name}`)
  window.setRepresentedFilename(project?.path ?? '')
}

/** Shows a running job in the task bar: a negative value hides the bar, one above 1 means “some time yet”. */
export function showProgress(window: BrowserWindow, job: Job): void {
  const share = job.total === null ? 2 : job.done / Math.max(job.total, 1)
  window.setProgressBar(job.state === 'running' ? share : -1)
}
