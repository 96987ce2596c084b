// @vitest-environment happy-dom
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../subjects-view.js'), 60_000);
afterEach(cleanup);

async function showSubjects() {
  const shown = await showShell({ start: { name: 'subjects' } });
  await shown.services.store.commit({
    changes: ['Rowan Vael', 'Wren Moss'].map((name) =>
      newRecord('subject', buildSubject({ name })),
    ),
    reason: 'referral',
  });
  await screen.findByText('Wren Moss');
  const look = (value: string) =>
    fireEvent.input(screen.getByLabelText('Find a subject'), { target: { value } });
  const saves = (value: string) => {
    fireEvent.input(screen.getByLabelText('Name of the view'), { target: { value } });
    fireEvent.click(screen.getByRole('button', { name: 'Save this view' }));
  };
  const views = () => screen.findByRole('list', { name: 'Saved views of this list' });
  return { ...shown, look, saves, views };
}

describe('saved views', () => {
  it('keep what is looked for and the order, sealed with the unfinished work', async () => {
    const { look, saves, views, services } = await showSubjects();
    look('moss');
    fireEvent.click(screen.getByRole('button', { name: /^Reference/ }));
    // The order waits for the diary.
    await screen.findByLabelText('Name of the view');
    saves('Mine');
    await views();
    expect(services.work.held('list-views/subjects')).toEqual({
      views: [
        {
          name: 'Mine',
          query: { text: 'moss', facets: {}, sort: 'reference', isDescending: false },
        },
      ],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Show the whole list' }));
    await screen.findByText('Rowan Vael');
    fireEvent.click(within(await views()).getByRole('button', { name: 'Mine' }));
    await waitFor(() => expect(screen.queryByText('Rowan Vael')).toBeNull());
  });

  it('are above the list too, each with the number of people that it finds', async () => {
    const { look, saves, services } = await showSubjects();
    const tabs = async () =>
      within(await screen.findByRole('list', { name: 'Views of this list' })).getAllByRole(
        'button',
      );
    const words = async () => (await tabs()).map(({ textContent }) => textContent);
    expect(screen.queryByRole('list', { name: 'Views of this list' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    fireEvent.change(screen.getByLabelText('Filter by'), { target: { value: 'born' } });
    fireEvent.click(await screen.findByLabelText('16 or 17 (2)'));
    saves('Of sixteen');
    await waitFor(async () => expect(await words()).toEqual(['Whole list 2', 'Of sixteen 2']));
    const [all, own] = await tabs();
    expect(own?.getAttribute('aria-pressed')).toBe('true');
    const older = buildSubject({ name: 'Ivo Quill', bornOn: '2001-03-14' });
    await services.store.commit({ changes: [newRecord('subject', older)], reason: 'referral' });
    await waitFor(async () => expect(await words()).toEqual(['Whole list 3', 'Of sixteen 2']));
    expect(screen.queryByText('Ivo Quill')).toBeNull();
    if (all) fireEvent.click(all);
    await screen.findByText('Ivo Quill');
    expect((await tabs()).map((tab) => tab.getAttribute('aria-pressed'))).toEqual([
      'true',
      'false',
    ]);
    // Facts about people are found elsewhere: the rows alone would give too small a number.
    look('moss');
    saves('Moss');
    await waitFor(async () =>
      expect(await words()).toEqual(['Whole list 3', 'Of sixteen 2', 'Moss']),
    );
  });

  it('ask for a name, and for another where it is taken', async () => {
    const { saves, views } = await showSubjects();
    saves(' ');
    await screen.findByText('Enter a name for the view');
    saves('Mine');
    await views();
    saves('Mine');
    await screen.findByText(/There is already a view with this name/);
  });

  it('are removed, in another window as well', async () => {
    const { saves, views, services } = await showSubjects();
    saves('Mine');
    await views();
    services.work.fromElsewhere('list-views/subjects', {
      views: [
        { name: 'Theirs', query: { text: '', facets: {}, sort: 'name', isDescending: true } },
      ],
    });
    fireEvent.click(await within(await views()).findByRole('button', { name: 'Remove Theirs' }));
    await screen.findByText('The view is removed.');
    expect(services.work.held('list-views/subjects')).toEqual({ views: [] });
  });

  it('say why they are not kept, and what was typed stays', async () => {
    const { saves, services } = await showSubjects();
    services.work.failWith('There is no room left.');
    saves('Mine');
    await screen.findByText('There is no room left.');
    expect(screen.getByLabelText<HTMLInputElement>('Name of the view').value).toBe('Mine');
  });

  it('leave the list as it was, for whoever comes back from a record', async () => {
    const { look, app } = await showSubjects();
    look('moss');
    app.router.go({ name: 'settings' });
    await screen.findByRole('heading', { level: 1, name: 'When the vault locks' });
    app.router.back();
    await screen.findByRole('rowheader', { name: 'Wren Moss' });
    expect(screen.getByLabelText<HTMLInputElement>('Find a subject').value).toBe('moss');
    expect(screen.queryByText('Rowan Vael')).toBeNull();
  });
});

describe('a saved view for a code that is gone', () => {
  it('says so, and hides nobody', async () => {
    const { views, services } = await showSubjects();
    services.work.fromElsewhere('list-views/subjects', {
      views: [
        {
          name: 'Paused',
          // As an earlier release stored it.
          query: { text: '', facets: { status: 'paused' }, sort: 'name', isDescending: false },
        },
      ],
    });
    fireEvent.click(await within(await views()).findByRole('button', { name: 'Paused' }));
    const said = await screen.findByText(/is shown without it: Status of referral: paused/);
    expect(said.getAttribute('role')).toBe('alert');
    await screen.findByText('Rowan Vael');
    await screen.findByText('Wren Moss');
    fireEvent.click(screen.getByRole('button', { name: 'Take it off' }));
    await waitFor(() => expect(screen.queryByText(/is shown without it/)).toBeNull());
  });
});

describe('columns', () => {
  const chooses = async (name: string) => {
    const details = screen.getByText('Columns').closest('details');
    if (details) details.open = true;
    if (details) fireEvent(details, new Event('toggle'));
    fireEvent.click(await screen.findByRole('checkbox', { name }));
  };
  const headings = () =>
    screen.getAllByRole('columnheader').map(({ dataset }) => dataset.column ?? '');

  it('are chosen, and kept sealed for this officer', async () => {
    const { services } = await showSubjects();
    expect(headings()).not.toContain('officer');
    await chooses('Officer');
    await waitFor(() => expect(headings()).toContain('officer'));
    await waitFor(() =>
      expect(services.work.held('list-columns/subjects')).toMatchObject({
        columns: expect.arrayContaining(['officer', 'due']),
      }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Show the usual columns' }));
    await waitFor(() => expect(headings()).not.toContain('officer'));
  });

  it('are those that another window chose last', async () => {
    const { services } = await showSubjects();
    services.work.fromElsewhere('list-columns/subjects', { columns: ['due'] });
    await waitFor(() => expect(headings()).toEqual(['select', 'name', 'due']));
  });

  it('are as before where the choice is not kept, which is said', async () => {
    const { services } = await showSubjects();
    services.work.failWith('There is no room left.');
    await chooses('Officer');
    await screen.findByText('There is no room left.');
    expect(headings()).not.toContain('officer');
  });
});
