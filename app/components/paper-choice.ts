import { useFetcher } from '@remix-run/react'
import { uniqBy } from 'es-toolkit'
import { useEffect, useState } from 'react'

export interface Choice {
  id: string
  title: string
}

export interface PaperChoices {
  /** Whether these are all there are; otherwise the server is asked for what is typed. */
  whole: boolean
  papers: Choice[]
}

export interface VendorChoices {
  whole: boolean
  vendors: Choice[]
}

/** Names as they stand in an address. */
export interface NameChoices {
  whole: boolean
  names: string[]
}

/** What can be chosen, as a field of Mantine's takes it; what was found once keeps its name. */
export function useFound(route: string, whole: boolean, known: Choice[]) {
  const found = useFetcher<Choice[]>()
  const [seen, setSeen] = useState(known)
  useEffect(() => {
    if (found.data) setSeen((before) => uniqBy([...before, ...(found.data ?? [])], ({ id }) => id))
  }, [found.data])
  return {
    data: seen.map(({ id, title }) => ({ value: id, label: title })),
    onSearchChange: (typed: string) => {
      if (!whole && typed.trim() !== '' && !seen.some(({ title }) => title === typed))
        found.load(`${route}?${new URLSearchParams({ q: typed })}`)
    },
    idle: found.state === 'idle',
  }
}

export function usePapers({ whole, papers }: PaperChoices) {
  const { idle, ...field } = useFound('/search/papers', whole, papers)
  return { ...field, nothingFoundMessage: idle ? 'Type a few letters of its title or vendor' : 'Looking …' }
}

export function useVendors({ whole, vendors }: VendorChoices) {
  const { idle, ...field } = useFound('/search/vendors', whole, vendors)
  return { ...field, nothingFoundMessage: idle ? 'Type a few letters of its name' : 'Looking …' }
}
