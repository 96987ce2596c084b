// @vitest-environment happy-dom
/** The conditions of a grade: each is needed under handling code C, and none is asked under P. */
import { gatherCodeLists, PlainDate } from '@cyber-prevent/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { HANDLING_CONDITIONS } from './asked-of.js';
import { Button } from './button.js';
import { RecordForm } from './record-form.js';
import { useRecordForm } from './use-record-form.js';

afterEach(cleanup);

const lists = gatherCodeLists();
const today = v.parse(PlainDate, '2026-11-24');
const kept = vi.fn();

function Page() {
  const form = useRecordForm({ kind: 'intelligenceNote', only: ['grade'], ...HANDLING_CONDITIONS });
  const save = (): void => {
    const checked = form.check(today);
    if (checked.ok) kept(checked.value);
  };
  return (
    <RecordForm form={form} lists={lists} on={today} onSubmit={save}>
      <Button type="submit">Save</Button>
    </RecordForm>
  );
}

const picks = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const group = (name: string) => screen.queryByRole('group', { name });
const saves = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('are needed under code C alone, and the form says which is missing', () => {
  render(<Page />);
  for (const name of ['Source evaluation', 'Intelligence assessment']) {
    const [first] = within(screen.getByRole('group', { name })).getAllByRole('radio');
    if (first) fireEvent.click(first);
  }
  picks('P Lawful sharing permitted');
  expect(group('Action condition')).toBeNull();
  picks('C Lawful sharing permitted with conditions');
  expect(group('Action condition')).not.toBeNull();
  expect(group('Sanitisation condition')).not.toBeNull();
  expect(screen.getByLabelText('Handling instructions')).toBeDefined();
  expect(screen.queryByText(/\(optional\)/)).toBeNull();
  saves();
  const said = screen.getByRole('alert').textContent;
  expect(said).toContain('Select an action condition');
  expect(said).toContain('Select a sanitisation condition');
  expect(said).toContain('Enter handling instructions');
  picks('A1 No direct action');
  picks('S2 No sanitisation without consultation');
  fireEvent.input(screen.getByLabelText('Handling instructions'), {
    target: { value: 'Ask the originator first.' },
  });
  saves();
  expect(kept.mock.calls).toMatchObject([
    [{ grade: { handlingCode: 'C', handlingAction: 'A1', handlingSanitisation: 'S2' } }],
  ]);
});
