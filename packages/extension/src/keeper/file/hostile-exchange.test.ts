/** An exchange file from a malicious sender: it changes only the cases that it is shown to be about. */
import type { Commit, RecordId } from '@cyber-prevent/core';
import {
  buildHold,
  buildIntervention,
  buildRecord,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import {
  batchOf,
  exchangeByHand,
  expectFileRefused,
  keepSubject,
  nameOf,
  type OfficerUnderTest,
  officersUnderTest,
  sends,
  watched,
} from '../../testing/hostile-file-under-test.js';

const { two, clear } = officersUnderTest();
afterEach(clear);

async function keeps({ page }: OfficerUnderTest, ...changes: Commit['changes']): Promise<void> {
  await page.store.commit({ changes, reason: 'case-work' });
}

const BEYOND = 'cases that it does not say it is about';

describe('an exchange file', () => {
  it('makes no record again that is held: a signed assessment stays as it was signed', async () => {
    const [ines, wren] = await two();
    const subject = buildSubject({ name: 'Petra Lindqvist' });
    const signed = buildRecord('assessment', {
      subjectId: subject.id,
      signedAt: '2026-11-20T10:00:00.000Z' as never,
    });
    await keeps(ines, newRecord('subject', subject), newRecord('assessment', signed));
    const again = newRecord('assessment', { ...signed, assessedOn: '2020-01-01' as never });
    const file = await exchangeByHand(wren, ines, [await batchOf(wren, [again])], {
      subject: subject.id,
    });
    await expectFileRefused(ines, file, 'repeats a record that is already here');
    const unsigned = newRecord('subject', { ...subject, name: 'Somebody Else' });
    const other = await exchangeByHand(wren, ines, [await batchOf(wren, [unsigned])], {
      subject: subject.id,
    });
    await expectFileRefused(ines, other, 'repeats a record that is already here');
  });

  it('changes nothing that is signed, by whichever revision it was written on', async () => {
    const [ines, wren] = await two();
    const subject = buildSubject();
    const draft = buildRecord('assessment', { subjectId: subject.id });
    const { revisions } = await ines.page.store.commit({
      changes: [newRecord('subject', subject), newRecord('assessment', draft)],
      reason: 'case-work',
    });
    const root = revisions.slice(1);
    const sign = { signedAt: '2026-11-20T10:00:00.000Z', signedBy: ines.id } as never;
    await keeps(ines, { kind: 'assessment', record: draft.id, parents: root, set: sign });
    const { heads = [] } = (await ines.page.store.get('assessment', draft.id)) ?? {};
    for (const parents of [heads, root]) {
      const set = { assessedOn: '2020-01-01' } as never;
      const change = { kind: 'assessment' as const, record: draft.id, parents, set };
      const file = await exchangeByHand(wren, ines, [await batchOf(wren, [change])], {
        subject: subject.id,
      });
      await expectFileRefused(ines, file, 'changes what was signed');
    }
  });

  it('changes nothing of an admission that was written down, though more may be added to it', async () => {
    const [ines, wren] = await two();
    const subject = buildSubject();
    const card = buildRecord('stopCard', { subjectId: subject.id });
    await keeps(ines, newRecord('subject', subject), newRecord('stopCard', card));
    const { heads = [] } = (await ines.page.store.get('stopCard', card.id)) ?? {};
    const set = { saidAt: '2026-01-01T10:00:00.000Z' } as never;
    const change = { kind: 'stopCard' as const, record: card.id, parents: heads, set };
    const file = await exchangeByHand(wren, ines, [await batchOf(wren, [change])], {
      subject: subject.id,
    });
    await expectFileRefused(ines, file, 'changes what was signed');
  });

  it('reaches no record of a case that it does not say it is about, however it is tied to one that it does', async () => {
    const [ines, wren] = await two();
    const referrer = buildRecord('referrer');
    const [petra, held] = [buildSubject({ name: 'Petra Lindqvist' }), buildSubject()];
    const referral = buildRecord('referral', { subjectId: petra.id, referrerId: referrer.id });
    const contact = buildIntervention({ subjectId: petra.id });
    const hold = buildHold({ subjectId: petra.id });
    await keeps(
      ines,
      newRecord('referrer', referrer),
      newRecord('subject', petra),
      newRecord('subject', held),
      newRecord('referral', referral),
      newRecord('intervention', contact),
      newRecord('hold', hold),
    );
    const on = async (kind: 'subject' | 'referrer' | 'intervention' | 'hold', id: RecordId) => ({
      kind,
      record: id,
      parents: (await ines.page.store.get(kind, id))?.heads ?? [],
    });
    const cover = buildSubject({ name: 'Cover Story' });
    const coverReferral = buildRecord('referral', {
      subjectId: cover.id,
      referrerId: referrer.id,
    });
    const hidden: Commit['changes'][] = [
      [{ ...(await on('subject', petra.id)), set: { name: 'Renamed' } }],
      [{ ...(await on('subject', petra.id)), set: {}, withdraw: true }],
      [newRecord('intervention', buildIntervention({ subjectId: petra.id }))],
      [newRecord('intervention', buildIntervention({ subjectId: cover.id, corrects: contact.id }))],
      [{ ...(await on('intervention', contact.id)), set: { subjectId: cover.id } }],
      [{ ...(await on('hold', hold.id)), set: { liftedOn: '2026-11-28' as never } }],
      [{ ...(await on('hold', hold.id)), set: { subjectId: cover.id } }],
      [
        newRecord('referral', coverReferral),
        { ...(await on('referrer', referrer.id)), set: { name: 'Somebody Else' } },
      ],
      [newRecord('referrer', buildRecord('referrer'))],
      [newRecord('subject', buildSubject({ name: 'Not said' }))],
    ];
    for (const changes of hidden) {
      const batch = await batchOf(wren, [newRecord('subject', cover), ...changes]);
      await expectFileRefused(
        ines,
        await exchangeByHand(wren, ines, [batch], { subject: cover.id }),
        BEYOND,
      );
    }
    const coverAlone = await batchOf(wren, [newRecord('subject', cover)]);
    const fair = await exchangeByHand(wren, ines, [coverAlone], { subject: cover.id });
    expect((await ines.page.exchange.look(fair, watched())).cases).toEqual([
      { subject: cover.id, name: 'Cover Story' },
    ]);
  });

  it('reaches nothing more when the case that it is about is left', async () => {
    const [ines, wren] = await two();
    const petra = await keepSubject(ines, 'Petra Lindqvist');
    const parents = (await ines.page.store.get('subject', petra))?.heads ?? [];
    const cover = buildSubject();
    const batch = await batchOf(wren, [
      newRecord('subject', cover),
      { kind: 'subject', record: petra, parents, set: { name: 'Renamed by file' } },
    ]);
    const file = await exchangeByHand(wren, ines, [batch], { subject: cover.id });
    await expect(ines.page.exchange.takeIn(file, watched(), [cover.id])).rejects.toThrow(BEYOND);
    expect(await nameOf(ines, petra)).toBe('Petra Lindqvist');
  });

  it('is counted by case and by kind before it is taken in', async () => {
    const [ines, wren] = await two();
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    await wren.page.exchange.takeIn(await sends(ines, wren, subject), watched());
    const { heads = [] } = (await wren.page.store.get('subject', subject)) ?? {};
    await keeps(
      wren,
      { kind: 'subject', record: subject, parents: heads, set: { name: 'Petra Marchbanks' } },
      newRecord('intervention', buildIntervention({ subjectId: subject })),
      newRecord('intervention', buildIntervention({ subjectId: subject })),
    );
    const seen = await ines.page.exchange.look(await sends(wren, ines, subject), watched());
    expect(seen.changes).toEqual([
      {
        subject,
        name: 'Petra Marchbanks',
        isHeld: true,
        heldAs: 'Petra Lindqvist',
        kinds: [
          { kind: 'subject', added: 0, changed: 1 },
          { kind: 'intervention', added: 2, changed: 0 },
        ],
      },
    ]);
    expect(seen.endings).toEqual([]);
  });

  it('lifts a hold and withdraws a record only where the officer read that and says so', async () => {
    const [ines, wren] = await two();
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    const [hold, contact] = [
      buildHold({ subjectId: subject }),
      buildIntervention({ subjectId: subject }),
    ];
    await keeps(ines, newRecord('hold', hold), newRecord('intervention', contact));
    const headsOf = async (kind: 'hold' | 'intervention', id: RecordId) =>
      (await ines.page.store.get(kind, id))?.heads ?? [];
    const lift = {
      kind: 'hold' as const,
      record: hold.id,
      parents: await headsOf('hold', hold.id),
      set: { liftedOn: '2026-11-28' as never },
    };
    const withdraw = {
      kind: 'intervention' as const,
      record: contact.id,
      parents: await headsOf('intervention', contact.id),
      set: {},
      withdraw: true as const,
    };
    const another = newRecord('intervention', buildIntervention({ subjectId: subject }));
    const batch = await batchOf(wren, [lift, withdraw, another]);
    const file = await exchangeByHand(wren, ines, [batch], { subject });
    const { endings } = await ines.page.exchange.look(file, watched());
    expect(endings.map(({ record, name }) => [record, name]).toSorted()).toEqual(
      [hold.id, contact.id].map((id) => [id, 'Petra Lindqvist']).toSorted(),
    );
    expect(await ines.page.exchange.takeIn(file, watched())).toMatchObject({ unended: 2 });
    const lifted = async () => (await ines.page.store.get('hold', hold.id))?.value.liftedOn;
    expect(await lifted()).toBeUndefined();
    expect(await ines.page.store.query('intervention')).toHaveLength(2);

    await ines.page.exchange.takeIn(file, watched(), [], [hold.id]);
    expect(await lifted()).toBe('2026-11-28');
    expect(await ines.page.store.get('intervention', contact.id)).toBeDefined();
    await ines.page.exchange.takeIn(file, watched(), [], [contact.id]);
    expect(await ines.page.store.get('intervention', contact.id)).toBeUndefined();
  });

  it('brings no log entry that this vault would not have written itself', async () => {
    const [ines, wren] = await two();
    const subject = await keepSubject(ines, 'Petra Lindqvist');
    const other = await keepSubject(ines, 'Quillon Ashgrove');
    const entry = {
      action: 'alteration',
      records: [subject],
      fields: ['name'],
      reason: 'case-work',
    };
    const contact = () => newRecord('intervention', buildIntervention({ subjectId: subject }));
    const fileWith = async (changed: object, at?: string) => {
      const audit = [{ ...entry, ...changed }] as never;
      const when = at === undefined ? {} : { at: at as never };
      const batch = await batchOf(wren, [contact()], { audit, ...when });
      return exchangeByHand(wren, ines, [batch], { subject });
    };
    for (const changed of [
      { action: 'invention' },
      { fields: ['Petra told me so'] },
      { action: 'alteration', search: 'A'.repeat(43) },
      { recipients: [''] },
    ])
      await expectFileRefused(ines, await fileWith(changed), 'this release cannot read');
    await expectFileRefused(ines, await fileWith({ records: [other] }), BEYOND);
    await expectFileRefused(ines, await fileWith({ records: [] }), BEYOND);
    for (const at of ['2031-01-01T00:00:00.000Z', '1999-01-01T00:00:00.000Z'])
      await expectFileRefused(ines, await fileWith({}, at), 'after the day the file was made');
    await ines.page.exchange.takeIn(await fileWith({}), watched());
  });
});
