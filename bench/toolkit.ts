/** The toolkit's side: the built extension in a real Chromium, pressed as an officer presses it. */
import type { Page } from 'puppeteer-core';
import { launchOfficer } from '../packages/extension/e2e/browser.ts';
import { setsUp } from '../packages/extension/e2e/first-run-steps.ts';
import { presses, sees } from '../packages/extension/e2e/officer.ts';
import { takeLongTasks, watchLongTasks } from './long-task.ts';
import { comesForward, openTabs } from './tabs.ts';

/** One press, in milliseconds; the five parts that follow `totalMs` add up to it. */
export interface ToolkitTimes {
  readonly totalMs: number;
  /** From the press until the panel asks for the page. */
  readonly toldMs: number;
  readonly walkMs: number;
  readonly handOverMs: number;
  /** From the last piece to the checked draft: the worker, and the messages to it and back. */
  readonly readingMs: number;
  readonly paintMs: number;
  /** Parts of the reading, in the worker. */
  readonly parseMs: number;
  readonly readMs: number;
  readonly draftMs: number;
  /** Longest stretch of the walk without a turn for the page. */
  readonly longestStretchMs: number;
  readonly pageTasks: readonly number[];
  readonly panelTasks: readonly number[];
  /** While the draft is sealed and saved, after it was painted. */
  readonly laterPanelTasks: readonly number[];
  readonly rowCount: number;
}

export interface ClosedTimes {
  /** From the press to the first paint of a panel that was closed. */
  readonly shellMs: number;
  readonly draftMs: number;
}

export interface Toolkit {
  readonly browserVersion: string;
  /** Opens each address in its own tab, and closes the earlier ones. */
  show(urls: readonly string[]): Promise<void>;
  /** @param place - of the page's address in the list shown */
  press(place: number): Promise<ToolkitTimes>;
  /** Closes the panel and presses. The vault stays unlocked, as it does for the officer. */
  pressClosed(): Promise<ClosedTimes>;
  close(): Promise<void>;
}

interface Mark {
  readonly name: string;
  readonly startTime: number;
  readonly duration: number;
}

declare global {
  var benchDraft: Promise<Mark[]> | undefined;
}

/**
 * @param extension - folder of the built extension
 * @param url - any page, for the first run
 */
export async function openToolkit(extension: string, url: string): Promise<Toolkit> {
  const officer = await launchOfficer({ extension });
  const { browser } = officer;
  const tabs = await openTabs(browser, url);
  let panel = await officer.press(tabs.at(0));
  await setsUp(panel);
  await discards(panel);
  await watchLongTasks(panel);

  return {
    browserVersion: await browser.version(),
    show: tabs.show,
    async press(place) {
      const page = tabs.at(place);
      await comesForward(page);
      await takeLongTasks(panel);
      await takeLongTasks(page);
      await panel.evaluate(listen);
      await officer.press(page);
      const marks = await panel.evaluate(() => globalThis.benchDraft);
      const panelTasks = await takeLongTasks(panel);
      const pageTasks = await takeLongTasks(page);
      const rowCount = await countRows(panel);
      await putAway(panel);
      const laterPanelTasks = await takeLongTasks(panel);
      await discards(panel);
      return { ...timesOf(marks ?? []), rowCount, pageTasks, panelTasks, laterPanelTasks };
    },
    async pressClosed() {
      const gone = new Promise((done) => panel.once('close', done));
      await panel.evaluate(() => setTimeout(close, 0));
      await gone;
      panel = await officer.press(tabs.at(0));
      await sees(panel, 'Review what was read');
      const times = await panel.evaluate(painted);
      await discards(panel);
      await watchLongTasks(panel);
      return times;
    },
    close: () => officer.close(),
  };
}

/** Runs in the panel. Resolves with every mark of the next capture once its draft is painted. */
export function listen(): void {
  performance.clearMeasures();
  globalThis.benchDraft = new Promise((resolve) => {
    const seen: Mark[] = [];
    new PerformanceObserver((list, observer) => {
      for (const { name, startTime, duration } of list.getEntries())
        seen.push({ name, startTime, duration });
      if (!seen.some(({ name }) => name === 'cp-press-to-draft')) return;
      observer.disconnect();
      resolve(seen);
    }).observe({ type: 'measure' });
  });
}

/** Runs in a panel that has just opened. */
async function painted(): Promise<ClosedTimes> {
  const first = async (name: string): Promise<PerformanceEntry> => {
    for (;;) {
      const [entry] = performance.getEntriesByName(name);
      if (entry) return entry;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const draft = await first('cp-press-to-draft');
  const shell = await first('first-contentful-paint');
  const { press } = (draft as PerformanceMeasure).detail as { press: number };
  const sincePress = performance.timeOrigin - press;
  return {
    shellMs: sincePress + shell.startTime,
    draftMs: sincePress + draft.startTime + draft.duration,
  };
}

export function timesOf(
  marks: readonly Mark[],
): Omit<ToolkitTimes, 'rowCount' | 'pageTasks' | 'panelTasks' | 'laterPanelTasks'> {
  const mark = (name: string): Mark => {
    const found = marks.find((each) => each.name === `cp-${name}`);
    if (!found) throw new Error(`The panel made no mark “cp-${name}”`);
    return found;
  };
  const whole = mark('press-to-draft');
  // The clock starts when the first part of the extension hears the press.
  const soonerMs = marks.find(({ name }) => name === 'cp-soonerMs')?.duration ?? 0;
  const walkMs = mark('walkMs').duration;
  const handOver = mark('handOverMs');
  const draft = mark('draftMs');
  // A mark is made when its part is over, so its end is the start of the next.
  const handedAt = handOver.startTime + handOver.duration;
  const readAt = draft.startTime + draft.duration;
  return {
    totalMs: soonerMs + whole.duration,
    toldMs: soonerMs + handedAt - handOver.duration - walkMs - whole.startTime,
    walkMs,
    handOverMs: handOver.duration,
    readingMs: readAt - handedAt,
    paintMs: whole.startTime + whole.duration - readAt,
    parseMs: mark('parseMs').duration,
    readMs: mark('readMs').duration,
    draftMs: draft.duration,
    longestStretchMs: mark('longestMs').duration,
  };
}

/** Number of values in the draft, including those not yet painted; throws when the press brought none. */
async function countRows(panel: Page): Promise<number> {
  const counts = await panel.$$eval('.cp-draft-group__count', (all) =>
    all.map((each) => Number((each.textContent ?? '').replace(/\D/g, ''))),
  );
  const count = counts.reduce((sum, each) => sum + each, 0);
  if (count === 0)
    throw new Error(`The press brought no draft. The panel shows:\n${await said(panel)}`);
  return count;
}

/** The panel seals the draft a quarter of a second after the last change; waits until it has. */
async function putAway(panel: Page): Promise<void> {
  await panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 350)));
}

async function discards(panel: Page): Promise<void> {
  await sees(panel, 'Review what was read', 60_000);
  await presses(panel, 'Discard this draft');
  await sees(panel, 'Discard this draft?');
  // Clicked without a pointer: focus and place may still move just after the paint.
  await panel.$eval('.govuk-button--warning', (button) => (button as HTMLElement).click());
  await sees(panel, 'Nothing is read until you do');
}

async function said(panel: Page): Promise<string> {
  return (await panel.evaluate(() => document.body.innerText)).slice(0, 2000);
}
