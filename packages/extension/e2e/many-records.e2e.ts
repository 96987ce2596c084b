/**
 * More records than one thread opens alone: under the policy of the built extension a worker starts beside the keeper, every
 * record is there, and the worker is gone again.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { pagesHeld } from './compacted-pages.ts';
import { askKeeper } from './keeper-ask.ts';
import { locks, presses, sees, setsUp, unlocks, until } from './officer.ts';

const COMMITS = 26;
const PER_COMMIT = 512;
describe('a vault of many records', () => {
  let officer: OfficerBrowser;
  let page: Page;
  let keeper: CDPSession;
  const workers: { readonly session: string; readonly url: string; isGone: boolean }[] = [];

  beforeAll(async () => {
    officer = await launchOfficer();
    page = await officer.open('workspace.html');
    await setsUp(page);
    for (let commit = 0; commit < COMMITS; commit += 1) await keepsMany(page, commit);
    await locks(page);
    await unlocks(page);
    await until(
      'the records are compacted',
      async () => (await pagesHeld(page)) >= COMMITS,
      60_000,
    );
    await presses(page, 'Lock');
    await sees(page, 'Forgotten your passphrase?');
    const target = await officer.browser.waitForTarget((each) =>
      each.url().endsWith('/keeper.html'),
    );
    keeper = await target.createCDPSession();
    keeper.on('Target.attachedToTarget', ({ sessionId, targetInfo }) =>
      workers.push({ session: sessionId, url: targetInfo.url, isGone: false }),
    );
    keeper.on('Target.detachedFromTarget', ({ sessionId }) => {
      for (const worker of workers) if (worker.session === sessionId) worker.isGone = true;
    });
    await keeper.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
  });
  afterAll(() => officer?.close());

  it('is opened whole, with a worker beside the keeper that is ended', async () => {
    await unlocks(page);
    await sees(page, 'Settings', 60_000);
    await until('every record is there', async () => (await held(page)) === COMMITS * PER_COMMIT);
    const ofPages = workers.filter(({ url }) => url.includes('/pages.worker'));
    expect(ofPages).toHaveLength(1);
    await until('the worker is gone', async () => ofPages.every(({ isGone }) => isGone));
  });
});

async function keepsMany(page: Page, commit: number): Promise<void> {
  const lists = { aliases: [], addresses: [], schools: [], phones: [], emails: [], categories: [] };
  const changes = Array.from({ length: PER_COMMIT }, (_, index) => {
    const record = crypto.randomUUID();
    const name = `Rowan Vael ${commit * PER_COMMIT + index}`;
    return { kind: 'subject', record, parents: [], set: { id: record, name, ...lists } };
  });
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

async function held(page: Page): Promise<number> {
  return ((await askKeeper(page, 'query', 'subject', {})) as readonly unknown[]).length;
}
