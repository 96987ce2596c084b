/** Rows of lists say if conditions apply: on anything on the file of a person, on a referral, on an identifier. */
import { describe, expect, it } from 'vitest';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import { buildRecord, buildSource, newRecord } from '../../testing/fiction/builder.js';
import { openedLists } from '../../testing/lists-under-test.js';
import { identifierFields } from './fields/identifier-fields.js';
import { referralFields } from './fields/intake-fields.js';
import { subjectFields } from './fields/subject-fields.js';

const CONDITIONS = { conditions: 'Not to be told to the family' };

async function held() {
  const world = await openedLists();
  const capture = (over: object = CONDITIONS) =>
    world.keeps('sourceCapture', buildRecord('sourceCapture', over as never));
  const readFrom = async <K extends RecordKind>(
    kind: K,
    path: string,
    from: RecordId,
    over: object = {},
  ): Promise<RecordId> => {
    const value = buildRecord(kind, over as never) as RecordOf<K>;
    const sources = { [path]: [buildSource({ capture: from })] };
    await world.store.commit({
      changes: [{ ...newRecord(kind, value), sources }],
      reason: 'case-work',
    });
    return value.id;
  };
  const conditioned = async (list: 'subjects' | 'referrals' | 'identifiers') =>
    (await world.lists.rows(list)).rows.flatMap(({ id, isConditioned }) =>
      isConditioned ? [id] : [],
    );
  return { ...world, capture, readFrom, conditioned };
}

describe('a row', () => {
  it.each([
    ['a value of their own', 'subject', 'bornOn'],
    ['a referral', 'referral', 'narrative'],
    ['an identifier', 'onlineIdentifier', 'asSeen'],
    ['an offence', 'offence', 'asRead'],
    ['a related person', 'relatedPerson', 'name'],
    ['a note', 'intelligenceNote', 'text'],
  ] as const)('of a person is found by %s, and of nobody else', async (_, kind, path) => {
    const { capture, readFrom, subject, conditioned } = await held();
    await subject('Rowan Elm');
    const from = await capture();
    const person = kind === 'subject' ? undefined : await subject('Ada Vael');
    const made = await readFrom(kind, path, from, person && { subjectId: person });
    expect(await conditioned('subjects')).toEqual([person ?? made]);
  });

  it('of a person is found by a note under handling code C, and by what an answer cites', async () => {
    const { keeps, capture, subject, conditioned } = await held();
    const [noted, cited] = [await subject('Ada Vael'), await subject('Rowan Elm')];
    const grade = {
      ...buildRecord('intelligenceNote').grade,
      handlingCode: 'C',
      handlingAction: 'A1',
      handlingSanitisation: 'S1',
      handlingInstructions: 'Ask first',
    };
    await keeps(
      'intelligenceNote',
      buildRecord('intelligenceNote', { subjectId: noted, grade } as never),
    );
    const evidence = [{ kind: 'sourceCapture', record: await capture() }];
    const answers = [{ item: 'one', answer: 'yes', evidence }];
    await keeps('assessment', buildRecord('assessment', { subjectId: cited, answers } as never));
    expect(await conditioned('subjects')).toEqual([noted, cited]);
  });

  it('of a referral or an identifier is found by its own conditions, not by those of its person', async () => {
    const { capture, readFrom, conditioned } = await held();
    const from = await capture();
    const person = await readFrom('subject', 'bornOn', from);
    const plain = await capture({});
    const given = { subjectId: person };
    const referral = await readFrom('referral', 'narrative', from, given);
    await readFrom('referral', 'narrative', plain, given);
    const identifier = await readFrom('onlineIdentifier', 'asSeen', from, given);
    await readFrom('onlineIdentifier', 'asSeen', plain, given);
    expect(await conditioned('referrals')).toEqual([referral]);
    expect(await conditioned('identifiers')).toEqual([identifier]);
  });

  it('follows conditions that are given, lifted and corrected later', async () => {
    const { capture, readFrom, sets, conditioned } = await held();
    const from = await capture({});
    const person = await readFrom('subject', 'bornOn', from);
    expect(await conditioned('subjects')).toEqual([]);
    await sets('sourceCapture', from, CONDITIONS as never);
    expect(await conditioned('subjects')).toEqual([person]);
    await sets('sourceCapture', from, { conditions: null } as never);
    expect(await conditioned('subjects')).toEqual([]);
  });

  it('is not found by handling code P, nor by a reference alone', async () => {
    const { capture, readFrom, conditioned } = await held();
    const open = { packageReference: 'NP/26/0042', handling: { handlingCode: 'P' } };
    await readFrom('subject', 'bornOn', await capture(open));
    expect(await conditioned('subjects')).toEqual([]);
  });
});

it('is the filter of three lists, with a place for every row', () => {
  const known = { today: '2026-11-24', lists: new Map(), levels: [] } as never;
  for (const { handling } of [
    subjectFields(known),
    referralFields(known),
    identifierFields(known),
  ]) {
    const codes = handling.filter?.codes as (row: object) => readonly string[];
    expect([codes({ isConditioned: true }), codes({})]).toEqual([['apply'], ['none']]);
    expect(handling.filter?.offered).toEqual(['apply', 'none']);
  }
});
