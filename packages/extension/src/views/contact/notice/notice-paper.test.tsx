// @vitest-environment happy-dom
/** A served notice is printed in its own words or not at all; our own text can be printed before the visit. */
import type { RecordId } from '@cyber-prevent/core';
import { buildCeaseAndDesist, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./notice-view.js'),
      import('./prepare-notice.js'),
      import('../plan/late.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const OUR_WORDS = /asks you to stop anything that may break it/;
const goesTo = (destination: string) =>
  fireEvent.change(screen.getByLabelText('Where is it going?'), { target: { value: destination } });

async function showsPaper(
  served: Parameters<typeof buildCeaseAndDesist>[0] | undefined,
  bornOn = '2010-03-14',
) {
  const shell = await showShell();
  const subject = buildSubject({ name: 'Petra Lindqvist', bornOn });
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
}

it('does not print our words under the title and version of the force’s own notice', async () => {
  await showsPaper({ noticeText: 'another', notice: 'Form 12', noticeVersion: '7' });
  await screen.findByText(/The words of “Form 12”, version 7, are not kept here/);
  await screen.findByLabelText('Where is it going?');
  goesTo('supervisor');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toContain('Cease and desist notice and what followed');
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

it('prints ours before the visit, with room for the day', async () => {
  await showsPaper(undefined);
  await screen.findByRole('heading', { level: 1, name: 'Print our notice for a visit' });
  await screen.findByLabelText('Where is it going?');
  goesTo('subject');
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toMatch(OUR_WORDS);
  expect(paper.textContent).toContain('Given on ……');
});

it('has none for a child under ten', async () => {
  await showsPaper(undefined, '2020-01-01');
  await screen.findByText(/A child under ten cannot commit an offence/);
  expect(screen.queryByLabelText('Where is it going?')).toBeNull();
});
