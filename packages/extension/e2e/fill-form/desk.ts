/** An officer's browser with a practice form in front and the real panel next to it, from which the form is filled. */

import { join } from 'node:path';
import type { ControlFacts, ControlTarget, FillOutcome, FillStep } from '@cyber-prevent/core/fill';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { createPageFill, FactsFound } from '../../src/press/page-fill.ts';
import type { quietScripting } from '../../src/press/quiet-scripting.ts';
import { launchOfficer, type OfficerBrowser } from '../browser.ts';
import { until } from '../officer.ts';
import { type PracticeForms, servesForms } from './serve.ts';

export interface Desk {
  readonly officer: OfficerBrowser;
  readonly forms: PracticeForms;
  readonly page: Page;
  readonly panel: Page;
  /** Goes to a form and presses the toolbar button on it. */
  open(path: string): Promise<void>;
  facts(targets: readonly ControlTarget[]): Promise<readonly ControlFacts[]>;
  fill(steps: readonly FillStep[]): Promise<readonly FillOutcome[]>;
  undo(): Promise<readonly FillOutcome[]>;
  /** True if the page has sent anything by itself since typing began, as shown to the officer. */
  hasSent(): Promise<boolean>;
  release(): Promise<void>;
  /** The form's values, according to its own script. */
  state(): Promise<Record<string, unknown>>;
  /** Submits, navigations and openings seen by the page, and requests seen by the server. */
  sent(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

interface PanelGlobal {
  createPageFill: typeof createPageFill;
  quietScripting: typeof quietScripting;
  pageFill: ReturnType<typeof createPageFill>;
  tabId: number;
}

interface FormGlobal {
  formState(): Record<string, unknown>;
  trap: Record<string, unknown>;
}

/** The panel's own part, as its screens call it. */
async function panelPart(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'panel-part.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    conditions: ['@cyber-prevent/source'],
  });
  return outputFiles[0]?.text ?? '';
}

/** @param pauseMs - pause for a page after the last step; the panel's own when absent */
export async function opensDesk(pauseMs?: number): Promise<Desk> {
  const forms = await servesForms();
  const officer = await launchOfficer();
  const page = await officer.browser.newPage();
  await page.goto(`${forms.origin}/plain`);
  const panel = await officer.press(page);
  await panel.evaluate(await panelPart());
  await panel.evaluate((pause) => {
    const here = globalThis as unknown as PanelGlobal;
    const scripting = here.quietScripting(chrome.runtime.getURL('quiet.html'));
    here.pageFill = here.createPageFill(scripting, pause);
  }, pauseMs);
  const ours = async <T>(
    work: (here: PanelGlobal, input: unknown) => Promise<T>,
    input?: unknown,
  ): Promise<T> =>
    (await panel.evaluate(`(${work})(globalThis, ${JSON.stringify(input ?? null)})`)) as T;
  const formFrame = () => page.frames().at(-1) ?? page.mainFrame();
  return {
    officer,
    forms,
    page,
    panel,
    async open(path) {
      await page.goto(`${forms.origin}${path}`);
      await page.bringToFront();
      await until('the form is there', async () => {
        const there = page.frames().map((frame) => frame.evaluate(() => 'formState' in globalThis));
        return (await Promise.all(there)).includes(true);
      });
      const url = page.url();
      // The press on this page lets the panel in.
      await officer.press(page);
      // The browser passes the press to our pages with some delay.
      await until('the panel is let in', () =>
        panel.evaluate(async (wanted) => {
          const tabs = await chrome.tabs.query({});
          const tabId = tabs.find((each) => each.url === wanted)?.id ?? -1;
          Object.assign(globalThis, { tabId });
          const here = globalThis as unknown as PanelGlobal;
          const scripting = here.quietScripting(chrome.runtime.getURL('quiet.html'));
          return scripting.executeScript({ target: { tabId }, func: () => true }).then(
            () => true,
            () => false,
          );
        }, url),
      );
      forms.asked.length = 0;
    },
    async facts(targets) {
      const found = await ours(
        (here, input) => here.pageFill.facts(here.tabId, input as readonly ControlTarget[]),
        targets,
      );
      if (!found.ok) throw new Error(found.message);
      return (found as FactsFound).facts;
    },
    fill: (steps) =>
      ours((here, input) => here.pageFill.fill(here.tabId, input as readonly FillStep[]), steps),
    release: () => ours((here) => here.pageFill.release(here.tabId)),
    hasSent: () => ours((here) => here.pageFill.hasSent(here.tabId)),
    undo: () => ours((here) => here.pageFill.undo(here.tabId)),
    state: () => formFrame().evaluate(() => (globalThis as unknown as FormGlobal).formState()),
    sent: async () => ({
      ...(await formFrame().evaluate(() => (globalThis as unknown as FormGlobal).trap)),
      asked: [...forms.asked],
    }),
    async close() {
      await officer.close();
      await forms.stop();
    },
  };
}

/** No submit, no navigation, no window. */
export const NOTHING_SENT = {
  submits: 0,
  navigations: 0,
  requests: 0,
  opened: 0,
  asked: [],
};
