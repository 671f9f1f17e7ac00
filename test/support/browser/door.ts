import type { Page } from 'playwright-core'

/** From a sign-in page to where it leads on: by the form to sign up, the letter, and the button behind its link. */
export async function signUpFrom(page: Page, letter: () => string, name: string): Promise<void> {
  await page.click('.sheet a[href*="/sign-up"]')
  await page.fill('input[name=name]', name)
  await page.fill('input[name=mail]', `${name.toLowerCase()}@reader.example`)
  await page.click('.form .primary')
  await page.waitForURL(/\/sent/)
  await page.goto(letter())
  await page.click('.form .primary')
}
