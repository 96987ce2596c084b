// @vitest-environment happy-dom
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

it('says under the question itself that its answer asks for care', async () => {
  const subject = buildRecord('subject', { name: 'Kit Vale' });
  const referral = buildRecord('referral', { subjectId: subject.id });
  const { services, app } = await showShell({ start: { name: 'safeguarding' } });
  await services.store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral)],
    reason: 'referral',
  });
  app.router.go({ name: 'questions', referral: referral.id });
  const warning = await screen.findByText(/^The answer can be an admission/);
  const [box] = [...document.querySelectorAll('textarea')].filter((each) =>
    each.getAttribute('aria-describedby')?.split(' ').includes(warning.id),
  );
  expect(box?.id).toBe('question-help');
});
