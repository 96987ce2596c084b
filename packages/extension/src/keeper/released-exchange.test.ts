/**
 * Files between two colleagues of whom one has the release before. By itself both have the present one and everything
 * is taken in; `scripts/carry-over.mjs` has the real release before send and receive, step by step.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordId } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildOnlineIdentifier,
  buildOrganisation,
  buildOrganisationLink,
  buildRecord,
  buildReferral,
  buildReferrer,
  buildSharingPermission,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, expect, it } from 'vitest';
import type { ColleagueCard, ExchangeAsked } from '../ports/services.js';
import { placeNewVault } from '../storage/new-vault.js';
import { passphrase } from '../testing/keeper-under-test.js';
import {
  type Carried,
  carriedFrom,
  clearCarried,
  exportOf,
  fileData,
  keepsFile,
  openedCarried,
  openedOn,
  PLACE,
  STEP,
} from '../testing/released/carried-under-test.js';
import { newComputer, testOfficer } from '../testing/storage-under-test.js';
import { deriveHere } from '../vault/derive.js';
import { makeVault } from '../vault/open-vault.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';

afterEach(clearCarried);

const newId = () => crypto.randomUUID() as RecordId;
const watched = () => ({ onProgress: () => undefined, signal: new AbortController().signal });
const today = () => browserHost().clock.today();

async function keeps(page: KeeperConnection, ...changes: readonly object[]): Promise<void> {
  await page.store.commit({ changes: changes as never, reason: 'case-work' });
}

/** A new officer, with the card that the other release is given. */
async function starts(place: string, name: string): Promise<KeeperConnection> {
  const computer = newComputer();
  const vault = await makeVault(
    'practice',
    { ...testOfficer, id: newId(), name },
    passphrase,
    deriveHere,
  );
  await placeNewVault(vault, computer);
  const { recoveryKey } = vault;
  const page = await openedOn(computer, recoveryKey);
  const { card } = await page.vault.colleagueCard();
  keepsFile(place, `${name}-card.json`, card);
  leaves.set(page, () => carriedFrom(computer, page, { passphrase, recoveryKey }));
  return page;
}

const leaves = new Map<KeeperConnection, () => Promise<Carried>>();

async function comesBack(place: string, name: string): Promise<KeeperConnection> {
  const vault = fileData<Carried>(place, `${name}-vault.json`);
  const { computer, page } = await openedCarried(vault);
  leaves.set(page, () => carriedFrom(computer, page, vault));
  return page;
}

async function goes(place: string, name: string, page: KeeperConnection): Promise<void> {
  keepsFile(place, `${name}.jsonl`, await exportOf(page));
  const vault = await leaves.get(page)?.();
  keepsFile(place, `${name}-vault.json`, vault ?? {});
}

async function sends(
  place: string,
  { from, to, file }: { from: KeeperConnection; to: string; file: string },
  subject: RecordId,
): Promise<void> {
  const card = fileData<ColleagueCard>(place, `${to}-card.json`);
  const asked: ExchangeAsked = {
    ...{ card, purpose: 'share', subject, note: '' },
    ...{ reason: 'case-work', recipients: ['rocu', card.name] },
  };
  const { content } = await from.exchange.make(asked, watched());
  writeFileSync(join(place, file), new Uint8Array(content));
}

const received = (place: string, file: string) =>
  new Blob([new Uint8Array(readFileSync(join(place, file)))]);

/** A case as every release can say it. */
function plainCase(subjectId: RecordId, name: string) {
  const own = () => ({ id: newId(), subjectId });
  const capture = buildSourceCapture({ id: newId(), way: 'typed' });
  const referrer = buildReferrer({ id: newId() });
  return [
    newRecord('sourceCapture', capture),
    newRecord('subject', buildSubject({ id: subjectId, name })),
    newRecord('referrer', referrer),
    newRecord('referral', buildReferral({ ...own(), referrerId: referrer.id })),
    newRecord('intervention', buildIntervention(own())),
    {
      ...newRecord('onlineIdentifier', buildOnlineIdentifier(own())),
      sources: { asSeen: [buildSource({ capture: capture.id })] },
    },
  ];
}

/** Records that the release before does not have, or that have fields it does not have. Only the later one makes them. */
const NEW: Readonly<Record<string, (subjectId: RecordId) => readonly object[]>> = {
  'an IP address': (subjectId) => [
    newRecord(
      'onlineIdentifier',
      buildOnlineIdentifier({
        id: newId(),
        subjectId,
        type: 'ip-address',
        platform: undefined,
        asSeen: '198.51.100.7',
        seenAt: { on: '2026-11-20', at: '14:05', zone: 'UTC' },
      }),
    ),
  ],
  'how sure an account is': (subjectId) => [
    newRecord(
      'onlineIdentifier',
      buildOnlineIdentifier({
        id: newId(),
        subjectId,
        confidence: 'likely',
        saidBy: 'The school',
      }),
    ),
  ],
  'an organisation': (subjectId) => {
    const organisation = buildOrganisation({ id: newId() });
    const link = buildOrganisationLink({
      id: newId(),
      organisationId: organisation.id,
      subjectId,
      referrerId: undefined,
      path: 'schools[0].name',
      joinedOn: today(),
    });
    return [newRecord('organisation', organisation), newRecord('organisationLink', link)];
  },
  'an offence': (subjectId) => {
    const capture = buildSourceCapture({ id: newId(), way: 'typed' });
    return [
      newRecord('sourceCapture', capture),
      {
        ...newRecord('offence', buildRecord('offence', { id: newId(), subjectId })),
        sources: { 'standings[0]': [buildSource({ capture: capture.id })] },
      },
    ];
  },
  'a local authority': (subjectId) => {
    const localAuthority = 'E07000178';
    const contact = buildIntervention({ id: newId(), subjectId, localAuthority });
    return [newRecord('intervention', contact)];
  },
  conditions: (subjectId) => {
    const conditions = 'Not to be told to the family';
    const capture = buildSourceCapture({ id: newId(), way: 'typed', conditions });
    return [
      newRecord('sourceCapture', capture),
      {
        ...newRecord('intervention', buildIntervention({ id: newId(), subjectId })),
        sources: { heldOn: [buildSource({ capture: capture.id })] },
      },
    ];
  },
  'a permission to share': (subjectId) => {
    const capture = buildSourceCapture({ id: newId(), way: 'typed' });
    const origins = [capture.id];
    return [
      newRecord('sourceCapture', capture),
      newRecord('sharingPermission', buildSharingPermission({ id: newId(), subjectId, origins })),
    ];
  },
};

/** Of the later release: cases with and without anything new, and something new about the other's own person. */
async function sendsBack(place: string, page: KeeperConnection): Promise<void> {
  const way = { from: page, to: 'earlier' };
  const names: string[] = [];
  for (const [name, changes] of Object.entries(NEW)) {
    const subjectId = newId();
    await keeps(page, ...plainCase(subjectId, `Person with ${name}`), ...changes(subjectId));
    await sends(place, { ...way, file: `new-${names.length}.bin` }, subjectId);
    names.push(name);
  }
  const plain = newId();
  await keeps(page, ...plainCase(plain, 'Person with nothing new'));
  await sends(place, { ...way, file: 'nothing-new.bin' }, plain);
  const { subject: theirs } = fileData<{ subject: RecordId }>(place, 'earlier-person.json');
  await keeps(page, ...(NEW.conditions?.(theirs) ?? []));
  await sends(place, { ...way, file: `new-${names.length}.bin` }, theirs);
  keepsFile(place, 'new.json', [...names, 'conditions about a person of the recipient']);
}

/** The sentence that a file was refused with, or nothing. */
async function takes(page: KeeperConnection, file: Blob): Promise<string | undefined> {
  try {
    await page.exchange.takeIn(file, watched());
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const STEPS = {
  'exchange-1-later': async (place: string) => {
    const page = await starts(place, 'later');
    await goes(place, 'later', page);
  },
  'exchange-2-earlier': async (place: string) => {
    const page = await starts(place, 'earlier');
    const subject = newId();
    await keeps(page, ...plainCase(subject, 'Petra Lindqvist'));
    keepsFile(place, 'earlier-person.json', { subject });
    await sends(place, { from: page, to: 'later', file: 'old.bin' }, subject);
    await goes(place, 'earlier', page);
  },
  'exchange-3-later': async (place: string) => {
    const page = await comesBack(place, 'later');
    expect(await takes(page, received(place, 'old.bin'))).toBeUndefined();
    const sent = readFileSync(join(place, 'earlier.jsonl'), 'utf8');
    expect(sent.split('\n')).toHaveLength(6);
    expect(await exportOf(page)).toBe(sent);
    await sendsBack(place, page);
    await goes(place, 'later', page);
  },
  'exchange-4-earlier': async (place: string) => {
    const page = await comesBack(place, 'earlier');
    const before = [await exportOf(page), await page.store.batchesSince(0)];
    const said: Record<string, string> = {};
    const names = fileData<readonly string[]>(place, 'new.json');
    for (const [nth, name] of names.entries())
      said[name] = (await takes(page, received(place, `new-${nth}.bin`))) ?? '';
    if (PLACE !== undefined) {
      expect([await exportOf(page), await page.store.batchesSince(0)]).toEqual(before);
      for (const sentence of Object.values(said))
        expect(sentence).toBe(
          'Nothing was taken in. It holds what this release cannot read. Update the toolkit, or ask for it again.',
        );
    }
    expect(await takes(page, received(place, 'nothing-new.bin'))).toBeUndefined();
    const people = (await page.store.query('subject')).map(({ value }) => value.name);
    expect(people).toEqual(expect.arrayContaining(['Petra Lindqvist', 'Person with nothing new']));
    if (PLACE === undefined) expect(Object.values(said).join('')).toBe('');
    keepsFile(place, 'said.json', said);
    await goes(place, 'earlier', page);
  },
} as const;

const [only] = Object.entries(STEPS).filter(([name]) => name === STEP);
if (PLACE === undefined)
  it('goes there and back between two officers of one release', async () => {
    const place = mkdtempSync(join(tmpdir(), 'carried-'));
    try {
      for (const step of Object.values(STEPS)) await step(place);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
else if (only) {
  const [name, step] = only;
  const place = PLACE;
  it(name, () => step(place));
}
