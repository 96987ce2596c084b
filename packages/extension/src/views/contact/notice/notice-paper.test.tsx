// @vitest-environment happy-dom
/** A served notice is printed in its own words or not at all; our own text can be printed before the visit. */
import type { RecordId } from '@cyber-prevent/core';
import { buildCeaseAndDesist, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Policy } from '../../../ports/services.js';
import { day } from '../../../testing/packs-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./notice-view.js'),
      import('./prepare-notice.js'),
      import('../plan/late.js'),
      import('../../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const OUR_WORDS = /asks you to stop anything that may break it/;
const goesTo = (destination: string) =>
  fireEvent.change(screen.getByLabelText('Where is it going?'), { target: { value: destination } });

async function showsPaper(
  served: Parameters<typeof buildCeaseAndDesist>[0] | undefined,
  bornOn: string | null = '2010-03-14',
  policy: Policy = { fips: false },
  more: Parameters<typeof buildSubject>[0] = {},
) {
  const shell = await showShell({ policy });
  const subject = buildSubject({
    name: 'Petra Lindqvist',
    bornOn: bornOn ?? undefined,
    ...more,
  });
  const notice = served && buildCeaseAndDesist({ ...served, subjectId: subject.id });
  await shell.services.store.commit({
    changes: [
      newRecord('subject', subject),
      ...(notice ? [newRecord('ceaseAndDesist', notice)] : []),
    ],
    reason: 'case-work',
  });
  const which: { notice?: RecordId } = notice ? { notice: notice.id } : {};
  shell.app.router.go({ name: 'notice', subject: subject.id, form: 'paper', ...which });
  return { app: shell.app, subject: subject.id };
}

it('does not print our words under the title and version of the force’s own notice', async () => {
  await showsPaper({ noticeText: 'another', notice: 'Form 12', noticeVersion: '7' });
  await screen.findByText(/The words of “Form 12”, version 7, are not kept here/);
  await screen.findByLabelText('Where is it going?');
  goesTo('supervisor');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toContain('Cease and desist notice and what happened next');
  expect(document.body.textContent).not.toMatch(OUR_WORDS);
  expect(screen.queryByRole('radio')).toBeNull();
});

it('prints what was served where its words are kept', async () => {
  await showsPaper({
    noticeText: 'toolkit-1',
    notice: 'Cease and desist notice',
    noticeVersion: 'Cyber Prevent Toolkit 1',
  });
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toMatch(OUR_WORDS);
  expect(paper.textContent).toContain('Given on 24 November 2026');
});

it('prints no notice for a visit by a template that is recalled, and every one that was served', async () => {
  const recalled = (id: string) => ({
    kind: 'template' as const,
    id,
    title: 'Cease and desist notice',
    version: '0.0.1',
    standing: 'proposed' as const,
    source: 'Made up',
    checkedOn: day('2026-11-20'),
    recalledOn: day('2026-11-21'),
    reason: 'It names the wrong section.',
  });
  const templates = {
    inForce: [],
    recalled: ['cease-and-desist-2-blank', 'cease-and-desist-2'].map(recalled),
  };
  const policy: Policy = { fips: false, given: { templates } };
  await showsPaper(undefined, '2010-03-14', policy);
  await screen.findByText(/was recalled on 21 November 2026.*It names the wrong section/);
  expect(screen.queryByLabelText('Where is it going?')).toBeNull();
  cleanup();
  await showsPaper(
    {
      noticeText: 'toolkit-2',
      notice: 'Cease and desist notice',
      noticeVersion: 'Cyber Prevent Toolkit 2',
    },
    '2010-03-14',
    policy,
  );
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toMatch(OUR_WORDS);
  expect(paper.textContent).not.toContain('Template (');
});

it('prints ours before the visit, with nobody’s name and room for the day', async () => {
  await showsPaper(undefined);
  await screen.findByRole('heading', { level: 1, name: 'Print a notice for a visit' });
  fireEvent.input(await screen.findByLabelText('Telephone number on the notice'), {
    target: { value: '07700 900100' },
  });
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toMatch(OUR_WORDS);
  expect(paper.textContent).toContain('Given on ……');
  expect(paper.textContent).toContain('Your signature: ……');
  await waitFor(() => expect(paper.textContent).toContain('Telephone: 07700 900100'));
  expect(paper.textContent).not.toContain('Petra');
  expect(paper.textContent).toContain('Version 2');
});

it('says before a visit what the force has not set, and has a line for each', async () => {
  await showsPaper(undefined);
  await screen.findByText(/^The letterhead\. Your administrator sets it/);
  fireEvent.click(screen.getByRole('button', { name: 'Enter the number' }));
  const number = screen.getByLabelText('Telephone number on the notice');
  expect(document.activeElement).toBe(number);
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  for (const line of ['Police force: …', 'Telephone: …', 'Date of birth: …'])
    expect(paper.textContent).toContain(line);
  fireEvent.input(number, { target: { value: '07700 900100' } });
  await waitFor(() => expect(paper.textContent).not.toContain('Telephone: …'));
  expect(screen.queryByRole('button', { name: 'Enter the number' })).toBeNull();
});

it('says what a served notice lacks, with the way to the date of birth', async () => {
  const { app, subject } = await showsPaper(
    {
      noticeText: 'toolkit-2',
      notice: 'Cease and desist notice',
      noticeVersion: 'Cyber Prevent Toolkit 2',
      noticeFrom: undefined,
      noticeContact: '07700 900100',
    },
    null,
  );
  await screen.findByText('The letterhead. None was set when it was served.');
  expect(screen.queryByText('The telephone number.')).toBeNull();
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  for (const line of ['Police force: …', 'Date of birth: …', 'Telephone: 07700 900100'])
    expect(paper.textContent).toContain(line);
  fireEvent.click(screen.getByRole('button', { name: 'Enter the date of birth' }));
  expect(app.router.route.value).toEqual({
    name: 'detail',
    subject,
    detail: 'bornOn',
    act: 'add',
  });
});

it('leads from several dates of birth to where one of them is used or removed', async () => {
  const alsoRecorded = [
    { what: 'bornOn' as const, date: '2011-09-02', notedOn: '2026-11-02' },
    { what: 'bornOn' as const, date: '2012-05-20', notedOn: '2026-11-02' },
  ];
  const served = {
    noticeText: 'toolkit-2',
    notice: 'Cease and desist notice',
    noticeVersion: 'Cyber Prevent Toolkit 2',
    noticeFrom: 'Nowhereshire Police',
    noticeContact: '07700 900100',
  };
  await showsPaper(served, '2010-03-14', undefined, { alsoRecorded });
  await screen.findByText(/^The date of birth: several are on record/);
  fireEvent.click(screen.getByRole('button', { name: 'Say which is right' }));
  const name = (act: string) => new RegExp(`^${act}.*recorded differently elsewhere`);
  const late = { timeout: 5000 };
  const using = await screen.findAllByRole('button', { name: name('Use this one instead') }, late);
  expect(using).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: name('Mark as out of date') })).toHaveLength(2);
});

it('lacks nothing where the force has set its paper and one birth is on record', async () => {
  const notice = { letterhead: 'Nowhereshire Police', contact: '01632 960001' };
  await showsPaper(undefined, '2010-03-14', { fips: false, notice });
  await screen.findByLabelText('Where is it going?');
  expect(screen.queryByText('The paper has a line to write on for:')).toBeNull();
});

it('has at its foot the reference by which the person’s page knows it', async () => {
  const { app, subject } = await showsPaper(undefined);
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  const [, reference = ''] = /Our reference: (\w{8})/.exec(paper.textContent ?? '') ?? [];
  expect(reference).toBe(subject.slice(0, 8).toUpperCase());
  app.router.go({ name: 'subject', subject, section: 'notices' });
  await screen.findByText(new RegExp(`at the foot of this person’s notices: ${reference}`));
});

it('speaks of no reference at the foot of a notice that is not kept here', async () => {
  const served = { noticeText: 'another', notice: 'Form 12', noticeVersion: '7' };
  const { app, subject } = await showsPaper(served);
  await screen.findByText(/The words of “Form 12”, version 7, are not kept here/);
  app.router.go({ name: 'subject', subject, section: 'notices' });
  await screen.findByRole('heading', { name: '24 November 2026' });
  expect(screen.queryByText(/Our reference at the foot/)).toBeNull();
});

it('prints the force’s own notice before the visit where the force has set one', async () => {
  const own = { title: 'Form 12', version: '7', words: 'Stop what you do.' };
  const notice = { letterhead: 'Nowhereshire Police', contact: '01632 960001', own };
  await showsPaper(undefined, '2010-03-14', { fips: false, notice });
  await screen.findByText(/“Form 12”, version 7/);
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  for (const said of ['Nowhereshire Police', 'Form 12', 'Stop what you do.', '01632 960001'])
    expect(paper.textContent).toContain(said);
  expect(paper.textContent).not.toMatch(OUR_WORDS);
});

it('has none while one of two dates of birth makes the child under ten', async () => {
  const alsoRecorded = [{ what: 'bornOn' as const, date: '2019-01-02', notedOn: '2026-11-02' }];
  await showsPaper(undefined, '2014-03-14', undefined, { categories: [], alsoRecorded });
  await screen.findByText(/^By one of the dates of birth on record this child is under ten\./);
  fireEvent.click(screen.getByRole('button', { name: 'See the dates of birth' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Date of birth'));
  expect(document.activeElement?.nextElementSibling?.textContent).toContain('14 March 2014');
});

it('has none for a child under ten', async () => {
  await showsPaper(undefined, '2020-01-01');
  await screen.findByText(/A child under ten cannot commit an offence/);
  expect(screen.queryByLabelText('Where is it going?')).toBeNull();
});

it('chooses neither who gets the paper nor the gateway, and names none for another recipient', async () => {
  await showsPaper(undefined);
  const chosenIn = (label: string) => screen.getByLabelText<HTMLSelectElement>(label).value;
  await screen.findByLabelText('Where is it going?');
  expect(chosenIn('Where is it going?')).toBe('');
  expect(chosenIn('Legal gateway')).toBe('');
  expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
  goesTo('subject');
  fireEvent.change(screen.getByLabelText('Legal gateway'), {
    target: { value: 'children-act-11' },
  });
  expect(chosenIn('Legal gateway')).toBe('children-act-11');
  goesTo('school');
  expect(chosenIn('Legal gateway')).toBe('');
});
