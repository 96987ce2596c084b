// @vitest-environment happy-dom
/** Several referrals of one person: none is taken for another, and no referrer for that of another. */
import { buildReferral, buildReferrer, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

it('has each under its reference and day, and its own referrer next to it', async () => {
  const subject = buildSubject({ name: 'Kit Vale' });
  const about = { subjectId: subject.id };
  const referrer = buildReferrer({ name: 'Odette Fairbarrow' });
  const { reference: _, ...unnamed } = buildReferral({ ...about, receivedOn: '2026-11-20' });
  const { services, app } = await showShell({ start: { name: 'safeguarding' } });
  await services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('referrer', referrer),
      newRecord(
        'referral',
        buildReferral({
          ...about,
          receivedOn: '2026-06-01',
          reference: 'CC/2026/417',
          referrerId: referrer.id,
        }),
      ),
      newRecord('referral', unnamed),
    ],
    reason: 'case-work',
  });
  app.router.go({ name: 'subject', subject: subject.id, section: 'referrals' });
  await screen.findByRole('heading', { name: 'Referral CC/2026/417, 1 June 2026' });
  const heads = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  const at = (words: string): number => heads.indexOf(words);
  expect(at('Referrer: Referral CC/2026/417, 1 June 2026')).toBe(
    at('Referral CC/2026/417, 1 June 2026') + 1,
  );
  expect(at('Referral of 20 November 2026')).toBeGreaterThanOrEqual(0);
});
