// @vitest-environment happy-dom
/** Graded notes on a person's page say at once of what day they are and how far they may be relied on. */
import type { PlainDate } from '@cyber-prevent/core';
import { buildIntelligenceNote, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

it('heads each note by its day and its grade, the latest first, and says where only the noting has a day', async () => {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  const subject = buildSubject({ name: 'Kit Vale' });
  const about = { subjectId: subject.id };
  const on = (day: string) => ({ ...about, intelligenceOn: day as PlainDate });
  await shown.services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('intelligenceNote', buildIntelligenceNote(on('2026-10-02'))),
      newRecord('intelligenceNote', buildIntelligenceNote(on('2026-11-20'))),
      newRecord('intelligenceNote', buildIntelligenceNote({ ...about, intelligenceOn: undefined })),
    ],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: subject.id, section: 'notes' });
  await screen.findByText('Opening this page was logged.', {}, { timeout: 20_000 });
  const heads = within(screen.getByRole('main'))
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent);
  expect(heads.filter((words) => words?.includes('graded'))).toEqual([
    'Noted on 24 November 2026, graded [2CP]',
    '20 November 2026, graded [2CP]',
    '2 October 2026, graded [2CP]',
  ]);
});
