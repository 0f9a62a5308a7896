import { ImageOff } from 'lucide-react'
import ReactMarkdown, { type Components } from 'react-markdown'
import styles from './markdown.module.css'

/**
 * Markdown may come from somebody else's file: it becomes elements of ours, never HTML, which stays text. A link leads nowhere (its address
 * is shown), and an image is named, not loaded.
 */
const ELEMENTS: Components = {
  a: ({ children, href }) => (
    <span className={styles.link} title={href}>
      {children}
      {href !== undefined && href !== '' && !isSaid(children, href) && (
        <span className={styles.address}> ({href})</span>
      )}
    </span>
  ),
  img: ({ alt }) => (
    <span className={styles.image}>
      <ImageOff size={12} strokeWidth={1.75} aria-hidden="true" />
      {alt || 'image'}
    </span>
  ),
  // the headings of a text inside a page that has its own
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h5>{children}</h5>,
  h3: ({ children }) => <h6>{children}</h6>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
}

const isSaid = (children: React.ReactNode, href: string): boolean => children === href

/** A Markdown text as it reads. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={styles.markdown} dir="auto">
      <ReactMarkdown components={ELEMENTS}>{text}</ReactMarkdown>
    </div>
  )
}
