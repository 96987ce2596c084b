/** More records than are read and opened together: in the built extension every one of them is there, unchanged. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { hasHeads } from './compacted-heads.ts';
import { askKeeper } from './keeper-ask.ts';
import { locks, sees, unlocks, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';

const COMMITS = 26;
const PER_COMMIT = 512;
describe('a vault of many records', () => {
  let officer: OfficerBrowser;
  let page: Page;

  beforeAll(async () => {
    officer = await launchPrepared();
    page = await opensUnlocked(officer);
    for (let commit = 0; commit < COMMITS; commit += 1) await keepsMany(page, commit);
    await locks(page);
    await unlocks(page);
    await until('the records are compacted', () => hasHeads(page), 60_000);
    await locks(page);
  });
  afterAll(() => officer?.close());

  it('is opened whole, each record as it was kept', async () => {
    await unlocks(page);
    await sees(page, 'Settings', 60_000);
    const held = (await askKeeper(page, 'query', 'subject', {})) as readonly Held[];
    const names = Array.from({ length: COMMITS * PER_COMMIT }, (_, number) => nameOf(number));
    expect(held.map(({ value }) => value.name)).toEqual(names);
  });
});

interface Held {
  readonly value: { readonly name: string };
}

function nameOf(number: number): string {
  return `Rowan Vael ${number}`;
}

async function keepsMany(page: Page, commit: number): Promise<void> {
  const lists = { aliases: [], addresses: [], schools: [], phones: [], emails: [], categories: [] };
  const changes = Array.from({ length: PER_COMMIT }, (_, index) => {
    const record = crypto.randomUUID();
    const name = nameOf(commit * PER_COMMIT + index);
    return { kind: 'subject', record, parents: [], set: { id: record, name, ...lists } };
  });
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}
