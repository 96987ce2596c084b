// @vitest-environment happy-dom
/** Enquiries of one school on one day are told apart, in the list and where one is chosen. */
import { buildDecision, buildEnquiry, buildReferrer, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { textCapture } from '../../../testing/text-capture.js';

beforeAll(() => import('./enquiries-view.js'), 60_000);
afterEach(cleanup);

const SCHOOL = buildReferrer({ name: 'Ottilie Brandt', organisation: 'Testford Academy' });
const LONG =
  'Would you take a boy who sells cheats to the younger ones and lends them his account?';
const of = (asked: string) =>
  buildEnquiry({ asked, receivedOn: '2026-11-20', reference: undefined, referrerId: SCHOOL.id });
const [ONE, OTHER] = [of(LONG), of('A pupil changed marks.')];
const SAID = 'Would you take a boy who sells cheats to the younger ones and lends them his …';

async function holds() {
  const shown = await showShell({ start: { name: 'settings' }, capture: textCapture() });
  await shown.services.store.commit({
    changes: [
      newRecord('referrer', SCHOOL),
      newRecord('enquiry', ONE),
      newRecord('enquiry', OTHER),
      ...[ONE, OTHER].map(({ id }) =>
        newRecord('decision', buildDecision({ enquiryId: id, outcome: 'accept' })),
      ),
    ],
    reason: 'enquiry',
  });
  return shown;
}

it('shows in each row who asks, the day, the state and the first words, marked where they are cut', async () => {
  const { app } = await holds();
  app.router.go({ name: 'enquiries' });
  await waitFor(() => expect(document.querySelectorAll('tr[data-row]')).toHaveLength(2));
  const rows = [...document.querySelectorAll('tr[data-row]')].map(({ textContent }) => textContent);
  for (const words of [SAID, 'A pupil changed marks.']) {
    const row = rows.find((each) => each?.includes(`“${words}”`));
    expect(row).toMatch(/20 Nov, asked by Testford Academy/);
    expect(row).toContain('Suitable');
  }
});

it('tells two of the same words by the time of recording, in the list and in the heading', async () => {
  const { app, services } = await holds();
  const twin = of('A pupil changed marks.');
  await services.store.commit({ changes: [newRecord('enquiry', twin)], reason: 'enquiry' });
  app.router.go({ name: 'enquiries' });
  await waitFor(() => expect(document.querySelectorAll('tr[data-row]')).toHaveLength(3));
  const recorded = () =>
    [...document.querySelectorAll('tr[data-row]')].filter(({ textContent }) =>
      textContent?.includes('Recorded on 24 November 2026 at '),
    );
  await waitFor(() => expect(recorded()).toHaveLength(2));
  app.router.go({ name: 'enquiry', enquiry: twin.id });
  await screen.findByRole(
    'heading',
    {
      level: 1,
      name: /Enquiry from Testford Academy, 20 November 2026\. “A pupil changed marks\.” Recorded on 24 November/,
    },
    { timeout: 20_000 },
  );
});

it('says the school and the first words where the enquiry of a form is named', async () => {
  const { app } = await holds();
  app.router.go({ name: 'review', entering: 'paste', formOf: ONE.id });
  await screen.findByText(
    `This is the form that came back. Enquiry from Testford Academy, 20 November 2026. “${SAID}”`,
    {},
    { timeout: 20_000 },
  );
});
