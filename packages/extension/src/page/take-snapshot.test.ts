import { afterEach, expect, it, vi } from 'vitest';
import { type Scripting, takeSnapshot } from './take-snapshot.js';

const BODY = '"url":"https://rms.example/","title":"","tree":{"type":"root","children":[]}}';

function head(path: readonly number[], more: object = {}): string {
  const children = path.length === 0 ? [{ index: 0, origin: 'null', why: 'no-answer' }] : [];
  const sizes = { nodeCount: 1, pieceCount: 1, size: 1, readMs: 1, longestMs: 1 };
  return JSON.stringify({ token: 't', path, children, ...sizes, ...more });
}

interface Injection {
  readonly target: { readonly allFrames?: boolean; readonly frameIds?: number[] };
  readonly files?: string[];
}
type Answer = { readonly frameId: number; readonly result?: unknown };

/** The part of a browser that the toolkit uses. */
function browser(answer: (injection: Injection) => Promise<readonly Answer[]>): Scripting {
  return { executeScript: answer } as unknown as Scripting;
}

afterEach(() => {
  vi.useRealTimers();
});

it('gives a page that answers nothing ten seconds in all, and says so in a sentence', async () => {
  vi.useFakeTimers();
  const asked: boolean[] = [];
  const scripting = browser(({ target }) => {
    asked.push(target.allFrames === true);
    return new Promise(() => undefined);
  });
  let taken: unknown;
  void takeSnapshot({ tabId: 1 }, scripting).then((outcome) => {
    taken = outcome;
  });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(taken).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toMatchObject({ ok: false, why: 'nothing', message: expect.any(String) });
  expect(asked).toEqual([true, false]);
});

it('asks the page alone when a busy frame keeps every answer back', async () => {
  const scripting = browser(({ target }) =>
    target.allFrames
      ? new Promise(() => undefined)
      : Promise.resolve([{ frameId: 0, result: `${head([])}\n${BODY}` }]),
  );
  const taken = await takeSnapshot({ tabId: 1 }, scripting, { patienceMs: 20 });
  expect(taken).toMatchObject({ ok: true, frameCount: 1, unread: [{ path: [0] }] });
});

it('counts a frame as not read when it went to another page before it was fetched', async () => {
  const scripting = browser(async ({ files }) =>
    files
      ? [
          { frameId: 0, result: `${head([])}\n${BODY}` },
          { frameId: 9, result: `${head([0], { pieceCount: 2 })}\n${BODY}` },
        ]
      : [{ frameId: 9, result: null }],
  );
  const taken = await takeSnapshot({ tabId: 1 }, scripting);
  expect(taken).toMatchObject({ ok: true, frameCount: 1, unread: [{ path: [0] }] });
});

it('asks the reader that an earlier press left, and injects it only where there is none', async () => {
  const asked: unknown[] = [];
  const page = { frameId: 0, result: `${head([])}\n${BODY}` };
  const frame = { frameId: 9, result: `${head([0])}\n${BODY}` };
  const withNone = (...ids: number[]): Scripting =>
    browser(async ({ target, files }) => {
      asked.push(files ? target : 'kept');
      const all = [page, frame].filter(({ frameId }) => target.frameIds?.includes(frameId) ?? true);
      return files
        ? all
        : all.map((each) => (ids.includes(each.frameId) ? { ...each, result: 0 } : each));
    });
  for (const ids of [[], [9], [0, 9]]) {
    const taken = await takeSnapshot({ tabId: 1 }, withNone(...ids), { reader: '1' });
    expect(taken).toMatchObject({ ok: true, frameCount: 2, unread: [] });
  }
  expect(asked).toEqual([
    'kept',
    'kept',
    { tabId: 1, frameIds: [9] },
    'kept',
    { tabId: 1, frameIds: [0, 9] },
  ]);
});

it('injects the reader everywhere when a frame without one has gone meanwhile', async () => {
  const scripting = browser(({ target, files }) => {
    if (target.frameIds) return Promise.reject(new Error('No frame with id 9 in tab 1.'));
    const result = files ? `${head([])}\n${BODY}` : `${head([])}\n${BODY.replace('rms', 'old')}`;
    return Promise.resolve([{ frameId: 0, result }, ...(files ? [] : [{ frameId: 9, result: 0 }])]);
  });
  const taken = await takeSnapshot({ tabId: 1 }, scripting, { reader: '1' });
  expect(taken).toMatchObject({ ok: true, frameCount: 1, unread: [{ path: [0] }] });
});

it('does not believe a frame that says it is the page', async () => {
  const scripting = browser(async () => [
    { frameId: 9, result: `${head([])}\n${BODY.replace('rms', 'lie')}` },
    { frameId: 0, result: `${head([])}\n${BODY}` },
  ]);
  const taken = await takeSnapshot({ tabId: 1 }, scripting);
  expect(taken.ok && taken.pieces.join('')).not.toContain('lie');
  expect(taken).toMatchObject({ ok: true, frameCount: 1 });
});

it('says in words why a page cannot be read', async () => {
  const why = async (said: string, url?: string): Promise<string> => {
    const scripting = browser(() => Promise.reject(new Error(said)));
    const taken = await takeSnapshot({ tabId: 1, ...(url ? { url } : {}) }, scripting);
    return taken.ok ? 'read' : taken.why;
  };
  expect(await why('Cannot access a chrome:// URL')).toBe('cannot-read');
  expect(await why('The extensions gallery cannot be scripted.')).toBe('cannot-read');
  const host = 'Extension manifest must request permission to access the respective host.';
  expect(await why(`Cannot access contents of the page. ${host}`)).toBe('grant-gone');
  expect(await why('Missing host permission for the tab')).toBe('grant-gone');
  expect(await why('Missing host permission for the tab', 'about:addons')).toBe('cannot-read');
  expect(await why('No tab with id: 7.')).toBe('nothing');
  const empty = await takeSnapshot(
    { tabId: 1 },
    browser(async () => [{ frameId: 0 }]),
  );
  expect(empty).toMatchObject({ ok: false, why: 'nothing' });
});
