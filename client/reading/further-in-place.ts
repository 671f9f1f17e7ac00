import './common.ts'
import { newList, parentOf, tellAllShown } from './entry.ts'
import { partAt } from './part-at.ts'
import { stepTo } from './step-to.ts'
import { type Step, takeStep } from './steps.ts'
import { putFurther } from './thread-place.ts'
import { say } from './words.ts'

/** How many levels a page shows below one another; what is deeper becomes a page's first level. */
const LEVELS = 12
const MOST_PAGES = 20

/** Puts what a link to further replies or threads leads to where it belongs; Back takes it away again. */
export async function goFurther(discussion: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy === 'true') return
  link.ariaBusy = 'true'
  const part = await (isLastLevel(link) ? partAt(link.href) : partFurther(link))
  link.ariaBusy = null
  const step = part && (isLastLevel(link) ? leadInto(discussion, part, link) : goOn(part, link))
  if (step) takeStep(step)
  else location.assign(link.href)
}

/** The first page from a link on that has something which is not here; an order that was made anew begins with what is. */
async function partFurther(link: HTMLAnchorElement): Promise<HTMLElement | null> {
  let href: string | undefined = link.href
  for (let pages = 0; href && pages < MOST_PAGES; pages++) {
    const part = await partAt(href)
    if (!part || entriesFurther(part, link).length > 0) return part
    href = linkOnward(part, link)?.href
  }
  return null
}

function isLastLevel(link: Element) {
  let levels = 0
  for (let entry = parentOf(link); entry; entry = parentOf(entry)) levels++
  return levels >= LEVELS
}

/** The further entries after those that are here, and the link to what follows them in the place of this one. */
function goOn(part: HTMLElement, link: HTMLAnchorElement): Step | undefined {
  let entries = entriesFurther(part, link)
  if (entries.length === 0) return
  const away = entries[0]!.parentElement!
  const onward = [linkOnward(part, link)].filter((found) => found !== null)
  const entry = parentOf(link)
  const list = entry ? listOf(entry, link) : link.parentElement!.querySelector<HTMLElement>('.thread')!
  return {
    address: link.href,
    take() {
      this.aside = undefined
      entries = entriesFurther(part, link)
      putFurther(list, entries)
      link.replaceWith(...onward)
      tellAllShown(entries)
      stepTo(entries[0])
    },
    takeBack() {
      this.aside = part
      away.append(...entries)
      away.after(...onward)
      list.after(link)
      link.focus()
    },
  }
}

function entriesFurther(part: HTMLElement, link: Element): HTMLElement[] {
  const entry = parentOf(link)
  const found = part.querySelectorAll<HTMLElement>(entry ? `#${entry.id} > ol > .entry` : ':scope > .thread > .entry')
  return [...found].filter(({ id }) => !document.getElementById(id))
}

function linkOnward(part: HTMLElement, link: Element) {
  const entry = parentOf(link)
  return part.querySelector<HTMLAnchorElement>(entry ? `#${entry.id} > .more` : ':scope > .further')
}

function listOf(entry: HTMLElement, link: Element): HTMLElement {
  const list = entry.querySelector<HTMLElement>(':scope > ol') ?? newList()
  if (!list.isConnected) link.before(list)
  return list
}

const WHAT_LEADS = ':scope > :is(.thread, .ancestors, .more, .way-back, .waiting)'

/** The branch alone in the place of the discussion, with the way to it and the way back. */
function leadInto(discussion: HTMLElement, part: HTMLElement, link: HTMLAnchorElement): Step | undefined {
  const [before, after] = [discussion, part].map((one) => [...one.querySelectorAll<HTMLElement>(WHAT_LEADS)])
  const inside = part.querySelector<HTMLElement>('.thread > .entry > ol > .entry')
  if (!inside) return
  const branch = [wayBack(), ...after!]
  part.dataset.order = discussion.dataset.order
  const exchange = (out: HTMLElement[], into: HTMLElement[]) => {
    out[0]!.before(...into)
    part.append(...out)
    tellAllShown([...discussion.querySelectorAll<HTMLElement>('.thread > .entry')])
  }
  return {
    address: link.href,
    aside: part,
    take() {
      exchange(before!, branch)
      stepTo(inside)
    },
    takeBack() {
      exchange(branch, before!)
      link.focus()
    },
  }
}

function wayBack() {
  const back = document.createElement('button')
  back.type = 'button'
  back.className = 'way-back more earlier'
  back.textContent = say('back')
  back.addEventListener('click', () => history.back())
  return back
}
