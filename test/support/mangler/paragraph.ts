import type { MarkedQuotation, NameMention, Side } from '../../../src/domain/translation/index.ts'

export const LANGUAGES = ['en', 'ru', 'uk', 'de', 'es', 'fr', 'ar', 'zh'] as const
export type Spoken = (typeof LANGUAGES)[number]

/** What one paragraph says, in no language yet. */
export interface Story {
  day: Date
  count: number
  lost: number
  percent: number
  kilometres: number
  millions: number
  link: string
  handle: string
  code: string
  speaker: 1 | 2
}

export type Slot =
  | 'date'
  | 'time'
  | 'name'
  | 'lost'
  | 'count'
  | 'percent'
  | 'distance'
  | 'cost'
  | 'link'
  | 'handle'
  | 'code'
  | 'quotation'

/** A paragraph in pieces, each of which is either words or the fact that it says. */
export type Piece = string | { slot: Slot; text: string }

export const NAMES: Readonly<Record<Spoken, readonly [string, string]>> = {
  en: ['Malikov', 'Askarova'],
  ru: ['Маликов', 'Аскарова'],
  uk: ['Маліков', 'Аскарова'],
  de: ['Malikow', 'Askarowa'],
  es: ['Málikov', 'Askárova'],
  fr: ['Malikov', 'Askarova'],
  ar: ['ماليكوف', 'أسكاروفا'],
  zh: ['马利科夫', '阿斯卡罗娃'],
}

/** Words with the names of what stands in them. */
const TEMPLATES: Readonly<Record<Spoken, string>> = {
  en: 'On {date} at {time} {name} said: “We lost {lost} houses”. {count} people came, {percent} of them from as far as {distance}; it cost {cost}. See {link}, ask {handle} for {code}.',
  ru: '{date} в {time} {name} говорит: «Мы потеряли {lost} домов». Пришло {count} человек, {percent} из них издалека, за {distance}; это стоило {cost}. См. {link}, спросите {handle} о {code}.',
  uk: '{date} о {time} {name} каже: «Ми втратили {lost} будинків». Прийшло {count} людей, {percent} з них здалеку, за {distance}; це коштувало {cost}. Див. {link}, спитайте {handle} про {code}.',
  de: 'Am {date} um {time} sagte {name}: „Wir haben {lost} Häuser verloren“. Es kamen {count} Menschen, {percent} davon von weit her, {distance}; es kostete {cost}. Siehe {link}, fragt {handle} nach {code}.',
  es: 'El {date} a las {time} {name} dijo: “Perdimos {lost} casas”. Vinieron {count} personas, {percent} de ellas desde {distance}; costó {cost}. Véase {link}, pregunte a {handle} por {code}.',
  fr: 'Le {date} à {time}, {name} a dit : « Nous avons perdu {lost} maisons ». {count} personnes sont venues, dont {percent} de loin, {distance} ; cela a coûté {cost}. Voir {link}, demander {code} à {handle}.',
  ar: 'في {date} الساعة {time} قال {name}: ”فقدنا {lost} منزلا“. حضر {count} شخصا، {percent} منهم من بعيد، {distance}؛ وكلف ذلك {cost}. انظر {link} واسأل {handle} عن {code}.',
  zh: '{date}{time}，{name}说：“我们失去了 {lost} 座房屋”。来了 {count} 人，其中 {percent} 来自 {distance}以外；花费 {cost}。见 {link} ，向 {handle} 询问 {code} 。',
}

export const MONEY: Readonly<
  Record<
    Spoken,
    { million: string; billion: string; dollars: string; euros: string; kilometres: string; metres: string }
  >
> = {
  en: { million: 'million', billion: 'billion', dollars: 'dollars', euros: 'euros', kilometres: 'km', metres: 'miles' },
  ru: { million: 'млн', billion: 'млрд', dollars: 'долларов', euros: 'евро', kilometres: 'км', metres: 'миль' },
  uk: { million: 'млн', billion: 'млрд', dollars: 'доларів', euros: 'євро', kilometres: 'км', metres: 'миль' },
  de: {
    million: 'Millionen',
    billion: 'Milliarden',
    dollars: 'Dollar',
    euros: 'Euro',
    kilometres: 'Kilometer',
    metres: 'Meilen',
  },
  es: {
    million: 'millones',
    billion: 'billones',
    dollars: 'dólares',
    euros: 'euros',
    kilometres: 'kilómetros',
    metres: 'millas',
  },
  fr: {
    million: 'millions',
    billion: 'milliards',
    dollars: 'dollars',
    euros: 'euros',
    kilometres: 'kilomètres',
    metres: 'milles',
  },
  ar: { million: 'مليون', billion: 'مليار', dollars: 'دولار', euros: 'يورو', kilometres: 'كيلومترا', metres: 'ميلا' },
  zh: { million: '百万', billion: '亿', dollars: '美元', euros: '欧元', kilometres: '公里', metres: '英里' },
}

/** The story in a language, as `Intl` writes its numbers and dates there. */
export function told(story: Story, language: Spoken): Piece[] {
  const texts = textsOf(story, language)
  return TEMPLATES[language].split(/(\{\w+\})/).map((piece) => {
    const slot = /^\{(\w+)\}$/.exec(piece)?.[1] as Slot | undefined
    return slot ? { slot, text: texts[slot] } : piece
  })
}

function textsOf(
  { day, count, lost, percent, kilometres, millions, link, handle, code, speaker }: Story,
  language: Spoken,
): Record<Slot, string> {
  const number = new Intl.NumberFormat(language)
  const { million, dollars, kilometres: unit } = MONEY[language]
  const between = language === 'zh' ? '' : ' '
  const de = language === 'es' || language === 'fr' ? ' de ' : between
  return {
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day),
    time: new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(day),
    name: NAMES[language][speaker - 1]!,
    lost: number.format(lost),
    count: number.format(count),
    percent: new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1 }).format(percent / 100),
    distance: `${number.format(kilometres)}${between}${unit}`,
    cost: `${number.format(millions)}${between}${million}${language === 'fr' || language === 'es' ? de : between}${dollars}`,
    link,
    handle,
    code: `\`${code}\``,
    quotation: '',
  }
}

const QUOTED: Readonly<Record<string, true>> = { '“': true, '«': true, '„': true, '”': true }

/** The pieces as a side of the gate, with its name and its quotation marked. */
export function sideOf(pieces: readonly Piece[], language: Spoken, speaker: number): Side {
  let words = ''
  const names: NameMention[] = []
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : piece.text
    const entry = NAMES[language].indexOf(text) + 1
    if (typeof piece !== 'string' && piece.slot === 'name' && entry > 0)
      names.push({ entry, start: words.length, end: words.length + text.length })
    words += text
  }
  const start = [...words].findIndex((letter) => letter in QUOTED)
  const end = words.indexOf('.', start) < 0 ? words.length : start + words.slice(start + 1).search(/[”»“]/) + 1
  const quotations: MarkedQuotation[] = speaker > 0 ? [{ quote: 1, speaker, start: start + 1, end }] : []
  return { words, language, names, quotations }
}
