// @vitest-environment happy-dom
import {
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./people-view.js'), 60_000);
afterEach(cleanup);

it('says nothing of a safeguarding concern on paper, and what else is next', async () => {
  const { services, app } = await showShell();
  const [ada, ivo] = [buildSubject({ name: 'Ada Vael' }), buildSubject({ name: 'Ivo Quill' })];
  await services.store.commit({
    changes: [
      newRecord('subject', ada),
      newRecord('subject', ivo),
      newRecord('referral', buildReferral({ subjectId: ada.id, status: 'received' })),
      ...[ada, ivo].map(({ id }) =>
        newRecord(
          'safeguardingConcern',
          buildSafeguardingConcern({ subjectId: id, told: [], toldAt: undefined }),
        ),
      ),
    ],
    reason: 'safeguarding',
  });
  app.router.go({ name: 'people', subjects: [ada.id, ivo.id] });
  await screen.findByText('Ada Vael');
  const [, ofAda, ofIvo] = screen.getAllByRole('row').map(({ textContent }) => textContent ?? '');
  expect(ofAda).toContain('Decide');
  expect(ofIvo).toMatch(/None yet$/);
  expect(`${ofAda}${ofIvo}`).not.toMatch(/concern|who was told/i);
  expect(screen.getByText(/Safeguarding concerns are left out/)).toBeTruthy();
});
