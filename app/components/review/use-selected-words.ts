import { type RefObject, useEffect, useState } from 'react'
import type { Range } from './words.ts'

/**
 * The range of the stored text that is selected with the mouse or the keyboard in the frame: elements there carry
 * `data-start`, the offset at which their one text node begins.
 */
export function selectedWords(frame: HTMLElement | null): Range | null {
  const selection = document.getSelection()
  const inside = selection?.anchorNode && frame?.contains(selection.anchorNode)
  return selection && inside ? rangeOf(selection) : null
}

/** Whether words are selected in the frame. The browser tells it a frame late: who acts on the words asks for them anew. */
export function useHasSelectedWords(frame: RefObject<HTMLElement | null>): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => {
    const look = () => setHas(selectedWords(frame.current) !== null)
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [frame])
  return has
}

function rangeOf(selection: Selection): Range | null {
  const from = offsetOf(selection.anchorNode, selection.anchorOffset)
  const to = offsetOf(selection.focusNode, selection.focusOffset)
  if (from === null || to === null || from === to) return null
  return { start: Math.min(from, to), end: Math.max(from, to) }
}

function offsetOf(node: Node | null, within: number): number | null {
  const element = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-start]')
  if (!element) return null
  return Number(element.dataset.start) + (node instanceof Element ? 0 : within)
}
