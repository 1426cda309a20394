/** An HTML report in a real browser: nothing runs, nothing is asked for, and it looks right. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { repository } from '../../scripts/terminal.ts';
import { openBrowser, withTemporaryFolder, type OpenBrowser } from '../../scripts/vscode/index.ts';
import { hostileReport } from '../unit/analysis/report/hostile.ts';
import { noteOf, reporter, reportOf, sampleCase } from '../unit/analysis/report/sampleReport.ts';

const plain = reporter.render([reportOf(sampleCase('failed'), [noteOf()])], 'html');
const hostile = reporter.render([hostileReport()], 'html');

/** What a page did beside being shown. */
interface Deeds {
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  /** Messages of the console: the browser tells there what the policy kept from happening. */
  readonly messages: readonly string[];
}

describe('an HTML report in a browser', () => {
  let browser: OpenBrowser | undefined;
  before(async () => {
    browser = await openBrowser({ width: 1100, height: 1400 });
  });
  after(async () => {
    await browser?.close();
  });

  /** Opens the page from a file, as who gets it does. */
  async function open(text: string, look: (page: Page, deeds: Deeds) => Promise<void>): Promise<void> {
    assert.ok(browser !== undefined);
    const { page } = browser;
    const requests: string[] = [];
    const messages: string[] = [];
    page
      .removeAllListeners('requestfailed')
      .removeAllListeners('request')
      .removeAllListeners('console')
      .removeAllListeners('dialog');
    page.on('console', (message) => messages.push(message.text()));
    page.on('dialog', (dialog) => {
      messages.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await withTemporaryFolder(async (folder) => {
      const file = join(folder, 'report.html');
      writeFileSync(file, text);
      const address = pathToFileURL(file).href;
      page.on('request', (request) => {
        if (request.url() !== address) requests.push(request.url());
      });
      // The browser announces a request also where the policy stops it before it leaves.
      page.on('requestfailed', (request) => {
        if (request.failure()?.errorText === 'csp') requests.splice(requests.indexOf(request.url()), 1);
      });
      await page.goto(address, { waitUntil: 'load' });
      await look(page, { requests, messages });
    });
  }

  it('runs nothing and asks for nothing, whatever the logs say', async () => {
    await open(hostile, async (page, { requests, messages }) => {
      for (const selector of ['script', 'img', 'iframe', 'object', 'form', 'svg script', 'style + style'])
        assert.equal(await page.locator(selector).count(), 0, selector);
      assert.ok((await page.getByText('EVIL()').count()) > 20, 'the planted texts are shown as texts');
      assert.deepEqual(requests, []);
      assert.deepEqual(messages, []);
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      assert.deepEqual(
        links.filter((link) => !/^(?:#|https:\/\/(?:learn|techcommunity)\.microsoft\.com\/)/.test(link)),
        [],
      );
    });
  });

  it('has a policy that holds: what is planted behind our back neither runs nor loads nor styles', async () => {
    const planted =
      '<img src="https://evil.example/x.png" onerror="window.ran = 1"><script>window.ran = 2</script>' +
      '<p id="planted" style="color: rgb(1, 2, 3)">x</p><style>#planted { margin-top: 77px }</style></main>';
    await open(plain.replace('</main>', planted), async (page, { requests, messages }) => {
      assert.equal(await page.evaluate(() => 'ran' in window), false);
      assert.deepEqual(requests, []);
      assert.ok(messages.some((text) => text.includes('Content Security Policy')));
      const style = await page.locator('#planted').evaluate((element) => {
        const { color, marginTop } = getComputedStyle(element);
        return { color, marginTop };
      });
      assert.notEqual(style.color, 'rgb(1, 2, 3)');
      assert.notEqual(style.marginTop, '77px');
    });
  });

  it('is styled by its own style, in light, dark, high contrast and print', async () => {
    const pictures = join(repository, 'screenshots');
    mkdirSync(pictures, { recursive: true });
    await open(plain, async (page) => {
      const paper = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const shoot = (name: string) => page.screenshot({ path: join(pictures, `report-${name}.png`) });
      await page.emulateMedia({ colorScheme: 'light' });
      assert.equal(await paper(), 'rgb(255, 255, 255)');
      await shoot('light');
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.equal(await paper(), 'rgb(22, 25, 29)');
      await shoot('dark');
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      await shoot('contrast');
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none', media: 'print' });
      assert.equal(await paper(), 'rgb(255, 255, 255)');
      assert.equal(await page.locator('nav').isVisible(), false);
      await shoot('print');
      await page.emulateMedia({ media: 'screen' });
    });
  });

  it('fits a narrow window without scrolling sideways', async () => {
    await open(hostile, async (page) => {
      await page.setViewportSize({ width: 400, height: 800 });
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      await page.setViewportSize({ width: 1100, height: 1400 });
      assert.ok(scroll <= client, `${scroll} of ${client}`);
    });
  });

  it('can be read by a screen reader: landmarks, headings, table headers and words for the picture', async () => {
    await open(plain, async (page) => {
      assert.equal(await page.getByRole('main').count(), 1);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.equal(await page.getByRole('navigation', { name: /^Sections of / }).count(), 1);
      assert.equal(await page.getByRole('img', { name: /Enrollment: failed/ }).count(), 1);
      assert.equal(await page.getByRole('rowheader', { name: '3 of 3' }).count(), 1);
      assert.equal(await page.getByRole('region', { name: 'Findings' }).count(), 1);
    });
  });
});
