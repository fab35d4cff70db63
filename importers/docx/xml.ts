import { SaxesParser } from 'saxes'
import { ImportError } from '../errors.ts'

/** An element with its children in order; text only where Word keeps any (w:t). */
export interface Element {
  /** Without its namespace's prefix: "p", "tbl". */
  name: string
  /** Likewise without prefix: `val`, `ilvl`. */
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** Deeper than any document that Word writes; keeps the recursions of the readers short. */
const deepest = 200

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Parses a part of the package. Entities that the file itself declares are not known and so are an error. */
export function parseXml(bytes: Uint8Array): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const stack = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name: local(name), attributes: {}, children: [], text: '' }
    for (const [key, value] of Object.entries(attributes)) element.attributes[local(key)] = value
    stack.at(-1)?.children.push(element)
    stack.push(element)
    if (stack.length > deepest) throw damaged()
  })
  parser.on('text', (text) => {
    const element = stack.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.on('error', () => {
    throw damaged()
  })
  parser.write(new TextDecoder().decode(bytes)).close()
  return root.children[0] ?? root
}

const damaged = () =>
  new ImportError(
    'damaged',
    'This Word document is damaged: a part of it is not well-formed.',
    'Open it in Word, save it anew and add that.',
  )

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name)

/** `val` of a child, as most of Word's properties are written. */
export const value = (element: Element | undefined, name: string): string | undefined =>
  child(element, name)?.attributes.val

/** A property that is on by being there, unless its value says otherwise; undefined when it isn't there. */
export function toggle(element: Element | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  return found ? !['0', 'false', 'off', 'none'].includes(found.attributes.val ?? '1') : undefined
}

/** All elements of the name below this one, in order. */
export function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((one) => [...(one.name === name ? [one] : []), ...descendants(one, name)])
}
