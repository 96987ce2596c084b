// @vitest-environment happy-dom
/**
 * The destination of a summary decides its content; it leaves by file or print only once that is logged, with its legal
 * gateway.
 */
import {
  buildIntervention,
  buildReferral,
  buildReferrer,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./summary-view.js'), import('./prepare.js')]), 60_000);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const select = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function opensSummary(...others: readonly ReturnType<typeof buildSubject>[]) {
  const shell = await showShell();
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const referrer = buildReferrer({ name: 'Ottilie Brandt', role: 'Mother' });
  const contact = buildIntervention({ subjectId: subject.id, note: 'He said sorry.' });
  await shell.services.store.commit({
    changes: [
      ...[subject, ...others].map((each) => newRecord('subject', each)),
      newRecord('referrer', referrer),
      newRecord(
        'referral',
        buildReferral({
          subjectId: subject.id,
          referrerId: referrer.id,
          suspectedOffences: ['Unauthorised access to computer material'],
          narrative: 'She rang about the marks.',
        }),
      ),
      newRecord('intervention', contact),
      newRecord(
        'safeguardingConcern',
        buildSafeguardingConcern({ subjectId: subject.id, what: 'Would not go home.' }),
      ),
    ],
    reason: 'case-work',
  });
  shell.app.router.go({ name: 'summary', subject: subject.id });
  await screen.findByLabelText('Where is it going?');
  return { ...shell, subject, contact };
}

async function answers(destination: string, gateway = 'children-act-11') {
  select('Where is it going?', destination);
  fireEvent.input(screen.getByLabelText('Who receives it?'), {
    target: { value: 'The recipient' },
  });
  select('Legal gateway', gateway);
}

const REFERRED = /Ottilie|Mother|Unauthorised|She rang/;

it('prints for a court the words of a referral only once the officer lets them go, for that court', async () => {
  const { services } = await opensSummary();
  await answers('court');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).not.toMatch(/Ottilie|She rang/);
  const withheld = screen.getByRole('region', { name: 'What is withheld, and why' });
  expect(within(withheld).getByText('What the referral says')).toBeTruthy();
  press('Save as HTML');
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect(services.downloads[0]?.content).not.toContain('She rang');
  fireEvent.click(await screen.findByRole('button', { name: 'Export it again' }));
  fireEvent.click(await screen.findByLabelText('Narrative'));
  await waitFor(() => expect(paper.textContent).toContain('She rang'));
  expect(paper.textContent).not.toMatch(/Ottilie/);
  await answers('partner');
  expect(screen.queryByLabelText('Narrative')).toBeNull();
  await answers('court');
  expect(screen.getByLabelText<HTMLInputElement>('Narrative').checked).toBe(false);
  expect(screen.getByRole('region', { name: 'Preview' }).textContent).not.toContain('She rang');
});

it.each(['school', 'subject'])(
  'to %s, has neither the referrer nor the suspicion in it',
  async (to) => {
    const { services } = await opensSummary();
    expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
    await answers(to);
    const paper = await screen.findByRole('region', { name: 'Preview' });
    expect(paper.textContent).toContain('Petra Lindqvist');
    expect(paper.textContent).not.toMatch(REFERRED);
    const withheld = screen.getByRole('region', { name: 'What is withheld, and why' });
    expect(within(withheld).getByText('Suspected offences')).toBeTruthy();
    expect(within(withheld).getByText(/No agreement to name them is recorded/)).toBeTruthy();
    press('Save as HTML');
    fireEvent.click(await screen.findByRole('button', { name: 'Export it again' }));
    press('Save as Markdown');
    await waitFor(() => expect(services.downloads).toHaveLength(2));
    for (const { content } of services.downloads) expect(content).not.toMatch(REFERRED);
  },
);

it('to the force, names what the document leaves out, here and on the paper', async () => {
  const { services, subject, contact } = await opensSummary();
  await answers('force-system', 'part3-task');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toMatch(/Ottilie Brandt/);
  const leftOut = screen.getByRole('region', { name: 'On record, and not in this document' });
  for (const part of [leftOut, paper]) {
    expect(part.textContent).toMatch(/Interventions?, without: .*what happened/);
    expect(part.textContent).toContain('Safeguarding concern: 1');
    expect(part.textContent).not.toMatch(/He said sorry|Would not go home/);
  }
  press('Save as HTML');
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect(services.downloads[0]?.content).toContain('Safeguarding concern: 1');
  const { records } = (await services.store.audit()).at(-1) ?? {};
  expect(records).toEqual(expect.arrayContaining([subject.id, contact.id]));
  expect(records).toHaveLength(4);
});

it('says whose it was once it has left, apart from another of the name', async () => {
  await opensSummary(buildSubject({ name: 'Petra Lindqvist', bornOn: '2013-08-09' }));
  await answers('force-system', 'part3-task');
  await screen.findByRole('region', { name: 'Preview' });
  press('Save as HTML');
  await screen.findByText('Recorded for Petra Lindqvist, born 14 March 2010.');
});

it('to a school, names what is left out to the officer alone', async () => {
  await opensSummary();
  await answers('school');
  const leftOut = await screen.findByRole('region', {
    name: 'On record, and not in this document',
  });
  expect(leftOut.textContent).toContain('Safeguarding concern: 1');
  const paper = screen.getByRole('region', { name: 'Preview' });
  expect(paper.textContent).not.toMatch(/not in this document|concern/i);
});

it('does not leave without a legal gateway, and logs the one that is chosen', async () => {
  const { services, subject, contact } = await opensSummary();
  await answers('school', '');
  press('Save as HTML');
  expect(await screen.findAllByText('Select the legal gateway')).not.toHaveLength(0);
  select('Legal gateway', 'not-known');
  press('Save as HTML');
  expect(await screen.findAllByText(/Nothing may leave while/)).not.toHaveLength(0);
  expect(services.downloads).toHaveLength(0);
  select('Legal gateway', 'children-act-11');
  press('Save as HTML');
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect((await services.store.audit()).at(-1)).toMatchObject({
    action: 'disclosure',
    records: [subject.id, contact.id],
    recipients: ['school', 'The recipient'],
    gateway: 'children-act-11',
  });
});

it('logs it as a disclosure without asking, and lets that be changed', async () => {
  const { services } = await opensSummary();
  await answers('school');
  const folded = screen.getByText('Reason in the log: Sharing information').closest('details');
  expect(folded?.open).toBe(false);
  select('Why is it disclosed?', 'safeguarding');
  await screen.findByText('Reason in the log: Safeguarding');
  press('Save as HTML');
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect((await services.store.audit()).at(-1)).toMatchObject({ reason: 'safeguarding' });
});

it('asks for the gateway again when it goes to somebody else', async () => {
  await opensSummary();
  await answers('school');
  select('Where is it going?', 'subject');
  expect(screen.getByLabelText<HTMLSelectElement>('Legal gateway').value).toBe('');
});

it('offers the printer first, and folds away the format that few people need', async () => {
  await opensSummary();
  await answers('school');
  await screen.findByRole('region', { name: 'Preview' });
  const buttons = within(screen.getByRole('form', { name: 'Export' }))
    .getAllByRole('button', { hidden: true })
    .map(({ textContent }) => textContent);
  expect(buttons).toEqual(['Print', 'Save as HTML', 'Save as Markdown']);
  const folded = screen.getByText('Save as Markdown').closest('details');
  expect(folded?.open).toBe(false);
  expect(folded?.querySelector('summary')?.textContent).toBe('Other formats');
});

it('prints only once the disclosure is logged', async () => {
  const { services } = await opensSummary();
  const disclosed = async () =>
    (await services.store.audit()).filter(({ action }) => action === 'disclosure').length;
  const loggedAtPrint: Promise<number>[] = [];
  const shownAtPrint: boolean[] = [];
  vi.stubGlobal('print', () => {
    loggedAtPrint.push(disclosed());
    const paper = screen.getByRole('region', { name: 'Preview' });
    shownAtPrint.push(!paper.classList.contains('cp-no-print'));
  });
  await answers('school', '');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  // The browser's own print does not include the document.
  expect(paper.closest('.cp-no-print')).toBe(paper);
  press('Print');
  await screen.findAllByText('Select the legal gateway');
  expect(loggedAtPrint).toHaveLength(0);
  select('Legal gateway', 'children-act-11');
  press('Print');
  await waitFor(() => expect(loggedAtPrint).toHaveLength(1));
  expect(await Promise.all(loggedAtPrint)).toEqual([1]);
  expect(shownAtPrint).toEqual([true]);
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(paper.classList.contains('cp-no-print')).toBe(true));
});

it('to a supervisor, has what happened at a contact, and says nothing against the list below it', async () => {
  await opensSummary();
  await answers('supervisor', 'part3-task');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toContain('He said sorry.');
  const leftOut = screen.getByRole('region', { name: 'On record, and not in this document' });
  expect(leftOut.textContent).toContain('Safeguarding concern: 1');
  expect(leftOut.textContent).not.toMatch(/[Ww]hat happened|for this audience/);
  const withheld = screen.getByRole('region', { name: 'What is withheld, and why' });
  expect(withheld.textContent).not.toMatch(/nothing is withheld/i);
});

it('to the force, says why what happened at a contact does not go', async () => {
  await opensSummary();
  await answers('force-system', 'part3-task');
  const withheld = await screen.findByRole('region', { name: 'What is withheld, and why' });
  expect(withheld.textContent).toMatch(/What happened at each contact.*the team’s own account/);
});

it('offers the usual gateway inside the force in one press, and never to anybody outside it', async () => {
  const { services } = await opensSummary();
  await answers('supervisor', '');
  const gateway = () => screen.getByLabelText<HTMLSelectElement>('Legal gateway');
  expect(gateway().value).toBe('');
  press('Choose “Needed for a law enforcement task”');
  expect(gateway().value).toBe('part3-task');
  expect(screen.queryByRole('button', { name: /^Choose “/ })).toBeNull();
  press('Save as HTML');
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect((await services.store.audit()).at(-1)).toMatchObject({ gateway: 'part3-task' });
  fireEvent.click(await screen.findByRole('button', { name: 'Export it again' }));
  select('Where is it going?', 'school');
  expect(gateway().value).toBe('');
  expect(screen.queryByRole('button', { name: /^Choose “/ })).toBeNull();
});

it('chooses neither where it goes nor its gateway, inside the force either', async () => {
  await opensSummary();
  const chosenIn = (label: string) => screen.getByLabelText<HTMLSelectElement>(label).value;
  expect(chosenIn('Where is it going?')).toBe('');
  expect(chosenIn('Legal gateway')).toBe('');
  select('Where is it going?', 'force-system');
  expect(chosenIn('Legal gateway')).toBe('');
  // Offered in one press, and not filled in.
  const usual = screen.getByRole('button', { name: /^Choose “/ });
  fireEvent.click(usual);
  expect(chosenIn('Legal gateway')).toBe('part3-task');
});
