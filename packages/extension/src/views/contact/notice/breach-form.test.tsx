// @vitest-environment happy-dom
/** The forms of a possible breach say of which notice it is. */
import {
  buildCeaseAndDesist,
  buildNoticeBreach,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../plan/late.js'), 60_000);
afterEach(cleanup);

it('names the notice by its day in the heading, and on the button that saves', async () => {
  const { app, services } = await showShell({});
  const subject = buildSubject({ name: 'Petra Lindqvist', bornOn: '2010-03-14' });
  const notice = buildCeaseAndDesist({ subjectId: subject.id, servedOn: '2026-11-03' });
  const breach = buildNoticeBreach({ subjectId: subject.id, noticeId: notice.id });
  await services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('ceaseAndDesist', notice),
      newRecord('noticeBreach', breach),
    ],
    reason: 'case-work',
  });
  const on = { name: 'notice', subject: subject.id } as const;
  app.router.go({ ...on, form: 'breach', notice: notice.id });
  const of = 'possible breach of the notice served on 3 November 2026';
  await screen.findByRole('heading', { level: 1, name: new RegExp(`Note a ${of}$`) });
  expect(screen.getByRole('button', { name: `Save the ${of} for Petra Lindqvist` })).toBeTruthy();
  app.router.go({ ...on, form: 'tell', breach: breach.id });
  await screen.findByRole('heading', {
    level: 1,
    name: new RegExp(`Say who was told about the ${of}$`),
  });
});
