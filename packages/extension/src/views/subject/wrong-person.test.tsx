// @vitest-environment happy-dom
/**
 * A fact on somebody else must be impossible: in every form about a person, whatever is typed, chosen and pressed, nothing
 * is saved on another person, and what stays in sight names the one that it is about. *Change person* alone leads to
 * somebody else.
 */
import {
  RECORD_KINDS,
  type RecordId,
  type RecordKind,
  type StoredRecord,
} from '@cyber-prevent/core';
import { buildRecord, buildSource, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Route } from '../../app/route.js';
import type { MemoryServices } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import { ACT_NAMES, actByName } from './acts.js';

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const IVO = buildSubject({ name: 'Ivo Quillfeather', bornOn: '2011-06-03' });

type FormOf = (subject: RecordId, record: RecordId | undefined) => Route;
interface Named {
  readonly name: string;
  readonly route: FormOf;
  /** Kind of the record that it may change. */
  readonly kind?: RecordKind | undefined;
}

/** Every form of the tables. */
const ACTS: readonly Named[] = ACT_NAMES.map((act) => {
  const row = actByName(act);
  const isChange = row?.on === 'change';
  return {
    name: act,
    route: (subject, record) => ({
      name: 'act',
      act,
      subject,
      ...(isChange && record ? { record } : {}),
    }),
    kind: row?.kind,
  };
});

/** The forms with a shape of their own. */
const OTHERS: readonly Named[] = [
  { name: 'intervention', route: (subject) => ({ name: 'intervention', subject }) },
  { name: 'quick log', route: (subject) => ({ name: 'quick-log', subject }) },
  { name: 'note', route: (subject) => ({ name: 'note', subject }) },
  { name: 'safeguarding', route: (subject) => ({ name: 'safeguarding', subject }) },
  { name: 'stop card', route: (subject) => ({ name: 'stop-card', subject }) },
  { name: 'check before contact', route: (subject) => ({ name: 'ask-check', subject }) },
  { name: 'plan', route: (subject) => ({ name: 'plan', subject, form: 'make' }) },
  { name: 'session', route: (subject) => ({ name: 'session', subject }) },
  { name: 'notice', route: (subject) => ({ name: 'notice', subject, form: 'serve' }) },
  { name: 'hold', route: (subject) => ({ name: 'hold', subject }) },
  { name: 'retention', route: (subject) => ({ name: 'retention', subject }) },
  { name: 'closing', route: (subject) => ({ name: 'close-case', subject }) },
  { name: 'review', route: (subject) => ({ name: 'review-case', subject }) },
  { name: 'name', route: (subject) => ({ name: 'detail', subject, detail: 'name', act: 'add' }) },
  {
    name: 'category',
    route: (subject) => ({ name: 'detail', subject, detail: 'categories', act: 'add' }),
  },
  { name: 'summary', route: (subject) => ({ name: 'summary', subject }) },
  { name: 'attach', route: (subject) => ({ name: 'attach', subject }) },
];

// The browser prints; nothing else here has a printer.
beforeEach(() => {
  vi.stubGlobal('print', () => dispatchEvent(new Event('afterprint')));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Each has a record of every kind that a form may change. */
async function twoPeople(kind: Named['kind']) {
  const shown = await showShell({ start: { name: 'today' } });
  const { store } = shown.services;
  const own = kind && kind !== 'subject' ? kind : undefined;
  const isCapture = own === 'sourceCapture';
  const records = [ADA, IVO].map(
    ({ id }) => own && buildRecord(own, (isCapture ? {} : { subjectId: id }) as never),
  );
  // A capture is a person’s by what was read from it.
  const readFrom = (nth: number) => {
    const capture = isCapture ? records[nth]?.id : undefined;
    return capture ? { sources: { name: [buildSource({ capture })] } } : {};
  };
  await store.commit({
    changes: [
      { ...newRecord('subject', ADA), ...readFrom(0) },
      { ...newRecord('subject', IVO), ...readFrom(1) },
      ...records.flatMap((record) => (own && record ? [newRecord(own, record)] : [])),
    ],
    reason: 'case-work',
  });
  return { ...shown, record: records[0]?.id };
}

/** Everything that is on record about that person, with its versions. */
async function about({ store }: MemoryServices, id: RecordId): Promise<readonly string[]> {
  const all: readonly StoredRecord[] = (
    await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))
  ).flat();
  return all
    .filter((record) => record.id === id || Reflect.get(record.value, 'subjectId') === id)
    .map((record) => `${record.id} ${record.heads.join()}`)
    .toSorted();
}

/** One thing that an officer may do in a form: the place of the control, and what is done with it. */
const press = fc.record({
  at: fc.nat({ max: 60 }),
  text: fc.constantFrom('Ivo Quillfeather', '2026-11-23', '45', 'Seen at home.', ''),
  option: fc.nat({ max: 20 }),
});

function act({ at, text, option }: { at: number; text: string; option: number }): void {
  const form = ownForm();
  const controls = [
    ...(form?.querySelectorAll<HTMLElement>('input, select, textarea, button, summary') ?? []),
  ];
  const control = controls[at % Math.max(1, controls.length)];
  if (control instanceof HTMLSelectElement) {
    const value = control.options[option % Math.max(1, control.options.length)]?.value ?? '';
    fireEvent.change(control, { target: { value } });
  } else if (control instanceof HTMLInputElement && /radio|checkbox|file/.test(control.type)) {
    if (control.type !== 'file') fireEvent.click(control);
  } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
    fireEvent.input(control, { target: { value: text } });
  else if (control) fireEvent.click(control);
}

/** Fills in whatever is asked, as an officer would who means to save. */
async function fillsIn(): Promise<void> {
  // Twice: an answer may ask for more.
  for (let round = 0; round < 2; round += 1) {
    const form = ownForm();
    if (!form) return;
    const groups = new Set<string>();
    for (const control of form.querySelectorAll<HTMLElement>('input, select, textarea')) {
      if (control instanceof HTMLSelectElement) {
        const value = control.value || (control.options[1]?.value ?? '');
        fireEvent.change(control, { target: { value } });
      } else if (control instanceof HTMLTextAreaElement) write(control, 'Seen at home.');
      else if (control instanceof HTMLInputElement && control.type === 'radio') {
        if (!groups.has(control.name)) fireEvent.click(control);
        groups.add(control.name);
      } else if (control instanceof HTMLInputElement && control.type === 'file') {
        if (round === 0)
          fireEvent.change(control, { target: { files: [new File(['Seen'], 'letter.txt')] } });
      } else if (control instanceof HTMLInputElement && control.type === 'text')
        write(control, textFor(control));
    }
    await settled();
  }
}

function write(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  fireEvent.input(control, { target: { value: text } });
}

function textFor(control: HTMLInputElement): string {
  const label = control.labels?.[0]?.textContent ?? '';
  const of: Readonly<Record<string, string>> = {
    Day: '23',
    Month: '11',
    Year: '2026',
    Time: '10:15',
  };
  return of[label] ?? (control.inputMode === 'numeric' ? '45' : 'DC 2218 Tamsin Okoro');
}

function ownForm(): Element | null {
  return screen.getByRole('main').querySelector('form:not([aria-label="Change person"])');
}

const isSaving = (): boolean =>
  screen.getByRole('main').querySelector('[type="submit"][aria-disabled="true"]') !== null;

/** Lets the page answer what was pressed. */
const settled = () => new Promise((go) => setTimeout(go));

const headText = (): string => {
  const main = screen.getByRole('main');
  const line = within(main).queryByRole('region', { name: 'Person in view' })?.textContent ?? '';
  const [heading] = main.querySelectorAll('h1');
  return `${line} ${heading?.parentElement?.querySelector('.govuk-caption-l')?.textContent ?? ''} ${heading?.textContent ?? ''}`;
};
const successText = (): string =>
  screen
    .queryAllByRole('alert')
    .filter((alert) => alert.className.includes('success'))
    .map((alert) => alert.textContent ?? '')
    .join(' ');

/** Forms that came to a save in the walk. */
const saved = new Set<string>();

describe.each([...ACTS, ...OTHERS])('$name', ({ name, route, kind }) => {
  it('saves nothing on anybody else, and names its person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 8, maxLength: 14 }), async (presses) => {
        const { services, app, record } = await twoPeople(kind);
        const isOfAda = (): boolean => {
          const at = app.router.route.value;
          // A link may lead on to a screen that is about nobody, or about what was looked up.
          return 'subject' in at && at.subject === ADA.id;
        };
        // A form may give the person another name.
        let nameNow: string = ADA.name;
        const watched = async (does: () => unknown): Promise<void> => {
          if (!isOfAda()) return;
          await does();
          await settled();
          nameNow = (await services.store.get('subject', ADA.id))?.value.name ?? '';
          expect(successText()).not.toContain(IVO.name);
          // A screen that was just opened says whose it is once it is read.
          await waitFor(() => {
            if (!isOfAda()) return;
            expect(headText()).toContain(nameNow);
            expect(headText()).not.toContain(IVO.name);
          });
        };
        // From the other person's page.
        app.router.go({ name: 'subject', subject: IVO.id });
        await settled();
        const before = await about(services, IVO.id);
        const ownBefore = await about(services, ADA.id);
        const readName = async (): Promise<void> => {
          nameNow = (await services.store.get('subject', ADA.id))?.value.name ?? '';
        };
        const opens = async (): Promise<void> => {
          await readName();
          app.router.go(route(ADA.id, record));
          await waitFor(() => expect(headText()).toContain(nameNow));
          await settled();
        };
        const saves = async (): Promise<void> => {
          await watched(fillsIn);
          await watched(() => {
            const save = ownForm()?.querySelector('button[type="submit"]');
            if (save) fireEvent.click(save);
          });
          await waitFor(() => expect(isSaving()).toBe(false), { timeout: 10_000 });
          for (let turn = 0; turn < 5; turn += 1) await settled();
        };
        // Once as an officer means it, and once after pressing whatever there is.
        await opens();
        await saves();
        await opens();
        for (const each of presses) await watched(() => act(each));
        await saves();
        nameNow = (await services.store.get('subject', ADA.id))?.value.name ?? '';
        expect(await about(services, IVO.id)).toEqual(before);
        // The name is added once the screen to which the save leads is open.
        await waitFor(() => {
          const success = successText();
          if (success !== '') expect(success).toContain(nameNow);
        });
        if (`${await about(services, ADA.id)}` !== `${ownBefore}`) saved.add(name);
        cleanup();
      }),
      { numRuns: 2, seed: 21, endOnFailure: true },
    );
  }, 20_000);
});

it('came to a save in many of the forms, so that the walk says something', () => {
  expect(saved.size).toBeGreaterThan((ACTS.length + OTHERS.length) / 3);
});
