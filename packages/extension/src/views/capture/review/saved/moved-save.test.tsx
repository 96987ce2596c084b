// @vitest-environment happy-dom
/** A save on the wrong of two people of one name goes to the right one whole, and the screen says what is true. */
import type { PlainDate, Subject } from '@cyber-prevent/core';
import type { ReadingCell } from '@cyber-prevent/core/testing';
import {
  buildDecision,
  buildIntervention,
  buildReferral,
  buildStopCard,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { disclose } from '../../../../testing/disclosed-under-test.js';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { reviewing } from '../../../../testing/review-under-test.js';

beforeAll(
  () =>
    Promise.all([
      import('./saved-panel.js'),
      import('../late.js'),
      import('../../../case/choose/subject-select.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const LOADS = { timeout: 3000 };
const YOUNGER = buildSubject({ name: 'Tobias Wren', bornOn: '2013-03-14', phones: [] });
const ELDER = buildSubject({
  name: 'Tobias Wren',
  bornOn: '2011-09-02',
  phones: [],
  schools: [],
});
const CELLS: readonly ReadingCell[] = [
  { label: 'Full name', value: 'Tobias Wren', owner: ['Subject'] },
  { label: 'Date of birth', value: '2 September 2011', owner: ['Subject'] },
  { label: 'Telephone', value: '07700 900777', owner: ['Subject'] },
  { label: 'Reference', value: 'CC/2026/333', owner: ['Referral'] },
];
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const success = () => screen.findByRole('alert', { name: 'Success' }, LOADS);

async function savedOnWrong(had: Partial<Subject> = {}, ...more: readonly ReadingCell[]) {
  const shown = await reviewing(draftOf(...CELLS, ...more));
  await shown.store.commit({
    changes: [{ ...YOUNGER, ...had }, ELDER].map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  fireEvent.click(await screen.findByLabelText('Somebody already on record'));
  const which = await screen.findByLabelText('Subject', { selector: 'select' }, LOADS);
  await within(which).findByRole('option', { name: /14 March 2013/ });
  fireEvent.change(which, { target: { value: YOUNGER.id } });
  fireEvent.click(await screen.findByLabelText(/^Held: 14 March 2013/, {}, LOADS));
  press('Save as referral');
  const narrative = screen.queryByRole('button', { name: /without/i });
  if (narrative) fireEvent.click(narrative);
  // The elder matches exactly.
  fireEvent.click(await screen.findByRole('button', { name: /^Yes, add it to Tobias/ }, LOADS));
  await screen.findByText('What next?', {}, LOADS);
  return shown;
}

async function moves(): Promise<void> {
  await choosesElder();
  press(/^Move from .* to Tobias Wren/);
}

async function choosesElder(): Promise<void> {
  press('Move to another subject');
  const which = await screen.findByLabelText('The subject it belongs to', {}, LOADS);
  const option = await within(which).findByRole('option', { name: /Tobias Wren/ }, LOADS);
  expect(option.textContent).toContain('2 September 2011');
  fireEvent.change(which, { target: { value: ELDER.id } });
  await screen.findByRole('button', { name: /^Move from .* to Tobias Wren/ }, LOADS);
}

describe('a save of somebody else', () => {
  it('is moved only once the officer has said that the person is meant', async () => {
    const { store } = await reviewing(
      draftOf(
        { label: 'Full name', value: 'Ines Marlow', owner: ['Subject'] },
        { label: 'Date of birth', value: '5 May 2010', owner: ['Subject'] },
      ),
    );
    press('Save as referral');
    await screen.findByText('What next?', {}, LOADS);
    await store.commit({ changes: [newRecord('subject', ELDER)], reason: 'case-work' });
    press('Move to another subject');
    const which = await screen.findByLabelText('The subject it belongs to', {}, LOADS);
    await within(which).findByRole('option', { name: /Tobias Wren/ }, LOADS);
    fireEvent.change(which, { target: { value: ELDER.id } });
    fireEvent.click(await screen.findByRole('button', { name: /^Move from .* to Tobias/ }, LOADS));
    await screen.findByRole(
      'heading',
      { name: 'Move this to Tobias Wren, although it may be about somebody else?' },
      LOADS,
    );
    screen.getByText(
      'The save gives the name Ines Marlow. The save gives the date of birth 5 May 2010.',
    );
    screen.getByText(/^The move takes the referral.* to Tobias Wren\./);
    screen.getByText(/Tobias Wren will then have more than one date of birth on record\./);
    // Nothing beside the question can be taken for its answer.
    expect(screen.queryByLabelText('The subject it belongs to')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Move from/ })).toBeNull();
    expect(await store.query('referral', { subjectId: ELDER.id })).toEqual([]);
    press('Yes, move it to Tobias Wren');
    await screen.findByText(/^Moved the referral/, {}, LOADS);
    expect(await store.query('referral', { subjectId: ELDER.id })).toHaveLength(1);
  });
});

describe('a save that was moved', () => {
  it('names one of two alike by the same words everywhere, and by no referral that was moved', async () => {
    const { store } = await savedOnWrong();
    const twin = buildSubject({ name: 'Tobias Wren', bornOn: ELDER.bornOn, phones: [] });
    const own = { subjectId: ELDER.id, reference: 'CC/2026/306', receivedOn: '2026-11-02' };
    await store.commit({
      changes: [newRecord('subject', twin), newRecord('referral', buildReferral(own))],
      reason: 'case-work',
    });
    press('Move to another subject');
    const which = await screen.findByLabelText('The subject it belongs to', {}, LOADS);
    await within(which).findByRole('option', { name: /CC\/2026\/306/ }, LOADS);
    fireEvent.change(which, { target: { value: ELDER.id } });
    // The box may cut the words before the twins differ.
    await screen.findByText(
      /^Tobias Wren, born 2 September 2011, CC\/2026\/306, [12] of 2 alike/,
      { selector: 'p' },
      LOADS,
    );
    const button = { name: /^Move from .* to Tobias Wren, born 2 September 2011, CC\/2026\/306/ };
    fireEvent.click(await screen.findByRole('button', button, LOADS));
    const said = (await screen.findByText(/^Moved the referral/, {}, LOADS)).textContent ?? '';
    const [, to] = said.split(', to ');
    expect(to).toMatch(/^Tobias Wren, born 2 September 2011, CC\/2026\/306, [12] of 2 alike$/);
    await screen.findByText(`Last saved here: referral CC/2026/333 of ${to}.`, {}, LOADS);
  });

  it('leaves nothing on the wrong one, and says so with both dates of birth', async () => {
    const { store } = await savedOnWrong();
    await moves();
    const said = (await screen.findByText(/^Moved the referral/, {}, LOADS)).textContent;
    expect(said).toBe(
      'Moved the referral CC/2026/333, a telephone number and a date of birth from Tobias Wren, born 14 March 2013, to Tobias Wren, born 2 September 2011',
    );
    const [left, right] = [
      await store.get('subject', YOUNGER.id),
      await store.get('subject', ELDER.id),
    ];
    expect([left?.value.phones, left?.value.alsoRecorded]).toEqual([[], undefined]);
    expect(right?.value.phones).toEqual(['+447700900777']);
    expect(await store.query('referral', { subjectId: YOUNGER.id })).toEqual([]);
    expect((await success()).textContent).not.toContain('this save made');
  });

  it('names the school that the first one had before, and that is on the other now too', async () => {
    const school = { label: 'School', value: 'Testford Academy', owner: ['Subject'] };
    const schools = [{ name: 'Testford Academy', notedOn: '2026-09-01' as PlainDate }];
    const { store } = await savedOnWrong({ schools }, school);
    await moves();
    await screen.findByText(/^Moved the referral/, {}, LOADS);
    expect((await success()).textContent).toContain(
      'New on Tobias Wren, born 2 September 2011, and still on Tobias Wren, born 14 March 2013, who has it from another save too: a school or employer Testford Academy.',
    );
    const [right] = (await store.get('subject', ELDER.id))?.value.schools ?? [];
    expect(right?.name).toBe('Testford Academy');
    expect(right?.notedOn).not.toBe('2026-09-01');
  });

  it('names both by what tells them apart before it is moved, and after the save', async () => {
    await savedOnWrong();
    const said = await success();
    expect(said.textContent).toContain(
      'Saved as a referral of Tobias Wren, born 14 March 2013 or 2 September 2011, who was on record',
    );
    await screen.findByText(
      /^Last saved here: referral CC.2026.333 of Tobias Wren, 2 dates of birth/,
    );
    await choosesElder();
    const both = /^Move from Tobias Wren, 2 dates of birth.* to Tobias Wren, born 2 September 2011/;
    await screen.findByRole('button', { name: both });
    await screen.findByRole('form', { name: /^Move from Tobias Wren, 2 dates of birth/ });
  });

  it('names the person on every button by the dates of birth that are on record now', async () => {
    const { store } = await savedOnWrong();
    await moves();
    const saved = (born: string) =>
      `Last saved here: referral CC/2026/333 of Tobias Wren, ${born}.`;
    await screen.findByText(saved('born 2 September 2011'), {}, LOADS);
    const elder = await store.get('subject', ELDER.id);
    const alsoRecorded = [{ what: 'bornOn', date: '2012-07-09', notedOn: '2026-11-24' }];
    await store.commit({
      changes: [
        {
          kind: 'subject',
          record: ELDER.id,
          parents: elder?.heads ?? [],
          set: { alsoRecorded } as never,
        },
      ],
      reason: 'case-work',
    });
    await screen.findByText(saved('2 dates of birth'), {}, LOADS);
    for (const act of [
      'Open the subject:',
      'Log an intervention with',
      'Open the referral CC/2026/333 of',
    ])
      screen.getByRole('button', { name: `${act} Tobias Wren, 2 dates of birth` });
  });

  it('offers to undo the move first, and the save after that', async () => {
    const { store } = await savedOnWrong();
    press('Move to another subject');
    await screen.findByRole('button', { name: 'Cancel' }, LOADS);
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull());
    await moves();
    await screen.findByRole('button', { name: 'Undo the move' }, LOADS);
    expect(screen.queryByRole('button', { name: 'Undo this save' })).toBeNull();
    press('Undo the move');
    await screen.findByText('The move was undone', {}, LOADS);
    await screen.findByText(/^Everything is back with Tobias Wren, 2 dates of birth\./);
    expect((await store.get('subject', YOUNGER.id))?.value.phones).toEqual(['+447700900777']);
    press('Undo this save');
    await screen.findByText('The save was undone', {}, LOADS);
    await waitFor(async () => expect(await store.query('referral')).toEqual([]));
    expect((await store.get('subject', YOUNGER.id))?.value.phones).toEqual([]);
  });

  it('takes along the decision on the referral, named in the question and in the success', async () => {
    const { store } = await savedOnWrong();
    const [referral] = await store.query('referral', { subjectId: YOUNGER.id });
    const of = { subjectId: YOUNGER.id, referralId: referral?.id, decidedOn: '2026-11-24' };
    const decision = buildDecision(of as Parameters<typeof buildDecision>[0]);
    await store.commit({ changes: [newRecord('decision', decision)], reason: 'case-work' });
    await choosesElder();
    await screen.findByText(
      /^Added later, and moved with it: the decision of 24 November/,
      {},
      LOADS,
    );
    press(/^Move from .* to Tobias Wren/);
    const said = (await screen.findByText(/^Moved the referral/, {}, LOADS)).textContent;
    expect(said).toContain(
      'the referral CC/2026/333, the decision of 24 November 2026, a telephone',
    );
    expect((await store.get('decision', decision.id))?.value.subjectId).toBe(ELDER.id);
    press('Undo the move');
    await screen.findByText('The move was undone', {}, LOADS);
    expect((await store.get('decision', decision.id))?.value.subjectId).toBe(YOUNGER.id);
  });

  it('takes along a contact that was logged from it, and names one that was logged elsewhere', async () => {
    const { app, store } = await savedOnWrong();
    const [referral] = await store.query('referral', { subjectId: YOUNGER.id });
    const on = { subjectId: YOUNGER.id, heldOn: '2026-11-24' as PlainDate };
    const [from, elsewhere] = [
      buildIntervention({ ...on, loggedFrom: referral?.id }),
      buildIntervention({ ...on, heldOn: '2026-11-23' as PlainDate }),
    ];
    for (const each of [from, elsewhere])
      await store.commit({ changes: [newRecord('intervention', each)], reason: 'case-work' });
    await choosesElder();
    await screen.findByText(/moved with it: the intervention of 24 November/, {}, LOADS);
    const stays = (born: string) =>
      `These were logged since and stay with Tobias Wren, ${born}: the intervention of 23 November 2026.`;
    // Before the move, the save has given them a second date of birth.
    await screen.findByText((text) => text.startsWith(stays('2 dates of birth')), {}, LOADS);
    press(/^Move from .* to Tobias Wren/);
    await screen.findByText(/^Moved the referral/, {}, LOADS);
    expect((await success()).textContent).toContain(stays('born 14 March 2013'));
    expect((await store.get('intervention', from.id))?.value.subjectId).toBe(ELDER.id);
    expect((await store.get('intervention', elsewhere.id))?.value.subjectId).toBe(YOUNGER.id);
    press(/^Log an intervention with Tobias Wren, born 2 September 2011/);
    expect(app.router.route.value).toEqual({
      name: 'intervention',
      subject: ELDER.id,
      referral: referral?.id,
    });
  });

  it('names a contact that was logged elsewhere when the save is undone', async () => {
    const { store } = await savedOnWrong();
    const contact = buildIntervention({
      subjectId: YOUNGER.id,
      heldOn: '2026-11-23' as PlainDate,
    });
    await store.commit({ changes: [newRecord('intervention', contact)], reason: 'case-work' });
    press('Undo this save');
    await screen.findByText('The save was undone', {}, LOADS);
    expect((await success()).textContent).toContain(
      'born 14 March 2013: the intervention of 23 November 2026. Check that each is about them.',
    );
  });

  it('goes back with the decision that was made after the move, which names itself in the way', async () => {
    const { store } = await savedOnWrong();
    await moves();
    await screen.findByText(/^Moved the referral/, {}, LOADS);
    const [referral] = await store.query('referral', { subjectId: ELDER.id });
    if (!referral) throw new Error('no referral');
    const decision = buildDecision({ subjectId: ELDER.id, referralId: referral.id });
    const { id: record, heads: parents } = referral;
    const accepts = { kind: 'referral', record, parents, set: { status: 'accepted' } } as const;
    await store.commit({
      changes: [newRecord('decision', decision), accepts],
      reason: 'case-work',
    });
    press('Undo the move');
    await screen.findByRole('button', { name: /^Decision: a later save added it/ }, LOADS);
    press('Move to another subject');
    const which = await screen.findByLabelText('The subject it belongs to', {}, LOADS);
    await within(which).findByRole('option', { name: /14 March 2013/ }, LOADS);
    fireEvent.change(which, { target: { value: YOUNGER.id } });
    fireEvent.click(
      await screen.findByRole('button', { name: /^Move from .* to Tobias Wren.*2013/ }, LOADS),
    );
    // The values read are the elder’s.
    fireEvent.click(await screen.findByRole('button', { name: /^Yes, move it to Tobias/ }, LOADS));
    await waitFor(async () =>
      expect((await store.get('decision', decision.id))?.value.subjectId).toBe(YOUNGER.id),
    );
    expect((await store.get('subject', ELDER.id))?.value.phones).toEqual([]);
    expect((await store.get('subject', YOUNGER.id))?.value.phones).toEqual(['+447700900777']);
  });

  it('leads to the notice where somebody was given the decision that goes along', async () => {
    const { services, store } = await savedOnWrong();
    const [referral] = await store.query('referral', { subjectId: YOUNGER.id });
    const decision = buildDecision({ subjectId: YOUNGER.id, referralId: referral?.id });
    await store.commit({ changes: [newRecord('decision', decision)], reason: 'case-work' });
    await disclose(services, [decision.id], ['school', 'Ottilie Brandt']);
    await moves();
    await screen.findByText(/^Moved the referral/, {}, LOADS);
    expect((await success()).textContent).toContain('You must tell them');
  });

  it('is not undone once its referral was decided on, with the way to what is in the way', async () => {
    const { app, store } = await savedOnWrong();
    const [referral] = await store.query('referral', { subjectId: YOUNGER.id });
    if (!referral) throw new Error('no referral');
    const decision = buildDecision({ subjectId: YOUNGER.id, referralId: referral.id });
    const { id: record, heads: parents } = referral;
    const accepts = { kind: 'referral', record, parents, set: { status: 'accepted' } } as const;
    await store.commit({
      changes: [newRecord('decision', decision), accepts],
      reason: 'case-work',
    });
    press('Undo this save');
    await screen.findByRole('button', { name: /^Referral: it was changed again/ }, LOADS);
    fireEvent.click(screen.getByRole('button', { name: /^Decision: a later save added it/ }));
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'referral', referral: record }),
    );
    expect(await store.query('referral')).toHaveLength(1);
  });

  it('is refused with the way to each record that cannot go along', async () => {
    const { app, store } = await savedOnWrong();
    const [referral] = await store.query('referral', { subjectId: YOUNGER.id });
    const card = buildStopCard({ subjectId: YOUNGER.id, referralId: referral?.id });
    await store.commit({ changes: [newRecord('stopCard', card)], reason: 'case-work' });
    await moves();
    fireEvent.click(await screen.findByRole('button', { name: /it cannot be moved/ }, LOADS));
    await waitFor(() =>
      expect(app.router.route.value).toMatchObject({ name: 'subject', section: 'notices' }),
    );
    expect(await store.query('referral', { subjectId: ELDER.id })).toEqual([]);
  });
});
