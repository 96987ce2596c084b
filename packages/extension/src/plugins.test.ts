/** One child in three systems whose adapters are shipped: the officer's view after capturing one after the other. */
import { readFileSync } from 'node:fs';
import { type Draft, mergeDraft, openDraft, readPage } from '@cyber-prevent/core';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { testHost } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { adapters } from './plugins.js';

function capture(fixture: string, seed: number): Draft {
  const file = (suffix: string) =>
    readFileSync(new URL(`../../plugins/${fixture}.${suffix}`, import.meta.url), 'utf8');
  const { url } = JSON.parse(file('json')) as { readonly url: string };
  const snapshot = snapshotOfHtml(file('html'), { url });
  const host = testHost({ seed });
  return openDraft({ reading: readPage(snapshot), snapshot, adapters, way: 'page', host });
}

const merged = [
  capture('practice-rms/fixtures/summary-5', 1),
  capture('request-tracker/fixtures/ticket-1', 2),
  capture('roundcube/fixtures/message-1', 3),
].reduce(mergeDraft);
const rows = (path: string) => merged.rows.filter((row) => row.path === path);

it('is one subject with three sources, each read by its adapter', () => {
  expect(merged.origins.map(({ adapter }) => adapter?.id)).toEqual([
    'practice-rms/summary',
    'request-tracker/ticket',
    'roundcube/message',
  ]);
  const [born, ...others] = rows('subject.bornOn');
  expect(others).toEqual([]);
  expect(born?.value).toBe('2010-06-21');
  expect(new Set([born?.origin, ...(born?.alsoAt ?? []).map(({ origin }) => origin)])).toEqual(
    new Set(merged.origins.map(({ id }) => id)),
  );
});

it('shows where the three differ, and takes one of two values at most', () => {
  for (const path of ['subject.name', 'referral.receivedOn', 'referrer.name'] as const) {
    expect(rows(path).length, path).toBeGreaterThan(1);
    expect(rows(path).filter(({ decision }) => decision.kind === 'take')).toHaveLength(1);
    for (const { issues } of rows(path))
      expect(issues.map(({ code }) => code)).toContain('several-values');
  }
  expect(rows('subject.phones[]').map(({ value }) => value)).toEqual([
    '+447700900808',
    '+447700900809',
  ]);
});

it('leads back to the ticket and to the message', () => {
  expect(merged.origins.map(({ url }) => url)).toEqual([
    'http://127.0.0.1:4300/summary/records/5',
    'https://tracker.example.org/Ticket/Display.html?id=17',
    'https://mail.example.org/?_task=mail&_action=show&_mbox=INBOX&_uid=7',
  ]);
});
