// @vitest-environment happy-dom
import { type RecordKind, type RecordOf, writtenDate } from '@cyber-prevent/core';
import {
  buildAgencyContact,
  buildCondition,
  buildConditionEvidence,
  buildOrder,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./advise-view.js'),
      import('../../subject/act-view.js'),
      import('./conditions-view.js'),
      import('../../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const child = buildSubject({ name: 'Jory Tamblyn', bornOn: '2011-05-14' });
const about = { subjectId: child.id };
const given = { givenOn: '2026-01-05', givenBy: 'DC 2218 Tamsin Okoro', answer: 'given' };
const order = buildOrder({ ...about, ...given, advisedOn: '2026-01-02' });
const condition = buildCondition({
  ...about,
  orderId: order.id,
  words: 'Meet the mentor every week.',
});

async function opened(...more: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'subjects' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', child), ...more],
    reason: 'case-work',
  });
  const held = async <K extends RecordKind>(kind: K): Promise<readonly RecordOf<K>[]> =>
    (await shown.services.store.query(kind)).map(({ value }) => value);
  return { ...shown, held };
}
/** Presses the button with these words; one that saves also names the person. */
const press = (name: string | RegExp) =>
  fireEvent.click(
    screen.getByRole('button', {
      name: (said) =>
        typeof name === 'string'
          ? said === name || said === `${name} for Jory Tamblyn`
          : name.test(said),
    }),
  );
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

it('advises with conditions of the library, each to be changed, and asks for one at least', async () => {
  const { app, held } = await opened();
  app.router.go({ name: 'caution-advice', subject: child.id });
  await screen.findByRole('heading', { level: 1, name: /Advise on conditions/ });
  fireEvent.change(screen.getByLabelText('Kind of caution or order'), {
    target: { value: 'youth-conditional-caution' },
  });
  expect(screen.getByText(/within 16 weeks \(general knowledge, not confirmed/)).toBeDefined();
  type('Officer in the case', 'DC 2218 Tamsin Okoro');
  fireEvent.click(screen.getByLabelText('Yes'));
  press('Save the advice');
  const summary = await screen.findByRole('alert', { name: 'There is a problem' });
  expect(within(summary).getByText(/Choose at least one condition/)).toBeDefined();
  expect(await held('order')).toEqual([]);
  fireEvent.click(screen.getByLabelText('Mentoring'));
  type('Condition', 'Meet Idris every Thursday.');
  press('Save the advice');
  await waitFor(async () =>
    expect(await held('condition')).toMatchObject([
      { words: 'Meet Idris every Thursday.', library: 'mentoring', aim: 'rehabilitative' },
    ]),
  );
  expect(await held('order')).toMatchObject([{ kind: 'youth-conditional-caution' }]);
});

it('does not certify a condition without evidence, and keeps what was typed', async () => {
  const { app, held } = await opened(newRecord('order', order), newRecord('condition', condition));
  app.router.go({ name: 'act', act: 'certify-condition', subject: child.id, record: condition.id });
  await screen.findByText('Meet the mentor every week.');
  type('Certified by', 'Ottilie Brandt');
  press(/^Certify .* for Jory Tamblyn$/);
  const summary = await screen.findByRole('alert', { name: 'There is a problem' });
  const link = screen.getByRole('button', { name: 'Add evidence' });
  fireEvent.click(within(summary).getByRole('button', { name: /There is no evidence/ }));
  expect(document.activeElement).toBe(link);
  expect(screen.getByLabelText<HTMLInputElement>('Certified by').value).toBe('Ottilie Brandt');
  expect((await held('condition'))[0]?.certifiedOn).toBeUndefined();
  fireEvent.click(link);
  expect(app.router.route.value).toEqual({
    name: 'act',
    act: 'add-evidence',
    subject: child.id,
    record: condition.id,
  });
});

describe('evidence that a condition may have been breached', () => {
  async function writes() {
    const shown = await opened(newRecord('order', order), newRecord('condition', condition));
    shown.app.router.go({
      name: 'act',
      act: 'add-evidence',
      subject: child.id,
      record: condition.id,
    });
    fireEvent.click(await screen.findByLabelText(/^It may have been breached/));
    type(/^What was seen or handed over/, 'Did not come.');
    type(/^Who reported it/, 'The mentor');
    fireEvent.click(screen.getByLabelText(/^Report/));
    return shown;
  }

  it('is not saved before it is said whether anybody was told, and is due if nobody was', async () => {
    const { held } = await writes();
    expect(screen.queryByLabelText(/^Who was told/)).toBeNull();
    press(/^Save the evidence/);
    await screen.findAllByText('Select whether anybody has been told');
    expect(await held('conditionEvidence')).toEqual([]);
    fireEvent.click(screen.getByLabelText('No, nobody yet'));
    press(/^Save the evidence/);
    await waitFor(async () => expect(await held('conditionEvidence')).toHaveLength(1));
    expect((await held('conditionEvidence'))[0]).not.toHaveProperty('toldOn');
  });

  it('asks whom and when, once somebody was told', async () => {
    const { held } = await writes();
    fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    press(/^Save the evidence/);
    await screen.findAllByText('Enter who was told');
    type(/^Who was told/, 'DC 2218 Tamsin Okoro');
    press(/^Save the evidence/);
    await waitFor(() => expect(screen.queryByText('Enter who was told')).toBeNull());
    await screen.findAllByText('Enter when they were told');
    expect(await held('conditionEvidence')).toEqual([]);
    const day = within(screen.getByRole('group', { name: 'Told on' }));
    for (const [part, value] of [
      ['Day', '24'],
      ['Month', '11'],
      ['Year', '2026'],
    ] as const)
      fireEvent.input(day.getByLabelText(part), { target: { value } });
    press(/^Save the evidence/);
    await waitFor(async () =>
      expect(await held('conditionEvidence')).toMatchObject([
        { toldOn: '2026-11-24', toldWhom: 'DC 2218 Tamsin Okoro' },
      ]),
    );
  });
});

it.each([
  ['nothing shows that it is met', [], true],
  ['it may have been breached', ['towards', 'not-kept'], true],
  ['something shows that it is met', ['done'], false],
] as const)(
  'offers a certificate as a lesser act than evidence: %s',
  async (_, shown, isLesser) => {
    const evidence = shown.map((shows) =>
      newRecord(
        'conditionEvidence',
        buildConditionEvidence({ ...about, conditionId: condition.id, shows }),
      ),
    );
    const { app } = await opened(
      newRecord('order', order),
      newRecord('condition', condition),
      ...evidence,
    );
    app.router.go({ name: 'subject', subject: child.id, section: 'conditions' });
    const certify = await screen.findByRole('button', { name: /^Certify the condition/ });
    const adds = screen.getByRole('button', { name: /^Add evidence/ });
    expect(certify.className !== adds.className).toBe(isLesser);
  },
);

it('says on the page of the person that a condition may have been breached, and that nobody was told', async () => {
  const noted = buildConditionEvidence({ ...about, conditionId: condition.id, shows: 'not-kept' });
  const { app } = await opened(
    newRecord('order', order),
    newRecord('condition', condition),
    newRecord('conditionEvidence', noted),
  );
  app.router.go({ name: 'subject', subject: child.id, section: 'conditions' });
  await screen.findByText('May have been breached');
  expect(screen.getByText(/Nobody is recorded as told/)).toBeDefined();
  press(/Say who was told/);
  await screen.findByRole('heading', { level: 1, name: /Say who was told/ });
});

it('says of the day beside a condition that it is the last', async () => {
  const { app } = await opened(newRecord('order', order), newRecord('condition', condition));
  app.router.go({ name: 'subject', subject: child.id, section: 'conditions' });
  const day = writtenDate(condition.dueOn);
  await screen.findByRole('heading', {
    level: 3,
    name: new RegExp(`^Condition 1, last day ${day}`),
  });
});

it('lists conditions with whose they are, and never with what they ask', async () => {
  const { app } = await opened(newRecord('order', order), newRecord('condition', condition));
  app.router.go({ name: 'conditions' });
  await screen.findByText('Jory Tamblyn');
  expect(screen.getByText('Waiting', { selector: '.govuk-tag' })).toBeDefined();
  expect(screen.queryByText(/Meet the mentor/)).toBeNull();
});

it('says in the list by when whoever decides is to be told, and finds it among what needs something', async () => {
  const noted = buildConditionEvidence({
    ...about,
    conditionId: condition.id,
    shows: 'not-kept',
    notedOn: '2026-01-20',
  });
  const { app } = await opened(
    newRecord('order', order),
    newRecord('condition', condition),
    newRecord('conditionEvidence', noted),
  );
  app.router.go({ name: 'conditions' });
  await screen.findByText('Jory Tamblyn');
  await screen.findByText(/overdue, Tue 20 Jan/);
  fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
  fireEvent.change(screen.getByLabelText('Filter by'), { target: { value: 'due' } });
  fireEvent.click(screen.getByLabelText('Overdue (1)'));
  await screen.findByText('Jory Tamblyn');
});

it('corrects a contact with an agency, and says where nothing was changed', async () => {
  const contact = buildAgencyContact({ ...about, who: 'Perrin Hale' });
  const { app, held } = await opened(newRecord('agencyContact', contact));
  app.router.go({
    name: 'act',
    act: 'correct-agency-contact',
    subject: child.id,
    record: contact.id,
  });
  await screen.findByRole('heading', { level: 1, name: /Correct the contact/ });
  press(/^Correct .* for Jory Tamblyn$/);
  await screen.findByRole('alert', { name: 'There is a problem' });
  type('Who it was with', 'Idris Vane');
  press(/^Correct .* for Jory Tamblyn$/);
  await waitFor(async () =>
    expect(await held('agencyContact')).toMatchObject([{ who: 'Idris Vane' }]),
  );
});

it('asks for the Act of a gateway of no list as what the form cannot do without', async () => {
  const { app } = await opened();
  app.router.go({ name: 'act', act: 'contact-agency', subject: child.id });
  const gateway = await screen.findByLabelText('Legal gateway');
  expect(screen.getByLabelText('Act and section, or why it fits (optional)')).toBeDefined();
  fireEvent.change(gateway, { target: { value: 'other' } });
  expect(screen.getByLabelText('Act and section, or why it fits')).toBeDefined();
});

it('leads from who was told to the contacts in which something was shared, which are kept once', async () => {
  const shared = buildAgencyContact({ ...about, shared: 'That a talk was held.' });
  const none = buildAgencyContact({ ...about, shared: undefined, gateway: 'nothing-shared' });
  const { app } = await opened(
    newRecord('agencyContact', shared),
    newRecord('agencyContact', none),
  );
  app.router.go({ name: 'subject', subject: child.id, section: 'tellings' });
  const section = await screen.findByRole('region', { name: 'Who was told' });
  const part = within(section).getByRole('button', { name: 'Agencies and monitoring' });
  expect(part.closest('li')?.textContent).toMatch(/: 1 record says who was told$/);
  fireEvent.click(part);
  await screen.findByText('That a talk was held.');
});
