/** Pointing in a real browser: by the pointer, by the focus, through shadow roots; and the way that readings write. */
import { parseSnapshot, readPage } from '@cyber-prevent/core/page';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle, isolated, openChromium, type World } from '../test-browser.js';
import type { PointedAt } from './watch-pointer.js';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle(`
    import { snapshotFrame } from '../testing/frame-under-test.ts';
    import { findPlace } from './find-place.ts';
    import { placeOf } from './place-of.ts';
    import { watchPointer } from './pointing/watch-pointer.ts';
    const rootOf = (element) => element.shadowRoot ?? null;
    globalThis.reader = { snapshotFrame };
    globalThis.watch = watchPointer(rootOf);
    globalThis.again = (selector) => {
      const element = findPlace(selector, rootOf);
      return element ? placeOf(element, rootOf) : 'gone';
    };
    globalThis.counted = (selector) => {
      const element = findPlace(selector, rootOf);
      return element && findPlace(placeOf(element, rootOf, false), rootOf) === element;
    };
  `);
  browser = await openChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

const RECORD = `
  <main id="record"><h1>Record</h1>
    <table><tr><th>Name</th><td><span>Kit Wraxhollow</span></td></tr>
      <tr><th>Born</th><td id="born">14/03/2009</td></tr><tr><th>Twice</th><td class="x">a</td></tr></table>
    <dl id="row-1234"><dt>Our number</dt><dd>ENQ-2291</dd><dt>Team</dt><dd>Desk 4</dd></dl>
    <label>Phone <input name="phone" value="07700 900123"></label>
    <label>Mail <input name="mail" value="kit@example.org"></label><input name="mail" type="hidden">
    <label>Passphrase <input id="secret" type="password" value="never"></label>
    <x-card><p slot="note"><b>Note</b>: <i>Slotted text</i></p></x-card>
  </main>`;

async function open(): Promise<World> {
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html lang="en-GB"><title>A page</title><body>${RECORD}`);
  await page.evaluate(() => {
    const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' });
    if (root)
      root.innerHTML = `<dl><dt>School</dt><dd id="school">Mythering School</dd></dl>
        <section><slot name="note"></slot></section>`;
  });
  return isolated(page, script);
}

const pointed = (world: World) => world.run<PointedAt | undefined>('watch.pointed()');

async function points(css: string, world: World): Promise<PointedAt | undefined> {
  const box = await (await page.$(css))?.boundingBox();
  await page.mouse.move(0, 0);
  await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
  return pointed(world);
}

it('writes the way to each value as the reading of the page does', async () => {
  const world = await open();
  const { frame } = await world.report();
  const parsed = parseSnapshot(JSON.stringify({ version: 1, unread: [], frames: [frame] }));
  if (!parsed.ok) throw new Error('No snapshot');
  const { values } = readPage(parsed.value);
  const selectors = [...new Set(values.map(({ place }) => place.selector))];
  expect(selectors.length).toBeGreaterThan(7);
  expect(selectors.some((selector) => selector.includes(' >>> '))).toBe(true);
  for (const selector of selectors) {
    expect(await world.run(`again(${JSON.stringify(selector)})`)).toBe(selector);
    expect(await world.run(`counted(${JSON.stringify(selector)})`)).toBe(true);
  }
});

it('remembers what the pointer was on, in shadow trees too, and forgets when it is told to', async () => {
  const world = await open();
  await world.run('watch.start()');
  const born = await points('#born', world);
  expect(born).toMatchObject({ frame: [], text: '14/03/2009', isGone: false, isWithheld: false });
  expect(born?.around[0]).toBe('#born');
  const school = await points('x-card >>> #school', world);
  expect(school?.text).toBe('Mythering School');
  expect(school?.around[0]).toContain(' >>> #school');
  expect((await points('x-card i', world))?.text).toBe('Slotted text');
  await world.run('watch.stop()');
  expect(await points('#born', world)).toBeUndefined();
});

it('takes the focus for pointing, and reads nothing out of a box', async () => {
  const world = await open();
  await world.run('watch.start()');
  await points('#born', world);
  await page.focus('[name=phone]');
  expect(await pointed(world)).toMatchObject({
    text: '',
    around: [
      'input[name="phone"]',
      expect.any(String),
      '#record',
      expect.any(String),
      expect.any(String),
    ],
  });
  await page.focus('#secret');
  const secret = await pointed(world);
  expect(secret).toMatchObject({ isWithheld: true, text: '' });
  expect(JSON.stringify(secret)).not.toContain('never');
});

it('says of what was taken away that it is gone, and believes no event that the page made', async () => {
  const world = await open();
  await world.run('watch.start()');
  const born = await points('#born', world);
  await page.evaluate(() => {
    document
      .querySelector('.x')
      ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
  });
  expect(await pointed(world)).toEqual(born);
  // In one task: after it the browser points at the element that is then under the pointer.
  const gone = await world.run<PointedAt>(
    `document.querySelector('#born').remove(); watch.pointed()`,
  );
  expect(gone).toMatchObject({ isGone: true });
});
