/** All that a browser writes down by itself: titles, addresses, history, remembered controls, file names. */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Observer } from './observer.ts';

/** Names of files that the tour may write: none of them names a person. */
const TEMPLATES = new Set([
  'colleague-card',
  'case-summary',
  'chronology',
  'assessment-page',
  'assessment-page-young',
  'cease-and-desist',
  'notice-follow-up',
  'condition-advice',
  'breach-note',
  'audit',
  'audit-checkpoint',
]);

export function observeWrittenDown(): Observer {
  const screens: string[] = [];
  const wrong: string[] = [];
  let controls = 0;
  return {
    async visit(page, screen, surface) {
      const found = await page.evaluate(writtenDown);
      screens.push(`${surface} ${screen}`);
      wrong.push(...found.wrong.map((what) => `${surface} ${screen}: ${what}`));
      controls += found.controls;
    },
    tests(walked) {
      describe('on every screen of both surfaces', () => {
        let names: readonly string[] = [];
        beforeAll(async () => {
          names = await vi.waitFor(
            () => {
              const all = readdirSync(walked().downloads);
              const isUnderWay = all.some((name) => name.endsWith('.crdownload'));
              if (isUnderWay || !all.some((name) => name.startsWith('case-summary')))
                throw new Error(`Only these were saved: ${all.join(', ')}`);
              return all;
            },
            { timeout: 40_000 },
          );
        });

        it('there is nothing for the browser to write down', () => {
          expect(wrong).toEqual([]);
          expect(screens.length).toBeGreaterThan(55);
          expect(controls).toBeGreaterThan(200);
        });

        it('files are named by template, day and eight characters of our id', () => {
          const after = /-\d{4}-\d\d-\d\d-[0-9a-f]{8}( \(\d\))?\.(json|jsonl|html|md|txt)$/;
          expect(names.filter((name) => !after.test(name))).toEqual([]);
          const templates = names.map((name) => name.replace(after, ''));
          expect(templates.filter((template) => !TEMPLATES.has(template))).toEqual([]);
          expect(names.some((name) => name.startsWith('case-summary'))).toBe(true);
        });
      });
    },
  };
}

/** Runs in a page of ours: collects everything that a browser would keep of it. */
function writtenDown(): { wrong: string[]; controls: number } {
  const wrong: string[] = [];
  const { title, documentElement } = document;
  if (title !== 'Cyber Prevent Toolkit') wrong.push(`title “${title}”`);
  if (documentElement.getAttribute('translate') !== 'no') wrong.push('may be translated');
  const { pathname, search, hash } = location;
  if (!/^\/(sidepanel|workspace)\.html$/.test(pathname)) wrong.push(`path ${pathname}`);
  if (search + hash !== '') wrong.push(`address ends in ${search}${hash}`);
  // A mark of the page, and two numbers: nothing that says which screen it was.
  const mark: unknown = history.state;
  const isOpaque =
    Array.isArray(mark) &&
    mark.length === 3 &&
    /^[0-9a-f-]{36}$/.test(String(mark[0])) &&
    mark.slice(1).every(Number.isInteger);
  if (!isOpaque) wrong.push(`state in the history: ${JSON.stringify(mark)}`);
  const all = document.querySelectorAll('input, textarea, select');
  const expected = {
    autocomplete: 'off',
    autocorrect: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    writingsuggestions: 'false',
  };
  for (const control of all) {
    const what = control.outerHTML.slice(0, 100);
    for (const [name, value] of Object.entries(expected))
      if (control.getAttribute(name) !== value)
        wrong.push(`${name} is ${control.getAttribute(name)}: ${what}`);
    const form = control.closest('form');
    if (form?.getAttribute('autocomplete') !== 'off') wrong.push(`no closed form: ${what}`);
  }
  // A number or an address alone, which the computer's own telephone or mail program opens: no page of any browser.
  const isReach = (link: Element): boolean =>
    /^(tel:\+?\d+|mailto:[^?&#]+)$/.test(link.getAttribute('href') ?? '');
  for (const link of document.querySelectorAll('a[href], area[href], [contenteditable]'))
    if (!isReach(link)) wrong.push(`may be followed or typed in: ${link.outerHTML.slice(0, 100)}`);
  for (const store of [localStorage, sessionStorage])
    if (store.length > 0) wrong.push('keeps something in web storage');
  return { wrong, controls: all.length };
}
