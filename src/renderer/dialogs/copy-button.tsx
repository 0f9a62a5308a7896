import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { showToast } from '../state/app-store'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'

const SEEN_MS = 2000

/** Copies a report; says for a moment that it did. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SEEN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => {
    if (copyText(text())) setCopied(true)
    else showToast('error', 'The report could not be copied.')
  }
  return (
    <Button icon={copied ? Check : Copy} onPress={copy}>
      {copied ? 'Copied' : 'Copy report'}
    </Button>
  )
}
