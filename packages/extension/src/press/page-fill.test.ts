import type {
  ControlTarget,
  FillOutcome,
  FillStep,
  MeantDay,
  Mirror,
} from '@cyber-prevent/core/fill';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Filler } from '../page/fill/filler.js';
import { createPageFill } from './page-fill.js';

afterEach(() => {
  globalThis.__cpFill = undefined;
});

/** The page's response to a text typed into one of its boxes. */
type Makes = (text: string, id: string) => string;

interface Injected {
  readonly func?: (...args: readonly unknown[]) => unknown;
  readonly args?: readonly unknown[];
  readonly files?: readonly string[];
}

/** A page with boxes, as the injected script answers for it: `makes` decides what it turns a text into. */
function pageOf(
  holds: Record<string, string>,
  makes: Makes,
  later: Makes = (text) => text,
  mirrors?: readonly Mirror[],
) {
  const boxes = new Map(Object.entries(holds));
  const typed = new Map<string, { readonly id: string; readonly was: string }>();
  const now = (id: string) => boxes.get(id) ?? '';
  const filler = {
    facts: (targets: readonly ControlTarget[]) =>
      targets.map((target) => ({
        target,
        value: now(target.selector),
        isTicked: false,
        isDisabled: false,
        isReadOnly: false,
      })),
    begin: () => undefined,
    stop: () => null,
    end: () => null,
    async take({ id, act }: FillStep, key: string): Promise<FillOutcome> {
      typed.set(key, { id, was: now(id) });
      const text = 'text' in act ? act.text : '';
      boxes.set(id, makes(text, id));
      const kind = now(id) === text ? 'done' : 'refused';
      return { id, kind, now: now(id), ...(mirrors ? { mirrors } : {}) };
    },
    look(keys: readonly string[]): readonly FillOutcome[] {
      return keys.flatMap((key) => {
        const id = typed.get(key)?.id ?? '';
        const before = now(id);
        boxes.set(id, later(before, id));
        return now(id) === before ? [] : [{ id, kind: 'refused' as const, now: now(id) }];
      });
    },
    async undo(key: string): Promise<FillOutcome | null> {
      const { id = '', was = '' } = typed.get(key) ?? {};
      typed.delete(key);
      if (now(id) === was) return null;
      boxes.set(id, was);
      return { id, kind: 'done', now: was };
    },
  };
  const scripting = {
    async executeScript({ func, args = [], files }: Injected) {
      if (files) {
        globalThis.__cpFill = { version: '1', filler: filler as unknown as Filler };
        return [{ frameId: 0, documentId: 'a', result: { path: [], count: 0 } }];
      }
      return [{ frameId: 0, documentId: 'a', result: await func?.(...args) }];
    },
  } as unknown as Parameters<typeof createPageFill>[0];
  const fill = createPageFill(scripting, 0);
  return {
    boxes,
    async fills(steps: readonly FillStep[]) {
      await fill.facts(
        1,
        steps.map(({ target }) => target),
      );
      const told: FillOutcome[] = [];
      const outcomes = await fill.fill(1, steps, { onStep: (outcome) => told.push(outcome) });
      return { outcomes, told };
    },
    undo: () => fill.undo(1),
  };
}

function step(id: string, text: string, more: { day?: MeantDay; of?: string } = {}): FillStep {
  const { day, of } = more;
  return {
    id,
    ...(of === undefined ? {} : { of }),
    target: { frame: [], selector: id, tag: 'input', type: 'text', name: id },
    act: { kind: 'type', text, ...(day ? { day } : {}) },
    before: { value: '', isTicked: false },
  };
}

const on = '2010-05-02' as MeantDay['on'];
const born = (text: string, order: MeantDay['order']) => step('born', text, { day: { on, order } });

describe('a day', () => {
  it('of which the page made another day is refused, and what stood there is put back', async () => {
    const page = pageOf({ born: 'not known' }, () => '5 February 2010');
    const { outcomes, told } = await page.fills([born('02/05/2010', 'day')]);
    expect(outcomes).toEqual([
      { id: 'born', kind: 'refused', now: 'not known', made: '5 February 2010' },
    ]);
    expect(told.at(-1)).toEqual(outcomes[0]);
    expect(page.boxes.get('born')).toBe('not known');
    expect(await page.undo()).toEqual([]);
  });

  it.each([
    ['05/02/2010', 'month', '2 May 2010'],
    ['05/02/2010', 'month', '2010-05-02'],
    ['02/05/2010', 'day', '02-May-2010'],
  ] as const)('typed as %s, %s first, may stand as %s', async (text, order, now) => {
    const page = pageOf({ born: '' }, () => now);
    const { outcomes } = await page.fills([born(text, order)]);
    expect(outcomes).toEqual([{ id: 'born', kind: 'done', now }]);
    expect(page.boxes.get('born')).toBe(now);
  });

  it('that the page makes another of once the typing is over is put back too', async () => {
    const page = pageOf(
      { born: '' },
      (text) => text,
      () => '2010-02-05',
    );
    const { outcomes } = await page.fills([born('02/05/2010', 'day')]);
    expect(outcomes).toEqual([{ id: 'born', kind: 'refused', now: '', made: '2010-02-05' }]);
    expect(page.boxes.get('born')).toBe('');
  });
});

describe('a day that a field out of sight is sent for', () => {
  const says = (mirror: { readonly was: string; readonly now: string }) =>
    pageOf(
      { born: '' },
      (text) => text,
      (text) => text,
      [mirror],
    );

  it('is refused where that field holds another day, whatever the box shows, and is put back', async () => {
    const page = says({ was: '', now: '2010-02-05' });
    const { outcomes } = await page.fills([born('02/05/2010', 'day')]);
    expect(outcomes).toEqual([{ id: 'born', kind: 'refused', now: '', made: '2010-02-05' }]);
    expect(page.boxes.get('born')).toBe('');
  });

  it('stands there where that field holds the same', async () => {
    const page = says({ was: '', now: '2010-05-02' });
    const { outcomes } = await page.fills([born('02/05/2010', 'day')]);
    expect(outcomes).toEqual([{ id: 'born', kind: 'done', now: '02/05/2010' }]);
  });
});

it('a value in several boxes is there in all of them, or in none', async () => {
  const parts = ['day', 'month', 'year'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...parts]),
      fc.constantFrom('at once', 'later'),
      fc.constantFrom('', '1'),
      async (deaf, when, was) => {
        const makes: Makes = (text, id) => (deaf.includes(id as 'day') ? 'x' : text);
        const holds = { day: was, month: was, year: was, place: was };
        const page = when === 'later' ? pageOf(holds, (text) => text, makes) : pageOf(holds, makes);
        const { outcomes } = await page.fills([
          ...parts.map((id, at) => step(id, ['2', '5', '2010'][at] ?? '', { of: 'bornOn' })),
          step('place', 'Home'),
        ]);
        const stands = parts.map((id) => page.boxes.get(id));
        expect(stands).toEqual(deaf.length > 0 ? [was, was, was] : ['2', '5', '2010']);
        expect(page.boxes.get('place')).toBe('Home');
        expect(outcomes.some(({ kind }) => kind === 'refused')).toBe(deaf.length > 0);
        for (const outcome of outcomes)
          if (outcome.id !== 'place' && deaf.length > 0) expect(outcome.kind).not.toBe('done');
      },
    ),
  );
});
