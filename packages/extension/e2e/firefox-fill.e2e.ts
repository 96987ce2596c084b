import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FirefoxExtension, openFirefoxExtension } from '../src/page/test-firefox.ts';
import { type FormName, type PracticeForms, servesForms } from './fill-form/serve.ts';
import { APPROVED, STATE, targetOf } from './fill-form/wanted.ts';

let forms: PracticeForms;
let firefox: FirefoxExtension;

/** The forms are behind the panel here, where a page is allowed a timer once a second. */
const PAUSE_MS = 1_500;
const PAGES = ['react', 'jquery', 'plain'] as const satisfies readonly FormName[];
const wanted = PAGES.map((form) => ({
  form,
  acts: APPROVED[form].map((each) => ({ id: each.id, target: targetOf(each), act: each.act })),
}));

beforeAll(async () => {
  forms = await servesForms();
  // No driver can inspect a panel there: it fills by itself, asks the form for its values, undoes, and writes
  // everything down.
  firefox = await openFirefoxExtension(`
    import { createPageFill } from '../press/page-fill.ts';
    import { quietScripting } from '../press/quiet-scripting.ts';
    const pageFill = createPageFill(quietScripting(chrome.runtime.getURL('quiet.html')), ${PAUSE_MS});
    const stateIn = async (tabId) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId }, world: 'MAIN', func: () => [JSON.stringify(formState()), JSON.stringify(trap)] });
      return result.map((json) => JSON.parse(json));
    };
    const tabOf = async (path) =>
      (await chrome.tabs.query({})).find(({ url }) => url === '${forms.origin}' + path)?.id;
    const fills = async (tabId, acts) => {
      const found = await pageFill.facts(tabId, acts.map(({ target }) => target));
      if (!found.ok) throw new Error(found.message);
      return pageFill.fill(tabId, acts.map((each) => {
        const fact = found.facts.find(({ target }) => target.selector === each.target.selector);
        return { ...each, before: { value: fact?.value ?? '', isTicked: fact?.isTicked ?? false } };
      }));
    };
    globalThis.seen = (async () => {
      const all = {};
      for (const { form, acts } of ${JSON.stringify(wanted)}) {
        const tabId = await tabOf('/' + form);
        const [before] = await stateIn(tabId);
        const told = (await fills(tabId, acts)).map(({ id, kind }) => id + ' ' + kind);
        const [state, trap] = await stateIn(tabId);
        const undone = (await pageFill.undo(tabId)).filter(({ kind }) => kind !== 'done').map(({ id, kind }) => id + ' ' + kind);
        const [after] = await stateIn(tabId);
        all[form] = { told, state, trap, undone, isAsBefore: JSON.stringify(after) === JSON.stringify(before) };
      }
      const boxes = ['one', 'two', 'three'].map((id) => ({
        id, act: { kind: 'type', text: 'word' }, target: { frame: [], selector: '#' + id, tag: 'input', type: 'text', name: id } }));
      for (const by of ['submit', 'location']) {
        const tabId = await tabOf('/trap?by=' + by);
        all[by] = (await fills(tabId, boxes)).map((told) => told.id + ' ' + (told.by ?? told.kind));
      }
      return all;
    })();`);
});
afterAll(async () => {
  await firefox?.close();
  await forms?.stop();
});

it('fills in Firefox what it fills in Chromium, holds what would send it, and undoes it', async () => {
  for (const path of [...PAGES, 'trap?by=submit', 'trap?by=location']) {
    const tab = await firefox.browser.newPage();
    await tab.goto(`${forms.origin}/${path}`);
  }
  forms.asked.length = 0;
  await firefox.openPanel();
  const filled = (form: (typeof PAGES)[number]) => ({
    told: APPROVED[form].map(({ id }) => `${id} done`),
    state: STATE[form],
    trap: { submits: 0, navigations: 0, requests: 0, opened: 0 },
    undone: form === 'plain' ? ['sex-m refused'] : [],
    isAsBefore: form !== 'plain',
  });
  await expect
    .poll(() => firefox.seen(), { timeout: 240_000, interval: 500 })
    .toEqual({
      react: filled('react'),
      jquery: filled('jquery'),
      plain: filled('plain'),
      submit: ['one done', 'two navigation'],
      location: ['one done', 'two navigation'],
    });
  expect(forms.asked).toEqual([]);
});
