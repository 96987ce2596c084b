// @vitest-environment happy-dom
/**
 * Checks everything that the browser itself would write down: typed text, titles, addresses. Walks every screen. A new
 * view is included as soon as it is in `app/views.ts`, a new form component as soon as a record kind uses it.
 */
import { fieldsOf, RECORD_KINDS, RecordId, type RecordKind } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../app/app.js';
import type { Route, RouteName } from '../../app/router.js';
import { RecordForm } from '../../components/record-form.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { t } from '../../locales/translate.js';
import type { VaultState } from '../../ports/services.js';
import { views } from '../../start/views.js';
import { TEST_OFFICER } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');
const ENQUIRY = v.parse(RecordId, 'e0901700-0000-4000-8000-000000000001');
const IDENTIFICATION = v.parse(RecordId, '1de27100-0000-4000-8000-000000000001');
const CONCERN = v.parse(RecordId, 'c0ce4100-0000-4000-8000-000000000001');
const ASSESSMENT = v.parse(RecordId, 'a55e5500-0000-4000-8000-000000000001');
const REFERRAL = v.parse(RecordId, '4efe44a1-0000-4000-8000-000000000001');
/** Name of a person that must not appear in any address, title or attribute. */
const NAME = 'Zephyrine Quillfeather';
const ROUTES: Readonly<Record<RouteName, Route>> = {
  review: { name: 'review' },
  'saved-page': { name: 'saved-page' },
  audit: { name: 'audit' },
  backup: { name: 'backup' },
  exchange: { name: 'exchange' },
  settings: { name: 'settings' },
  subjects: { name: 'subjects' },
  subject: { name: 'subject', subject: SUBJECT },
  intervention: { name: 'intervention', subject: SUBJECT },
  note: { name: 'note', subject: SUBJECT },
  fill: { name: 'fill', subject: SUBJECT, of: 'referral', record: REFERRAL },
  summary: { name: 'summary', subject: SUBJECT },
  detail: { name: 'detail', subject: SUBJECT, detail: 'addresses', act: 'add' },
  'person-record': { name: 'person-record', subject: SUBJECT, form: 'handle' },
  'contact-plan': { name: 'contact-plan', subject: SUBJECT },
  'ask-check': { name: 'ask-check', subject: SUBJECT },
  teach: { name: 'teach' },
  enquiries: { name: 'enquiries' },
  'take-enquiry': { name: 'take-enquiry' },
  enquiry: { name: 'enquiry', enquiry: ENQUIRY },
  referrals: { name: 'referrals' },
  referral: { name: 'referral', referral: REFERRAL },
  questions: { name: 'questions', referral: REFERRAL },
  decide: { name: 'decide', on: 'enquiry', record: ENQUIRY },
  refuse: { name: 'refuse', refusal: REFERRAL },
  identify: { name: 'identify' },
  identification: { name: 'identification', identification: IDENTIFICATION },
  promise: { name: 'promise', on: 'enquiry', record: ENQUIRY },
  advice: { name: 'advice', writing: true },
  incident: { name: 'incident', writing: true },
  log: { name: 'log' },
  today: { name: 'today' },
  diary: { name: 'diary' },
  concern: { name: 'concern', concern: CONCERN },
  concerns: { name: 'concerns' },
  'review-case': { name: 'review-case', subject: SUBJECT },
  'close-case': { name: 'close-case', subject: SUBJECT },
  hold: { name: 'hold', subject: SUBJECT },
  retention: { name: 'retention', subject: SUBJECT },
  dispose: { name: 'dispose', subject: SUBJECT },
  correction: { name: 'correction', subject: SUBJECT },
  conditions: { name: 'conditions' },
  'caution-advice': { name: 'caution-advice', subject: SUBJECT },
  'work-record': { name: 'work-record', subject: SUBJECT, form: 'contact' },
  'condition-report': { name: 'condition-report', subject: SUBJECT, order: REFERRAL },
  handover: { name: 'handover', subject: SUBJECT },
  'second-officer': { name: 'second-officer', request: REFERRAL },
  'asked-of-me': { name: 'asked-of-me' },
  assess: { name: 'assess', subject: SUBJECT },
  assessment: { name: 'assessment', subject: SUBJECT, assessment: ASSESSMENT },
  assessments: { name: 'assessments' },
  rating: { name: 'rating', subject: SUBJECT },
  instruments: { name: 'instruments' },
  plan: { name: 'plan', subject: SUBJECT, form: 'make' },
  session: { name: 'session', subject: SUBJECT },
  notice: { name: 'notice', subject: SUBJECT, form: 'serve' },
  'stop-card': { name: 'stop-card', subject: SUBJECT },
  together: { name: 'together', subject: SUBJECT },
  'quick-log': { name: 'quick-log', subject: SUBJECT },
  safeguarding: { name: 'safeguarding', subject: SUBJECT },
};
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
  const shown = await showShell({ views, start: { name: 'safeguarding' } });
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

  it('in every step of first run', async () => {
    await showShell({ state: { name: 'none' } });
    fireEvent.click(await screen.findByLabelText('Practice'));
    for (const [button, next] of [
      ['Continue', 'Who you are'],
      ['Continue', 'The law you work under'],
      ['Continue', 'Choose a passphrase'],
      ['Set up the vault', 'Print or write down the recovery key'],
      ['Continue', 'Your colleague card'],
    ] as const) {
      fillIn();
      fireEvent.click(screen.getByRole('button', { name: button }));
      await screen.findByRole('heading', { level: 1, name: next });
      expect(leaks()).toEqual([]);
    }
  });

  it.each(Object.keys(views) as readonly RouteName[])('on the screen %s', async (name) => {
    const { app } = await subjectInStore();
    app.router.go(ROUTES[name]);
    await waitFor(() => expect(document.querySelector('main h1')).not.toBeNull());
    for (const button of document.querySelectorAll('main details')) button.setAttribute('open', '');
    expect(leaks()).toEqual([]);
  });

  it('on the list of keys', async () => {
    const { app } = await subjectInStore();
    app.router.go({ name: 'safeguarding' });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('heading', { name: 'Keyboard shortcuts and settings' });
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
    '.cp-no-print, .cp-shell__header, .cp-shell__nav, .cp-grouped-nav',
  ))
    hidden.remove();
  return page.textContent ?? '';
}

describe('the browser’s own print has one sentence and no person', () => {
  it.each(Object.keys(views) as readonly RouteName[])('of the screen %s', async (name) => {
    const { app } = await subjectInStore();
    app.router.go(ROUTES[name]);
    await waitFor(() => expect(document.querySelector('main h1')).not.toBeNull());
    expect(document.querySelector('main')?.textContent).not.toBe('');
    // Head and foot of the sheet, the officer and time of printing, and the sentence, for any screen.
    expect(onPaper()).toMatch(
      /Printed by [^/]* on [^/]*Use the print button on the page[^/]*on paper\.Practice vault: every person must be fictionalOFFICIAL-SENSITIVE$/,
    );
    expect(onPaper()).not.toContain(NAME);
  });

  it('but the recovery key is on paper before there is a vault to log in', async () => {
    await showShell({ state: { name: 'none' } });
    await screen.findByLabelText('Practice');
    expect(onPaper()).toContain(document.querySelector('main h1')?.textContent);
  });
});

it('has a screen for every route', () => {
  expect(Object.keys(views).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
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

/** Answers any step of the first run. */
function fillIn(): void {
  const answers: Readonly<Record<string, string>> = {
    'cp-first-run-name': TEST_OFFICER.name,
    'cp-first-run-number': TEST_OFFICER.number,
    'cp-first-run-role': TEST_OFFICER.role,
    'cp-first-run-passphrase': 'four quiet otters juggle',
    'cp-first-run-again': 'four quiet otters juggle',
    'cp-first-run-group-2': 'BBBBB',
    'cp-first-run-group-7': 'GGGGG',
  };
  for (const [id, value] of Object.entries(answers)) {
    const box = document.getElementById(id);
    if (box) fireEvent.input(box, { target: { value } });
  }
  const force = document.getElementById('cp-first-run-force');
  if (force) fireEvent.change(force, { target: { value: TEST_OFFICER.force } });
  for (const id of ['cp-first-run-regime', 'cp-first-run-printed']) {
    const tick = document.getElementById(id);
    if (tick) fireEvent.click(tick);
  }
}
