import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../../ui/copy-text'
import { IconButton } from '../../ui/icon-button'

/** Copies a text, and says for a moment that it did. */
export function CopyIcon({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    if (!copyText(text)) return
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return <IconButton icon={copied ? Check : Copy} label={copied ? 'Copied' : label} size="small" onPress={copy} />
}
