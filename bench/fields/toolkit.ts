/**
 * The built extension in a real Chromium: the action pressed on a page, the panel's request to its worker and the
 * answer.
 */
import type { Frame, Page } from 'puppeteer-core';
import type { Draft } from '../../packages/core/src/index.ts';
import { launchOfficer } from '../../packages/extension/e2e/browser.ts';
import { setsUp } from '../../packages/extension/e2e/first-run-steps.ts';
import { presses, sees } from '../../packages/extension/e2e/officer.ts';
import type { FromWorker } from '../../packages/extension/src/sandbox/parse-reply.ts';
import type { RequestHead, ToWorker } from '../../packages/extension/src/sandbox/parse-request.ts';
import { listen, timesOf } from '../toolkit.ts';

/** Milliseconds of one press. */
export type PressTimes = ReturnType<typeof timesOf>;

export interface Pressed {
  /** The panel's request to its worker. */
  readonly head: RequestHead;
  readonly pieces: readonly string[];
  /** The worker's answer. */
  readonly draft: Draft;
  readonly times: PressTimes;
  /** Number of changes seen by the page's own observers, from before the press until the draft was there. */
  readonly mutationCount: number;
  /** Requests to any server meanwhile, by the page, its frames or the panel. */
  readonly requests: readonly string[];
}

/** A place of a value, as in a row of a draft. */
export interface SoughtPlace {
  readonly frame: readonly number[];
  readonly selector: string;
  readonly verbatim: string;
}

export interface FieldsToolkit {
  readonly browserVersion: string;
  readonly page: Page;
  /** Opens the page again, even at the same address. */
  show(url: string): Promise<void>;
  press(): Promise<Pressed>;
  /** For each place: true if it is found on the current page, with its text; after a press on it. */
  findPlaces(places: readonly SoughtPlace[]): Promise<readonly boolean[]>;
  /** Discards the draft, so that the next press starts without one. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

type RowReader = Pick<typeof import('./reader.ts'), 'readDraftRows'>;

interface Heard {
  readonly asked: ToWorker[];
  readonly answered: FromWorker[];
}

declare global {
  var benchHeard: Heard | undefined;
  var benchMutations: { count: number; readonly observers: MutationObserver[] } | undefined;
  var __cpPointer:
    | { show(place: SoughtPlace, scroll: boolean): { shown: boolean }; clear(): void }
    | undefined;
}

/** Milliseconds for one press, or for a page to load, after which it counts as not read: the machine may be busy. */
const PATIENCE_MS = 180_000;

/**
 * @param extension - folder of the built extension
 * @param url - any page, for the first run
 * @param withAdapters - the shipped ones; none otherwise
 * @param reader - restores a row after its transport
 */
export async function openFieldsToolkit(
  extension: string,
  url: string,
  withAdapters: boolean,
  { readDraftRows }: RowReader,
): Promise<FieldsToolkit> {
  const officer = await launchOfficer({ extension });
  const { browser } = officer;
  const page = await browser.newPage();
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  await page.goto(url);
  const panel = await officer.press(page);
  await setsUp(panel);
  await clearDraft(panel);
  await panel.evaluate(overhear, withAdapters);
  let requests: string[] = [];
  const note = (request: { url(): string }): void => {
    if (/^(?:https?|wss?):/.test(request.url())) requests.push(request.url());
  };
  page.on('request', note);
  panel.on('request', note);

  return {
    browserVersion: await browser.version(),
    page,
    async show(next) {
      // Goes through an empty page: an address that only differs by its fragment would not load anything.
      await page.goto('about:blank');
      await page.goto(next);
    },
    async press() {
      for (const frame of page.frames()) await frame.evaluate(observe);
      requests = [];
      await panel.evaluate(() => {
        globalThis.benchHeard?.asked.splice(0);
        globalThis.benchHeard?.answered.splice(0);
      });
      await panel.evaluate(listen);
      await officer.press(page);
      const marks = await inTime(
        panel.evaluate(() => globalThis.benchDraft),
        'press',
      );
      const heard = await panel.evaluate(() => globalThis.benchHeard);
      const mutationCount = await sum(page.frames(), () => {
        const seen = globalThis.benchMutations;
        for (const observer of seen?.observers ?? [])
          if (seen) seen.count += observer.takeRecords().length;
        return seen?.count ?? 0;
      });
      const made = [...requests];
      const whole = wholeOf(heard, readDraftRows);
      await sees(panel, 'Discard this draft', PATIENCE_MS);
      return { ...whole, times: timesOf(marks ?? []), mutationCount, requests: made };
    },
    async findPlaces(places) {
      return panel.evaluate(findInPage, places);
    },
    clear: () => clearDraft(panel),
    close: () => officer.close(),
  };
}

/**
 * Opens and presses, and repeats both if the page did not answer in the toolkit's time: the machine may be busy.
 * @throws the last error
 */
export async function pressOpened(
  toolkit: FieldsToolkit,
  open: () => Promise<void>,
  tries = 3,
): Promise<Pressed> {
  await open();
  try {
    return await toolkit.press();
  } catch (error) {
    if (tries <= 1) throw error;
    return pressOpened(toolkit, open, tries - 1);
  }
}

/**
 * Runs in the panel: records the messages between it and its worker, and leaves out the adapters if they are not
 * wanted.
 */
function overhear(withAdapters: boolean): void {
  const heard: Heard = { asked: [], answered: [] };
  globalThis.benchHeard = heard;
  const known = new WeakSet<MessagePort>();
  const send = MessagePort.prototype.postMessage as (
    this: MessagePort,
    ...given: unknown[]
  ) => void;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...given: unknown[]) {
    const message = given[0] as ToWorker | null;
    if (message?.type !== 'begin' && message?.type !== 'piece') {
      send.apply(this, given);
      return;
    }
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener('message', (event) => heard.answered.push(event.data as FromWorker));
    }
    if (message.type === 'begin' && !withAdapters)
      send.call(this, { type: 'terms', terms: { adapters: [] } } satisfies ToWorker);
    heard.asked.push(message);
    send.call(this, message);
  };
}

function wholeOf(
  heard: Heard | undefined,
  readDraftRows: RowReader['readDraftRows'],
): Pick<Pressed, 'head' | 'pieces' | 'draft'> {
  const begun = heard?.asked.find((message) => message.type === 'begin');
  if (!heard || !begun) throw new Error('The panel asked nothing of its worker');
  const pieces = [
    ...begun.pieces,
    ...heard.asked.flatMap((message) => (message.type === 'piece' ? [message.text] : [])),
  ];
  const parts: string[] = [];
  let head: Omit<Draft, 'rows'> | undefined;
  for (const answer of heard.answered) {
    if (answer.type === 'issues')
      throw new Error(answer.issues.map(({ message }) => message).join(' '));
    if (answer.type === 'copy') throw new Error('A page was read, and no copy was asked for');
    if (answer.type === 'draft') head = JSON.parse(answer.json) as Omit<Draft, 'rows'>;
    parts.push(answer.type === 'draft' ? answer.rows : answer.json);
  }
  if (!head) throw new Error('The worker gave no draft');
  const { origins } = head;
  const rows = parts.flatMap((part) => readDraftRows(part, { origins }));
  return { head: begun.head, pieces, draft: { ...head, rows } };
}

/** Runs in a page or a frame, in its own world. Watches open shadow trees too. */
function observe(): void {
  const seen = { count: 0, observers: [] as MutationObserver[] };
  globalThis.benchMutations = seen;
  const watch = (root: Node): void => {
    const observer = new MutationObserver((records) => {
      seen.count += records.length;
    });
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    seen.observers.push(observer);
    for (const element of (root as ParentNode).querySelectorAll('*'))
      if (element.shadowRoot) watch(element.shadowRoot);
  };
  watch(document);
}

/** Runs in the panel, which may reach the pressed page: the toolkit's own pointer looks for each place. */
async function findInPage(places: readonly SoughtPlace[]): Promise<boolean[]> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const tabId = tab?.id;
  if (tabId === undefined) throw new Error('No tab to look in');
  const results = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    args: [places],
    func: (sought: readonly SoughtPlace[]) => {
      const tight = (text: string): string => text.replace(/\s+/g, '');
      const valueIn = (control: Element): string => {
        if (control instanceof HTMLSelectElement)
          return [...control.selectedOptions].map(({ text }) => text).join('');
        return 'value' in control ? String(control.value) : '';
      };
      const found = sought.map((place) => {
        if (!globalThis.__cpPointer?.show(place, false).shown) return false;
        const [range] = (CSS.highlights.get('cp-value') ?? []) as Iterable<Range>;
        if (!range) return false;
        const start = range.startContainer;
        const element = start instanceof Element ? start : start.parentElement;
        // The text of a choice is next to it.
        if (element instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(element.type))
          return element.checked;
        const controls = [...(element?.querySelectorAll('input, select, textarea') ?? [])];
        if (element?.matches('input, select, textarea')) controls.push(element);
        const text = range.toString() + controls.map(valueIn).join('');
        return tight(text).includes(tight(place.verbatim));
      });
      globalThis.__cpPointer?.clear();
      return found;
    },
  });
  return places.map((_, nth) => results.some(({ result }) => result?.[nth] === true));
}

/** Empties the panel, even if the last press brought no draft. */
async function clearDraft(panel: Page): Promise<void> {
  await sees(panel, 'Discard this draft', PATIENCE_MS);
  await presses(panel, 'Discard this draft');
  await sees(panel, 'Discard this draft?');
  await panel.$eval('.govuk-button--warning', (button) => (button as HTMLElement).click());
  await sees(panel, 'Nothing is read until you do');
}

async function sum(frames: readonly Frame[], count: () => number): Promise<number> {
  let all = 0;
  for (const frame of frames) all += await frame.evaluate(count);
  return all;
}

function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No answer to the ${what} in ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
