/** Keys to a person, and to an act on a person, counted over the practice caseload: from the palette’s key to Enter. */
import {
  createMemoryStore,
  gatherCodeLists,
  type Instant,
  type ListRowOf,
  listRows,
  type PlainDate,
  type RecordId,
  type RecordStore,
} from '@cyber-prevent/core';
import { findPeople } from '@cyber-prevent/core/find';
import { testHost, testSigner } from '@cyber-prevent/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type App, makeApp } from '../../../app/app.js';
import { twinsOf } from '../../../components/list/twins.js';
import { CASELOAD_PARTS, caseloadPart, commitOver } from '../../../practice/caseload.js';
import { SCREENS } from '../../../start/screens.js';
import { memoryServices, TEST_OFFICER } from '../../../testing/memory-services.js';
import type { FoundBy } from '../../desk/find/use-found.js';
import { subjectFinder } from '../../desk/subject-finder.js';
import { actsAsked, namedActs } from './act-entries.js';
import { composeChoices, type PaletteRow } from './compose.js';
import type { Entry } from './entries.js';
import { fixedEntries, settingsEntries } from './fixed-entries.js';

const DAY = '2026-11-30' as PlainDate;
const lists = gatherCodeLists();
/** The key that opens the palette counts, and so does Enter. */
const OPEN_AND_ENTER = 2;

let app: App;
let store: RecordStore;
let rows: readonly PaletteRow[];
let referrals: readonly ListRowOf['referrals'][];
let find: (words: string) => ReturnType<ReturnType<typeof findPeople>['find']>;

beforeAll(async () => {
  store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const at = `${DAY}T09:30:00.000Z` as Instant;
  const officer = { id: TEST_OFFICER.id, name: TEST_OFFICER.name, regime: 'part3' } as const;
  const options = { seed: 'keys', day: DAY, at, officer, lists, digest: testHost().digest };
  for (const part of CASELOAD_PARTS)
    for (const step of await caseloadPart(part, options)) {
      if ('commit' in step) await store.commit(await commitOver(step.commit, store));
      else await store.dispose(step.dispose, step.reason);
    }
  app = makeApp(await memoryServices({ store, today: DAY }), {
    surface: 'workspace',
    screens: SCREENS,
    settingsPlace: { get: () => undefined, set: async () => undefined },
  });
  const held = listRows(store, { run: 'keys' });
  const people = (await held.rows('subjects')).rows;
  const twins = twinsOf(people);
  rows = people.map((row) => ({ ...row, twin: twins.get(row.id) }));
  referrals = (await held.rows('referrals')).rows;
  find = findPeople(store, { lists }).find;
}, 60_000);

const byNameFinder = subjectFinder<PaletteRow>();

async function choicesFor(wanted: string): Promise<readonly Entry[]> {
  const asked = actsAsked(namedActs(app, referrals), wanted);
  const texts = new Set([wanted, ...asked.map(({ ofPerson }) => ofPerson)]);
  const answers: FoundBy = new Map(
    await Promise.all([...texts].map(async (words) => [words, await find(words)] as const)),
  );
  const { entries } = composeChoices(
    app,
    {
      rows,
      fixed: fixedEntries(app),
      settings: settingsEntries(app),
      unfinished: [],
      onScreen: undefined,
      recent: [],
    },
    { wanted, asked, answers, byName: (words) => byNameFinder(rows, words), records: [] },
  );
  return entries;
}

/** Presses that reach the choice once the words are typed; undefined if it is not among them. */
function pressesTo(entries: readonly Entry[], isMeant: (entry: Entry) => boolean) {
  const at = entries.findIndex(isMeant);
  if (at < 0) return undefined;
  // The first is chosen by itself unless it is in doubt; each arrow goes one on.
  return entries[0]?.isDoubtful ? at + 1 : at;
}

const isOpening = (subject: RecordId) => (entry: Entry) =>
  entry.person?.id === subject && entry.group !== 'acts' && entry.act === undefined;
const isAct = (act: string, subject: RecordId) => (entry: Entry) =>
  entry.act === act && entry.person?.id === subject;

/** Every part of a text of that many letters. */
const partsOf = (text: string, letters: number) =>
  [...text].flatMap((_, from) => {
    const part = text.slice(from, from + letters);
    return part.length === letters && part.trim() === part && !part.includes(' ') ? [part] : [];
  });

describe('a person is opened by a handle', () => {
  it('in six keys, for each handle of each person', async () => {
    const tooLong: string[] = [];
    let count = 0;
    for (const { value } of await store.query('onlineIdentifier')) {
      const { subjectId, asSeen } = value;
      if (subjectId === undefined || !rows.some(({ id }) => id === subjectId)) continue;
      count += 1;
      let fewest = Number.POSITIVE_INFINITY;
      for (const letters of [4, 3, 2]) {
        for (const part of partsOf(asSeen, letters)) {
          const presses = pressesTo(await choicesFor(part), isOpening(subjectId));
          if (presses !== undefined) fewest = Math.min(fewest, letters + presses + OPEN_AND_ENTER);
          if (fewest <= 6) break;
        }
        if (fewest <= 6) break;
      }
      if (fewest > 6) tooLong.push(`${asSeen}: ${fewest}`);
    }
    expect(count).toBeGreaterThan(30);
    expect(tooLong).toEqual([]);
  }, 60_000);
});

describe('a person and an act', () => {
  it.each([
    ['summary', 'sum'],
    ['intervention', 'log'],
    ['note', 'note'],
    ['close-case', 'close'],
    ['safeguarding', 'safe'],
  ])(
    '%s begins in sixteen keys, for each person by a name and “%s”',
    async (act, words) => {
      const tooLong: string[] = [];
      for (const { id, name, isClosed } of rows) {
        if (isClosed) continue;
        let fewest = Number.POSITIVE_INFINITY;
        for (const part of name.split(' '))
          for (const letters of [3, 4, 5, 6, 7]) {
            const typed = `${part.slice(0, letters)} ${words}`;
            const presses = pressesTo(await choicesFor(typed), isAct(act, id));
            if (presses !== undefined)
              fewest = Math.min(fewest, typed.length + presses + OPEN_AND_ENTER);
            if (fewest <= 16) break;
          }
        if (fewest > 16) tooLong.push(`${name}: ${fewest}`);
      }
      expect(rows.length).toBeGreaterThanOrEqual(40);
      expect(tooLong).toEqual([]);
    },
    60_000,
  );

  it('is never chosen by itself while the words fit two people', async () => {
    for (const { name } of rows)
      for (const typed of [`${name.slice(0, 2)} sum`, `log ${name.slice(0, 3)}`, `${name} note`]) {
        const [first] = await choicesFor(typed);
        if (first?.act === undefined) continue;
        const people = new Set(
          (await choicesFor(typed)).flatMap((each) => (each.act ? (each.person?.id ?? []) : [])),
        );
        expect([typed, people.size > 1]).toEqual([typed, first.isDoubtful === true]);
      }
  }, 60_000);
});
