/**
 * A pack that somebody wrote by hand with only the documents in front of them: signed at run time, served with the
 * pages that it reads, and taken in as an officer does.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signPack, type UnsignedPack } from '@cyber-prevent/core/pack';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { instant, type TestIssuer } from '../../src/testing/packs-under-test.ts';
import type { OfficerBrowser } from '../browser.ts';
import { askKeeper, type HeldRecord } from '../keeper-ask.ts';
import { chooses, goesTo, presses, sees } from '../officer.ts';
import { type PlainPage, servesPages } from '../plain-page.ts';
import { days, picks, pushes, selects, writes } from '../tabs.ts';
import { readsFile } from '../tour.ts';

export const ISSUER = 'Wendingshire cyber unit, back office';
/** The person on the sheet of the mesh desk. */
export const PERSON = 'Odalys Fennimarch';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
export const SHEET = read('mesh-sheet.html');

/** Mornings on which each version is taken in; each was made at six on its own. */
export const MORNINGS = { 1: '2026-12-02T09:00:00Z', 2: '2026-12-09T09:00:00Z' } as const;
export type Version = keyof typeof MORNINGS;

/** An officer with the pack in force, and the sites that it names. */
export interface AtWork {
  readonly officer: OfficerBrowser;
  readonly desk: Page;
}

export function signsVersion(issuer: TestIssuer, version: Version): Promise<string> {
  const source = JSON.parse(read(`wendingshire-${version}.source.json`)) as UnsignedPack;
  const madeAt = instant(`${MORNINGS[version].slice(0, 10)}T06:00:00.000Z`);
  const { name, signingKey, sign } = issuer;
  expect(source.issuer.name).toBe(name);
  return signPack(
    { ...source, pack: { ...source.pack, madeAt }, issuer: { name, signingKey } },
    sign,
  );
}

/** The digits that the issuer reads out on the telephone. */
export const fingerprintOf = ({ signingKey }: TestIssuer): string =>
  createHash('sha256').update(signingKey).digest('hex');

/** Every page of the fictional hosts that the pack names. */
export function servesSites(): Promise<PlainPage> {
  const pages: Readonly<Record<string, string>> = {
    '/sheet/317': SHEET,
    '/sheet/evening': read('mesh-evening-form.html'),
    '/ledger/9': '<!doctype html><title>Ledger</title><h1>Ledger</h1><p>Full name: Nobody</p>',
  };
  return servesPages((path) => {
    const body = pages[path];
    return body === undefined ? undefined : { body };
  });
}

/** A switch of the browser that finds the fictional hosts on this computer. */
export const findsSites = ({ url }: PlainPage): string =>
  `--host-resolver-rules=MAP *.wendingshire.example 127.0.0.1:${new URL(url).port}`;

/** From anywhere to what the pack would change. */
export async function showsPack(desk: Page, version: Version, text: string): Promise<void> {
  await goesTo(desk, 'Definitions');
  await presses(desk, 'Take in a pack');
  await readsFile(desk, 'Choose or drop a file', `wendingshire-${version}.json`, text);
  await sees(desk, `Chosen: wendingshire-${version}.json`);
  await presses(desk, 'Show what it would change');
}

/** Compares each group with what the issuer reads out, and says whose pack it is. */
export async function comparesKey(desk: Page, issuer: TestIssuer): Promise<void> {
  await sees(desk, `Nobody here has compared its key with ${ISSUER} yet`);
  const groups = await desk.$$eval('main .cp-groups li', (all) =>
    all.map((each) => each.textContent ?? ''),
  );
  expect(groups).toHaveLength(16);
  expect(groups.join('')).toBe(fingerprintOf(issuer));
  await chooses(desk, 'They are the same');
  await chooses(desk, 'My force’s');
  await presses(desk, 'Continue');
}

export async function takesPack(desk: Page, version: Version): Promise<void> {
  await presses(desk, 'Take in this pack');
  await sees(desk, `“Wendingshire mesh pack”, version ${version}, was taken in`);
}

/** The person’s record, which the adapter’s sheet began. */
export async function personHeld(desk: Page): Promise<HeldRecord> {
  const held = (await askKeeper(desk, 'query', 'subject', {})) as readonly HeldRecord[];
  const found = held.find(({ value }) => value.name === PERSON);
  if (!found) throw new Error(`${PERSON} is not on record`);
  return found;
}

/** Logs a contact by the form, from the page of the person. */
export async function logsEvening(desk: Page, kind: string, heldOn: string): Promise<void> {
  await pushes(desk, 'Log an intervention');
  await sees(desk, 'Log for');
  await selects(desk, 'Kind of intervention', kind);
  await days(desk, 'Date of contact', heldOn);
  await picks(desk, 'How', 'In person');
  await writes(desk, 'Contact time in minutes', '45');
  await picks(desk, 'Outcome', 'Engaged');
  await writes(desk, 'What happened', 'Talked about whose nodes they may join.');
  await pushes(desk, 'Log for');
  await sees(desk, `The contact with ${PERSON} was logged`);
  await sees(desk, 'Opening this page was logged.');
}

/** Keeps an evening that nobody came to, as the form would. */
export async function keepsMissed(desk: Page, heldOn: string): Promise<void> {
  const { id: subjectId } = await personHeld(desk);
  const id = crypto.randomUUID();
  const how = { mode: 'in-person', minutes: 5, outcome: 'not-present', note: 'Nobody came.' };
  const set = { id, subjectId, kind: 'mesh-club', heldOn, ...how };
  await askKeeper(desk, 'commit', crypto.randomUUID(), {
    changes: [{ kind: 'intervention', record: id, parents: [], set }],
    reason: 'case-work',
  });
}
