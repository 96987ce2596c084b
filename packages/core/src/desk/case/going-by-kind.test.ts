import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import type { Instant, RecordId } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import {
  buildId,
  buildRecord,
  buildSource,
  type Overrides,
} from '../../testing/fiction/builder.js';
import { goingByKind } from './going-by-kind.js';

const lists = gatherCodeLists();

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const at = '2026-11-02T09:00:00.000Z' as Instant;
  const value = buildRecord(kind, overrides);
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', { name: 'Taz Vael' });
const about = { subjectId: subject.id };
const referral = held('referral', { ...about, reference: 'CP-0042', receivedOn: '2026-10-05' });
const talks = ['2026-11-09', '2026-10-12'].map((heldOn) =>
  held('intervention', { ...about, heldOn, kind: 'one-to-one', minutes: 40 } as never),
);

it('names what goes, with its day and its reference, the earliest first', () => {
  const going = [subject, ...talks, referral];
  const found = goingByKind(going, going, lists);
  const said = found.flatMap(({ kind, count, named }) =>
    named.map(({ on, isRecorded, words }) => [kind, count, on, isRecorded, words]),
  );
  expect(said).toContainEqual(['subject', 1, '2026-11-02', true, 'Taz Vael']);
  expect(said).toContainEqual([
    'referral',
    1,
    '2026-10-05',
    false,
    expect.stringMatching(/^CP-0042, received$/),
  ]);
  expect(said.filter(([kind]) => kind === 'intervention').map(([, , on]) => on)).toEqual([
    '2026-10-12',
    '2026-11-09',
  ]);
});

it('says of a hold whether it was lifted', () => {
  const lifted = held('hold', { ...about, liftedOn: '2026-11-15' } as never);
  const standing = held('hold', about as never);
  const words = (hold: StoredRecord) => goingByKind([hold], [hold], lists)[0]?.named[0]?.words;
  expect(words(lifted)).toMatch(/, lifted on 15 November 2026$/);
  expect(words(standing)).not.toContain('lifted');
});

it('says which capture each is, and when each of two alike was recorded', () => {
  const capturedAt = '2026-11-02T08:30:00.000Z';
  const call = (toldBy: string) =>
    held('sourceCapture', {
      capturedAt,
      way: 'typed',
      system: 'Telephone call',
      title: 'Telephone call',
      toldBy,
    } as never);
  const page = held('sourceCapture', {
    capturedAt,
    system: 'Case system',
    title: 'Referral 0042',
  } as never);
  const captures = [call('Ottilie Brandt'), call('Idris Calloway'), page];
  const [found] = goingByKind(captures, captures, lists);
  expect(found?.named.map(({ words }) => words)).toEqual([
    'Telephone call, from Ottilie Brandt, captured 2 November 2026, 08:30',
    'Telephone call, from Idris Calloway, captured 2 November 2026, 08:30',
    'Case system, Referral 0042, captured 2 November 2026, 08:30',
  ]);
  const day = { ...about, heldOn: '2026-11-09', kind: 'one-to-one' } as never;
  const later = {
    ...held('intervention', day),
    createdAt: '2026-11-10T14:05:00.000Z' as Instant,
  };
  const alike = [held('intervention', day), later];
  const words = goingByKind(alike, alike, lists)[0]?.named.map((each) => each.words) ?? [];
  expect(words[0]).toMatch(/, recorded 2 November 2026, 09:00$/);
  expect(words[1]).toMatch(/, recorded 10 November 2026, 14:05$/);
});

it('tells two captures of one page and one minute by what was read there, and else by their place', () => {
  const row = () =>
    held('sourceCapture', {
      capturedAt: '2026-11-02T08:30:00.000Z',
      system: 'File',
      title: 'rows.csv',
    } as never);
  const [one, other] = [row(), row()];
  const words = (all: readonly StoredRecord[]) =>
    goingByKind([one, other], all, lists)[0]?.named.map((each) => each.words);
  expect(words([one, other])).toEqual([
    'File, rows.csv, captured 2 November 2026, 08:30, 1 of 2 alike',
    'File, rows.csv, captured 2 November 2026, 08:30, 2 of 2 alike',
  ]);
  const readIn = (capture: RecordId, own: string) => ({
    ...held('subject', { name: 'Taz Vael' }),
    sources: {
      name: [buildSource({ capture, verbatim: 'Taz Vael' })],
      aliases: [buildSource({ capture, verbatim: own })],
    },
  });
  const long =
    'A name that is so long, with so many parts after one another, that nobody reads all of it';
  expect(words([one, other, readIn(one.id, 'tv_1'), readIn(other.id, long)])).toEqual([
    expect.stringMatching(/08:30, “tv_1”$/),
    expect.stringMatching(
      /08:30, “A name that is so long, with so many parts after one another, that nobody reads …”$/,
    ),
  ]);
});

it('says no word of what a note or a concern tells', () => {
  const secret = 'He said that his brother hits him.';
  const concern = held('safeguardingConcern', { ...about, what: secret });
  expect(JSON.stringify(concern)).toContain(secret);
  expect(JSON.stringify(goingByKind([concern], [concern], lists))).not.toContain(secret);
});

it('counts what was withdrawn, and only counts where there are too many to read', () => {
  const many = Array.from({ length: 11 }, () => held('intervention', about));
  const gone = { kind: 'sourceCapture', id: buildId() } as const;
  const found = goingByKind([...many, gone], many, lists);
  expect(found.map(({ kind, count, named }) => [kind, count, named.length])).toEqual([
    ['sourceCapture', 1, 0],
    ['intervention', 11, 0],
  ]);
  expect(goingByKind(many.slice(1), many, lists)[0]?.named).toHaveLength(10);
});
