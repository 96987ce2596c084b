/** What a browser writes down by itself finds nothing: titles, addresses, history, controls, file names. And what our pages refuse. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { addsScript, type Variant, variantOf } from './variant.ts';
import { toursEverything } from './whole-tour.ts';

/** What is written to a file by the tour: nothing of a person stands in any of these. */
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

describe('on every screen of both surfaces', () => {
  const screens: string[] = [];
  const wrong: string[] = [];
  let names: readonly string[] = [];
  let controls = 0;
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  let officer: OfficerBrowser;

  beforeAll(async () => {
    officer = await launchOfficer();
    const session = await officer.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
    });
    const steps = new Map<Page, number>();
    await toursEverything(officer, {
      async visit(page, screen, surface) {
        const found = await page.evaluate(writtenDown);
        const before = steps.get(page) ?? found.steps;
        steps.set(page, before);
        if (found.steps !== before) found.wrong.push(`history grew to ${found.steps}`);
        screens.push(`${surface} ${screen}`);
        wrong.push(...found.wrong.map((what) => `${surface} ${screen}: ${what}`));
        controls += found.controls;
      },
    });
    names = await vi.waitFor(
      () => {
        const all = readdirSync(downloads);
        const isUnderWay = all.some((name) => name.endsWith('.crdownload'));
        if (isUnderWay || !all.some((name) => name.startsWith('case-summary')))
          throw new Error(`Only these were saved: ${all.join(', ')}`);
        return all;
      },
      { timeout: 40_000 },
    );
  });
  afterAll(async () => {
    await officer?.close();
    rmSync(downloads, { recursive: true, force: true });
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

describe.each(['sidepanel.html', 'workspace.html', 'keeper.html'])('code in %s', (page) => {
  let variant: Variant;
  let officer: OfficerBrowser;
  let tried: Readonly<Record<string, string>>;
  beforeAll(async () => {
    variant = variantOf((dir) =>
      addsScript(
        dir,
        page,
        'probe.js',
        `globalThis.tried = (${attempts})((address) => import(address));`,
      ),
    );
    officer = await launchOfficer({ extension: variant.dir });
    const opened = await officer.open(page);
    tried = await opened.evaluate(
      () => (globalThis as unknown as { tried: Promise<Record<string, string>> }).tried,
    );
  });
  afterAll(async () => {
    await officer?.close();
    variant?.remove();
  });

  it('can read a file of the extension, so that a refusal below says something', () => {
    expect(tried['own file']).toBe('done');
    expect(tried['own element']).toBe('done');
  });

  it.each([
    ['eval', 'EvalError'],
    ['new Function', 'EvalError'],
    ['timer of text', 'nothing ran'],
    ['innerHTML', 'TypeError'],
    ['document.write', 'TypeError'],
    ['script.src', 'TypeError'],
    ['script.text', 'TypeError'],
    ['worker of text', 'TypeError'],
    ['import of a data address', 'TypeError'],
    ['policy of another name', 'TypeError'],
    ['fetch elsewhere', 'connect-src'],
    ['beacon elsewhere', 'connect-src'],
    ['socket elsewhere', 'connect-src'],
    ['image elsewhere', 'img-src'],
    ['frame elsewhere', 'frame-src'],
    ['style elsewhere', 'style-src-elem'],
    ['form elsewhere', 'form-action'],
    ['base elsewhere', 'base-uri'],
  ])('cannot use %s', (what, refusal) => {
    expect(tried[what]).toBe(refusal);
  });
});

/** Runs in a page of ours: everything of it that a browser would keep. */
function writtenDown(): { wrong: string[]; controls: number; steps: number } {
  const wrong: string[] = [];
  const { title, documentElement } = document;
  if (title !== 'Cyber Prevent Toolkit') wrong.push(`title “${title}”`);
  if (documentElement.getAttribute('translate') !== 'no') wrong.push('may be translated');
  const { pathname, search, hash } = location;
  if (!/^\/(sidepanel|workspace)\.html$/.test(pathname)) wrong.push(`path ${pathname}`);
  if (search + hash !== '') wrong.push(`address ends in ${search}${hash}`);
  if (history.state !== null) wrong.push('state in the history');
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
  for (const link of document.querySelectorAll('a[href], area[href], [contenteditable]'))
    wrong.push(`may be followed or typed in: ${link.outerHTML.slice(0, 100)}`);
  for (const store of [localStorage, sessionStorage])
    if (store.length > 0) wrong.push('keeps something in web storage');
  return { wrong, controls: all.length, steps: history.length };
}

/**
 * Runs as a script file of one of our pages: tries what an attacker's words would try, and says what came of each.
 *
 * @param load - imports, from where no tool that runs this file has changed it
 */
async function attempts(
  load: (address: string) => Promise<unknown>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const refusals: SecurityPolicyViolationEvent[] = [];
  document.addEventListener('securitypolicyviolation', (event) => refusals.push(event));
  const attempt = async (what: string, act: () => unknown): Promise<void> => {
    try {
      await act();
      found[what] = 'done';
    } catch (error) {
      found[what] = error instanceof Error ? error.name : String(error);
    }
  };
  /** For what need not throw: the policy tells of it, by the address, each of which is asked for once. */
  const refused = async (what: string, act: (host: string) => unknown): Promise<void> => {
    const host = `${what.replace(' ', '.')}.example`;
    await attempt(what, () => act(host));
    for (let waited = 0; waited < 40_000; waited += 20) {
      const told = refusals.find(({ blockedURI }) => blockedURI.includes(host));
      found[what] = told?.effectiveDirective ?? 'not refused';
      if (told) return;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const append = (tag: string, attributes: Record<string, string>): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.documentElement.append(element);
    return element;
  };
  if (document.readyState === 'loading')
    await new Promise((done) =>
      document.addEventListener('DOMContentLoaded', done, { once: true }),
    );
  // What is tried here is what types forbid: text where the policy wants a checked value.
  const loose = globalThis as unknown as Record<string, (...text: string[]) => unknown>;
  const element = (name: string) =>
    document.createElement(name) as unknown as Record<string, string>;
  let ran = false;
  Object.defineProperty(globalThis, 'probeRan', { set: () => (ran = true) });

  await attempt('own file', () => fetch(`${location.origin}/manifest.json`));
  await attempt('own element', () => append('b', {}).remove());
  await attempt('eval', () => loose.eval?.('probeRan = 1'));
  await attempt('new Function', () => Reflect.construct(Function, ['probeRan = 1'])());
  await attempt('timer of text', () => loose.setTimeout?.('probeRan = 1'));
  await new Promise((done) => setTimeout(done, 50));
  found['timer of text'] = ran ? 'ran' : 'nothing ran';
  await attempt('innerHTML', () => {
    element('div').innerHTML = '<b>x</b>';
  });
  await attempt('document.write', () => document.write('<b>x</b>'));
  await attempt('script.src', () => {
    element('script').src = '/background.js';
  });
  await attempt('script.text', () => {
    element('script').text = 'probeRan = 1';
  });
  await attempt('worker of text', () => new Worker('/parse-worker.js'));
  await attempt('import of a data address', () => load('data:text/javascript,probeRan=1'));
  await attempt('policy of another name', () =>
    (loose.trustedTypes as unknown as { createPolicy(...text: unknown[]): void }).createPolicy(
      'other',
      {},
    ),
  );
  await refused('fetch elsewhere', (host) => fetch(`https://${host}/`));
  await refused('beacon elsewhere', (host) => navigator.sendBeacon(`https://${host}/`, 'x'));
  await refused('socket elsewhere', (host) => new WebSocket(`wss://${host}/`));
  await refused('image elsewhere', (host) => append('img', { src: `https://${host}/` }));
  await refused('frame elsewhere', (host) => append('iframe', { src: `https://${host}/` }));
  await refused('style elsewhere', (host) =>
    append('link', { rel: 'stylesheet', href: `https://${host}/` }),
  );
  await refused('base elsewhere', (host) => append('base', { href: `https://${host}/` }));
  await refused('form elsewhere', (host) => {
    const form = append('form', { action: `https://${host}/`, method: 'post' });
    (form as HTMLFormElement).submit();
  });
  return found;
}
