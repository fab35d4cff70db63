import { useRouteLoaderData } from '@remix-run/react'
import { memoize } from 'es-toolkit'
import { LRUCache } from 'lru-cache'
import type { loader } from '../root.tsx'

type Formatter = ReturnType<typeof makeFormatter>

/**
 * Dates, money and numbers as the reader's locale writes them; the same on the server and in the browser. Making one takes longer
 * than drawing a row with it, so they are kept; only so many, since a browser may name any locale.
 */
export const formatter: (locale: string) => Formatter = memoize(makeFormatter, {
  cache: new LRUCache<string, Formatter>({ max: 100 }),
})

function makeFormatter(locale: string) {
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(locale)
  const sum = memoize(
    (currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }),
  )
  return {
    locale,
    /** @param iso "2026-03-01" */
    date: (iso: string) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    /** Words with ISO days in them, each as the reader writes it. */
    dated: (words: string) =>
      words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => day.format(new Date(`${iso}T00:00:00Z`))),
    /** @param iso a moment in UTC */
    moment: (iso: string) => moment.format(new Date(iso)),
    money: ({ amount, currency }: { amount: number; currency: string }) => sum(currency).format(amount),
    number: (value: number) => number.format(value),
    /** Bytes as KB or MB. */
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${number.format(Math.max(1, Math.round(bytes / 1000)))} KB`
        : `${number.format(Math.round(bytes / 100_000) / 10)} MB`,
  }
}

export function useRoot() {
  const root = useRouteLoaderData<typeof loader>('root')
  return { locale: root?.locale ?? 'en-GB', today: root?.today ?? '' }
}

export const useFormat = () => formatter(useRoot().locale)
