import { afterEach, describe, expect, it, vi } from 'vitest';
import { CHANNEL } from './messages.js';
import { serveCount, tellCount } from './toolbar-count.js';

const OURS = { id: 'ours', url: 'chrome-extension://ours/keeper.html' };

/** A service worker’s browser: the text on the button, and the browser's events. */
function button() {
  const heard = { message: [] as Listener[], alarm: [] as Listener[], start: [] as Listener[] };
  const place = (list: Listener[]) => ({ addListener: (told: Listener) => list.push(told) });
  const held = new Set<string>([CHANNEL]);
  let text = '';
  let picture = '';
  const browser = {
    action: {
      setIcon: async ({ path }: { path: Readonly<Record<string, string>> }) => {
        picture = path[16] ?? '';
      },
      setBadgeText: async (to: { text: string }) => {
        text = to.text;
      },
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    alarms: { onAlarm: place(heard.alarm) },
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      onStartup: place(heard.start),
      onInstalled: place(heard.start),
      onMessage: place(heard.message),
    },
  };
  serveCount({
    browser: browser as unknown as Parameters<typeof serveCount>[0]['browser'],
    locksHeld: async () => [...held],
  });
  const send = async (message: unknown, sender: object = OURS): Promise<unknown> => {
    let answer: unknown;
    for (const told of heard.message)
      told(message, sender, (reply: unknown) => {
        answer = reply;
      });
    return answer;
  };
  return {
    says: () => text,
    shows: () => picture,
    send,
    held,
    rings: () => Promise.all(heard.alarm.map((told) => told({ name: 'cp-idle' }))),
    starts: () => heard.start.forEach((told) => void told({})),
  };
}
type Listener = (...args: unknown[]) => unknown;

afterEach(() => vi.useRealTimers());

describe('the number on the button', () => {
  it('is what the keeper tells, and nothing at none', async () => {
    const { send, says } = button();
    const tell = tellCount(send);
    for (const [count, text] of [
      [3, '3'],
      [0, ''],
      [999, '999'],
      [1000, '999+'],
      [undefined, ''],
    ] as const) {
      tell(count);
      expect(says()).toBe(text);
    }
  });

  it('has a lock on it while no vault is open, and no number with it', async () => {
    const { send, says, shows, starts } = button();
    await send({ type: 'keeper/count', count: 0 });
    expect(shows()).toBe('/icon/16.png');
    await send({ type: 'keeper/count' });
    expect([shows(), says()]).toEqual(['/icon/locked-16.png', '']);
    await send({ type: 'keeper/count', count: 3 });
    starts();
    expect([shows(), says()]).toEqual(['/icon/locked-16.png', '']);
  });

  it.each([
    ['another extension', { id: 'theirs', url: 'chrome-extension://theirs/keeper.html' }],
    ['a script of ours in a page of somebody else', { id: 'ours', url: 'https://rms.example/' }],
    ['nobody knows whom', {}],
  ])('is not told by %s', async (_, sender) => {
    const { send, says } = button();
    expect(await send({ type: 'keeper/count', count: 3 }, sender)).toBeUndefined();
    expect(says()).toBe('');
  });

  it.each([{ count: -1 }, { count: 1.5 }, { count: 'Kit Vale' }, { count: 1, name: 'Kit Vale' }])(
    'is nothing but a whole number: %o',
    async (more) => {
      const { send, says } = button();
      expect(await send({ type: 'keeper/count', ...more })).toBeUndefined();
      expect(says()).toBe('');
    },
  );

  it('goes when the browser starts', async () => {
    const { send, says, starts } = button();
    await send({ type: 'keeper/count', count: 3 });
    starts();
    expect(says()).toBe('');
  });

  it('goes once nobody keeps the vault, and stays while somebody does', async () => {
    const { send, says, rings, held } = button();
    await send({ type: 'keeper/count', count: 3 });
    await rings();
    expect(says()).toBe('3');
    held.clear();
    await rings();
    expect(says()).toBe('');
  });

  it('is told again to a service worker that was only starting, and never after a later one', async () => {
    vi.useFakeTimers();
    const { send, says } = button();
    let isUp = false;
    const tell = tellCount(async (message) => {
      if (!isUp) throw new Error('Receiving end does not exist.');
      return send(message);
    });
    tell(3);
    isUp = true;
    tell(undefined);
    await vi.runAllTimersAsync();
    expect(says()).toBe('');
    isUp = false;
    tell(4);
    await vi.advanceTimersByTimeAsync(0);
    isUp = true;
    await vi.runAllTimersAsync();
    expect(says()).toBe('4');
  });
});
