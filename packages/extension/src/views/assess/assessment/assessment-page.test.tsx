// @vitest-environment happy-dom
import { buildAssessment, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./assessment-view.js'), 60_000);
afterEach(cleanup);

it('says an assessment without a level in the words of the line above it', async () => {
  const { services, app } = await showShell({ start: { name: 'assessments' } });
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const assessment = buildAssessment({
    subjectId: subject.id,
    signedAt: '2026-11-24T09:00:00.000Z',
  });
  await services.store.commit({
    changes: [newRecord('subject', subject), newRecord('assessment', assessment)],
    reason: 'case-work',
  });
  app.router.go({ name: 'assessment', subject: subject.id, assessment: assessment.id });
  const level = await screen.findByText('Level', { selector: 'dt' });
  expect(level.nextElementSibling?.textContent).toBe('Assessed, level not known');
  await screen.findByText('Assessed, level not known', { selector: '.cp-wide' });
});
