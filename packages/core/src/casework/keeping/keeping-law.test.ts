import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '../../record/kind.js';
import type { RecordId } from '../../shared/index.js';
import { undoSave } from '../../store/index.js';
import { endCase } from '../../testing/case-ending.js';
import {
  buildHold,
  buildRecord,
  buildRetentionReview,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import {
  dispose,
  LIVE,
  lists,
  NOBODY,
  one,
  refused,
  SAID,
  setting,
  TODAY,
  underLaw,
} from '../../testing/law-under-test.js';
import { keepingLaw } from './keeping-law.js';

describe('a retention review', () => {
  it('of an open case comes to no disposal, and answers every question', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject));
    const review = buildRetentionReview({
      subjectId: subject.id,
      reviewedOn: TODAY,
      outcome: 'dispose',
    });
    const said: unknown = await keep(newRecord('retentionReview', review)).catch(
      ({ cause }: { cause: { code: string }[] }) => cause.map(({ code }) => code),
    );
    expect(said).toContain('missing');
    expect(said).toContain('case-open');
    expect(await store.query('retentionReview')).toEqual([]);
  });

  it('is not turned into another afterwards', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject));
    await endCase(store, subject.id, TODAY);
    const held = await one(store, 'retentionReview');
    await expect(keep(setting(held, { outcome: 'retain' }))).rejects.toMatchObject(
      refused('review-stands'),
    );
    await keep(setting(held, { outcome: 'dispose' }));
  });
});

describe('a hold', () => {
  const withHold = async () => {
    const world = await underLaw();
    const subject = buildSubject();
    const hold = buildHold({ subjectId: subject.id });
    await world.keep(newRecord('subject', subject));
    const { seq } = await world.keep(newRecord('hold', hold));
    return { ...world, subject, seq, held: await one(world.store, 'hold') };
  };

  it('is not withdrawn, by a save or by taking back the one that placed it', async () => {
    const { store, keep, held, seq } = await withHold();
    await expect(keep({ ...setting(held, {}), withdraw: true })).rejects.toMatchObject(
      refused('record-locked'),
    );
    expect(await undoSave(store, seq)).toMatchObject({ issues: [{ code: 'undo-locked' }] });
    expect((await one(store, 'hold')).value).toEqual(held.value);
  });

  it('is reviewed, lifted on the day, and stands again when that is taken back', async () => {
    const { store, keep, held } = await withHold();
    await keep(setting(held, { reviewDueOn: '2028-01-10' }));
    const lift = async (liftedOn: string) => keep(setting(await one(store, 'hold'), { liftedOn }));
    for (const day of ['2026-11-23', '2026-11-25'])
      await expect(lift(day)).rejects.toMatchObject(refused('hold-lifted-on-another-day'));
    const { seq } = await lift(TODAY);
    const undone = await undoSave(store, seq);
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value);
    expect((await one(store, 'hold')).value).not.toHaveProperty('liftedOn');
  });

  it('says what it said, and holds whomever it was placed on', async () => {
    const { store, keep, held, subject } = await withHold();
    await expect(keep(setting(held, { reason: 'criminal-case' }))).rejects.toMatchObject(
      refused('record-locked'),
    );
    const other = buildSubject();
    await keep(newRecord('subject', other));
    await keep(setting(held, { subjectId: other.id }));
    const ended = await endCase(store, subject.id, TODAY);
    await expect(dispose(store, ended)).rejects.toMatchObject({ code: 'CP_STORE_HELD' });
  });
});

it('asks of a save nothing that grows with the caseload', () => {
  const host = testHost();
  const law = keepingLaw({ host, lists, officer: () => LIVE });
  const saved = RECORD_KINDS.map((kind) => {
    const value = buildRecord(kind) as { readonly id: RecordId };
    const after = value as Readonly<Record<string, unknown>> & typeof value;
    return { kind, id: value.id, before: undefined, sources: {}, set: after, after };
  });
  expect(() => law.save(saved, NOBODY, TODAY, SAID)).not.toThrow();
});
