import { ActionIcon, Button, Kbd, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { PageView, TextBlock } from '../agreement-view.ts'
import { PdfPages } from '../PdfPages.tsx'
import { TextPages } from '../TextPages.tsx'
import { Text } from '../Words.tsx'
import type { PaperView } from './paper-view.ts'
import classes from './Review.module.css'
import { useKeys } from './use-keys.ts'
import { selectedWords, useHasSelectedWords } from './use-selected-words.ts'
import { findWords, type Range, sentenceAround, type WordsOnPages } from './words.ts'

interface Props extends Pick<PaperView, 'terms' | 'current' | 'linkTo'> {
  /** The original's bytes and its pages; absent where the stored text is shown. */
  pdf?: { url: string; pages: PageView[] }
  stored: { text: string; blocks: TextBlock[] } | null
  /** Where the words of the printed pages are. */
  wordsAt: string
  /** Words that are being added as a term, or the clause that was asked for. */
  shown: Range | null
  /** Adds a term of these words; absent for those who may not. */
  onAdd?(range: Range): void
}

/** The paper with its tools: search, size, small pages, and words to add as a term. */
export function Paper({ pdf, stored, wordsAt, shown, onAdd, ...view }: Props) {
  const words = useWords(stored ? null : wordsAt)
  const text = stored?.text ?? words?.text ?? ''
  const [zoom, setZoom] = useState(1)
  const [small, setSmall] = useState(false)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const hits = useMemo(() => findWords(text, query), [text, query])
  const search = useRef<HTMLInputElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const hasSelected = useHasSelectedWords(frame)
  const hit = hits[at]
  const target = hit ?? shown
  const scale = (by: number) => setZoom((now) => Math.min(3, Math.max(0.5, Math.round((now + by) * 4) / 4)))
  const step = (by: number) => hits.length > 0 && setAt((now) => (now + by + hits.length) % hits.length)
  const add = () => {
    const range = selectedWords(frame.current) ?? (hit && sentenceAround(text, hit))
    if (range) onAdd?.(range)
  }
  useKeys([
    ['/', () => search.current?.focus()],
    ['a', add],
    ['=', () => scale(0.25)],
    ['-', () => scale(-0.25)],
  ])
  const shared = { ...view, zoom, hits, target }
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          ref={search}
          size="xs"
          type="search"
          aria-label="Search in the paper"
          placeholder="Search in the paper  /"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('')
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <Text size="xs" c="dimmed" role="status" data-grow>
          {query.trim().length > 1 && (hits.length > 0 ? `${at + 1} of ${hits.length}` : 'not in this paper')}
        </Text>
        {onAdd && (
          <Button size="compact-xs" variant="default" onClick={add} disabled={!hasSelected && !hit}>
            Add a missed term{' '}
            <Kbd size="xs" ml={6}>
              a
            </Kbd>
          </Button>
        )}
        {pdf && !stored && (
          <Button size="compact-xs" variant="default" aria-pressed={small} onClick={() => setSmall(!small)}>
            Pages
          </Button>
        )}
        <Tool label="Smaller" onClick={() => scale(-0.25)}>
          −
        </Tool>
        <Text size="xs">{Math.round(zoom * 100)}%</Text>
        <Tool label="Larger" onClick={() => scale(0.25)}>
          +
        </Tool>
      </div>
      <div ref={frame}>
        {stored ? (
          <TextPages {...stored} {...shared} />
        ) : (
          pdf && <PdfPages {...pdf} {...shared} runs={words?.runs ?? []} text={text} small={small} />
        )}
      </div>
    </>
  )
}

const Tool = ({ label, onClick, children }: { label: string; onClick(): void; children: ReactNode }) => (
  <ActionIcon size="sm" variant="default" aria-label={label} title={label} onClick={onClick}>
    {children}
  </ActionIcon>
)

/** The words of the printed pages, fetched once a paper; without them the pages still stand. */
function useWords(address: string | null): WordsOnPages | undefined {
  const [words, setWords] = useState<WordsOnPages>()
  useEffect(() => {
    setWords(undefined)
    if (!address) return
    const stop = new AbortController()
    fetch(address, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : undefined))
      .then((got: WordsOnPages | undefined) => setWords(got))
      .catch(() => undefined)
    return () => stop.abort()
  }, [address])
  return words
}
