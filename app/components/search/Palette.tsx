import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  spotlight,
} from '@mantine/spotlight'
import { useFetcher, useNavigate } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { railFor } from '../rail.ts'
import { useUser } from '../user.ts'
import classes from './Search.module.css'
import type { Suggestion } from './search-view.ts'

/** The way to everything from the keyboard: screens, vendors, agreements, deployments, and the search itself. */
export function Palette() {
  const [typed, setTyped] = useState('')
  const navigate = useNavigate()
  const user = useUser()
  const found = useFetcher<{ suggestions: Suggestion[] }>()
  const { load } = found
  const wanted = typed.trim()
  useEffect(() => {
    if (!wanted) return
    const soon = setTimeout(() => load(`/search/suggestions?${new URLSearchParams({ q: wanted })}`), 150)
    return () => clearTimeout(soon)
  }, [wanted, load])

  const go = (to: string, label: string, description?: string): SpotlightActionData => ({
    id: to,
    label,
    description,
    onClick: () => navigate(to),
  })
  const fits = (label: string) => label.toLowerCase().includes(wanted.toLowerCase())
  const groups: SpotlightActionGroupData[] = [
    ...(wanted
      ? [
          {
            group: 'Search',
            actions: [go(`/search?${new URLSearchParams({ q: wanted })}`, `Search for ${wanted}`)],
          },
          {
            group: 'In the register',
            actions: (found.data?.suggestions ?? []).map(({ href, title, about }) => go(href, title, about)),
          },
        ]
      : []),
    {
      group: 'Screens',
      actions: railFor(user?.role)
        .flatMap(({ links }) => links)
        .filter(({ label }) => fits(label))
        .map(({ to, label }) => go(to, label)),
    },
  ].filter(({ actions }) => actions.length > 0)

  return (
    <>
      <a
        className={classes.opener}
        href="/search"
        aria-keyshortcuts="Control+K"
        onClick={(event) => {
          event.preventDefault()
          spotlight.open()
        }}
      >
        Search <kbd>Ctrl K</kbd>
      </a>
      <Spotlight
        actions={groups}
        query={typed}
        onQueryChange={setTyped}
        // What is offered fits already; the palette's own filter would only drop what the register found by other words.
        filter={(_, actions) => actions}
        shortcut={['mod + K']}
        searchProps={{ placeholder: 'Go to, or search for', 'aria-label': 'Go to, or search for' }}
        nothingFound="Nothing is called that."
        scrollable
        maxHeight={420}
      />
    </>
  )
}
