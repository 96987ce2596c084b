// @vitest-environment happy-dom
/**
 * Checks everything that the browser itself would write down: typed text, titles, addresses. Walks every screen. A new
 * screen is included as soon as its area has a row for it, a new form component as soon as a record kind uses it.
 */
import {
  fieldsOf,
  PERSON_DETAILS,
  RECORD_KINDS,
  RecordId,
  type RecordKind,
} from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../app/app.js';
import type { Route } from '../../app/route.js';
import { listScreens } from '../../app/screens.js';
import { RecordForm } from '../../components/record-form.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { t } from '../../locales/translate.js';
import type { VaultState } from '../../ports/services.js';
import { SCREENS } from '../../start/screens.js';
import { TEST_OFFICER } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import { ACT_NAMES } from '../subject/acts.js';

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');
/** Name of a person that must not appear in any address, title or attribute. */
const NAME = 'Zephyrine Quillfeather';
/** Every way to open every screen: each of the values that a parameter takes, and each start that the palette offers. */
const ROUTES: readonly (readonly [title: string, route: Route])[] = listScreens(SCREENS).flatMap(
  ([name, { needs = {}, anywhere = [] }]) => {
    const ways = Object.entries(needs).reduce<readonly object[]>(
      (routes, [param, need]) =>
        valuesOf(param, need).flatMap((value) =>
          routes.map((route) => ({ ...route, [param]: value })),
        ),
      [{ name }],
    );
    const starts = anywhere.flatMap((act) => (act.starts ? [{ name, ...act.starts }] : []));
    return [...ways, ...starts].map((route) => {
      const { name: _, ...params } = route as { name: string };
      const words = Object.values(params).filter((value) => value !== SUBJECT);
      return [[name, ...words].join(' '), route as Route] as const;
    });
  },
);

function valuesOf(param: string, need: 'record' | 'word' | readonly string[]): readonly string[] {
  if (need === 'record') return [SUBJECT];
  if (need !== 'word') return need;
  return param === 'act' ? ACT_NAMES : PERSON_DETAILS;
}

const STATES: readonly VaultState[] = [
  { name: 'checking' },
  { name: 'none' },
  { name: 'locked', kinds: ['practice', 'live'] },
  { name: 'unavailable', message: 'There is no room left.' },
  { name: 'damaged', kind: 'live', what: 'emptied', message: 'The live records are missing.' },
];

beforeAll(() => {
  document.title = 'Cyber Prevent Toolkit';
  // Browsers reflect the property in the attribute; happy-dom does not know it.
  Object.defineProperty(HTMLElement.prototype, 'spellcheck', {
    get(this: HTMLElement) {
      return this.getAttribute('spellcheck') !== 'false';
    },
    set(this: HTMLElement, value: boolean) {
      this.setAttribute('spellcheck', String(value));
    },
  });
});
afterEach(cleanup);

/** Every fault on the page, in words. */
function leaks(): readonly string[] {
  const wrong: string[] = [];
  for (const form of document.querySelectorAll('form'))
    if (form.getAttribute('autocomplete') !== 'off') wrong.push('a form completes');
  for (const control of document.querySelectorAll('input, textarea, select')) {
    const what = control.outerHTML.slice(0, 120);
    if (control.getAttribute('autocomplete') !== 'off') wrong.push(`completes: ${what}`);
    if (control.getAttribute('spellcheck') !== 'false') wrong.push(`spell-checks: ${what}`);
    if (control.getAttribute('writingsuggestions') !== 'false') wrong.push(`suggests: ${what}`);
    if (!control.closest('form')) wrong.push(`stands in no form: ${what}`);
  }
  for (const editable of document.querySelectorAll('[contenteditable]'))
    wrong.push(`typed outside of a control: ${editable.outerHTML.slice(0, 120)}`);
  for (const link of document.querySelectorAll('a[href]'))
    if (/^(https?:|#|\/|\?)/.test(link.getAttribute('href') ?? '')) wrong.push('a link navigates');
  if (document.title !== 'Cyber Prevent Toolkit') wrong.push(`title: ${document.title}`);
  const written = [location.href, JSON.stringify(history.state)].join(' ');
  for (const secret of [SUBJECT, NAME]) if (written.includes(secret)) wrong.push('in the address');
  if (location.search !== '' || location.hash !== '') wrong.push(`address: ${location.href}`);
  return wrong;
}

async function subjectInStore(): Promise<Awaited<ReturnType<typeof showShell>>> {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [
      {
        kind: 'subject',
        record: SUBJECT,
        parents: [],
        set: {
          id: SUBJECT,
          name: NAME,
          aliases: [],
          addresses: [],
          schools: [],
          phones: [],
          emails: [],
          categories: [],
        },
      },
    ],
    reason: 'case-work',
  });
  return shown;
}

describe('nothing is left for the browser to write down', () => {
  it.each(STATES.map((state) => [state.name, state] as const))(
    'while the vault is %s',
    async (_, state) => {
      await showShell({ state });
      await waitFor(() => expect(screen.queryByText(t('common.loading'))).toBeNull());
      expect(leaks()).toEqual([]);
    },
  );

  it('in every screen of first run', async () => {
    await showShell({ state: { name: 'none' } });
    fireEvent.click(await screen.findByLabelText('Practice'));
    for (const [button, next] of [
      ['Continue', 'Lock it, and keep a spare key'],
      ['Set up the vault', 'Keep the recovery key'],
    ] as const) {
      fillIn();
      fireEvent.click(screen.getByRole('button', { name: button }));
      await screen.findByRole('heading', { name: next });
      expect(leaks()).toEqual([]);
    }
  });

  it.each(ROUTES)('on the screen %s', async (_, route) => {
    const { app } = await subjectInStore();
    app.router.go(route);
    await waitFor(() => expect(document.querySelector('main h1')).not.toBeNull());
    for (const button of document.querySelectorAll('main details')) button.setAttribute('open', '');
    expect(leaks()).toEqual([]);
  });

  it('in the help', async () => {
    const { app } = await subjectInStore();
    app.router.go({ name: 'safeguarding' });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('heading', { name: 'Help' });
    expect(leaks()).toEqual([]);
  });

  // A kind made only by acts asks for nothing.
  const asked = RECORD_KINDS.filter((kind) =>
    fieldsOf(kind).some(({ set, input }) => set !== 'by-toolkit' && input !== 'record'),
  );

  it.each(asked)('in the form of a %s', async (kind) => {
    await showShell({
      views: { subjects: () => <FormOf kind={kind} /> },
      start: { name: 'subjects' },
    });
    for (const add of document.querySelectorAll('fieldset > .govuk-button--secondary'))
      if (add.textContent?.startsWith('Add ')) fireEvent.click(add);
    await waitFor(() =>
      expect(document.querySelectorAll('input, textarea, select').length).toBeGreaterThan(0),
    );
    expect(leaks()).toEqual([]);
  });
});

/** A printer's view of the page when the browser prints by itself. */
function onPaper(): string {
  dispatchEvent(new Event('beforeprint'));
  const page = document.body.cloneNode(true) as HTMLElement;
  dispatchEvent(new Event('afterprint'));
  for (const hidden of page.querySelectorAll(
    '.cp-no-print, .cp-shell__header, .cp-shell__nav, .cp-section-nav',
  ))
    hidden.remove();
  return page.textContent ?? '';
}

describe('the browser’s own print has one sentence and no person', () => {
  it.each(ROUTES)('of the screen %s', async (_, route) => {
    const { app } = await subjectInStore();
    app.router.go(route);
    await waitFor(() => expect(document.querySelector('main h1')).not.toBeNull());
    expect(document.querySelector('main')?.textContent).not.toBe('');
    // Head and foot of the sheet, the officer and time of printing, and the sentence, for any screen.
    expect(onPaper()).toMatch(
      /Printed by [^/]* on [^/]*Use the print button on the page[^/]*prints nothing of this screen\.OFFICIAL-SENSITIVE Practice vault: every person must be fictionalPractice: all fictional$/,
    );
    expect(onPaper()).not.toContain(NAME);
  });

  it('but the recovery key is on paper before there is a vault to log in', async () => {
    await showShell({ state: { name: 'none' } });
    await screen.findByLabelText('Practice');
    expect(onPaper()).toContain(document.querySelector('main h1')?.textContent);
  });
});

it('finds a control that would be written down', async () => {
  await showShell({
    views: {
      subjects: () => (
        <>
          <h1>Subjects</h1>
          <input aria-label="Search" />
        </>
      ),
    },
  });
  expect(leaks()).toEqual([
    expect.stringMatching(/^completes/),
    expect.stringMatching(/^spell-checks/),
    expect.stringMatching(/^suggests/),
    expect.stringMatching(/^stands in no form/),
  ]);
});

function FormOf({ kind }: { kind: RecordKind }) {
  const { services } = useApp();
  const form = useRecordForm({ kind });
  return (
    <RecordForm form={form} lists={services.lists} on={services.today()} onSubmit={() => undefined}>
      <h1>{kind}</h1>
    </RecordForm>
  );
}

/** Answers any screen of the first run. */
function fillIn(): void {
  const answers: Readonly<Record<string, string>> = {
    'cp-first-run-name': TEST_OFFICER.name,
    'cp-first-run-number': TEST_OFFICER.number,
    'cp-first-run-role': TEST_OFFICER.role,
    'cp-first-run-passphrase': 'four quiet otters juggle',
  };
  for (const [id, value] of Object.entries(answers)) {
    const box = document.getElementById(id);
    if (box) fireEvent.input(box, { target: { value } });
  }
  const force = document.getElementById('cp-first-run-force');
  if (force) fireEvent.change(force, { target: { value: TEST_OFFICER.force } });
}
