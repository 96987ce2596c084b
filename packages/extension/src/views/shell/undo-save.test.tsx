// @vitest-environment happy-dom
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

async function saved() {
  const { services, app } = await showShell({ start: { name: 'settings' } });
  const subject = buildSubject({ name: 'Ada Vael' });
  const { seq } = await services.store.commit({
    changes: [newRecord('subject', subject)],
    reason: 'case-work',
  });
  app.session.say({ heading: 'The subject was saved', seq });
  const undo = await screen.findByRole('button', { name: 'Undo this save' });
  const heads = async () => (await services.store.get('subject', subject.id))?.heads ?? [];
  return { services, app, subject, undo, heads };
}

describe('undo, from where a save was said', () => {
  it('takes the save back and says so', async () => {
    const { services, subject, undo } = await saved();
    fireEvent.click(undo);
    await screen.findByText('The save was undone');
    expect(await services.store.get('subject', subject.id)).toBeUndefined();
    expect(await services.store.history(subject.id)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Undo this save' })).toBeNull();
  });

  it('is itself taken back, and then again', async () => {
    const { services, subject, undo } = await saved();
    fireEvent.click(undo);
    fireEvent.click(await screen.findByRole('button', { name: 'Redo this save' }));
    await screen.findByText('The save was redone');
    expect((await services.store.get('subject', subject.id))?.value).toEqual(subject);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo this save' }));
    await screen.findByText('The save was undone');
    expect(await services.store.get('subject', subject.id)).toBeUndefined();
  });

  it('is refused in words once the record was changed again', async () => {
    const { services, subject, undo, heads } = await saved();
    await services.store.commit({
      changes: [
        { kind: 'subject', record: subject.id, parents: await heads(), set: { name: 'Ada Quill' } },
      ],
      reason: 'correction',
    });
    fireEvent.click(undo);
    await screen.findByRole('heading', { name: 'This save was not undone' });
    await screen.findByText(/^Subject: it was changed again after this save/);
    expect((await services.store.get('subject', subject.id))?.value.name).toBe('Ada Quill');
  });

  it('is refused with the way to each record that was kept on what it made', async () => {
    const { app, services, subject, undo } = await saved();
    const [first, second] = [1, 2].map(() => buildReferral({ subjectId: subject.id }));
    for (const referral of [first, second])
      await services.store.commit({
        changes: referral ? [newRecord('referral', referral)] : [],
        reason: 'case-work',
      });
    fireEvent.click(undo);
    const inWay = await screen.findAllByRole('button', {
      name: /^Referral: a later save added it on .* to what this save made/,
    });
    expect(inWay).toHaveLength(2);
    fireEvent.click(inWay[1] ?? undo);
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'referral', referral: second?.id }),
    );
  });

  it('is refused in words once what it made was disposed of', async () => {
    const { services, subject, undo } = await saved();
    await services.store.dispose([subject.id], 'retention');
    fireEvent.click(undo);
    await waitFor(() => expect(screen.getByText(/disposed of/)).toBeTruthy());
  });

  it('is not offered where nothing was saved', async () => {
    const { app } = await showShell({ start: { name: 'settings' } });
    app.session.say({ heading: 'Copied' });
    await screen.findByText('Copied');
    expect(screen.queryByRole('button', { name: 'Undo this save' })).toBeNull();
  });
});
