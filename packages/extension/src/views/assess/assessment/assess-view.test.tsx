// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildAssessment, buildId, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { loadInstrument } from '../../case/instrument-files.js';

beforeAll(
  () =>
    Promise.all([
      import('./assess-view.js'),
      import('./assessment-view.js'),
      import('../../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const because = (text: string) => ({ kind: 'judgement', text });
const club = (version = '1.0.0', more: readonly object[] = []) =>
  JSON.stringify({
    id: 'club',
    title: 'Club check',
    version,
    status: 'professional-judgement',
    source: 'Judgement',
    applies: [{ fact: 'age', atMost: 17, reason: because('Written for children.') }, ...more],
    scale: { present: 3, partly: 1, absent: 0 },
    items: [
      { id: 'tools', prompt: 'Makes tools', bears: 'concern', weight: 1, source: 'Judgement' },
      { id: 'forums', prompt: 'Is on forums', bears: 'concern', weight: 1, source: 'Judgement' },
    ],
    bands: [
      { id: 'low', label: 'Low', from: 0 },
      { id: 'high', label: 'High', from: 3 },
    ],
  });

async function choosing(bornOn = '2012-03-14', file = club(), ...others: readonly string[]) {
  const alsoRecorded = others.map((date) => ({
    what: 'bornOn' as const,
    date,
    notedOn: '2026-11-02',
  }));
  const shown = await showShell({ start: { name: 'assessments' } });
  const { services, app } = shown;
  const subject = buildSubject({
    name: 'Petra Lindqvist',
    bornOn: bornOn as PlainDate,
    ...(alsoRecorded.length > 0 ? { alsoRecorded } : {}),
  });
  await services.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  await loadInstrument(services.work, file);
  const start = { name: 'assess', subject: subject.id } as const;
  app.router.go(start);
  await screen.findByRole('heading', { level: 1, name: /Start an assessment/ });
  await screen.findByRole('heading', { level: 3, name: 'Club check' });
  return { services, app, start };
}

const uses = async () =>
  fireEvent.click(await screen.findByRole('button', { name: 'Use Club check' }));

async function assessing(...person: Parameters<typeof choosing>) {
  const shown = await choosing(...person);
  await uses();
  return shown;
}

const answer = async (prompt: string, label: string) => {
  const group = await screen.findByRole('group', { name: prompt });
  fireEvent.click(within(group).getByLabelText(label));
};

it('says in words that an instrument is not for somebody of that age, and does not offer it', async () => {
  await choosing('2001-03-14');
  await screen.findByText('This instrument is not for this person: Written for children.');
  expect(screen.queryByRole('button', { name: 'Use Club check' })).toBeNull();
});

const UNKNOWN =
  'It is not known whether this instrument is for this person: Written for children. No level is given until that is known.';

it.each([
  ['2010-03-14', '2007-03-14'],
  ['2007-03-14', '2010-03-14'],
])('says a disputed age as the rest does, and decides by neither: %s, %s', async (one, other) => {
  await choosing(one, club(), other);
  await screen.findByText(UNKNOWN);
  await screen.findByText('16 or 19 · Age disputed');
  await uses();
  await screen.findByRole('group', { name: 'Makes tools' });
  await screen.findByText('16 or 19 · Age disputed');
  expect(screen.queryByRole('heading', { name: 'Who it is for' })).toBeNull();
  await answer('Makes tools', 'Absent');
  await answer('Is on forums', 'Absent');
  await screen.findByText(UNKNOWN);
  expect(screen.queryByText('Level: Low')).toBeNull();
});

it('says both ages of a child of whom either comes to the same', async () => {
  await assessing('2012-03-14', club(), '2014-03-14');
  await screen.findByText('12 or 14 · Age disputed');
  await answer('Makes tools', 'Absent');
  await answer('Is on forums', 'Absent');
  await screen.findByText('Level: Low');
});

it('leads from a disputed age to the place of the dates of birth', async () => {
  await choosing('2012-03-14', club(), '2014-03-14');
  fireEvent.click(await screen.findByRole('button', { name: 'See the dates of birth' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Date of birth'));
});

it('offers a demonstration last, and not as an equal of what is used on people', async () => {
  await choosing();
  const offered = screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent);
  expect(offered.indexOf('Demonstration screen')).toBe(offered.length - 1);
  const classOf = (name: string) => screen.getByRole('button', { name }).className;
  expect(classOf('Use Demonstration screen')).not.toBe(classOf('Use Club check'));
});

it('answers the rest with not known in one press, and takes that back', async () => {
  await assessing();
  await screen.findByRole('group', { name: 'Makes tools' });
  expect(screen.queryByRole('button', { name: 'Answer not known to the rest' })).toBeNull();
  await answer('Makes tools', 'Present');
  const forums = (label: string) =>
    within(screen.getByRole('group', { name: 'Is on forums' })).getByLabelText<HTMLInputElement>(
      label,
    );
  fireEvent.click(await screen.findByRole('button', { name: 'Answer not known to the rest' }));
  const said = await screen.findByText(/^1 item was answered “Not known”/);
  expect(document.activeElement).toBe(said);
  expect(forums('Not known').checked).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Undo that' }));
  await waitFor(() => expect(forums('Not known').checked).toBe(false));
  const tools = within(screen.getByRole('group', { name: 'Makes tools' }));
  expect(tools.getByLabelText<HTMLInputElement>('Present').checked).toBe(true);
});

it('has the case in sight while it is assessed, and asks on the form for what the signature needs', async () => {
  const { services } = await assessing();
  const facts = within(await screen.findByRole('region', { name: 'The case in brief' }));
  expect(facts.getByText('Not assessed')).toBeDefined();
  await answer('Makes tools', 'Absent');
  fireEvent.click(screen.getByRole('button', { name: 'Save, then sign' }));
  await screen.findByRole('button', { name: 'Select how sure you are' });
  expect(await services.store.query('assessment')).toEqual([]);
});

it('never takes what is not known for a no, and says what could move the level', async () => {
  await assessing();
  await answer('Makes tools', 'Absent');
  await screen.findByText('Still possible: Low or High');
  await answer('Is on forums', 'Not known');
  await screen.findByText('Still possible: Low or High');
  await screen.findByText('If “Is on forums” were answered “Present”, Low could become High.');
  await answer('Is on forums', 'Absent');
  await screen.findByText('Level: Low');
});

it('loses nothing that was typed when the screen is left', async () => {
  const { app, start } = await assessing();
  await answer('Makes tools', 'Partly present');
  await app.unfinished.flushAll();
  app.router.go({ name: 'assessments' });
  await screen.findByRole('heading', { level: 1, name: 'Assessments' });
  app.router.go(start);
  await uses();
  fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
  const group = await screen.findByRole('group', { name: 'Makes tools' });
  await waitFor(() =>
    expect(within(group).getByLabelText<HTMLInputElement>('Partly present').checked).toBe(true),
  );
});

it('says which instrument took the place of the one that a draft was begun with, and keeps the draft', async () => {
  const { services } = await assessing();
  await answer('Makes tools', 'Present');
  fireEvent.click(screen.getByRole('button', { name: /^Save without signing, about / }));
  await screen.findByText(/The draft is saved/);
  await loadInstrument(services.work, club('1.1.0'));
  fireEvent.click(await screen.findByRole('button', { name: 'Continue the assessment' }));
  await answer('Is on forums', 'Present');
  fireEvent.click(screen.getByRole('button', { name: /^Save without signing, about / }));
  const summary = await screen.findByText(/1\.0\.0 was superseded\. Use version 1\.1\.0/);
  expect(summary).toBeDefined();
  const [held] = await services.store.query('assessment');
  expect(held?.value.answers).toMatchObject([{ item: 'tools', answer: 'present' }]);
  const group = screen.getByRole('group', { name: 'Is on forums' });
  expect(within(group).getByLabelText<HTMLInputElement>('Present').checked).toBe(true);
});

it('tells what is missing before it is signed, and never changes after', async () => {
  const { services } = await assessing();
  await answer('Makes tools', 'Absent');
  await answer('Is on forums', 'Absent');
  fireEvent.click(screen.getByRole('button', { name: /^Save without signing, about / }));
  fireEvent.click(await screen.findByRole('button', { name: 'Sign the assessment' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, sign it' }));
  const missing = await screen.findByRole('button', { name: 'Select how sure you are' });
  expect(screen.queryByText('Success')).toBeNull();
  const [held] = await services.store.query('assessment');
  expect(held?.value.signedAt).toBeUndefined();
  // The error leads to the field.
  fireEvent.click(missing);
  await waitFor(() => expect(document.activeElement?.id).toMatch(/-confidence$/));
});

it('leads from what is signed to the case summary first, then to the person by name', async () => {
  const { app, services, start } = await assessing();
  const { subject } = start;
  const signed = buildAssessment({
    subjectId: subject,
    signedAt: '2026-11-20T09:00:00.000Z',
    signedBy: buildId(),
  });
  await services.store.commit({ changes: [newRecord('assessment', signed)], reason: 'case-work' });
  const opens = () => app.router.go({ name: 'assessment', subject, assessment: signed.id });
  opens();
  const summary = await screen.findByRole('button', { name: 'Case summary' });
  expect(summary.className).toBe('govuk-button');
  expect(screen.getByRole('button', { name: 'Assess again' }).className).toContain('secondary');
  fireEvent.click(summary);
  expect(app.router.route.value).toEqual({ name: 'summary', subject });
  opens();
  fireEvent.click(
    await screen.findByRole('button', { name: 'Open the record of Petra Lindqvist' }),
  );
  expect(app.router.route.value).toEqual({ name: 'subject', subject });
});

it('says that an instrument is loaded once the list shows it', async () => {
  const { services } = await showShell({ start: { name: 'instruments' } });
  const input = await screen.findByLabelText<HTMLInputElement>('Load an instrument from a file');
  await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(1));
  Object.defineProperty(input, 'files', { value: [new File([club()], 'club.json')] });
  const { load } = services.work;
  services.work.load = async (key) => {
    await new Promise((go) => setTimeout(go, 30));
    return load(key);
  };
  fireEvent.change(input);
  await screen.findByText('“Club check” version 1.0.0 is loaded.');
  expect(screen.getByText('Club check')).toBeTruthy();
});

it('lists the instruments of the force’s policy, and says what is wrong with one', async () => {
  const policy = { fips: false, instruments: [club(), '{'] };
  await showShell({ start: { name: 'instruments' }, policy });
  const row = (await screen.findByText('Club check')).closest('tr');
  expect(row?.textContent).toContain('Your force’s policy');
  expect(row?.querySelector('button')).toBeNull();
  expect(
    screen.getByText(/^Part of your force’s policy cannot be used.*Line 1, column 2/),
  ).toBeTruthy();
});

it('asks what says whom the instrument is for, and gives no level while that is not known', async () => {
  const schools = {
    fact: 'setting',
    prompt: 'Where they learn',
    oneOf: ['school', 'college'],
    reason: because('Written for schools.'),
  };
  const { services } = await assessing('2012-03-14', club('1.0.0', [schools]));
  await answer('Makes tools', 'Absent');
  await answer('Is on forums', 'Absent');
  await screen.findByText('Still possible: Low');
  const where = screen.getByLabelText('Where they learn');
  fireEvent.change(where, { target: { value: 'none-of-these' } });
  await screen.findByText(/This instrument is not for this person: Written for schools/);
  fireEvent.change(where, { target: { value: 'college' } });
  await screen.findByText('Level: Low');
  fireEvent.click(screen.getByRole('button', { name: /^Save without signing, about / }));
  await screen.findByText(/The draft is saved/);
  await screen.findByText('college');
  const [held] = await services.store.query('assessment');
  expect(held?.value).toMatchObject({ facts: [{ fact: 'setting', value: 'college' }] });
});

it('puts together what two windows answered of one draft, and says where both answered the same item', async () => {
  const { services } = await assessing();
  await answer('Makes tools', 'Absent');
  fireEvent.click(screen.getByRole('button', { name: /^Save without signing, about / }));
  await screen.findByText(/The draft is saved/);
  fireEvent.click(await screen.findByRole('button', { name: 'Continue the assessment' }));
  await answer('Makes tools', 'Present');
  const [held] = await services.store.query('assessment');
  if (!held) throw new Error('The draft is held');
  const theirs = [
    { item: 'tools', answer: 'partly' },
    { item: 'forums', answer: 'present' },
  ] as unknown as typeof held.value.answers;
  const { kind, id, heads } = held;
  await services.store.commit({
    changes: [{ kind, record: id, parents: heads, set: { answers: theirs } }],
    reason: 'case-work',
  });
  fireEvent.click(screen.getByRole('button', { name: /^Save without signing, about / }));
  const clash = await screen.findByText(/“Makes tools”/, { selector: 'strong, strong *' });
  expect(clash.textContent).not.toContain('Is on forums');
  const checked = async (prompt: string, label: string) => {
    const group = await screen.findByRole('group', { name: prompt });
    return within(group).getByLabelText<HTMLInputElement>(label).checked;
  };
  expect(await checked('Makes tools', 'Present')).toBe(true);
  expect(await checked('Is on forums', 'Present')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: /^Save without signing, about / }));
  await waitFor(async () =>
    expect((await services.store.query('assessment'))[0]?.value.answers).toMatchObject([
      { item: 'tools', answer: 'present' },
      { item: 'forums', answer: 'present' },
    ]),
  );
});

it('asks to leave sensitive data out of a comment', async () => {
  await assessing();
  await screen.findByRole('group', { name: 'Makes tools' });
  const [first] = document.querySelectorAll('.cp-assess__item details');
  if (!(first instanceof HTMLDetailsElement)) throw new Error('no comment');
  first.open = true;
  fireEvent(first, new Event('toggle'));
  const box = await within(first).findByLabelText('Comment');
  const hint = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toContain('Leave out health, ethnicity, religion');
});
