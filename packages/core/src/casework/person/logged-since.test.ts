/** A contact that was logged after a save on the wrong person goes with that save, or is named: it is never left unsaid. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { civilDay, type RecordId } from '../../shared/index.js';
import { undoSave } from '../../store/index.js';
import { buildIntervention } from '../../testing/fiction/builder.js';
import { foundIn, passedValue } from '../../testing/filed-under-test.js';
import { codes, OF_ELDER, WRONG, wrongSaveDesk } from '../../testing/wrong-save.js';
import { logIntervention } from '../contact/log-intervention.js';
import { loggedSince } from './logged-since.js';
import { moveSave } from './move-save.js';

const lists = gatherCodeLists();

describe('a contact that was logged since', () => {
  const logsContact = async (
    desk: Awaited<ReturnType<typeof wrongSaveDesk>>,
    subject: RecordId,
    referral?: RecordId,
  ) => {
    const { host, store, subjectOf } = desk;
    const from = referral && foundIn(await store.get('referral', referral));
    const entry = {
      subjectId: subject,
      kind: 'home-visit',
      heldOn: civilDay(host.clock.now()),
      mode: 'in-person',
      minutes: 40,
      outcome: 'engaged',
    };
    const made = passedValue(
      logIntervention(entry, {
        host,
        lists,
        subject: await subjectOf(subject),
        log: await store.query('intervention', { subjectId: subject }),
        ...(from ? { from } : {}),
      }),
    );
    await store.commit(made.commit);
    return made.id;
  };

  it('from the referral goes along with it, and back, with what corrects it', async () => {
    const desk = await wrongSaveDesk();
    const { host, store, files, moves, younger, elder } = desk;
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const contact = await logsContact(desk, younger, saved.referral);
    const moved = passedValue(await moves(saved, elder));
    expect(moved.taken.map(({ id }) => id)).toEqual([contact]);
    expect(moved.logged).toEqual([]);
    const { seq } = await store.commit(moved.commit);
    expect(await store.query('intervention', { subjectId: younger })).toEqual([]);
    expect((await store.get('intervention', contact))?.value.subjectId).toBe(elder);

    const held = foundIn(await store.get('intervention', contact));
    const { id: _, loggedFrom, ...entry } = held.value;
    const log = await store.query('intervention', { subjectId: elder });
    const subject = await desk.subjectOf(elder);
    const corrected = passedValue(
      logIntervention({ ...entry, minutes: 50, corrects: contact }, { host, lists, subject, log }),
    );
    await store.commit(corrected.commit);
    const correction = await store.get('intervention', corrected.id);
    expect(correction?.value.loggedFrom).toBe(loggedFrom);
    const back = passedValue(
      await moveSave(store, { seq, from: elder, to: younger, meant: younger }, host),
    );
    await store.commit(back.commit);
    expect(await store.query('intervention', { subjectId: elder })).toEqual([]);
    expect(await store.query('intervention', { subjectId: younger })).toHaveLength(2);
  });

  it('from the referral stands in the way of undoing the save, and of undoing its move', async () => {
    const desk = await wrongSaveDesk();
    const { store, files, moves, younger, elder } = desk;
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const contact = await logsContact(desk, younger, saved.referral);
    expect((await undoSave(store, saved.seq)).issues.map(({ at }) => at)).toContain(
      `intervention/${contact}`,
    );
    const { seq } = await store.commit(passedValue(await moves(saved, elder)).commit);
    const later = await logsContact(desk, elder, saved.referral);
    expect((await undoSave(store, seq)).issues.map(({ at }) => at)).toContain(
      `intervention/${later}`,
    );
  });

  it('elsewhere stays with the person and is named, also after an undo; an earlier one is not', async () => {
    const desk = await wrongSaveDesk();
    const { store, files, moves, younger, elder } = desk;
    await logsContact(desk, younger);
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const contact = await logsContact(desk, younger);
    const moved = passedValue(await moves(saved, elder));
    expect(moved.logged.map(({ id }) => id)).toEqual([contact]);
    expect(moved.taken).toEqual([]);
    await store.commit(passedValue(await undoSave(store, saved.seq)));
    const since = await loggedSince(store, saved.seq, younger);
    expect(since.map(({ id }) => id)).toEqual([contact]);
  });

  it('is not logged from a referral that is another person’s by now', async () => {
    const desk = await wrongSaveDesk();
    const { host, store, files, younger, elder } = desk;
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const from = foundIn(await store.get('referral', saved.referral));
    const { id: _, ...entry } = buildIntervention({
      subjectId: elder,
      heldOn: civilDay(host.clock.now()),
    });
    const subject = await desk.subjectOf(elder);
    expect(codes(logIntervention(entry, { host, lists, subject, from }))).toEqual([
      'logged-from-another',
    ]);
  });

  it('from the referral goes with the save that made the person, whose record goes too', async () => {
    const { host, store, files, moves, elder, subjectOf } = await wrongSaveDesk();
    const saved = await files(OF_ELDER);
    const from = foundIn(await store.get('referral', saved.referral));
    const heldOn = civilDay(host.clock.now());
    const { id: _, ...entry } = buildIntervention({ subjectId: saved.subject, heldOn });
    const subject = await subjectOf(saved.subject);
    const logged = passedValue(logIntervention(entry, { host, lists, subject, from }));
    await store.commit(logged.commit);
    const moved = passedValue(await moves(saved, elder));
    expect(moved.isWithdrawn).toBe(true);
    await store.commit(moved.commit);
    expect((await store.get('intervention', logged.id))?.value.subjectId).toBe(elder);
  });
});
