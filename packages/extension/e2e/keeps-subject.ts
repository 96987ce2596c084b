/** A record kept as a form would keep it, for suites that only need its later fate. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from './keeper-ask.ts';

/**
 * @param more - other fields, such as `bornOn`
 * @returns its id
 */
export async function keepsSubject(page: Page, name: string, more: object = {}): Promise<string> {
  const record = crypto.randomUUID();
  const lists = { aliases: [], addresses: [], schools: [], phones: [], emails: [], categories: [] };
  await askKeeper(page, 'commit', crypto.randomUUID(), {
    changes: [
      { kind: 'subject', record, parents: [], set: { id: record, name, ...lists, ...more } },
    ],
    reason: 'case-work',
  });
  return record;
}

export async function renames(page: Page, record: string, name: string): Promise<void> {
  const { heads } = (await askKeeper(page, 'get', 'subject', record)) as {
    readonly heads: readonly string[];
  };
  await askKeeper(page, 'commit', crypto.randomUUID(), {
    changes: [{ kind: 'subject', record, parents: heads, set: { name } }],
    reason: 'case-work',
  });
}
