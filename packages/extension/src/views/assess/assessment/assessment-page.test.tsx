// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
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

it('says on the page that the instrument was recalled, in that version alone', async () => {
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const made = (instrumentVersion: string) =>
    buildAssessment({
      subjectId: subject.id,
      instrumentVersion,
      signedAt: '2026-11-24T09:00:00.000Z',
    });
  const [recalled, other] = [made('1.0.0'), made('1.1.0')];
  const row = {
    kind: 'instrument',
    id: recalled.instrument,
    title: 'Our check',
    version: '1.0.0',
    standing: 'proposed',
    source: 'Working paper 7',
    checkedOn: recalled.assessedOn,
    recalledOn: '2026-11-25' as PlainDate,
    reason: 'Two levels were mixed up.',
  } as const;
  const { services, app } = await showShell({
    start: { name: 'assessments' },
    policy: { fips: false, given: { recalled: [row] } },
  });
  await services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('assessment', recalled),
      newRecord('assessment', other),
    ],
    reason: 'case-work',
  });
  app.router.go({ name: 'assessment', subject: subject.id, assessment: recalled.id });
  const words =
    /The instrument of this assessment was recalled on 25 November 2026\. Two levels were mixed up\./;
  await screen.findByText(words);
  app.router.go({ name: 'assessment', subject: subject.id, assessment: other.id });
  await screen.findByText(/version 1\.1\.0/, { selector: 'dd' });
  expect(screen.queryByText(words)).toBeNull();
});
