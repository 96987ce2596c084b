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
    await screen.findByText(/^Not undone\. Subject: it was changed again after this save/);
    expect((await services.store.get('subject', subject.id))?.value.name).toBe('Ada Quill');
  });

  it('is refused in words once something was kept on what it made', async () => {
    const { services, subject, undo } = await saved();
    await services.store.commit({
      changes: [newRecord('referral', buildReferral({ subjectId: subject.id }))],
      reason: 'case-work',
    });
    fireEvent.click(undo);
    await screen.findByText(
      /^Not undone\. Referral: a later save added something to what this save made/,
    );
  });

  it('is refused in words once what it made was disposed of', async () => {
    const { services, subject, undo } = await saved();
    await services.store.dispose([subject.id], 'retention');
    fireEvent.click(undo);
    await waitFor(() => expect(screen.getByText(/^Not undone\. .*disposed of/)).toBeTruthy());
  });

  it('is not offered where nothing was saved', async () => {
    const { app } = await showShell({ start: { name: 'settings' } });
    app.session.say({ heading: 'Copied' });
    await screen.findByText('Copied');
    expect(screen.queryByRole('button', { name: 'Undo this save' })).toBeNull();
  });
});
