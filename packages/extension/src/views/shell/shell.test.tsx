// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useKeys } from '../../app/keys/use-keys.js';
import { PageHeading } from '../../components/page-heading.js';
import { OPEN, TEST_OFFICER } from '../../testing/memory-services.js';
import { showShell, type Views } from '../../testing/show-shell.js';

afterEach(cleanup);

function Subjects() {
  useKeys(undefined, { take: () => undefined });
  return <PageHeading>Subjects</PageHeading>;
}
const views: Views = {
  subjects: Subjects,
  note: () => <PageHeading>Note</PageHeading>,
  safeguarding: () => <PageHeading>Concern</PageHeading>,
};
const press = (key: string) => fireEvent.keyDown(document.body, { key });

describe('what the state of the vault shows', () => {
  it('is first run while there is no vault', async () => {
    await showShell({ state: { name: 'none' } });
    await screen.findByText('Set up, 1 of 2');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Who is working here?');
  });

  it('is the lock screen while it is locked, and nothing of the officer', async () => {
    await showShell({ state: { name: 'locked', kinds: ['live'] } });
    expect(screen.getByRole('heading', { name: 'Unlock' })).toBeTruthy();
    expect(screen.queryByText(/Thackeray/)).toBeNull();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('is a message that says what to do when it cannot be opened', async () => {
    await showShell({ state: { name: 'unavailable', message: 'There is no room left.' } });
    await screen.findByText('There is no room left.');
    expect(screen.getByText(/The toolkit deleted nothing/)).toBeTruthy();
  });

  it('is one line while it is not yet known', async () => {
    await showShell({ state: { name: 'checking' } });
    expect(screen.getByText('Looking for your vault…')).toBeTruthy();
  });

  it('takes the screen away as soon as it is locked', async () => {
    const { services } = await showShell({ views });
    expect(screen.getByRole('heading', { name: 'Subjects' })).toBeTruthy();
    services.setVault({ name: 'locked', kinds: ['practice'] });
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Subjects' })).toBeNull());
  });
});

it('leaves nothing in sight of a screen that fails, and shows the next one whole', async () => {
  let isBroken = false;
  const Fails = () => {
    if (isBroken) throw new Error('of no use to an officer');
    return <PageHeading>Ada Vael</PageHeading>;
  };
  const { app } = await showShell({ views: { ...views, subjects: Fails } });
  await screen.findByRole('heading', { name: 'Ada Vael' });
  isBroken = true;
  app.router.go({ name: 'note' });
  app.router.go({ name: 'subjects' });
  await screen.findByText(/^This screen cannot be shown/);
  expect(screen.queryByText('Ada Vael')).toBeNull();
  expect(document.body.textContent).not.toContain('of no use');
  app.router.go({ name: 'note' });
  await screen.findByRole('heading', { name: 'Note' });
  expect(screen.queryByText(/^This screen cannot be shown/)).toBeNull();
});

it('begins work at the head of the screen, wherever the last step was scrolled to', async () => {
  const { services } = await showShell({ views, state: { name: 'locked', kinds: ['practice'] } });
  const page = document.documentElement;
  page.scrollTop = 556;
  services.setVault(OPEN);
  await screen.findByRole('heading', { name: 'Subjects' });
  expect(page.scrollTop).toBe(0);
});

describe('marking and practice', () => {
  it('marks head and foot, and says that a practice vault is one', async () => {
    await showShell({ views });
    expect(screen.getAllByText('OFFICIAL-SENSITIVE')).toHaveLength(2);
    // The one at the foot is for paper.
    expect(screen.getAllByText('Practice vault: every person must be fictional')).toHaveLength(2);
  });

  it('says on paper who printed it, while the vault is open', async () => {
    await showShell({ views });
    expect(
      screen.getByText(/^Printed by DC Rowan Thackeray, NR4417, on 24 November 2026/),
    ).toBeTruthy();
    cleanup();
    await showShell({ views, state: { name: 'locked', kinds: ['practice'] } });
    expect(screen.queryByText(/^Printed by/)).toBeNull();
  });

  it('does not call a live vault practice', async () => {
    await showShell({ views, state: { name: 'open', kind: 'live', officer: TEST_OFFICER } });
    expect(screen.queryByText(/Practice vault/)).toBeNull();
  });
});

describe('going from screen to screen', () => {
  it('shows the view, marks it in the navigation, and gives the focus to its heading', async () => {
    await showShell({ views });
    fireEvent.click(within(screen.getByRole('navigation')).getByText('Note'));
    const heading = await screen.findByRole('heading', { name: 'Note' });
    expect(document.activeElement).toBe(heading);
    const more = screen.getByRole('button', { name: 'More: Note' });
    expect(more.getAttribute('aria-current')).toBe('true');
  });

  describe('when a view is still being opened', () => {
    const isOpened = signal(false);
    const late: Views = {
      ...views,
      note: () => (isOpened.value ? <PageHeading>Note</PageHeading> : <p>Opening</p>),
    };
    const goes = async () => {
      isOpened.value = false;
      const { app } = await showShell({ views: late });
      app.router.go({ name: 'note' });
      await screen.findByText('Opening');
      expect(document.activeElement).toBe(screen.getByRole('main'));
    };

    it('the focus waits in the page, and the heading takes it', async () => {
      await goes();
      isOpened.value = true;
      const heading = await screen.findByRole('heading', { name: 'Note' });
      expect(document.activeElement).toBe(heading);
    });

    it('a heading that comes late leaves the focus where one has gone meanwhile', async () => {
      await goes();
      const button = screen.getByText('Subjects', { selector: 'button' });
      button.focus();
      isOpened.value = true;
      await screen.findByRole('heading', { name: 'Note' });
      expect(document.activeElement).toBe(button);
    });
  });

  it('says where one is when the screen is asked for again', async () => {
    await showShell({ views });
    const button = within(screen.getByRole('navigation')).getByText('Subjects');
    button.focus();
    fireEvent.click(button);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Subjects' })),
    );
  });

  it('shows the screen that was asked for, and not the keys before it', async () => {
    await showShell({ views });
    press('?');
    await screen.findByRole('heading', { name: 'Help' });
    fireEvent.click(within(screen.getByRole('navigation')).getByText('Note'));
    await screen.findByRole('heading', { name: 'Note' });
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Help' })).toBeNull());
  });

  it('goes past the header with the skip link, and leaves the address alone', async () => {
    await showShell({ views });
    fireEvent.click(screen.getByRole('button', { name: 'Skip to main content' }));
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(location.hash).toBe('');
  });

  it('puts the vault away with Lock', async () => {
    await showShell({ views });
    fireEvent.click(screen.getByRole('button', { name: 'Lock' }));
    expect(await screen.findByRole('heading', { name: 'Unlock' })).toBeTruthy();
  });

  it('opens the workspace from the panel only', async () => {
    await showShell({ views, surface: 'panel', start: { name: 'subjects' } });
    expect(screen.getByRole('button', { name: 'Workspace' })).toBeTruthy();
    cleanup();
    await showShell({ views });
    expect(screen.queryByRole('button', { name: 'Workspace' })).toBeNull();
  });
});

describe('the key for a safeguarding concern', () => {
  it('goes there from a screen, with its subject', async () => {
    const subject = TEST_OFFICER.id;
    const { app } = await showShell({ views, start: { name: 'note', subject } });
    press('F8');
    expect(app.router.route.value).toEqual({ name: 'safeguarding', subject });
  });

  it.each(['none', 'locked', 'checking'] as const)(
    'shows 999 and whom to tell while the vault is %s, and that recording needs unlocking',
    async (name) => {
      await showShell({ state: name === 'locked' ? { name, kinds: ['live'] } : { name } });
      expect(screen.getByText(/Call 999/)).toBeTruthy();
      expect(screen.queryByText(/only while the vault is unlocked/)).toBeNull();
      press('F8');
      const alert = await screen.findByRole('alert');
      expect(within(alert).getByText(/Call 999/)).toBeTruthy();
      expect(within(alert).getByText(/only while the vault is unlocked/)).toBeTruthy();
      expect(document.activeElement).toBe(alert);
    },
  );

  it('can be another key', async () => {
    const { app } = await showShell({ views });
    app.settings.change({ keys: { concern: 'F2' } });
    const button = await screen.findByRole('button', { name: 'Safeguarding concern' });
    await waitFor(() => expect(button.getAttribute('aria-keyshortcuts')).toBe('F2'));
    press('F8');
    expect(app.router.route.value.name).toBe('subjects');
    press('F2');
    expect(app.router.route.value.name).toBe('safeguarding');
  });
});

describe('help', () => {
  it('lists the keys of the screen under it, and gives the screen back', async () => {
    await showShell({ views });
    press('?');
    expect(await screen.findByText('Take all in this group')).toBeTruthy();
    expect(document.querySelector('[aria-current]')).toBeNull();
    expect(screen.getByText('Raise a safeguarding concern')).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('heading', { name: 'Help' }), {
      key: 'Escape',
    });
    await waitFor(() => expect(screen.queryByText('Subjects in the list')).toBeNull());
    expect(screen.getByRole('heading', { name: 'Subjects' })).toBeTruthy();
  });
});

it('shows trouble that no view owns, until it is dismissed', async () => {
  const { services } = await showShell({ views });
  services.notice({ code: 'disk', severity: 'warning', message: 'Little room is left.' });
  fireEvent.click(await screen.findByRole('button', { name: /Dismiss this message/ }));
  await waitFor(() => expect(screen.queryByText('Little room is left.')).toBeNull());
});

describe('a backup that is due', () => {
  const due = {
    code: 'backup-due',
    severity: 'warning',
    message: 'The last backup is old',
  } as const;
  const withToday: Views = {
    ...views,
    today: () => <PageHeading>Today</PageHeading>,
    backup: () => <PageHeading>Backup</PageHeading>,
  };
  const mark = () => screen.findByRole('button', { name: /^A backup is due/ });

  it('is a mark in the header, and no message on the screen', async () => {
    const { services } = await showShell({ views });
    expect(await screen.findByRole('button', { name: 'Last backup: No backup' })).toBeTruthy();
    services.notice(due);
    await mark();
    expect(screen.queryByText(due.message)).toBeNull();
  });

  it('opens on a press, leads to where it is made, and closes with Escape', async () => {
    const { services, app } = await showShell({ views: withToday });
    services.notice(due);
    fireEvent.click(await mark());
    await screen.findByText('There is no backup of this vault yet.');
    fireEvent.keyDown(await mark(), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByText(/no backup of this vault/)).toBeNull());
    fireEvent.click(await mark());
    fireEvent.click(await screen.findByRole('button', { name: 'Make a backup' }));
    expect(app.router.route.value).toEqual({ name: 'backup' });
  });

  it('comes as a page when Today opens, once a day, and never over another screen', async () => {
    const { services, app } = await showShell({ views: withToday });
    services.notice(due);
    await mark();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Subjects');
    app.router.go({ name: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'A backup is due' });
    fireEvent.click(screen.getByRole('button', { name: 'Ask tomorrow' }));
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    app.router.go({ name: 'subjects' });
    await screen.findByRole('heading', { level: 1, name: 'Subjects' });
    app.router.go({ name: 'today' });
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('Subjects'),
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Today');
    expect(app.settings.settings.value.backupAskedOn).toBe(services.today());
  });

  it('leaves the panel alone, and leads from there to the workspace', async () => {
    const openWorkspace = vi.fn();
    const { services, app } = await showShell({
      views: withToday,
      surface: 'panel',
      start: { name: 'subjects' },
      openWorkspace,
    });
    services.notice(due);
    fireEvent.click(await mark());
    fireEvent.click(await screen.findByRole('button', { name: 'Open the workspace to make one' }));
    expect(openWorkspace).toHaveBeenCalledOnce();
    app.router.go({ name: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
  });
});

it('puts work away when the page goes', async () => {
  const { app } = await showShell({ views });
  const flush = vi.spyOn(app.unfinished, 'flushAll');
  dispatchEvent(new Event('pagehide'));
  expect(flush).toHaveBeenCalledOnce();
});

it('goes blank at a key, everywhere at once, and shows the unlock form at the next', async () => {
  const { services, app } = await showShell({ views });
  fireEvent.keyDown(document, { key: 'F9' });
  await waitFor(() => expect(document.body.textContent).toMatch(/^Blank screen/));
  await waitFor(() => expect(services.vault.state().name).toBe('locked'));
  fireEvent.keyDown(document, { key: 'F9', repeat: true });
  expect(app.session.isBlank.value).toBe(true);
  fireEvent.keyDown(document, { key: 'x' });
  expect(await screen.findByLabelText('Passphrase')).toBeTruthy();
});

it('shows nothing at a key while the lock is still under way, and all of it once unlocked', async () => {
  const { services, app } = await showShell({ views });
  let lock = (): void => undefined;
  services.vault.beforeLock?.(
    () =>
      new Promise((resolve) => {
        lock = resolve;
      }),
  );
  // Blanks it as another page would.
  void services.vault.blank();
  await waitFor(() => expect(document.body.textContent).toMatch(/^Blank screen/));
  fireEvent.keyDown(document, { key: 'x' });
  expect(app.session.isBlank.value).toBe(true);
  lock();
  await waitFor(() => expect(services.vault.state().name).toBe('locked'));
  services.setVault(OPEN);
  await waitFor(() => expect(document.body.textContent).not.toMatch(/^Blank screen/));
});

it('keeps a recovery key that nobody has seen, hidden, while the screen is blank', async () => {
  const { app, services } = await showShell({ views, state: { name: 'none' } });
  vi.spyOn(services.vault, 'blank').mockResolvedValue();
  const asked = await screen.findByLabelText('Practice');
  fireEvent.click(asked);
  app.session.blank();
  await waitFor(() => expect(asked.closest('[hidden]')).not.toBeNull());
  fireEvent.pointerDown(document);
  await waitFor(() => expect(asked.closest('[hidden]')).toBeNull());
  expect(asked).toHaveProperty('checked', true);
});
