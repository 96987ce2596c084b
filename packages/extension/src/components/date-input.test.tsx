// @vitest-environment happy-dom
import { useSignal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { DateInput } from './date-input.js';

afterEach(cleanup);

function Page({ start = '' }: { start?: string }) {
  const value = useSignal(start);
  return (
    <>
      <DateInput
        label="Date of birth"
        value={value.value}
        onValue={(next) => {
          value.value = next;
        }}
      />
      <output>{value.value}</output>
      <button
        type="button"
        onClick={() => {
          value.value = '2012-04-05';
        }}
      >
        Other window
      </button>
    </>
  );
}

const box = (name: string) => screen.getByLabelText(name) as HTMLInputElement;
const type = (name: string, value: string) => fireEvent.input(box(name), { target: { value } });

it('does not change what is in the boxes while somebody types', () => {
  render(<Page />);
  type('Month', '3');
  type('Year', '2011');
  type('Day', '1');
  expect(screen.getByRole('status').textContent).toBe('2011-03-01');
  expect(box('Day').value).toBe('1');
  expect(box('Month').value).toBe('3');
  type('Day', '12');
  expect(screen.getByRole('status').textContent).toBe('2011-03-12');
});

it('shows a date that comes from elsewhere', () => {
  render(<Page start="2011-03-09" />);
  expect(['Day', 'Month', 'Year'].map((name) => box(name).value)).toEqual(['9', '3', '2011']);
  fireEvent.click(screen.getByText('Other window'));
  expect(['Day', 'Month', 'Year'].map((name) => box(name).value)).toEqual(['5', '4', '2012']);
});
