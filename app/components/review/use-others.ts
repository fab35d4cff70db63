import { notifications } from '@mantine/notifications'
import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import type { DecisionKind } from '#domain/review/decision.ts'

/** How often an open workbench asks, in milliseconds. */
const EVERY = 4000

interface News {
  count: number
  last: { by: string; kind: DecisionKind; title: string } | null
}

/**
 * Brings in what others decide on the same paper while this screen is open.
 * @param address of the count of decisions
 * @param known how many this screen knows of
 */
export function useOthers(address: string, known: number, me: string): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const ask = async () => {
      if (document.hidden || state !== 'idle') return
      const response = await fetch(address).catch(() => undefined)
      if (!response?.ok) return
      const { count, last } = (await response.json()) as News
      if (count === known) return
      revalidate()
      if (last && last.by !== me)
        notifications.show({ message: `${last.by} decided on ${last.title}.`, autoClose: 6000 })
    }
    const timer = setInterval(ask, EVERY)
    return () => clearInterval(timer)
  }, [address, known, me, revalidate, state])
}
