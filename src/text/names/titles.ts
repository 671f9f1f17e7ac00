import { searchFolded } from '../fold.ts'

/** What is written with a capital before surnames, and is no first name. Words without accents, and the beginnings of those that have cases. */
const WORDS = new Set(
  `mr mrs ms miss dr sir lord lady dame president vice prime minister secretary senator congressman congresswoman representative
chancellor king queen prince princess pope general colonel captain major professor judge justice governor mayor ambassador director
foreign saint st m mme mlle docteur general presidente ministre senateur senatrice depute juge reine
roi pape le la sr sra don dona presidenta ministro ministra senor senora senador senadora juez rey reina papa monsieur madame and the
of in at on for from by with but when after before while as if`.split(/\s+/),
)
const BEGINNINGS =
  /^(?:президент|министр|міністр|премьер|премєр|генерал|господин|госпож|мистер|миссис|доктор|профессор|професор|корол|принц|король|сенатор|судь|судд|губернатор|мэр|мер|посол|канцлер|пап|пан|пані|князь|товарищ|гн|гж)/

/** Whether a word before a surname is a title rather than somebody's first name. */
export function isTitle(key: string): boolean {
  return WORDS.has(searchFolded(key)) || BEGINNINGS.test(key)
}
