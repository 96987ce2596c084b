import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../store/log/port.js';
import { undoSave } from '../../store/undo.js';
import { buildSourceCapture, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { lists, one, refused, setting, underLaw } from '../../testing/law-under-test.js';
import { correctHandling, isLooser } from './correct-handling.js';
import { endPermission, permitSharing, waysToPermit } from './permit-sharing.js';

const C_A1 = {
  handlingCode: 'C',
  handlingAction: 'A1',
  handlingSanitisation: 'S1',
  handlingInstructions: 'Ask the originator',
};

async function withCapture(given: object = {}) {
  const { host, store, keep } = await underLaw();
  const context = { host, lists };
  await keep(
    newRecord('sourceCapture', buildSourceCapture(given as never)),
    newRecord('subject', buildSubject()),
  );
  const capture = () => one(store, 'sourceCapture');
  const subject = () => one(store, 'subject');
  return { store, keep, context, capture, subject };
}
const codesOf = ({ issues }: { readonly issues: readonly { readonly at?: string }[] }) =>
  issues.map(({ at }) => at);

describe('conditions on a capture', () => {
  it('are made stricter by anybody, with the reason', async () => {
    const { store, context, capture } = await withCapture();
    const made = correctHandling(await capture(), { ...C_A1, why: 'Read in the package' }, context);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value.commit);
    const { value } = await capture();
    expect(value.handling?.handlingAction).toBe('A1');
    expect(value.handlingChanges).toEqual([
      { changedOn: '2026-11-24', why: 'Read in the package' },
    ]);
    expect(codesOf(correctHandling(await capture(), { ...C_A1 }, context))).toEqual([undefined]);
  });

  it('are made looser only with who permitted it, when, and by which reference', async () => {
    const { store, context, capture } = await withCapture({ handling: C_A1 });
    const looser = {
      ...C_A1,
      handlingAction: 'A3',
      handlingInstructions: 'Free',
      why: 'New grade',
    };
    expect(codesOf(correctHandling(await capture(), looser, context))).toEqual([
      'permittedBy',
      'permittedOn',
      'permittedReference',
    ]);
    const permitted = {
      permittedBy: 'DS Quill',
      permittedOn: '2026-11-20' as never,
      permittedReference: 'RQ/1',
    };
    const made = correctHandling(await capture(), { ...looser, ...permitted }, context);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value.commit);
    expect((await capture()).value.handlingChanges?.[0]).toMatchObject(permitted);
  });

  it('are never changed past the act: not without a reason, nor looser without a permission', async () => {
    const { keep, capture } = await withCapture({ handling: C_A1 });
    const held = await capture();
    await expect(keep(setting(held, { handling: null }))).rejects.toMatchObject(
      refused('handling-not-put-down'),
    );
    const changes = [{ changedOn: '2026-11-24', why: 'No longer needed' }];
    await expect(
      keep(setting(held, { handling: null, handlingChanges: changes })),
    ).rejects.toMatchObject(refused('handling-looser'));
    await expect(
      keep(setting(held, { marking: 'OFFICIAL', handlingChanges: changes })),
    ).rejects.toMatchObject(refused('handling-looser'));
  });

  it('keep the capture on record, unless the save that made it is undone', async () => {
    const { store, keep, capture } = await withCapture({ handling: C_A1 });
    const withdrawn = (held: StoredRecord) => ({ ...setting(held, {}), withdraw: true as const });
    await expect(keep(withdrawn(await capture()))).rejects.toMatchObject(
      refused('handling-capture-stands'),
    );
    const undo = await undoSave(store, 1);
    if (!undo.ok) throw new Error('not undone');
    await store.commit(undo.value);
    expect(await store.query('sourceCapture')).toEqual([]);
    const plain = await withCapture();
    await plain.keep(withdrawn(await plain.capture()));
  });

  it('are put down once for each change, after those that stand there already', async () => {
    const { keep, capture } = await withCapture({ handling: C_A1 });
    const today = { changedOn: '2026-11-24', why: 'Read again' };
    const stricter = { handling: { ...C_A1, handlingAction: 'A2' } };
    const says = async (set: object) => keep(setting(await capture(), set));
    const refuses = async (set: object) =>
      expect(says(set)).rejects.toMatchObject(refused('handling-not-put-down'));
    await refuses({ ...stricter, handlingChanges: [{ ...today, changedOn: '2026-11-23' }] });
    await refuses({ ...stricter, handlingChanges: [today, today] });
    await refuses({ handlingChanges: [today] });
    await says({ ...stricter, handlingChanges: [today] });
    const words = { conditions: 'Not to the family' };
    const other = { ...today, why: 'Another reason' };
    await refuses({ ...words, handlingChanges: [other, other] });
    await refuses({ ...words, handlingChanges: [other] });
    await refuses({ handlingChanges: null });
    await says({ ...words, handlingChanges: [today, other] });
  });

  it('are never made looser without the reference, the day or the name of a permission', async () => {
    const { keep, capture } = await withCapture({ handling: { ...C_A1, handlingAction: 'A2' } });
    const whole = {
      permittedBy: 'DS Quill',
      permittedOn: '2026-11-20',
      permittedReference: 'RQ/1',
    };
    const looser = async (permitted: object) =>
      keep(
        setting(await capture(), {
          handling: C_A1,
          handlingChanges: [{ changedOn: '2026-11-24', why: 'Graded again', ...permitted }],
        }),
      );
    for (const name of Object.keys(whole))
      await expect(looser({ ...whole, [name]: undefined })).rejects.toMatchObject(
        refused('handling-looser'),
      );
    await looser(whole);
  });

  it('are looser if a code allows more, or the marking is lower', () => {
    const given = (handlingAction: string, marking = 'OFFICIAL-SENSITIVE' as const) => ({
      handling: { ...C_A1, handlingAction } as never,
      marking,
    });
    expect(isLooser(given('A2'), given('A1'))).toBe(true);
    expect(isLooser(given('A1'), given('A2'))).toBe(false);
    expect(isLooser(given('A1'), { ...given('A1'), marking: 'OFFICIAL' })).toBe(true);
    expect(isLooser({ ...given('A1'), marking: 'OFFICIAL' }, given('A1'))).toBe(false);
  });

  it('are corrected with a reason alone', async () => {
    const { context, capture } = await withCapture();
    for (const why of [undefined, ' '])
      expect(codesOf(correctHandling(await capture(), { ...C_A1, why }, context))).toEqual(['why']);
  });

  it('are looser if their words are left out, whatever the codes say', () => {
    const before = { conditions: 'Not to the school' as never, marking: 'OFFICIAL' as const };
    expect(
      isLooser(before, { ...before, conditions: 'Not to the school, nor to the family' as never }),
    ).toBe(false);
    expect(isLooser(before, { ...before, conditions: 'Not to the family' as never })).toBe(true);
  });

  it('are asked for whole under handling code C', async () => {
    const { context, capture } = await withCapture();
    const made = correctHandling(await capture(), { handlingCode: 'C', why: 'Read' }, context);
    expect(codesOf(made)).toContain('handlingAction');
  });
});

describe('a permission', () => {
  const input = {
    wayOut: 'partner',
    permittedBy: 'DS Quill',
    permittedOn: '2026-11-20' as never,
    reference: 'RQ/1' as never,
  };
  const records = (capture: StoredRecord) => [capture];

  it('is recorded for what it names, and ended with a reason', async () => {
    const { store, context, capture, subject } = await withCapture({ handling: C_A1 });
    const held = await capture();
    const all = { ...context, subject: await subject(), records: records(held) };
    const made = permitSharing({ ...input, origins: [held.id] } as never, all);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value.commit);
    const permission = await one(store, 'sharingPermission');
    expect(codesOf(endPermission(permission, {}, context))).toEqual(['endedWhy']);
    const ended = endPermission(permission, { endedWhy: 'Taken back' }, context);
    if (!ended.ok) throw new Error('not ended');
    await store.commit(ended.value.commit);
    expect((await one(store, 'sharingPermission')).value.endedOn).toBe('2026-11-24');
  });

  it('is not recorded for what is forbidden, for nothing, or for what has no conditions', async () => {
    const { context, capture, subject } = await withCapture({
      handling: { ...C_A1, handlingAction: 'A2' },
    });
    const held = await capture();
    const all = { ...context, subject: await subject(), records: records(held) };
    const codes = (origins: readonly unknown[]) =>
      permitSharing({ ...input, origins } as never, all).issues.map(({ code }) => code);
    expect(codes([held.id])).toEqual(['handling-not-permitted']);
    expect(codes([(await subject()).id])).toEqual(['permission-covers-nothing']);
    expect(codes([])).toEqual(['invalid']);
    const police = { ...input, origins: [held.id], wayOut: 'police' };
    const until = (day: string) =>
      permitSharing({ ...police, until: day } as never, all).issues.map(({ at }) => at);
    expect(until('2026-11-19')).toEqual(['until']);
    expect(until('2026-11-20')).toEqual([]);
    expect(waysToPermit(held)).toEqual(['police', 'other-system']);
  });
});
