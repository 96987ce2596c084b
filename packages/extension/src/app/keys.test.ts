// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKeys } from './keys.js';

let single = true;
const concern = vi.fn();
const take = vi.fn();
const keys = makeKeys(() => single);
keys.listen(document);
keys.register({
  title: 'Everywhere',
  commands: [{ key: 'F8', label: 'Safeguarding concern', run: concern }],
});
keys.register({
  title: 'Rows',
  within: () => document.querySelector('ul'),
  commands: [{ key: 't', label: 'Take', run: take }],
});

const press = (id: string, init: KeyboardEventInit) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  document.getElementById(id)?.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  vi.clearAllMocks();
  single = true;
  document.body.innerHTML =
    '<ul><li><button id="row">Row</button><input id="box"><input id="tick" type="checkbox"></li></ul><button id="other">Other</button>';
});

describe('a function key', () => {
  it.each(['row', 'box', 'other'])('acts from %s, while typing too', (id) => {
    expect(press(id, { key: 'F8' }).defaultPrevented).toBe(true);
    expect(concern).toHaveBeenCalledOnce();
  });

  it('is left to the browser with Control or Alt held', () => {
    press('row', { key: 'F8', ctrlKey: true });
    press('row', { key: 'F8', altKey: true });
    expect(concern).not.toHaveBeenCalled();
  });
});

describe('a single letter', () => {
  it.each(['row', 'tick'])('acts in its list, on %s', (id) => {
    press(id, { key: 't' });
    expect(take).toHaveBeenCalledOnce();
  });

  it.each(['box', 'other'])('does nothing on %s', (id) => {
    expect(press(id, { key: 't' }).defaultPrevented).toBe(false);
    expect(take).not.toHaveBeenCalled();
  });

  it('does nothing when the officer has switched single keys off', () => {
    single = false;
    press('row', { key: 't' });
    expect(take).not.toHaveBeenCalled();
  });
});
