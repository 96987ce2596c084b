/** A record that was added later goes along with the moved save it belongs to, or stops the move and is named. */
import { describe, expect, it } from 'vitest';
import { createMemoryStore, recordInWay, undoSave } from '../../store/index.js';
import {
  buildDecision,
  buildIntervention,
  buildStopCard,
  newRecord,
} from '../../testing/fiction/builder.js';
import { foundIn, passedValue } from '../../testing/filed-under-test.js';
import { testHost, testSigner } from '../../testing/host.js';
import { codes, OF_ELDER, WRONG, wrongSaveDesk } from '../../testing/wrong-save.js';

describe('a record that rests on what a save made', () => {
  it('takes along the decision on the referral and a promise made on it, and undone gives them back', async () => {
    const { files, moves, store, caseOf, decides, promises, younger, elder } =
      await wrongSaveDesk();
    const untouched = await caseOf(younger);
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const { id: decision } = await decides(saved.referral, 'accept');
    const { id: promise } = await promises(saved.referral);
    const before = await Promise.all([younger, elder].map(caseOf));
    const moved = passedValue(await moves(saved, elder));
    expect(moved.taken.map(({ id }) => id)).toEqual([decision, promise]);
    const { seq } = await store.commit(moved.commit);
    expect(await caseOf(younger)).toEqual(untouched);
    expect((await store.get('decision', decision))?.value.subjectId).toBe(elder);
    expect((await store.get('promise', promise))?.value.subjectId).toBe(elder);
    expect((await store.get('referral', saved.referral))?.value.status).toBe('accepted');
    await store.commit(passedValue(await undoSave(store, seq)));
    expect(await Promise.all([younger, elder].map(caseOf))).toEqual(before);
    expect(codes(await moves(saved, elder))).toEqual([]);
  });

  it('takes along the decision on a referral that made the person', async () => {
    const { files, moves, store, caseOf, decides, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER);
    const { id: decision } = await decides(saved.referral, 'accept');
    await store.commit(passedValue(await moves(saved, elder)).commit);
    expect((await caseOf(saved.subject)).filter(Boolean)).toEqual([]);
    expect((await store.get('decision', decision))?.value.subjectId).toBe(elder);
  });

  it('leaves a decision on another referral of the person', async () => {
    const { files, moves, store, decides, younger, elder } = await wrongSaveDesk();
    const [own] = await store.query('referral', { subjectId: younger });
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const { id: decision } = await decides(foundIn(own).id, 'accept');
    const moved = passedValue(await moves(saved, elder));
    await store.commit(moved.commit);
    expect(moved.taken).toEqual([]);
    expect((await store.get('decision', decision))?.value.subjectId).toBe(younger);
  });

  it('is refused for a decision that also belongs to what stays, and names it', async () => {
    const { files, moves, store, younger, elder } = await wrongSaveDesk();
    const [own] = await store.query('referral', { subjectId: younger });
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const first = buildDecision({ subjectId: younger, referralId: foundIn(own).id });
    const change = { subjectId: younger, referralId: saved.referral, replaces: first.id };
    const second = buildDecision(change);
    for (const each of [first, second])
      await store.commit({ changes: [newRecord('decision', each)], reason: 'case-work' });
    const { issues } = await moves(saved, elder);
    expect(issues.map(recordInWay)).toEqual([{ kind: 'decision', id: second.id }]);
    expect(issues[0]?.message).toContain('also belongs to something that stays with them');
  });

  it('is refused for a decision saved together with something else about the person', async () => {
    const { files, moves, store, younger, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const decision = buildDecision({ subjectId: younger, referralId: saved.referral });
    const contact = buildIntervention({ subjectId: younger });
    await store.commit({
      changes: [newRecord('decision', decision), newRecord('intervention', contact)],
      reason: 'case-work',
    });
    expect(codes(await moves(saved, elder))).toEqual(['move-in-use']);
  });

  it('is refused for everything that cannot go along, each of it named', async () => {
    const { files, moves, store, decides, younger, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    await decides(saved.referral, 'accept');
    const cards = [1, 2].map(() =>
      buildStopCard({ subjectId: younger, referralId: saved.referral }),
    );
    for (const card of cards)
      await store.commit({ changes: [newRecord('stopCard', card)], reason: 'case-work' });
    const { issues } = await moves(saved, elder);
    expect(new Set(issues.map((each) => recordInWay(each)?.id))).toEqual(
      new Set(cards.map(({ id }) => id)),
    );
    expect(issues[0]?.message).toContain('it cannot be moved to somebody else');
  });

  it('is refused for a decision that another officer made', async () => {
    const { files, moves, store, verify, younger, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const host = testHost();
    const colleague = testSigner({ officer: host.random.id(), device: host.random.id() });
    const theirs = await createMemoryStore({ host, signer: colleague });
    await theirs.receive(await store.batchesSince(0), verify, 'exchange');
    const decision = buildDecision({ subjectId: younger, referralId: saved.referral });
    await theirs.commit({ changes: [newRecord('decision', decision)], reason: 'case-work' });
    const either: typeof verify = async (...signed) =>
      (await verify(...signed)) || colleague.verify(...signed);
    await store.receive(await theirs.batchesSince(0), either, 'exchange');
    const { issues } = await moves(saved, elder);
    expect(issues.map(recordInWay)).toEqual([{ kind: 'decision', id: decision.id }]);
    expect(issues[0]?.message).toContain('somebody else made or changed it');
  });
});
