export interface Note {
  name: string
  place: Element
}

const LEFT_OUT =
  'style, script, meta, link, title, head, template, noscript, xml, form, input, button, select, textarea, svg, del'
const UNSEEN = /(?:display\s*:\s*none|mso-hide\s*:\s*all)/i

/** Makes of what Word, Google Docs or a page copied plain headings, links, lists and emphasis; answers with the notes that stood in it. */
export function normalised(root: HTMLElement): Note[] {
  for (const one of root.querySelectorAll(LEFT_OUT)) one.remove()
  for (const one of root.querySelectorAll('[data-style]'))
    if (UNSEEN.test(one.getAttribute('data-style')!)) one.remove()
  removeComments(root)
  const notes = takeNotes(root)
  for (const place of [root, ...notes.map((note) => note.place)]) {
    listsOfWord(place)
    emphasis(place)
    headings(place)
    links(place)
    cells(place)
  }
  return notes
}

function removeComments(root: HTMLElement) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) (comment as ChildNode).remove()
}

const NUMBER = /^[[(]?\s*(\d+|\*+|[a-z]{1,3})\s*[\])]?$/i

/** A small link to a place within what was copied cites a note; the place is the note. */
function takeNotes(root: HTMLElement): Note[] {
  const notes: Note[] = []
  const names = new Map<Element, string>()
  const signs = new Map<Element, string>()
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
    const target = targetOf(root, link)
    if (!target || !NUMBER.test(link.textContent!.trim()) || leadsBack(link, target)) continue
    const place = noteAround(root, target, link)
    if (!place) continue
    const name = names.get(place) ?? String(names.size + 1)
    names.set(place, name)
    signs.set(place, link.textContent!.replace(/[^\p{L}\p{N}*]/gu, ''))
    const cited = document.createElement('cited-note')
    cited.setAttribute('name', name)
    cited.textContent = name
    const small = link.closest('sup')
    ;(small && small.textContent!.trim() === link.textContent!.trim() ? small : link).replaceWith(cited)
  }
  for (const [place, name] of names) {
    for (const back of place.querySelectorAll('a[href*="#"]'))
      if (/^[\s[\](){}\d*↩^↑.a-z]{0,6}\uFE0E?$/i.test(back.textContent!)) back.remove()
    withoutSign(place, signs.get(place)!)
    place.remove()
    const holder = document.createElement('div')
    holder.append(...(place.matches('p') ? [place] : place.childNodes))
    notes.push({ name, place: holder })
  }
  return notes.filter(({ place }) => place.textContent!.trim() !== '')
}

/** A note begins with its own words, not with the number that it had there, or with what led back. */
function withoutSign(place: Element, sign: string) {
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  let words = ''
  while (texts.nextNode() && words === '') {
    words = texts.currentNode.textContent!.replace(/^[\s↑^]+/, '')
    const [found, label] = /^[[(]?(\d+|\*+|[a-z]{1,3})[\])]?[.:]?(?:\s+|$)/i.exec(words) ?? []
    if (found !== undefined && label === sign) words = words.slice(found.length)
    texts.currentNode.textContent = words
  }
}

function targetOf(root: HTMLElement, link: HTMLAnchorElement): Element | null {
  const name = link.getAttribute('href')!.split('#')[1]!
  if (name === '') return null
  const quoted = CSS.escape(decodeSafely(name))
  return root.querySelector(`[id="${quoted}"], a[name="${quoted}"]`)
}

function decodeSafely(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The way back from a note stands in it, and leads up. */
function leadsBack(link: Element, target: Element): boolean {
  return (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}

function noteAround(root: HTMLElement, target: Element, link: Element): Element | null {
  const place = target.closest('li, div[id], aside, p, dd') ?? target
  return place.contains(link) || !root.contains(place) ? null : place
}

/** Word writes lists as paragraphs, each with its sign and how deep it stands. */
function listsOfWord(root: Element) {
  let lists: HTMLElement[] = []
  for (const paragraph of root.querySelectorAll<HTMLElement>('p')) {
    const style = paragraph.getAttribute('data-style') ?? ''
    if (!/mso-list:\s*l\d/i.test(style)) {
      lists = []
      continue
    }
    const ignored = [...paragraph.querySelectorAll('span')].find((span) =>
      /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''),
    )
    const kind = /\d|^[a-z][.)]/i.test(ignored?.textContent?.trim() ?? '') ? 'ol' : 'ul'
    ignored?.remove()
    const depth = Number(/\blevel(\d)/i.exec(style)?.[1] ?? 1)
    lists = lists[0]?.nextElementSibling === paragraph ? lists.slice(0, depth) : []
    if (lists.length === depth && lists.at(-1)!.localName !== kind) lists.pop()
    if (lists.length < depth) {
      const list = document.createElement(kind)
      if (lists.length === 0) paragraph.before(list)
      else lists.at(-1)!.append(list)
      lists.push(list)
    }
    const item = document.createElement('li')
    item.append(...paragraph.childNodes)
    lists.at(-1)!.append(item)
    paragraph.remove()
  }
}

/** Google Docs says by style what is bold or slanted, and puts all of it into a bold element that is none. */
function emphasis(root: Element) {
  for (const bold of root.querySelectorAll<HTMLElement>('b, strong'))
    if (/^(?:normal|400)$/.test(styleOf(bold, 'font-weight'))) unwrap(bold)
  for (const span of root.querySelectorAll<HTMLElement>('span')) {
    const isBold =
      /^(?:bold|[6-9]00)$/.test(styleOf(span, 'font-weight')) && !span.closest('h1, h2, h3, h4, h5, h6, b, strong')
    const isSlanted = styleOf(span, 'font-style') === 'italic' && !span.closest('i, em')
    if (isBold) wrap(span, 'strong')
    if (isSlanted) wrap(span, 'em')
    unwrap(span)
  }
  root.normalize()
  for (const one of root.querySelectorAll('b, strong, i, em')) {
    const next = one.nextSibling
    if (next instanceof Element && KINDS[next.localName] === KINDS[one.localName]) goOn(one, next)
  }
}

const KINDS: Readonly<Record<string, string>> = { b: 'bold', strong: 'bold', i: 'slanted', em: 'slanted' }

/** Word breaks a bold word into pieces; the later one takes the earlier into itself, and is looked at next. */
function goOn(one: Element, next: Element) {
  next.prepend(...one.childNodes)
  one.remove()
}

function styleOf(element: HTMLElement, name: string): string {
  return (
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(element.getAttribute('data-style') ?? '')?.[1]?.trim() ??
    ''
  )
}

function wrap(element: Element, tag: string) {
  const around = document.createElement(tag)
  around.append(...element.childNodes)
  element.append(around)
}

function unwrap(element: Element) {
  element.replaceWith(...element.childNodes)
}

/** An article has headings of two levels below its own. */
function headings(root: Element) {
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold)
    const tag = heading.localName <= 'h2' ? 'h2' : heading.localName === 'h3' ? 'h3' : 'h4'
    if (heading.localName === tag) continue
    const renamed = document.createElement(tag)
    renamed.append(...heading.childNodes)
    heading.replaceWith(renamed)
  }
}

function links(root: Element) {
  for (const link of root.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? ''
    if (!/^https?:\/\//i.test(address) || link.textContent!.trim() === '') unwrap(link)
    else link.removeAttribute('title')
  }
}

/** Tables are not kept; what stands in them is. */
function cells(root: Element) {
  for (const cell of root.querySelectorAll('td, th, caption')) {
    const paragraph = document.createElement('p')
    paragraph.append(...cell.childNodes)
    cell.replaceWith(paragraph)
  }
  for (const part of root.querySelectorAll('table, thead, tbody, tfoot, tr, code, pre')) unwrap(part)
}
