/** A backup file from someone else: the keys on this device decide, and not those in the file. */
import type { RecordId } from '@cyber-prevent/core';
import { buildHold, buildRecord, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import {
  backupByHand,
  batchOf,
  endOf,
  heldBy,
  keepSubject,
  nameOf,
  type OfficerUnderTest,
  officersUnderTest,
  sends,
  watched,
} from '../../testing/hostile-file-under-test.js';

const { officer, two, clear } = officersUnderTest();
afterEach(clear);

const headsOf = async ({ page }: OfficerUnderTest, id: RecordId) =>
  (await page.store.get('subject', id))?.heads ?? [];

const restores = (victim: OfficerUnderTest, from: OfficerUnderTest, file: Blob) =>
  victim.page.backup.restore(file, { recoveryKey: from.recoveryKey }, '', watched());

/** Neither the drill nor the restore accepts it; each gives that sentence, and nothing is changed. */
async function expectRefused(
  victim: OfficerUnderTest,
  from: OfficerUnderTest,
  file: Blob,
  said: string,
) {
  const before = await heldBy(victim);
  const drill = victim.page.backup.drill(file, { recoveryKey: from.recoveryKey }, watched());
  await expect(drill).rejects.toThrow(said);
  await expect(restores(victim, from, file)).rejects.toThrow(said);
  expect(await heldBy(victim)).toEqual(before);
}

describe('a backup of another vault', () => {
  it('cannot give this officer another key, and so overwrites nothing in their name', async () => {
    const [ines, wren] = await two();
    const petra = await keepSubject(ines, 'Petra Lindqvist');
    const rename = {
      kind: 'subject' as const,
      record: petra,
      parents: await headsOf(ines, petra),
      set: { name: 'Somebody Else' },
    };
    const forged = await batchOf(wren, [rename], { as: { officer: ines.id } });
    const keys = [{ officer: ines.id, signingKey: wren.keys.identity.signingKey }];
    await expectRefused(
      ines,
      wren,
      await backupByHand(wren, [forged], { keys }),
      'another key in your name',
    );
    await expectRefused(ines, wren, await backupByHand(wren, [forged]), 'in your name');
    expect(await nameOf(ines, petra)).toBe('Petra Lindqvist');
  });

  it('is refused when it was made in a vault that says it is this officer’s', async () => {
    const ines = await officer('Ines Marlow');
    const twin = await officer('Ines Marlow', ines.id);
    const planted = await batchOf(twin, [newRecord('subject', buildSubject())]);
    await expectRefused(
      ines,
      twin,
      await backupByHand(twin, [planted]),
      'another key in your name',
    );
  });

  it('joins nothing to this device’s log, and the vault opens as it did', async () => {
    const [ines, wren] = await two();
    await keepSubject(ines, 'Petra Lindqvist');
    const last = (await ines.page.store.batchesSince(0)).at(-1);
    if (!last) throw new Error('Something was kept');
    const { device } = ines.keys.identity;
    const changes = [newRecord('subject', buildSubject({ name: 'Planted' }))];
    for (const as of [{ officer: ines.id, device }, { device }]) {
      const next = await batchOf(wren, changes, { after: await endOf(last), as });
      await expectRefused(ines, wren, await backupByHand(wren, [next]), 'Nothing was taken in');
    }
    await ines.page.vault.lock();
    const { recoveryKey } = ines;
    expect(await ines.page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
    expect((await ines.page.store.query('subject')).map(({ value }) => value.name)).toEqual([
      'Petra Lindqvist',
    ]);
  });

  it('cannot give another key for a colleague who is known, nor two for one who is not', async () => {
    const [ines, wren] = await two();
    const omar = await officer('Omar Fenn');
    const shared = await keepSubject(omar, 'Petra Lindqvist');
    await ines.page.exchange.takeIn(await sends(omar, ines, shared), watched());
    const forged = await batchOf(wren, [newRecord('subject', buildSubject())], {
      as: { officer: omar.id },
    });
    const keyOf = (who: OfficerUnderTest, officerId: RecordId) => ({
      officer: officerId,
      signingKey: who.keys.identity.signingKey,
    });
    const known = await backupByHand(wren, [forged], { keys: [keyOf(wren, omar.id)] });
    await expectRefused(ines, wren, known, 'another key for an officer');
    const unknown = buildSubject().id;
    const twice = await backupByHand(wren, [], {
      keys: [keyOf(wren, unknown), keyOf(omar, unknown)],
    });
    await expectRefused(ines, wren, twice, 'two keys for one officer');
  });

  it('shows the keys that it adds as not confirmed, and from then on holds every other file to them', async () => {
    const [ines, wren] = await two();
    const planted = await batchOf(wren, [newRecord('subject', buildSubject({ name: 'Quillon' }))]);
    const absent = buildSubject().id;
    const other = await officer('Omar Fenn');
    const keys = [{ officer: absent, signingKey: other.keys.identity.signingKey }];
    const file = await backupByHand(wren, [planted], { keys });
    const { recoveryKey } = wren;
    expect(await ines.page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({
      isThisVault: false,
      unconfirmed: [{ officer: wren.id, name: 'Wren Halloway' }, { officer: absent }],
    });
    expect(await restores(ines, wren, file)).toMatchObject({ taken: 1, records: 1 });
    const swapped = [{ officer: absent, signingKey: wren.keys.identity.signingKey }];
    await expectRefused(
      ines,
      wren,
      await backupByHand(wren, [planted], { keys: swapped }),
      'another key for an officer',
    );
  });

  it('shows no key as unconfirmed whose fingerprint was read aloud', async () => {
    const [ines, wren] = await two();
    const subject = await keepSubject(wren, 'Petra Lindqvist');
    const { content } = await wren.page.backup.make(watched());
    const file = new Blob([new Uint8Array(content)]);
    const shown = async () => {
      const { recoveryKey } = wren;
      return (await ines.page.backup.drill(file, { recoveryKey }, watched())).unconfirmed;
    };
    expect(await shown()).toEqual([{ officer: wren.id, name: 'Wren Halloway' }]);
    await restores(ines, wren, file);
    expect(await shown()).toHaveLength(1);
    await ines.page.exchange.takeIn(await sends(wren, ines, subject), watched());
    expect(await shown()).toEqual([]);
  });

  it('cannot change what was signed, whether over it, beside it, or by making it again', async () => {
    const [ines, wren] = await two();
    const subject = buildSubject();
    const draft = buildRecord('assessment', { subjectId: subject.id });
    const { revisions } = await ines.page.store.commit({
      changes: [newRecord('subject', subject), newRecord('assessment', draft)],
      reason: 'case-work',
    });
    const root = revisions.slice(1);
    const sign = { signedAt: '2026-11-20T10:00:00.000Z', signedBy: ines.id } as const;
    await ines.page.store.commit({
      changes: [{ kind: 'assessment', record: draft.id, parents: root, set: sign as never }],
      reason: 'case-work',
    });
    const heads = (await ines.page.store.get('assessment', draft.id))?.heads ?? [];
    const change = { kind: 'assessment' as const, record: draft.id };
    const set = { assessedOn: '2020-01-01' } as never;
    const attacks = [
      { ...change, parents: heads, set },
      { ...change, parents: root, set },
      { ...change, parents: [], set: { ...draft, ...(set as object) } as never },
      { ...change, parents: heads, set: {}, withdraw: true as const },
    ];
    for (const attack of attacks)
      await expectRefused(
        ines,
        wren,
        await backupByHand(wren, [await batchOf(wren, [attack])]),
        'Assessment: It ',
      );
  });

  it('lifts no hold and withdraws nothing: that stays out, and is said', async () => {
    const [ines, wren] = await two();
    const petra = await keepSubject(ines, 'Petra Lindqvist');
    const hold = buildHold({ subjectId: petra });
    await ines.page.store.commit({ changes: [newRecord('hold', hold)], reason: 'case-work' });
    const holdHeads = (await ines.page.store.get('hold', hold.id))?.heads ?? [];
    const batch = await batchOf(wren, [
      {
        kind: 'subject',
        record: petra,
        parents: await headsOf(ines, petra),
        set: {},
        withdraw: true,
      },
      {
        kind: 'hold',
        record: hold.id,
        parents: holdHeads,
        set: { liftedOn: '2026-11-28' as never },
      },
      newRecord('subject', buildSubject({ name: 'Quillon Ashgrove' })),
    ]);
    const count = await restores(ines, wren, await backupByHand(wren, [batch]));
    expect(count).toMatchObject({ records: 1, unended: 2 });
    expect(await nameOf(ines, petra)).toBe('Petra Lindqvist');
    expect((await ines.page.store.get('hold', hold.id))?.value.liftedOn).toBeUndefined();
    await expect(ines.page.store.dispose([petra], 'retention')).rejects.toMatchObject({
      code: 'CP_STORE_HELD',
    });
  });

  it('is refused with a record that is not filled in, and is taken in whole or not at all', async () => {
    const [ines, wren] = await two();
    const good = await batchOf(wren, [newRecord('subject', buildSubject())]);
    const batches = [good];
    for (let made = 1; made < 130; made += 1) {
      const [last = good] = batches.slice(-1);
      const name = made < 129 ? `Subject ${made}` : '';
      const changes = [newRecord('subject', { ...buildSubject(), name } as never)];
      batches.push(await batchOf(wren, changes, { after: await endOf(last) }));
    }
    await expectRefused(ines, wren, await backupByHand(wren, batches), 'not filled in');
  });

  it('holds the log of one device and no entry dated after it was made', async () => {
    const [ines, wren] = await two();
    const changes = [newRecord('subject', buildSubject())];
    const elsewhere = await batchOf(wren, changes, { as: { device: buildSubject().id } });
    await expectRefused(ines, wren, await backupByHand(wren, [elsewhere]), 'altered or damaged');
    const later = await batchOf(wren, changes, { at: '2031-01-01T00:00:00.000Z' as never });
    await expectRefused(ines, wren, await backupByHand(wren, [later]), 'after the day the file');
  });
});
