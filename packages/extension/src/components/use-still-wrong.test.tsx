// @vitest-environment happy-dom
/** A form with signals of its own keeps no error over a field that was answered since. */
import { useSignal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { TextInput } from './text-input.js';
import { useStillWrong } from './use-still-wrong.js';

afterEach(cleanup);

const MISSING = [
  { at: 'name', message: 'Enter a name' },
  { fieldId: 'why', message: 'Enter a reason' },
  { message: 'Try again' },
];

function Example() {
  const values = useSignal({ name: '', why: '' });
  const found = useSignal<typeof MISSING>([]);
  const wrong = useStillWrong(found.value, values.value);
  return (
    <>
      <ul>
        {wrong.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {(['name', 'why'] as const).map((name) => (
        <TextInput
          key={name}
          id={name}
          label={name}
          value={values.value[name]}
          onValue={(value) => {
            values.value = { ...values.value, [name]: value };
          }}
        />
      ))}
      <button
        type="button"
        onClick={() => {
          found.value = [...MISSING];
        }}
      >
        Save
      </button>
    </>
  );
}

const said = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
const types = (name: string, value: string) =>
  fireEvent.input(screen.getByLabelText(name), { target: { value } });
const saves = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('takes an error away with the change of its field alone, and brings it back with the next check', () => {
  render(<Example />);
  saves();
  expect(said()).toEqual(['Enter a name', 'Enter a reason', 'Try again']);
  types('name', 'Ada');
  expect(said()).toEqual(['Enter a reason', 'Try again']);
  types('why', 'Late');
  expect(said()).toEqual(['Try again']);
  saves();
  expect(said()).toEqual(['Enter a name', 'Enter a reason', 'Try again']);
});
