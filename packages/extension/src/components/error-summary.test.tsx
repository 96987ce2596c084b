// @vitest-environment happy-dom
/** Focus of the list of errors: it is taken by a press, never from someone who types. */
import { useSignal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ErrorSummary } from './error-summary.js';

afterEach(cleanup);

/** Checks again at each letter once it was pressed, as many forms do. */
function Checked({ isCounted = false }: { isCounted?: boolean }) {
  const source = useSignal('');
  const name = useSignal('');
  const presses = useSignal(0);
  const errors = [
    ...(presses.value && !source.value ? [{ message: 'Enter the source' }] : []),
    ...(presses.value && !name.value ? [{ message: 'Enter the name' }] : []),
    ...(name.value === '-' ? [{ message: 'Enter a real name' }] : []),
  ];
  const press = () => {
    presses.value += 1;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <ErrorSummary errors={errors} check={isCounted ? presses.value : undefined} />
      {[source, name].map((text, index) => (
        <input
          key={index}
          aria-label={index ? 'Name' : 'Source'}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      ))}
      <button type="button" onClick={press}>
        Review
      </button>
    </form>
  );
}

const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const painted = () => new Promise((resolve) => setTimeout(resolve));
async function types(label: string, text: string) {
  box(label).focus();
  fireEvent.keyDown(box(label), { key: text.at(-1) ?? 'Backspace' });
  fireEvent.input(box(label), { target: { value: text } });
  await painted();
}
async function presses() {
  const button = screen.getByRole('button', { name: 'Review' });
  button.focus();
  fireEvent.click(button);
  await painted();
}
const hasFocus = () => document.activeElement === screen.queryByRole('alert');

describe('the list of errors', () => {
  it('takes the focus when a press finds errors, and when another press finds them again', async () => {
    render(<Checked isCounted />);
    await presses();
    expect(hasFocus()).toBe(true);
    await presses();
    expect(hasFocus()).toBe(true);
  });

  it('leaves the focus where someone types, whether errors go, change or come back', async () => {
    render(<Checked />);
    await presses();
    for (const [label, text] of [
      ['Source', 'E'],
      ['Source', 'Em'],
      ['Name', '-'],
      ['Name', ''],
      ['Source', ''],
      ['Name', '-'],
    ] as const) {
      await types(label, text);
      expect({ label, text, active: document.activeElement }).toEqual({
        label,
        text,
        active: box(label),
      });
    }
  });

  it('takes the focus from a box in which Enter was pressed', async () => {
    render(<Checked />);
    await types('Name', 'Rowan');
    fireEvent.keyDown(box('Name'), { key: 'Enter' });
    fireEvent.submit(box('Name').form as HTMLFormElement);
    await painted();
    expect(hasFocus()).toBe(true);
  });
});
