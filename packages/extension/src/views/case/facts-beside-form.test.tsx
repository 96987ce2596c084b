// @vitest-environment happy-dom
/** Whatever is decided about a person, what it is about is on the same screen, before the first question is answered. */
import {
  buildAssessment,
  buildEnquiry,
  buildIdentification,
  buildIntervention,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from '../../app/route.js';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const IVO = buildSubject({ name: 'Ivo Quill', bornOn: '2011-06-03' });
const ABOUT = { subjectId: ADA.id };
const TOLD = 'Changed two marks on the school’s own system in January.';
const REFERRAL = buildReferral({
  ...ABOUT,
  narrative: TOLD,
  receivedOn: '2026-11-20',
  status: 'received',
});
const ENQUIRY = buildEnquiry({ receivedOn: '2026-11-20' });
const FOUND = buildIdentification({ subjectId: IVO.id, identifiedOn: '2026-11-20' });
const CHANGES = [
  newRecord('subject', ADA),
  newRecord('subject', IVO),
  newRecord('referral', REFERRAL),
  newRecord('enquiry', ENQUIRY),
  newRecord('identification', FOUND),
  newRecord('intervention', buildIntervention({ ...ABOUT, heldOn: '2026-11-21' })),
  newRecord(
    'assessment',
    buildAssessment({
      ...ABOUT,
      levels: [{ id: 'high', label: 'Severe' }],
      signedAt: '2026-11-20T09:00:00.000Z',
    }),
  ),
];

async function opens(route: Route): Promise<HTMLElement> {
  const { services, app } = await showShell({ start: { name: 'settings' } });
  await services.store.commit({ changes: CHANGES, reason: 'case-work' });
  app.router.go(route);
  await waitFor(() => expect(document.querySelector('main h1')?.textContent).not.toBe('Settings'));
  await waitFor(() => expect(document.querySelector('main h1')?.textContent).toBeTruthy());
  return screen.getByRole('main');
}

const FORMS: readonly (readonly [string, Route])[] = [
  ['a referral', { name: 'decide', on: 'referral', record: REFERRAL.id }],
  ['a review of the case', { name: 'review-case', subject: ADA.id }],
  ['a closing', { name: 'close-case', subject: ADA.id }],
  ['how long it is kept', { name: 'retention', subject: ADA.id }],
  ['a plan', { name: 'plan', subject: ADA.id, form: 'make' }],
  ['advice on a caution', { name: 'caution-advice', subject: ADA.id }],
];

describe('what is decided on', () => {
  it.each(FORMS)(
    'is said next to the form of %s, and before its first question',
    async (_, route) => {
      const main = await opens(route);
      const fact = await screen.findByText((words) => words.includes(TOLD));
      const [box] = main.querySelectorAll('form input, form select, form textarea');
      if (box) {
        const order = fact.compareDocumentPosition(box);
        const isFirst = (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        expect(isFirst || fact.closest('aside') !== null).toBe(true);
      }
      expect(fact.closest('details:not([open])')).toBeNull();
    },
  );

  it('is said next to the form of an assessment, once its instrument is chosen', async () => {
    const main = await opens({ name: 'assess', subject: ADA.id });
    const [uses] = await screen.findAllByRole('button', { name: /^Use / });
    fireEvent.click(uses as HTMLElement);
    await waitFor(() => expect(main.querySelector('form fieldset')).not.toBeNull());
    const fact = await screen.findByText((words) => words.includes(TOLD));
    expect(fact.closest('details:not([open])')).toBeNull();
  });

  it('is the enquiry, where that is decided', async () => {
    await opens({ name: 'decide', on: 'enquiry', record: ENQUIRY.id });
    await screen.findAllByText((words) => words.includes(ENQUIRY.asked));
  });

  it('is what was found, where somebody was identified', async () => {
    const main = await opens({ name: 'decide', on: 'identification', record: FOUND.id });
    await waitFor(() => expect(main.textContent).toContain('Ivo Quill'));
    expect(main.textContent).not.toContain(TOLD);
  });

  it('names no level of anybody else', async () => {
    const main = await opens({ name: 'plan', subject: IVO.id, form: 'make' });
    await waitFor(() => expect(main.textContent).toContain('Ivo Quill'));
    expect(main.textContent).not.toMatch(/Severe|Changed two marks/);
  });
});
