/** Runs before every look at a page: a host that policy excludes is refused by its address alone. */
import { type HostClassList, hostClassOf } from '@cyber-prevent/core';
import { t } from '../locales/translate.js';
import { failureOf, type SnapshotFailure } from '../page/snapshot-failure.js';
import type { GrantedTab } from '../ports/capture-service.js';

export interface GuardPorts {
  readonly tabs: { get(tabId: number): Promise<{ readonly url?: string | undefined }> };
  readonly scripting: Pick<typeof chrome.scripting, 'executeScript'>;
  /** The shipped list with the force's own rows, fetched at each look. */
  readonly classes: () => Promise<HostClassList>;
}

export interface HostNever {
  readonly ok: false;
  readonly why: 'host-never';
  readonly message: string;
}

/** A tab, with its address at a press; if that is older than this, in milliseconds, the browser is asked again. */
type Pressed = Pick<GrantedTab, 'tabId'> & Partial<Pick<GrantedTab, 'url' | 'press'>>;
const STANDS_MS = 50;

/** A refusal, or undefined when the tab's page may be read. Only its address is looked at. */
export async function refusedHost(
  { tabId, url: pressedOn, press = 0 }: Pressed,
  { tabs, scripting, classes }: GuardPorts,
): Promise<HostNever | SnapshotFailure | undefined> {
  try {
    const stands = pressedOn !== undefined && Date.now() - press < STANDS_MS;
    const [tab, list] = await Promise.all([
      stands ? { url: pressedOn } : tabs.get(tabId),
      classes(),
    ]);
    const url = tab.url || (await addressIn(tabId, scripting));
    return hostClassOf(url, list) === 'never' ? hostNever() : undefined;
  } catch (error) {
    return failureOf(error);
  }
}

export function hostNever(): HostNever {
  return { ok: false, why: 'host-never', message: t('review.host-never') };
}

/** The address of a tab for which the browser does not give one yet. */
async function addressIn(tabId: number, scripting: GuardPorts['scripting']): Promise<string> {
  const [found] = await scripting.executeScript({
    target: { tabId },
    func: () => location.href,
  });
  return typeof found?.result === 'string' ? found.result : '';
}
