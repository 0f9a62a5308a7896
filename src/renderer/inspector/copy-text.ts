/** Puts a text on the clipboard; false if the system refused. No permission is asked for: a click is enough for this. */
export function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    // whoever else listens would put the selection there instead
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true })
  }
}
