import { useFetcher } from '@remix-run/react'
import { uniqBy } from 'es-toolkit'
import { useEffect, useState } from 'react'

export interface PaperChoices {
  /** Whether these are all there are; otherwise the server is asked for what is typed. */
  whole: boolean
  papers: { id: string; title: string }[]
}

/** Papers to choose from, as a field of Mantine's takes them; those that were found once keep their names. */
export function usePapers({ whole, papers }: PaperChoices) {
  const found = useFetcher<PaperChoices['papers']>()
  const [seen, setSeen] = useState(papers)
  useEffect(() => {
    if (found.data) setSeen((before) => uniqBy([...before, ...(found.data ?? [])], ({ id }) => id))
  }, [found.data])
  return {
    data: seen.map(({ id, title }) => ({ value: id, label: title })),
    onSearchChange: (typed: string) => {
      if (!whole && typed.trim() !== '' && !seen.some(({ title }) => title === typed))
        found.load(`/search/papers?${new URLSearchParams({ q: typed })}`)
    },
    nothingFoundMessage: found.state === 'idle' ? 'Type a few letters of its title or vendor' : 'Looking …',
  }
}
