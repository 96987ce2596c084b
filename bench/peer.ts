/** The peers' side: a minimal extension, pressed in the same way on the same page. */
import { rmSync } from 'node:fs';
import { launchOfficer } from '../packages/extension/e2e/browser.ts';
import { takeLongTasks, watchLongTasks } from './long-task.ts';
import type { PeerTimes } from './peer-extension/answer.ts';
import { buildPeers, type PeerName } from './peer-extension/build.ts';
import { comesForward, openTabs } from './tabs.ts';

export interface PeerPress extends PeerTimes {
  readonly pageTasks: readonly number[];
  readonly panelTasks: readonly number[];
}

export interface Peers {
  /** Opens each address in its own tab, and closes the earlier ones. */
  show(urls: readonly string[]): Promise<void>;
  /** @param place - of the page's address in the list shown, also below */
  press(peer: PeerName, place: number): Promise<PeerPress>;
  /** Milliseconds of one `DOMParser` parse of the page's own HTML, in the page. */
  parse(place: number): Promise<number>;
  /** Elements and text nodes of the live page. */
  countNodes(place: number): Promise<number>;
  close(): Promise<void>;
}

declare global {
  var benchTimes: Promise<PeerTimes | { readonly trouble: string }> | undefined;
  var benchHtml: string | undefined;
}

/** @param url - any page, to open the panel on */
export async function openPeers(url: string): Promise<Peers> {
  const folder = await buildPeers();
  const officer = await launchOfficer({ extension: folder });
  const tabs = await openTabs(officer.browser, url);
  const panel = await officer.press(tabs.at(0));
  await panel.waitForSelector('pre');
  await watchLongTasks(panel);

  return {
    show: tabs.show,
    async press(peer, place) {
      const page = tabs.at(place);
      await comesForward(page);
      await takeLongTasks(panel);
      await takeLongTasks(page);
      await panel.evaluate((name) => {
        globalThis.peer = name;
        const place = document.querySelector('pre');
        if (place) place.textContent = '';
        globalThis.benchTimes = new Promise((resolve) => {
          globalThis.onPainted = resolve;
        });
      }, peer);
      await officer.press(page);
      const times = await panel.evaluate(() => globalThis.benchTimes);
      if (!times || 'trouble' in times) throw new Error(`${peer}: ${times?.trouble}`);
      const panelTasks = await takeLongTasks(panel);
      return { ...times, panelTasks, pageTasks: await takeLongTasks(page) };
    },
    parse: (place) =>
      tabs.at(place).evaluate(() => {
        globalThis.benchHtml ??= document.documentElement.outerHTML;
        const begun = performance.now();
        new DOMParser().parseFromString(globalThis.benchHtml, 'text/html');
        return performance.now() - begun;
      }),
    countNodes: (place) =>
      tabs.at(place).evaluate(() => {
        const walker = document.createTreeWalker(
          document,
          NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
        );
        let count = 0;
        while (walker.nextNode()) count += 1;
        return count;
      }),
    async close() {
      await officer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
