// @vitest-environment happy-dom
import { fieldsOf, gatherCodeLists, PlainDate, RECORD_KINDS } from '@cyber-prevent/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { Button } from './button.js';
import { RecordForm } from './record-form.js';
import { type RecordFormOptions, useRecordForm } from './use-record-form.js';

afterEach(cleanup);

const lists = gatherCodeLists();
const today = v.parse(PlainDate, '2026-11-24');
type Kind = (typeof RECORD_KINDS)[number];

/** Shows a form; `kept` receives its values when it is sent without errors. */
function show(options: RecordFormOptions<Kind>) {
  const kept = vi.fn();
  function Page() {
    const form = useRecordForm(options);
    return (
      <RecordForm
        form={form}
        intro={<p>What to know first</p>}
        lists={lists}
        on={today}
        onSubmit={() => {
          const checked = form.check(today);
          if (checked.ok) kept(checked.value);
        }}
      >
        <Button type="submit">Save</Button>
      </RecordForm>
    );
  }
  render(<Page />);
  return { kept, save: () => fireEvent.click(screen.getByRole('button', { name: 'Save' })) };
}

const type = (label: string, value: string, inside: HTMLElement = document.body) =>
  fireEvent.input(within(inside).getByLabelText(label), { target: { value } });

it.each(RECORD_KINDS)('asks for every field of a %s that a person fills in', (kind) => {
  show({ kind });
  const asked = fieldsOf(kind).filter(
    ({ set, input }) => set !== 'by-toolkit' && input !== 'record',
  );
  for (const { label, input } of asked) {
    const named =
      input === 'groups' || input === 'group'
        ? screen.getAllByRole('group', { name: new RegExp(literally(label)) })
        : screen.getAllByText(new RegExp(`^${literally(label)}( \\(optional\\))?$`));
    expect(named.length).toBeGreaterThan(0);
  }
});

it('says its errors above everything else about the form', () => {
  const { save } = show({ kind: 'intervention' });
  save();
  const errors = screen.getByRole('alert');
  expect(errors.compareDocumentPosition(screen.getByText('What to know first'))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
});

it('hands over the record, with dates and numbers as the record has them', () => {
  const { kept, save } = show({ kind: 'intervention' });
  fireEvent.change(screen.getByLabelText('Kind of intervention'), {
    target: { value: firstCode('intervention-kind') },
  });
  const held = screen.getByRole('group', { name: 'Date of contact' });
  type('Day', '9', held);
  type('Month', '3', held);
  type('Year', '2026', held);
  fireEvent.click(screen.getByLabelText('In person'));
  type('Contact time in minutes', '45');
  fireEvent.click(screen.getByLabelText('Engaged'));
  save();
  expect(kept).toHaveBeenCalledExactlyOnceWith({
    kind: firstCode('intervention-kind'),
    heldOn: '2026-03-09',
    mode: expect.any(String),
    minutes: 45,
    outcome: expect.any(String),
  });
});

it('says what is missing at the top, takes the focus there, and goes to the field', () => {
  const { kept, save } = show({ kind: 'intervention' });
  save();
  expect(kept).not.toHaveBeenCalled();
  const summary = screen.getByRole('alert', { name: 'There is a problem' });
  expect(document.activeElement).toBe(summary);
  fireEvent.click(
    within(summary).getByRole('button', { name: 'Enter the contact time in minutes' }),
  );
  expect(document.activeElement).toBe(screen.getByLabelText('Contact time in minutes'));
});

it('leaves the focus where somebody types once the errors are shown, and takes it again at the next check', () => {
  const { save } = show({ kind: 'intervention' });
  save();
  const minutes = screen.getByLabelText('Contact time in minutes');
  minutes.focus();
  type('Contact time in minutes', '4');
  type('Contact time in minutes', '45');
  expect(document.activeElement).toBe(minutes);
  type('Contact time in minutes', '');
  save();
  expect(document.activeElement).toBe(screen.getByRole('alert', { name: 'There is a problem' }));
});

it('takes the error of a field away once it is changed, keeps the others, and moves the focus for neither', () => {
  const { save } = show({ kind: 'intervention', only: ['kind', 'heldOn', 'minutes'] });
  save();
  const summary = () => screen.getByRole('alert', { name: 'There is a problem' });
  const count = () => within(summary()).getAllByRole('button').length;
  const before = count();
  const minutes = screen.getByLabelText('Contact time in minutes');
  minutes.focus();
  type('Contact time in minutes', '45');
  expect(within(summary()).queryByText('Enter the contact time in minutes')).toBeNull();
  expect(minutes.getAttribute('aria-invalid')).not.toBe('true');
  expect(count()).toBe(before - 1);
  const kind = screen.getByLabelText('Kind of intervention');
  kind.focus();
  // A press, as in a list whose row is removed, is not typing: it moves the focus no more.
  fireEvent.click(kind);
  fireEvent.change(kind, { target: { value: firstCode('intervention-kind') } });
  expect(count()).toBe(before - 2);
  expect(document.activeElement).toBe(kind);
  save();
  expect(document.activeElement).toBe(summary());
});

it('says which box of a date is empty, and goes to that box', () => {
  const { save } = show({ kind: 'intervention', only: ['heldOn'] });
  const held = screen.getByRole('group', { name: 'Date of contact' });
  type('Day', '9', held);
  type('Year', '2026', held);
  save();
  fireEvent.click(screen.getByRole('button', { name: 'Date of contact must include a month' }));
  expect(document.activeElement).toBe(within(held).getByLabelText('Month'));
});

it('refuses a date that is not in the calendar, and keeps what was typed', () => {
  const { kept, save } = show({ kind: 'intervention', only: ['heldOn'] });
  const held = screen.getByRole('group', { name: 'Date of contact' });
  type('Day', '31', held);
  type('Month', '2', held);
  type('Year', '2026', held);
  save();
  expect(kept).not.toHaveBeenCalled();
  expect(screen.getAllByText(/must be a real date/).length).toBeGreaterThan(0);
  expect(within(held).getByLabelText('Day')).toHaveProperty('value', '31');
});

it('takes the month of a date by its name', () => {
  const { kept, save } = show({ kind: 'intervention', only: ['heldOn'] });
  const held = screen.getByRole('group', { name: 'Date of contact' });
  type('Day', '9', held);
  type('Month', 'nov', held);
  type('Year', '2026', held);
  expect(within(held).getByLabelText('Month')).toHaveProperty('value', 'nov');
  save();
  expect(kept).toHaveBeenCalledExactlyOnceWith({ heldOn: '2026-11-09' });
});

it('tells a number below the least one by the limit, and not as a number that is not whole', () => {
  const { save } = show({ kind: 'intervention', only: ['minutes'] });
  type('Contact time in minutes', '-5');
  save();
  expect(screen.getByRole('button', { name: 'Enter at least 1 minute' })).toBeTruthy();
});

it('shows every wrong date at once: the one that is no day, and the one still to come', () => {
  const { kept, save } = show({
    kind: 'intervention',
    initial: { heldOn: '2026-11-25', followUpDueOn: '2026-2-31' },
  });
  save();
  expect(kept).not.toHaveBeenCalled();
  screen.getByRole('button', { name: 'Date of contact must be today or in the past' });
  screen.getByRole('button', { name: /^The date the follow-up is due must be a real date/ });
});

it('refuses a number that is not one', () => {
  const { save } = show({ kind: 'intervention', only: ['minutes'] });
  type('Contact time in minutes', 'an hour');
  save();
  expect(
    screen.getByRole('button', { name: 'Contact time in minutes must be a whole number' }),
  ).toBeTruthy();
});

it('leaves a field out that is not asked for, whatever was typed in it before', () => {
  const { kept, save } = show({
    kind: 'safeguardingConcern',
    only: ['what', 'riskNow', 'told', 'parentTold', 'whyParentNotTold'],
    needed: ['riskNow', 'parentTold'],
    shownWhen: { whyParentNotTold: (values) => values.parentTold === 'no' },
    initial: { what: 'A worry', riskNow: 'concern', told: ['mash'], parentTold: 'no' },
  });
  type('Why not (optional)', 'It would not be safe');
  fireEvent.click(screen.getByLabelText('Yes'));
  expect(screen.queryByLabelText('Why not (optional)')).toBeNull();
  save();
  expect(kept.mock.calls[0]?.[0]).not.toHaveProperty('whyParentNotTold');
});

it('adds and takes away the rows of a repeated group', () => {
  const { kept, save } = show({ kind: 'subject', initial: { name: 'Kit Vale' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add Addresses' }));
  fireEvent.click(screen.getByRole('button', { name: 'Add another Addresses' }));
  const second = screen.getByRole('group', { name: 'Addresses 2' });
  type('Address', '2 Practice Lane', second);
  const noted = within(second).getByRole('group', { name: 'Noted on' });
  type('Day', '1', noted);
  type('Month', '5', noted);
  type('Year', '2026', noted);
  fireEvent.click(screen.getByRole('button', { name: 'Remove Addresses 1' }));
  save();
  expect(kept.mock.calls[0]?.[0]).toMatchObject({
    addresses: [{ lines: '2 Practice Lane', notedOn: '2026-05-01' }],
  });
});

it('keeps each line of a list that is not blank', () => {
  const { kept, save } = show({ kind: 'subject', initial: { name: 'Kit Vale' } });
  type('Also known as (optional)', 'Zed\n\n Nite\n');
  save();
  expect(kept.mock.calls[0]?.[0]).toMatchObject({ aliases: ['Zed', ' Nite'] });
});

it('calls a field by its mark, where it is neither needed nor simply optional', () => {
  show({ kind: 'assessment', only: ['formulation'], marks: { formulation: 'Words to sign' } });
  expect(screen.getByLabelText('Words to sign')).toBeDefined();
});

it('takes “nobody yet” apart from the others, and neither stands beside the other', () => {
  const { save, kept } = show({ kind: 'safeguardingConcern', only: ['told'] });
  const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
  expect(screen.getByText('or')).toBeDefined();
  fireEvent.click(box('Supervisor'));
  fireEvent.click(box('Other'));
  fireEvent.click(box('Nobody yet'));
  expect([box('Supervisor').checked, box('Nobody yet').checked]).toEqual([false, true]);
  fireEvent.click(box('Other'));
  expect([box('Other').checked, box('Nobody yet').checked]).toEqual([true, false]);
  save();
  expect(kept).toHaveBeenCalledWith({ told: ['other'] });
});

it('says what is wrong with a moment before its boxes, which are red', () => {
  const { save } = show({ kind: 'safeguardingConcern', only: ['toldAt'], needed: ['toldAt'] });
  type('Day', '31');
  type('Month', '2');
  type('Year', '2026');
  save();
  expect(screen.getByLabelText('Day').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Time').getAttribute('aria-invalid')).toBeNull();
  const said = [...document.querySelectorAll('.govuk-error-message, .govuk-hint')];
  // The hint of the day, the error, then the hint of the time.
  expect(said.map(({ className }) => className)).toEqual([
    'govuk-hint',
    'govuk-error-message',
    'govuk-hint',
  ]);
});

it('names what is wrong in the order of the page, also before the fields of the record', () => {
  function Page() {
    const form = useRecordForm({ kind: 'hold', alsoBefore: ['name', 'bornOn'] });
    return (
      <RecordForm form={form} lists={lists} on={today} onSubmit={() => form.showIssues(ISSUES)}>
        <Button type="submit">Save</Button>
      </RecordForm>
    );
  }
  const wrong = (at: string) => ({ code: 'missing', severity: 'error', message: at, at }) as const;
  const ISSUES = [wrong('bornOn'), wrong('name')];
  render(<Page />);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const items = within(screen.getByRole('alert')).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(['name', 'bornOn']);
});

function firstCode(list: string): string {
  return lists.get(list)?.codes[0]?.code ?? '';
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

it('asks for several dates in boxes of their own, and says which of them is wrong', () => {
  const { kept, save } = show({ kind: 'referral', only: ['incidentDates'] });
  const adds = () =>
    fireEvent.click(screen.getByRole('button', { name: /^Add (another )?incident date$/ }));
  const dated = (count: number) => screen.getByRole('group', { name: `Incident date ${count}` });
  const says = (count: number, day: string, month: string) => {
    type('Day', day, dated(count));
    type('Month', month, dated(count));
    type('Year', '2026', dated(count));
  };
  adds();
  adds();
  adds();
  says(1, '2', '11');
  says(2, '31', '2');
  says(3, '2', '11');
  save();
  expect(kept).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: /^Incident date 2 must be a real date/ }));
  expect(document.activeElement).toBe(within(dated(2)).getByLabelText('Day'));
  fireEvent.click(screen.getByRole('button', { name: 'Remove incident date 2' }));
  save();
  expect(kept).toHaveBeenCalledExactlyOnceWith({ incidentDates: ['2026-11-02', '2026-11-02'] });
});

it('asks for the date of a box that was added and left empty', () => {
  const { kept, save } = show({ kind: 'referral', only: ['incidentDates'] });
  fireEvent.click(screen.getByRole('button', { name: /^Add (another )?incident date$/ }));
  save();
  expect(kept).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Enter incident date 1' })).toBeDefined();
});
