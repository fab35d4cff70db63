import { getHotkeyHandler, type HotkeyItem, useIsomorphicEffect } from '@mantine/hooks'
import { useRef } from 'react'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/**
 * Keys of a screen, but while somebody types. They hold from the moment in which the screen shows: with an effect that
 * waits for the painting, as `useHotkeys` has, keys that follow each other fast are lost.
 */
export function useKeys(keys: HotkeyItem[]): void {
  const latest = useRef(keys)
  useIsomorphicEffect(() => {
    latest.current = keys
  })
  useIsomorphicEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (!typing(event.target)) getHotkeyHandler(latest.current)(event)
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}
