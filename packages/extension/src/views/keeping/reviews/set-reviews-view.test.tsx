// @vitest-environment happy-dom
import { buildDecision, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./set-reviews-view.js'), 60_000);
afterEach(cleanup);

const [ADA, IVO, WREN] = ['Ada Vael', 'Ivo Quill', 'Wren Moss'].map((name) =>
  buildSubject({ name }),
);

it('has what was typed for the same people, and no word of it for others', async () => {
  const shell = await showShell();
  if (!ADA || !IVO || !WREN) throw new RangeError('Three people');
  await shell.services.store.commit({
    changes: [ADA, IVO, WREN].map((person) => newRecord('subject', person)),
    reason: 'referral',
  });
  const show = (...people: readonly { readonly id: typeof ADA.id }[]) =>
    shell.app.router.go({ name: 'set-reviews', subjects: people.map(({ id }) => id) });
  show(ADA, IVO);
  await screen.findByText('Ivo Quill');
  fireEvent.input(await screen.findByLabelText(/^Reason/), {
    target: { value: 'Ivo is in court in May.' },
  });
  await waitFor(async () => expect(await shell.services.work.keys()).toHaveLength(1));

  show(ADA, WREN);
  await screen.findByText('Wren Moss');
  expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Reason/)).value).toBe('');
  expect(screen.queryByText(/Ivo/)).toBeNull();

  show(IVO, ADA);
  await screen.findByText('Ivo is in court in May.');
  expect(screen.queryByText('Wren Moss')).toBeNull();
});

it('says who each of the people is, whatever the name', async () => {
  const shell = await showShell();
  const people = [
    buildSubject({ name: 'Ada Vael', bornOn: '2010-03-14' }),
    buildSubject({ name: 'Ada Ivy Vael', bornOn: undefined }),
  ];
  await shell.services.store.commit({
    changes: people.map((person) => newRecord('subject', person)),
    reason: 'referral',
  });
  shell.app.router.go({ name: 'set-reviews', subjects: people.map(({ id }) => id) });
  const list = await screen.findByRole('list', { name: 'People selected' });
  await waitFor(() =>
    expect([...list.children].map(({ textContent }) => textContent)).toEqual([
      'Ada Vael 16, born 14 March 2010',
      'Ada Ivy Vael Date of birth not known',
    ]),
  );
});

it('names a closed case by what tells it from another of the name', async () => {
  const shell = await showShell();
  const [first, second] = ['2010-05-02', '2011-06-03'].map((bornOn) =>
    buildSubject({ name: 'Tobias Wren', bornOn }),
  );
  if (!first || !second) throw new RangeError('Two people');
  const closing = buildDecision({
    subjectId: second.id,
    outcome: 'close',
    closureReason: 'completed',
    decidedOn: shell.services.today(),
  });
  await shell.services.store.commit({
    changes: [
      newRecord('subject', first),
      newRecord('subject', second),
      newRecord('decision', closing),
    ],
    reason: 'case-work',
  });
  shell.app.router.go({ name: 'set-reviews', subjects: [first.id, second.id] });
  await screen.findByText('Tobias Wren, born 3 June 2011');
  const [day, month, year] = ['Day', 'Month', 'Year'].map((label) => screen.getByLabelText(label));
  for (const [box, value] of [
    [day, '1'],
    [month, '12'],
    [year, '2027'],
  ] as const)
    if (box) fireEvent.input(box, { target: { value } });
  fireEvent.input(screen.getByLabelText(/^Reason/), {
    target: { value: 'Agreed with the school.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Set 2 reviews' }));
  await screen.findByText(/^The case of Tobias Wren, born 3 June 2011 is closed/);
  expect(await shell.services.store.query('decision')).toHaveLength(1);
});

it('names a closed case by age and birth where nobody else has the name', async () => {
  const shell = await showShell();
  const subject = buildSubject({ name: 'Ada Vael', bornOn: '2010-03-14' });
  const closing = buildDecision({
    subjectId: subject.id,
    outcome: 'close',
    closureReason: 'completed',
    decidedOn: shell.services.today(),
  });
  await shell.services.store.commit({
    changes: [newRecord('subject', subject), newRecord('decision', closing)],
    reason: 'case-work',
  });
  shell.app.router.go({ name: 'set-reviews', subjects: [subject.id] });
  await screen.findByText('16, born 14 March 2010');
  for (const [label, value] of [
    ['Day', '1'],
    ['Month', '12'],
    ['Year', '2027'],
    [/^Reason/, 'Agreed with the school.'],
  ] as const)
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  fireEvent.click(screen.getByRole('button', { name: 'Set the review' }));
  await screen.findByText(/^The case of Ada Vael, 16, born 14 March 2010 is closed/);
});
