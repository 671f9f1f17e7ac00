import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { assertAccessible } from '../support/browser/axe.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { publish } from '../support/site.ts'

const stage = whileTesting(() => openStage({ tern: ['Tern', 'editor'] }))

test(
  'an editor brings pictures by choosing, dropping and pasting, sees how far they are, and describes one',
  inChromium,
  async () => {
    const { browser, site, tern } = stage
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await using window = await openWindow(browser, site, tern, { width: 360 })
    const { page } = window
    await page.goto('/desk')
    await page.click('text=Pictures')
    await page.waitForSelector('.drop')
    const files = await Promise.all(
      [30, 40].map(async (width) => ({ name: `${width}.png`, mimeType: 'image/png', buffer: await drawnAs(width) })),
    )
    await page.setInputFiles('#pictures', files)
    await page.waitForURL('**/desk/pictures?*lacking=1')
    assert.equal(await page.locator('.picture-shelf li').count(), 2)
    await assertAccessible(page)

    await page.evaluate(() => {
      const items = new DataTransfer()
      items.items.add(new File(['no picture'], 'notes.png', { type: 'image/png' }))
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: items, bubbles: true, cancelable: true }))
    })
    await page.waitForSelector('.uploads .error >> text=neither JPEG, PNG')
    await page.reload()
    const bytes = [...(await drawnAs(50))]
    await page.evaluate((bytes) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' }))
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, bytes)
    await page.waitForURL('**/desk/pictures/3?*')

    await page.click('picture-focus img', { position: { x: 5, y: 5 } })
    assert.ok(Number(await page.inputValue('[name=focusX]')) < 20)
    await page.fill('#alt', 'A blue sea')
    await page.click('.primary')
    await page.waitForSelector('.done')
    assert.equal(await page.inputValue('#alt'), 'A blue sea')
    assert.ok(Number(await page.inputValue('[name=focusX]')) < 20)
    await assertAccessible(page)
  },
)

function drawnAs(width: number): Promise<Buffer> {
  return sharp({ create: { width, height: 30, channels: 3, background: '#357' } })
    .png()
    .toBuffer()
}
