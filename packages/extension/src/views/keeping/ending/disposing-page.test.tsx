// @vitest-environment happy-dom
/** The last page before a case is disposed of, under the law of the keeper: what is entered, and what came since. */
import type { PlainDate } from '@cyber-prevent/core';
import {
  buildReferral,
  buildRelatedPerson,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lawfulStore } from '../../../testing/lawful-store.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./dispose-view.js'), 60_000);
afterEach(cleanup);

/** A closed case whose review decided to dispose of it, and another person’s, up to the last page. */
async function disposing() {
  const store = await lawfulStore();
  const subject = buildSubject({ name: 'Petra Lindqvist', bornOn: '2010-05-02', categories: [] });
  const other = buildSubject({ name: 'Wren Elm', categories: [] });
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('subject', other),
      newRecord(
        'referral',
        buildReferral({
          subjectId: subject.id,
          referrerId: undefined,
          reference: 'CP-0042',
          status: 'declined',
        }),
      ),
    ],
    reason: 'case-work',
  });
  await endCase(store, subject.id, '2026-11-24' as PlainDate);
  const shown = await showShell({ start: { name: 'dispose', subject: subject.id }, store });
  await screen.findByRole('heading', {
    level: 1,
    name: 'Destroy everything held about Petra Lindqvist?',
  });
  return { ...shown, store, subject, other };
}
const box = () => screen.getByLabelText<HTMLInputElement>(/^Reference to confirm/);
const enters = (value: string) => {
  fireEvent.input(box(), { target: { value } });
  fireEvent.click(screen.getByRole('button', { name: /^Destroy all of this/ }));
};
const isDone = () => screen.findByRole('heading', { level: 1, name: 'The case is disposed of' });

describe('what is entered to confirm', () => {
  it.each([
    ['nothing', ''],
    ['white space alone', ' \t '],
    ['half of the reference', '0042'],
    ['the reference of another person', 'CP-0043'],
    ['yes', 'yes'],
  ])('%s destroys nothing, and it is said at the box', async (_, typed) => {
    const { store, subject } = await disposing();
    enters(typed);
    await waitFor(() => expect(box().getAttribute('aria-invalid')).toBe('true'));
    expect(await store.get('subject', subject.id)).toBeDefined();
  });

  it('the reference in small letters, with white space, destroys this person alone', async () => {
    const { store, subject, other } = await disposing();
    enters(' cp-0042 ');
    await isDone();
    expect(await store.get('subject', subject.id)).toBeUndefined();
    expect(await store.query('referral')).toEqual([]);
    expect(await store.get('subject', other.id)).toBeDefined();
  });
});

describe('what was recorded since the page was read', () => {
  it('is never left without its person, and never destroyed unseen', async () => {
    const { store, subject } = await disposing();
    const mother = buildRelatedPerson({ subjectId: subject.id, name: 'Niamh Lindqvist' });
    await store.commit({ changes: [newRecord('relatedPerson', mother)], reason: 'case-work' });
    const isInSight = () => /Related (person|people)\s*1/.test(document.body.textContent ?? '');
    const wasShown = await waitFor(() => expect(isInSight()).toBe(true), { timeout: 2000 }).then(
      () => true,
      () => false,
    );
    const button = screen.queryByRole('button', { name: /^Destroy all of this/ });
    if (button) enters('CP-0042');
    if (wasShown) return;
    await screen.findAllByText(/[Ll]ook again/);
    expect(await store.get('relatedPerson', mother.id)).toBeDefined();
    expect(await store.get('subject', subject.id)).toBeDefined();
  });
});

it('shows nobody on the page that follows, but for what the certificate says', async () => {
  const { app, subject } = await disposing();
  enters('CP-0042');
  await isDone();
  expect(document.body.textContent).not.toMatch(/Petra|Lindqvist|2 May 2010/);
  app.router.go({ name: 'dispose', subject: subject.id });
  await waitFor(() => expect(screen.queryByText('Opening…')).toBeNull());
  expect(document.body.textContent).not.toMatch(/Petra|Lindqvist/);
  expect(screen.queryByRole('button', { name: /^Destroy all of this/ })).toBeNull();
});
