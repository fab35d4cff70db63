import { useEffect, useRef } from 'react'

/**
 * Keys for a table whose rows hold a link marked `data-row`: j and k go down and up, Enter opens (the link's own), x ticks
 * the row's box. Off while somebody types.
 */
export function useRowKeys() {
  const ref = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.ctrlKey || event.metaKey || event.altKey || !ref.current) return
      if (target instanceof HTMLElement && target.closest('textarea, select, input:not([type=checkbox])'))
        return
      const links = [...ref.current.querySelectorAll<HTMLElement>('[data-row]')]
      const row = document.activeElement?.closest('tr')
      const at = links.findIndex((link) => link.closest('tr') === row)
      if (key === 'j' || key === 'k') {
        links[key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus()
      } else if (key === 'x' && row && ref.current.contains(row)) {
        row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return { ref, keys: 'j next, k previous, Enter opens, x ticks' }
}
