// @vitest-environment happy-dom
import { buildDecision, newRecord, type ReadingCell } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { unfinishedDrafts } from '../../../../app/unfinished-draft.js';
import { opened, saved, twin } from '../../../../testing/seen-under-test.js';

afterEach(cleanup);

const QUESTION = 'Have we seen this person before?';

it('says nothing of the save before while another page is reviewed', async () => {
  const { reads, saves } = await opened();
  await saves();
  await saved();
  await reads(...twin('Rowan Elm', '3 May 2012'));
  expect(screen.queryByText(/^Saved as a referral/)).toBeNull();
});

it('says whose referral was saved', async () => {
  const { saves } = await opened();
  await saves();
  await saved();
  await screen.findByText('Last saved here: a referral of Ada Vael.');
});

it('asks nothing, and logs no look, while nobody is like them', async () => {
  const { saves, names, looks } = await opened();
  await saves();
  await saved();
  expect(screen.queryByText(QUESTION)).toBeNull();
  expect(await names()).toEqual(['Ada Vael']);
  expect(await looks()).toBe(0);
});

it('asks before it saves, with what is held and what is new, and does not save unanswered', async () => {
  const { reads, saves, names, looks } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ivo Vael'));
  await saves();
  const heading = await screen.findByRole('heading', { name: QUESTION });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(await looks()).toBe(1);
  expect(screen.getByRole('heading', { name: 'Ada Vael, born 2 May 2010' })).toBeTruthy();
  expect(screen.getByText('The forename differs')).toBeTruthy();
  const [held] = screen.getAllByText('Held: Ada Vael');
  expect(held?.textContent).toMatch(/^Held: Ada Vael ?from .* at \d\d:\d\d$/);
  expect(screen.getAllByText('New: Ivo Vael')).not.toEqual([]);

  await saves();
  const missing = 'Select new person, same person or not sure';
  fireEvent.click(await screen.findByText(missing, { selector: 'button' }));
  expect(document.activeElement).toBe(screen.getByLabelText('New person'));
  expect(await names()).toEqual(['Ada Vael']);
  expect(await looks()).toBe(1);
});

it('calls a name that leaves out a middle name similar, and not the same', async () => {
  const { reads, saves } = await opened(twin('Ada Ivy Vael'));
  await saves();
  await saved();
  await reads(...twin('Ada Vael'));
  await saves();
  await screen.findByRole('heading', { name: QUESTION });
  expect(document.body.textContent).toContain('A similar name: one leaves out a middle name');
  expect(document.body.textContent).not.toContain('The same name');
});

it('says that the case of somebody on record is closed, since when, and leads to opening it again', async () => {
  const { app, store, services, reads, saves, names } = await opened();
  await saves();
  await saved();
  const [ada] = await store.query('subject');
  if (!ada) throw new Error('not held');
  const about = { subjectId: ada.id, decidedOn: '2026-11-20' } as const;
  const closing = buildDecision({ ...about, outcome: 'close', closureReason: 'completed' });
  await store.commit({ changes: [newRecord('decision', closing)], reason: 'case-work' });
  await reads(...twin('Ada Vael'));
  await saves();
  await screen.findByRole('heading', { name: QUESTION });
  await screen.findByText(/^On record, and their case was closed on 20 November 2026\./);
  fireEvent.click(screen.getByRole('button', { name: 'Open the case again' }));
  expect(app.router.route.value).toEqual({ name: 'close-case', subject: ada.id });
  expect(await names()).toEqual(['Ada Vael']);
  await waitFor(async () =>
    expect(await unfinishedDrafts(services.work, () => true)).toMatchObject([{ name: 'Ada Vael' }]),
  );
});

it('says every date of birth of somebody on record, and none as if it were certain', async () => {
  const { store, reads, saves } = await opened();
  await saves();
  await saved();
  const [ada] = await store.query('subject');
  if (!ada) throw new Error('not held');
  const alsoRecorded = [{ what: 'bornOn', date: '2009-05-02', notedOn: '2026-11-20' }];
  const change = {
    kind: 'subject',
    record: ada.id,
    parents: ada.heads,
    set: { alsoRecorded } as never,
  } as const;
  await store.commit({ changes: [change], reason: 'correction' });
  await reads(...twin('Ada Vael'));
  await saves();
  await screen.findByRole('heading', { name: 'Ada Vael, 2 dates of birth' });
  expect(screen.getByLabelText('Same person: Ada Vael').closest('div')?.textContent).toMatch(
    /Dates of birth on record: .* or /,
  );
  screen.getByText('The same surname and date of birth (2 May 2010, one of 2 on record)');
  screen.getByText('The date of birth differs (2 May 2009, one of 2 on record)');
});

it('keeps a new person apart, and remembers it', async () => {
  const { store, reads, saves, names } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ivo Vael'));
  await saves();
  fireEvent.click(await screen.findByLabelText('New person'));
  fireEvent.input(screen.getByLabelText('Why? (optional)'), { target: { value: 'Twin brother' } });
  await saves();
  await saved();
  expect(await names()).toEqual(['Ada Vael', 'Ivo Vael']);
  const [ada, ivo] = await store.query('subject');
  expect((await store.query('comparison')).map(({ value }) => value)).toMatchObject([
    { subjectId: ivo?.id, otherId: ada?.id, answer: 'not-same', why: 'Twin brother' },
  ]);

  await reads(...twin('Ivo Vael'));
  await saves();
  expect(await screen.findByLabelText('Same person: Ivo Vael')).toBeTruthy();
  expect(screen.queryByLabelText('Same person: Ada Vael')).toBeNull();
  fireEvent.click(screen.getByText('1 person you were asked about before'));
  expect(
    screen.getByText(
      'Ada Vael, born 2 May 2010: on 24 November 2026 you said that this is not Ivo Vael, born 2 May 2010.',
    ),
  ).toBeTruthy();
});

it('notes that the officer is not sure', async () => {
  const { store, reads, saves, names } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ivo Vael'));
  await saves();
  fireEvent.click(await screen.findByLabelText('Not sure'));
  await saves();
  await waitFor(async () => expect(await names()).toHaveLength(2));
  expect((await store.query('comparison')).map(({ value }) => value.answer)).toEqual(['not-sure']);
});

it('adds to the same person, both values side by side, and keeps the one that gives way', async () => {
  const { store, reads, saves, names } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ada Vael', '2 May 2011'));
  await saves();
  fireEvent.click(await screen.findByLabelText('Same person: Ada Vael'));
  const held = await screen.findByLabelText('Held: 2 May 2010');
  expect(screen.getByLabelText('New: 2 May 2011')).toBeTruthy();
  await saves();
  const missing = 'Select which date of birth to use';
  fireEvent.click(await screen.findByText(missing, { selector: 'button' }));
  expect(document.activeElement).toBe(held);

  fireEvent.click(held);
  fireEvent.click(await screen.findByLabelText('A new referral'));
  await saves();
  await waitFor(async () => expect(await store.query('referral')).toHaveLength(2));
  expect(await names()).toEqual(['Ada Vael']);
  const [ada] = await store.query('subject');
  expect(ada?.value).toMatchObject({
    bornOn: '2010-05-02',
    alsoRecorded: [{ what: 'bornOn', date: '2011-05-02', notedOn: '2026-11-24' }],
  });
  expect(ada?.sources.bornOn).toHaveLength(1);
  expect(ada?.sources['alsoRecorded[0].date']).toHaveLength(1);
  expect(await store.query('sourceCapture')).toHaveLength(2);
});

it('says whom it is about once a match is accepted, in place of a choice that is true no more', async () => {
  const { reads, saves } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ivo Vael'));
  await saves();
  fireEvent.click(await screen.findByLabelText('Same person: Ada Vael'));
  await screen.findByText(/^This is about Ada Vael, born 2 May 2010, as you say below/);
  expect(screen.queryByLabelText('A new subject')).toBeNull();
  fireEvent.click(screen.getByLabelText('New person'));
  expect(await screen.findByLabelText('A new subject')).toHaveProperty('checked', true);
});

it('tells at once of what differs and of a whole page that has no reason', async () => {
  const { reads, saves } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ada Vael', '2 May 2011'));
  await saves();
  fireEvent.click(await screen.findByLabelText('Same person: Ada Vael'));
  await screen.findByLabelText('Held: 2 May 2010');
  fireEvent.click(screen.getByText('Change the copy'));
  fireEvent.click(screen.getByLabelText('The whole page'));
  await saves();
  await screen.findByText('Select which date of birth to use', { selector: 'button' });
  screen.getByText('Enter why you keep the whole page', { selector: 'button' });
});

it('logs nobody twice though the draft has come to be about somebody else', async () => {
  const { reads, saves, looks } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ivo Vael'));
  await saves();
  fireEvent.click(await screen.findByLabelText('New person'));
  const row = screen.getByText('Ivo Vael', { selector: '.cp-draft-row__value' }).closest('li');
  if (!row) throw new Error('no row');
  fireEvent.click(within(row).getByRole('button', { name: /^Leave/ }));
  await saves();
  await screen.findByText('Enter the subject’s name, or take it from the page');
  expect(await looks()).toBe(1);
});

it('asks what stands where the officer has named the subject, and looks once for others', async () => {
  const { store, reads, saves, looks } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ada Vael', '2 May 2011'));
  fireEvent.click(await screen.findByLabelText('Somebody already on record'));
  const [ada] = await store.query('subject');
  const choice = await screen.findByLabelText('Subject', { selector: 'select' });
  await within(choice).findByText(/^Ada Vael\. Born /);
  fireEvent.change(choice, { target: { value: ada?.id } });
  fireEvent.click(await screen.findByLabelText('New: 2 May 2011'));
  fireEvent.click(await screen.findByLabelText('A new referral'));
  await saves();
  await waitFor(async () => expect(await store.query('referral')).toHaveLength(2));
  const [after] = await store.query('subject');
  expect(after?.value).toMatchObject({
    bornOn: '2011-05-02',
    alsoRecorded: [{ what: 'bornOn', date: '2010-05-02' }],
  });
  expect(await looks()).toBe(1);
});

it('adds to a referral of the same person, with what it says differently', async () => {
  const referral = (reference: string, receivedOn: string): readonly ReadingCell[] => [
    ...twin('Ivo Vael'),
    { label: 'Reference', value: reference, owner: ['Referral details'] },
    { label: 'Date of referral', value: receivedOn, owner: ['Referral details'] },
  ];
  const { store, reads, saves } = await opened(referral('NCCU/2026/0417', '20/11/2026'));
  await saves();
  await saved();
  await reads(...referral('BVS/2026/0093', '21/11/2026'));
  await saves();
  fireEvent.click(await screen.findByLabelText('Same person: Ivo Vael'));
  fireEvent.click(await screen.findByLabelText('Referral NCCU/2026/0417'));
  fireEvent.click(await screen.findByLabelText('Held: 20 November 2026'));
  await saves();
  await screen.findByText('Added to the referral of Ivo Vael, born 2 May 2010');
  const [one, ...others] = await store.query('referral');
  expect(others).toEqual([]);
  expect(one?.value).toMatchObject({
    reference: 'NCCU/2026/0417',
    otherReferences: ['BVS/2026/0093'],
    receivedOn: '2026-11-20',
    alsoRecorded: [{ what: 'receivedOn', date: '2026-11-21' }],
  });
});

it('shows what differs from the person chosen last, whichever was looked up sooner', async () => {
  const { store, reads, saves } = await opened();
  await saves();
  await saved();
  await reads(...twin('Ivo Vael'));
  await saves();
  fireEvent.click(await screen.findByLabelText('New person'));
  await saves();
  await saved();
  await reads(...twin('Eva Vael'));
  await saves();
  const ada = await screen.findByLabelText('Same person: Ada Vael');
  const query = store.query.bind(store);
  const [first] = await query('subject');
  let goOn: (() => void) | undefined;
  store.query = (async (...asked: Parameters<typeof query>) => {
    const found = await query(...asked);
    const { subjectId } = (asked[1] ?? {}) as { readonly subjectId?: string };
    if (asked[0] === 'referral' && subjectId === first?.id)
      await new Promise<void>((go) => {
        goOn = go;
      });
    return found;
  }) as typeof store.query;
  fireEvent.click(ada);
  await waitFor(() => expect(goOn).toBeDefined());
  fireEvent.click(screen.getByLabelText('Same person: Ivo Vael'));
  await screen.findByLabelText('Held: Ivo Vael');
  goOn?.();
  await new Promise((go) => setTimeout(go, 20));
  expect(screen.queryByLabelText('Held: Ada Vael')).toBeNull();
});
