/** The keyboard goes on to the row beside the one that goes, or to the dialog's last button. */
export function leaveRow(button: Element): void {
  const row = button.closest('li')
  const beside = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('button')
  const last = [...(button.closest('[role=dialog]')?.querySelectorAll('button') ?? [])].at(-1)
  const next = beside ?? last
  next?.focus()
}
