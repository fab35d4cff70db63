import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Details that are drawn once somebody opens them: a long list of forms would be most of its page. */
export function WhenOpened({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  const [drawn, setDrawn] = useState(false)
  const note = () => {
    if (details.current?.open) setDrawn(true)
  }
  // It may have been opened before the page's scripts were there.
  useEffect(note, [])
  return (
    <details ref={details} onToggle={note}>
      <summary>{summary}</summary>
      {drawn && children}
    </details>
  )
}
