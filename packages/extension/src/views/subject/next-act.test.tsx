// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

const subject = buildRecord('subject', { name: 'Kit Vale' });
const subjectId = subject.id;
const promise = (dueOn: string) =>
  newRecord(
    'promise',
    buildRecord('promise', { subjectId, madeOn: '2026-11-02', dueOn: dueOn as PlainDate }),
  );
const closed = newRecord(
  'decision',
  buildRecord('decision', {
    subjectId,
    referralId: undefined,
    outcome: 'close',
    closureReason: 'no-further-concern',
    decidedOn: '2026-11-20',
  }),
);

/** The date in the memory services: 24 November 2026. */
async function opens(...changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: subjectId });
  await screen.findByRole('heading', { level: 1, name: 'Kit Vale' });
  return shown;
}
const next = () => within(screen.getByRole('region', { name: 'What is due next' }));

describe('what is due next on a case', () => {
  it('leads to what is most urgent first, and says by when', async () => {
    const { app } = await opens(promise('2026-12-01'), promise('2026-11-20'));
    const items = next().getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Keep a promise 20 November 2026, overdue by 2 working days',
      'Keep a promise 1 December 2026, in 5 working days',
    ]);
    const [first] = next().getAllByRole('button');
    if (first) fireEvent.click(first);
    expect(app.router.route.value).toMatchObject({ name: 'promise', record: subjectId });
  });

  it('leaves to the diary what does not fit', async () => {
    const { app } = await opens(...[1, 2, 3, 4, 7].map((day) => promise(`2026-12-0${day}`)));
    expect(next().getAllByRole('button', { name: 'Keep a promise' })).toHaveLength(3);
    fireEvent.click(next().getByRole('button', { name: '2 more things due' }));
    expect(app.router.route.value).toEqual({ name: 'diary' });
  });

  it('offers the close of a case on which nothing is due', async () => {
    const { app } = await opens();
    fireEvent.click(next().getByRole('button', { name: 'Close the case' }));
    expect(app.router.route.value).toEqual({ name: 'close-case', subject: subjectId });
  });

  it('of a closed case offers the review that is due, and no other close', async () => {
    await opens(closed);
    expect(next().getByRole('button').textContent).toBe('Review whether a case is still needed');
    expect(screen.queryByRole('button', { name: 'Close the case' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Open the case again' })).toBeTruthy();
  });
});
