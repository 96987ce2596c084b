// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKeys } from './keys.js';

let settings: { keys: Record<string, string>; singleKeys: boolean };
const run = {
  concern: vi.fn(),
  today: vi.fn(),
  capture: vi.fn(),
  next: vi.fn(),
  take: vi.fn(),
  group: vi.fn(),
  nth: vi.fn(),
};
const keys = makeKeys(() => settings);
keys.listen(document);
keys.register({
  commands: { concern: run.concern, today: run.today, capture: run.capture, next: run.next },
});
keys.register({
  within: () => document.querySelector('ul'),
  commands: { take: run.take, 'take-group': run.group, nth: run.nth },
});

beforeAll(() => keys.ready);

let now = 0;
const press = (id: string, init: KeyboardEventInit, after = 100) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  now += after;
  Object.defineProperty(event, 'timeStamp', { value: now });
  document.getElementById(id)?.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  vi.clearAllMocks();
  settings = { keys: {}, singleKeys: true };
  now += 10_000;
  document.body.innerHTML = `
    <ul><li><button id="row">Row</button><input id="box"><input id="tick" type="checkbox"><input id="one" type="radio"></li></ul>
    <button id="other">Other</button><textarea id="text"></textarea>
    <select id="choice"></select><div role="dialog"><button id="asked">Yes</button></div>`;
});

describe('a function key', () => {
  it.each(['row', 'box', 'other', 'asked'])('acts from %s, while typing too', (id) => {
    expect(press(id, { key: 'F8' }).defaultPrevented).toBe(true);
    expect(run.concern).toHaveBeenCalledOnce();
  });

  it('is left to the browser with Control or Alt held', () => {
    press('row', { key: 'F8', ctrlKey: true });
    press('row', { key: 'F8', altKey: true });
    expect(run.concern).not.toHaveBeenCalled();
  });

  it('acts where letters are switched off', () => {
    settings.singleKeys = false;
    press('row', { key: 'F8' });
    expect(run.concern).toHaveBeenCalledOnce();
  });
});

describe('a letter', () => {
  it.each(['row', 'tick'])('acts in its list, on %s', (id) => {
    press(id, { key: 't' });
    expect(run.take).toHaveBeenCalledOnce();
  });

  it('of no list acts on the whole screen', () => {
    press('other', { key: 'c' });
    expect(run.capture).toHaveBeenCalledOnce();
  });

  it.each(['box', 'text', 'choice', 'asked'])('is never a key on %s', (id) => {
    for (const key of ['c', 't', 'g', 't', 'j', 'ArrowDown'])
      expect(press(id, { key }).defaultPrevented).toBe(false);
    for (const each of Object.values(run)) expect(each).not.toHaveBeenCalled();
  });

  it('is never a key behind an open dialog, wherever the focus is', () => {
    document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
    press('other', { key: 'c' });
    expect(run.capture).not.toHaveBeenCalled();
  });

  it('is never a key while an input method composes, or with Control, Alt or Command', () => {
    press('other', { key: 'c', isComposing: true });
    press('other', { key: 'Process' });
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      expect(press('other', { key: 'c', [held]: true }).defaultPrevented).toBe(false);
    expect(run.capture).not.toHaveBeenCalled();
  });

  it('does nothing when the officer has switched letters off, while the arrow keys still move', () => {
    settings.singleKeys = false;
    for (const key of ['t', 'c', 'g', 't', 'j', '1']) press('row', { key });
    for (const each of Object.values(run)) expect(each).not.toHaveBeenCalled();
  });

  it('is that letter with capitals locked, and the group only with Shift', () => {
    press('row', { key: 'T' });
    expect(run.take).toHaveBeenCalledOnce();
    press('row', { key: 'T', shiftKey: true });
    press('row', { key: 't', shiftKey: true });
    expect(run.group).toHaveBeenCalledTimes(2);
    expect(run.take).toHaveBeenCalledOnce();
  });

  it('held down acts once, but moves on', () => {
    for (const repeat of [false, true, true]) {
      press('row', { key: 't', repeat });
      press('row', { key: 'j', repeat });
    }
    expect(run.take).toHaveBeenCalledOnce();
    expect(run.next).toHaveBeenCalledTimes(3);
  });
});

it('leaves the arrow keys to radio buttons, which they choose among, and moves elsewhere', () => {
  keys.register({ within: () => document.querySelector('ul'), commands: { next: run.next } });
  expect(press('one', { key: 'ArrowDown' }).defaultPrevented).toBe(false);
  expect(run.next).not.toHaveBeenCalled();
  settings.singleKeys = false;
  press('row', { key: 'ArrowDown' });
  expect(run.next).toHaveBeenCalledOnce();
});

describe('two letters, one after another', () => {
  it('act together, and neither alone', () => {
    press('row', { key: 'g' });
    press('row', { key: 't' });
    expect(run.today).toHaveBeenCalledOnce();
    expect(run.take).not.toHaveBeenCalled();
  });

  it('do nothing if the second is another: what it does alone is not meant', () => {
    press('row', { key: 'g' });
    press('row', { key: 'c' });
    expect(run.capture).not.toHaveBeenCalled();
    press('row', { key: 'c' });
    expect(run.capture).toHaveBeenCalledOnce();
  });

  it('are two single keys after two seconds, or once something was typed between', () => {
    press('row', { key: 'g' });
    press('row', { key: 't' }, 2001);
    expect(run.take).toHaveBeenCalledOnce();
    press('row', { key: 'g' });
    press('box', { key: 'x' });
    press('row', { key: 't' });
    expect(run.today).not.toHaveBeenCalled();
  });
});

it('does a letter that was pressed before letters are loaded, once they are', async () => {
  const early = makeKeys(() => settings);
  const why = vi.fn();
  early.register({ commands: { why } });
  const stop = early.listen(document);
  press('row', { key: 'w' });
  await early.ready;
  stop();
  expect(why).toHaveBeenCalledOnce();
});

it('tells a command for digits which one it was', () => {
  press('row', { key: '4' });
  expect(run.nth.mock.lastCall?.[0].key).toBe('4');
});

it('goes by the officer’s own key, and no longer by the usual one', () => {
  settings.keys = { take: 'x', today: 'F4', capture: 'g n' };
  press('row', { key: 't' });
  expect(run.take).not.toHaveBeenCalled();
  press('row', { key: 'x' });
  expect(run.take).toHaveBeenCalledOnce();
  press('box', { key: 'F4' });
  expect(run.today).toHaveBeenCalledOnce();
  press('row', { key: 'g' });
  press('row', { key: 'n' });
  expect(run.capture).toHaveBeenCalledOnce();
});
