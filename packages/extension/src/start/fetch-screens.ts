/** Loads screens before they are first shown, in idle time. */
import { LIST_NAMES } from '@cyber-prevent/core';
import { listScreens, type PlainScreen } from '../app/screens.js';
import type { VaultService } from '../ports/services.js';
import { SCREENS } from './screens.js';

type Fetch = NonNullable<PlainScreen['view']['fetch']>;

/**
 * Loads the safeguarding concern once the page has painted and is idle: nothing may prevent it, not even an update of
 * the extension that removes its files under an open page.
 */
export function fetchSoon(): void {
  fetchQuietly(SCREENS.safeguarding.view.fetch);
}

/** Loads the first screen of an open vault before the key is typed. */
export function fetchFirst(): void {
  fetchQuietly(SCREENS.today.view.fetch);
}

/** Loads the lists, one at a time: once the vault is open, so that none of them delays the key and the first screen. */
export function fetchLists(vault: Pick<VaultService, 'state' | 'subscribe'>): void {
  const begin = (): void => fetchOneByOne(listFetches());
  if (vault.state().name === 'open') {
    begin();
    return;
  }
  const stop = vault.subscribe(({ name }) => {
    if (name !== 'open') return;
    stop();
    begin();
  });
}

/** Loads the screens of lists, in the order of the lists. */
function listFetches(): readonly Fetch[] {
  const screens = listScreens(SCREENS);
  return LIST_NAMES.flatMap((list) =>
    screens.flatMap(([, { lists, view }]) =>
      lists?.[0] === list && view.fetch ? [view.fetch] : [],
    ),
  );
}

/** Loads each in an idle moment, however late: nobody has asked for them. */
function fetchOneByOne([next, ...others]: readonly Fetch[]): void {
  if (!next) return;
  requestIdleCallback(async () => {
    await next().catch(() => undefined);
    fetchOneByOne(others);
  });
}

/** Loads in idle time. A failed file is requested again, and its absence reported, when it is shown. */
function fetchQuietly(fetch: Fetch | undefined): void {
  if (fetch) requestIdleCallback(() => void fetch().catch(() => undefined), { timeout: 2000 });
}
