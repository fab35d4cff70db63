import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { figuresBelow, figuresOf, isMarker } from '../markers.ts'
import { letters, roman } from '../numerals.ts'
import { cellBreak, type SourceBlock } from '../writer.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type HtmlElement = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** A page's own furniture, and what is no text. */
const chrome = new Set(
  'script style noscript template nav aside svg iframe object canvas video audio button select input textarea head dialog math'.split(
    ' ',
  ),
)
/** Outside of the text proper these hold menus and imprints. */
const frame = new Set(['header', 'footer'])
/** Within these they hold the part's own heading and notes. */
const parts = new Set(['main', 'article', 'section'])
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

export interface HtmlText {
  title: string | null
  blocks: SourceBlock[]
  /** True when words were left out that the page itself hides. */
  hidesWords: boolean
}

export function readHtml(source: string): HtmlText {
  const document = parse(source)
  const title = find(document, (one) => one.tagName === 'title')
  const body = find(document, (one) => one.tagName === 'body') ?? document
  const walker = new Walker()
  walker.walk(mainPart(body), walker.top)
  return {
    title: title ? wordsOf(title).trim() || null : null,
    blocks: walker.done(),
    hidesWords: walker.hidesWords,
  }
}

/** Words of a scrap of HTML, as it stands within Markdown. */
export function htmlWords(source: string): string {
  return wordsOf(parseFragment(source.replace(/<br\s{0,3}\/?>/gi, '\n')))
}

/** Where the page says which part is its text, that part, unless most words stand elsewhere. */
function mainPart(body: Parent): Parent {
  const isMain = (one: HtmlElement) => one.tagName === 'main' || attribute(one, 'role') === 'main'
  const main = find(body, isMain) ?? find(body, (one) => one.tagName === 'article')
  return main && wordsOf(main).length > 0.4 * wordsOf(body).length ? main : body
}

interface Place {
  bold: boolean
  /** Number or bullet that the next block of a list item begins with. */
  marker: string
  /** The figures of the list items around, "9" or "9.2"; "" where the list has none. */
  figures: string
  listed: boolean
  headingLevel?: number
  preformatted: boolean
  inFrame: boolean
}

class Walker {
  readonly top: Place = {
    bold: false,
    marker: '',
    figures: '',
    listed: false,
    preformatted: false,
    inFrame: true,
  }
  hidesWords = false
  readonly #blocks: SourceBlock[] = []
  #text = ''
  /** Asked for at every word, so it isn't looked up in the text each time. */
  #isBlank = true
  #allBold = true
  #place: Place = this.top

  done(): SourceBlock[] {
    this.#end()
    return this.#blocks
  }

  walk(parent: Parent, place: Place): void {
    for (const node of parent.childNodes) this.#node(node, place)
  }

  #node(node: Node, place: Place): void {
    if (node.nodeName === '#text' && 'value' in node) this.#write(node.value, place)
    if (!('tagName' in node) || this.#leftOut(node, place)) return
    const { tagName } = node
    if (tagName === 'br') this.#text += '\n'
    else if (tagName === 'table') this.#table(node, place)
    else if (tagName === 'ol' || tagName === 'ul' || tagName === 'menu') this.#list(node, place)
    else if (inline.has(tagName)) {
      const bold = tagName === 'b' || tagName === 'strong' || boldStyle(node)
      this.walk(node, bold ? { ...place, bold: true } : place)
    } else this.#block(node, place)
  }

  #leftOut(node: HtmlElement, place: Place): boolean {
    if (chrome.has(node.tagName) || (place.inFrame && frame.has(node.tagName))) return true
    const style = attribute(node, 'style') ?? ''
    const unseen =
      attribute(node, 'hidden') !== undefined ||
      /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0(?:[a-z%;\s]|$)/i.test(
        style,
      )
    if (unseen && wordsOf(node).trim() !== '') this.hidesWords = true
    return unseen || attribute(node, 'aria-hidden') === 'true'
  }

  #block(node: HtmlElement, place: Place): void {
    const { tagName } = node
    const level = /^h([1-6])$/.exec(tagName)?.[1]
    this.#end()
    this.walk(
      node,
      this.#enter(place, {
        bold: place.bold || boldStyle(node) || level !== undefined || tagName === 'th' || tagName === 'dt',
        headingLevel: level ? Number(level) : place.headingLevel,
        preformatted: place.preformatted || tagName === 'pre',
        inFrame: place.inFrame && !parts.has(tagName),
      }),
    )
    this.#end()
  }

  /** The first block within an item takes its number along. */
  #enter(place: Place, change: Partial<Place>): Place {
    const inner = { ...place, ...change }
    place.marker = ''
    return inner
  }

  #write(value: string, place: Place): void {
    const words = place.preformatted ? value : value.replace(/[ \t\n\r\f]+/g, ' ')
    if (words.trim() !== '') {
      if (this.#isBlank) this.#place = { ...place }
      this.#isBlank = false
      if (!place.bold) this.#allBold = false
      if (place.marker) {
        const [first = ''] = words.trim().split(' ', 1)
        const own = isMarker(first)
        this.#text = `${this.#text.trimEnd()}${own ? '' : `${place.marker} `}`
        place.marker = ''
      }
    }
    this.#text += words
  }

  #list(list: HtmlElement, place: Place): void {
    this.#end()
    let count = Number(attribute(list, 'start') ?? '1')
    for (const node of list.childNodes) {
      if (!('tagName' in node)) continue
      if (node.tagName !== 'li') {
        this.#node(node, place)
        continue
      }
      if (this.#leftOut(node, place)) continue
      count = Number(attribute(node, 'value') ?? count)
      const own = list.tagName === 'ol' ? numberOf(list, count) : unmarked(list) ? '' : '•'
      const marker = figuresBelow(place.figures, own)
      count++
      this.#end()
      this.walk(node, { ...place, marker, figures: figuresOf(marker), listed: true })
      this.#end()
    }
  }

  #table(table: HtmlElement, place: Place): void {
    this.#end()
    for (const row of rowsOf(table)) {
      const cells = row.childNodes.filter(isCell)
      const [only] = cells
      if (only && cells.length === 1) {
        this.#block(only, place)
        continue
      }
      const inner = cells.map((cell) => cellOf(cell))
      const text = inner.map(({ text }) => text).join(cellBreak)
      if (text.trim() === '') continue
      const bold = inner.every((cell) => cell.bold || cell.text === '')
      this.#blocks.push({ lines: [text], role: 'table_row', bold })
    }
  }

  #end(): void {
    const { headingLevel, listed } = this.#place
    // Two line breaks in a row part paragraphs.
    for (const part of this.#text.split(/\n\s{0,20}\n/)) {
      if (part.trim() === '') continue
      this.#blocks.push({
        lines: part.split('\n'),
        bold: this.#allBold,
        ...(headingLevel ? { role: 'heading', headingLevel } : {}),
        ...(listed && !headingLevel && !this.#allBold ? { role: 'list_item' } : {}),
      })
    }
    this.#text = ''
    this.#isBlank = true
    this.#allBold = true
    this.#place = this.top
  }
}

function cellOf(cell: HtmlElement): { text: string; bold: boolean } {
  const walker = new Walker()
  walker.walk(cell, { ...walker.top, bold: cell.tagName === 'th' })
  const blocks = walker.done()
  return {
    text: blocks
      .flatMap(({ lines }) => lines.map((line) => line.replaceAll(cellBreak, ' ').trim()))
      .join(' '),
    bold: blocks.length > 0 && blocks.every((block) => block.bold === true),
  }
}

const isCell = (node: Node): node is HtmlElement =>
  'tagName' in node && (node.tagName === 'td' || node.tagName === 'th')

function rowsOf(table: Parent): HtmlElement[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node) || node.tagName === 'table') return []
    return node.tagName === 'tr' ? [node] : rowsOf(node)
  })
}

const styleTypes: Record<string, string> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

/** "1." for figures; letters and Roman numerals in brackets, as contracts cite them. */
function numberOf(list: HtmlElement, count: number): string {
  const style =
    /list-style(?:-type)?\s{0,3}:\s{0,3}([a-z-]{1,60})/i.exec(attribute(list, 'style') ?? '')?.[1] ?? ''
  if (style === 'none') return ''
  switch (attribute(list, 'type') ?? styleTypes[style.toLowerCase()]) {
    case 'a':
      return `(${letters(count)})`
    case 'A':
      return `(${letters(count).toUpperCase()})`
    case 'i':
      return `(${roman(count)})`
    case 'I':
      return `(${roman(count).toUpperCase()})`
    default:
      return `${count}.`
  }
}

const unmarked = (list: HtmlElement): boolean =>
  /list-style(?:-type)?\s{0,3}:\s{0,3}none/i.test(attribute(list, 'style') ?? '')

const boldStyle = (node: HtmlElement): boolean =>
  /font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)/i.test(attribute(node, 'style') ?? '')

const attribute = (node: HtmlElement, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value

function find(parent: Parent, is: (element: HtmlElement) => boolean): HtmlElement | undefined {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue
    const found = is(node) ? node : find(node, is)
    if (found) return found
  }
  return undefined
}

function wordsOf(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value
      if (!('tagName' in node) || chrome.has(node.tagName)) return ''
      return wordsOf(node)
    })
    .join('')
}
