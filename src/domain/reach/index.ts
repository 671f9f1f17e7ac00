export { type SignInLetter, signInLetter } from './letters/sign-in-letter.ts'
export { createMail, type Mail } from './mail.ts'
