import type { ControlTarget, FillStep } from '@cyber-prevent/core/fill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, NOTHING_SENT, opensDesk } from './fill-form/desk.ts';
import { targetOf } from './fill-form/wanted.ts';
import { until } from './officer.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await opensDesk();
});
afterAll(async () => {
  await desk?.close();
});

const boxes = ['one', 'two', 'three'].map((id) => ({
  id,
  target: targetOf({ id, tag: 'input', type: 'text', name: id }),
}));
const NONE = { value: '', isTicked: false };

/** Reads the facts of the three boxes, as before every filling, and types a word into each. */
async function fillsThree(before = ''): Promise<readonly string[]> {
  const placed = boxes.map(({ id, target }) => ({
    id,
    target: { ...target, selector: `${before}${target.selector}` },
  }));
  await desk.facts(placed.map(({ target }) => target));
  const outcomes = await desk.fill(
    placed.map(({ id, target }) => ({
      id,
      target,
      act: { kind: 'type', text: `word ${id}` },
      before: NONE,
    })),
  );
  return outcomes.map((outcome) =>
    outcome.kind === 'stopped' ? `${outcome.id} ${outcome.by}` : `${outcome.id} ${outcome.kind}`,
  );
}

describe('a page whose handlers', () => {
  it.each([
    ['submit', 'submit the form', 'navigation'],
    ['request', 'ask for the form to be submitted', 'submit'],
    ['location', 'go to another address', 'navigation'],
    ['link', 'press a link', 'navigation'],
    ['push', 'write another address', 'navigation'],
  ] as const)('by %s %s is held, and filling ends there', async (by, _, stop) => {
    await desk.open(`/trap?by=${by}`);
    const url = desk.page.url();
    expect(await fillsThree()).toEqual(['one done', `two ${stop}`]);
    expect(desk.page.url()).toBe(url);
    expect(await desk.state()).toEqual({ one: 'word one', two: 'word two', three: '' });
    expect((await desk.sent()).asked).toEqual([]);
    expect((await desk.undo()).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'two done',
      'one done',
    ]);
    expect(await desk.state()).toEqual({ one: '', two: '', three: '' });
    expect((await desk.sent()).asked).toEqual([]);
  });

  it('submit the form into a frame of their own is not let through unseen', async () => {
    await desk.open('/trap?by=frame');
    const outcomes = await fillsThree();
    expect(outcomes.at(-1)).toMatch(/(?:navigation|request)$/);
  });

  it('ask for a form in a closed shadow tree to be submitted is held too', async () => {
    await desk.open('/trap?by=request&shadow=closed');
    expect(await fillsThree('#host >>> ')).toEqual(['one done', 'two submit']);
    expect((await desk.sent()).asked).toEqual([]);
  });

  it('submit with some delay is held, and told at the step under way or the last', async () => {
    await desk.open('/trap?by=late');
    expect(await fillsThree()).toEqual(['one done', 'two done', 'three navigation']);
    expect((await desk.sent()).asked).toEqual([]);
  });

  it('fetch what a style sheet of their own needs send nothing', async () => {
    await desk.open('/trap?by=paint');
    expect(await fillsThree()).toEqual(['one done', 'two done', 'three done']);
    await until('the style sheet is asked for', async () => desk.forms.asked.length > 0);
    expect(desk.forms.asked).toEqual(['GET /static/calendar.css']);
  });

  it.each(['fetch', 'xhr', 'input', 'blur', 'beacon', 'image', 'asks', 'socket'])(
    'send a request by %s cannot be held, and filling ends where it was seen',
    async (by) => {
      await desk.open(`/trap?by=${by}`);
      const outcomes = await fillsThree();
      expect(outcomes.at(-1)).toMatch(/request$/);
      await until('it came to the server', async () => desk.forms.asked.length > 0);
      expect(await desk.hasSent()).toBe(true);
    },
  );

  it.each([
    ['draft', 'POST /api/draft', 'to an address of its own'],
    ['kept', 'PUT /api/record/1', 'to where it fetched the record from'],
  ])(
    'save a draft after a pause are seen before the officer sends: %s, %s %s',
    async (by, save) => {
      await desk.open(`/trap?by=${by}`);
      expect(await fillsThree()).toEqual(['one done', 'two done', 'three done']);
      await until('the draft is saved', async () => desk.forms.asked.includes(save));
      await until('that is seen', () => desk.hasSent());
      expect((await desk.undo()).map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    },
  );
});

describe('a control', () => {
  it.each([
    ['remove', 'that is taken away', 'three gone'],
    ['swap', 'in whose place stands another, under another label', 'three gone'],
    ['relabel', 'that stays, and asks for another thing by now', 'three gone'],
    ['lock', 'that is made read-only meanwhile', 'three closed'],
    ['hide', 'that is hidden meanwhile', 'three closed'],
  ])('by %s %s is not typed into', async (by, _, told) => {
    await desk.open(`/trap?by=${by}`);
    expect(await fillsThree()).toEqual(['one done', 'two done', told]);
    expect((await desk.state()).three ?? '').toBe('');
  });

  it.each([
    ['clear', 'empties itself'],
    ['longer', 'holds something else than was typed'],
  ])('by %s that %s is told as refused, and holds again what it held', async (by) => {
    await desk.open(`/trap?by=${by}`);
    expect(await fillsThree()).toEqual(['one done', 'two refused', 'three done']);
    expect((await desk.state()).two).toBe('');
    await desk.undo();
    expect(await desk.state()).toEqual({ one: '', two: '', three: '' });
  });

  it('that the officer wrote into since is left, by filling and by undoing', async () => {
    await desk.open('/trap');
    await desk.facts(boxes.map(({ target }) => target));
    await desk.page.type('#two', 'mine');
    const step = ({ id, target }: (typeof boxes)[number], text: string): FillStep => ({
      id,
      target,
      act: { kind: 'type', text },
      before: NONE,
    });
    const told = await desk.fill(boxes.map((box) => step(box, 'ours')));
    expect(told.map(({ kind }) => kind)).toEqual(['done', 'changed', 'done']);
    await desk.page.type('#three', ' and mine');
    const undone = await desk.undo();
    expect(undone.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['three changed', 'one done']);
    expect(await desk.state()).toEqual({ one: '', two: 'mine', three: 'ours and mine' });
  });
});

describe('facts', () => {
  const of = (id: string, tag = 'input', type = 'text', name = id): ControlTarget =>
    targetOf({ id, tag, type, name });

  it('say which controls are shut, fixed, out of sight or would send, and nothing of what is withheld', async () => {
    await desk.open('/plain');
    const facts = await desk.facts([
      of('pass', 'input', 'password'),
      of('code'),
      of('fixed'),
      of('shut'),
      of('trap'),
      of('sends', 'select', ''),
      of('posts', 'select', ''),
      of('leaves'),
      of('many', 'select', ''),
      of('shade', 'input', 'color'),
      of('rich', 'div', '', ''),
      of('go', 'input', 'submit'),
      of('clear', 'input', 'reset', ''),
      of('day', 'input', 'number'),
      of('short', 'textarea', ''),
    ]);
    expect(
      facts.map(({ target, isDisabled, isReadOnly, submits, isMultiple, limit }) => [
        target.selector.slice(1),
        ...(isDisabled ? ['disabled'] : []),
        ...(isReadOnly ? ['read-only'] : []),
        ...(submits ? ['submits'] : []),
        ...(isMultiple ? ['multiple'] : []),
        ...(limit === undefined ? [] : [limit]),
      ]),
    ).toEqual([
      ['fixed', 'read-only'],
      ['shut', 'disabled'],
      ['trap', 'disabled'],
      ['sends', 'submits'],
      ['posts', 'submits'],
      ['leaves', 'submits'],
      ['many', 'read-only', 'multiple'],
      ['shade', 'read-only', 'submits'],
      ['rich', 'read-only'],
      ['go', 'read-only', 'submits'],
      ['clear', 'read-only', 'submits'],
      ['short', 20],
    ]);
  });

  it('or not, a step on such a control does nothing', async () => {
    await desk.open('/plain');
    const before = await desk.state();
    const targets = [
      of('pass', 'input', 'password'),
      of('fixed'),
      of('shut'),
      of('trap'),
      of('leaves'),
      of('rich', 'div', '', ''),
      of('day'),
      of('count', 'input', 'number'),
      of('date', 'input', 'date'),
    ];
    const facts = await desk.facts(targets);
    const outcomes = await desk.fill(
      targets.map((target) => {
        const { value, isTicked } =
          facts.find((fact) => fact.target.selector === target.selector) ?? NONE;
        return {
          id: target.selector,
          target,
          act: { kind: 'type', text: 'does not fit' },
          before: { value, isTicked },
        };
      }),
    );
    expect(outcomes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '#pass gone',
      '#fixed closed',
      '#shut closed',
      '#trap closed',
      '#leaves closed',
      '#rich closed',
      '#day refused',
      '#count refused',
      '#date refused',
    ]);
    expect(await desk.state()).toEqual(before);
    expect(await desk.undo()).toEqual([]);
    expect(await desk.sent()).toEqual(NOTHING_SENT);
  });
});

describe('the page', () => {
  it('can be sent by the officer as before, once filling has ended', async () => {
    await desk.open('/trap');
    await fillsThree();
    await desk.page.evaluate(() => (globalThis as unknown as { sendForm(): void }).sendForm());
    await until('the form is sent', async () => desk.page.url().endsWith('/sent'));
    expect(desk.forms.asked).toEqual(['POST /sent']);
  });

  it('that another took the place of is not typed into, and what stood there is not undone', async () => {
    await desk.open('/trap');
    await desk.facts(boxes.map(({ target }) => target));
    await desk.page.reload();
    const step = { act: { kind: 'type', text: 'ours' }, before: NONE } as const;
    const told = await desk.fill(boxes.map((box) => ({ ...box, ...step })));
    expect(told).toEqual([{ id: 'one', kind: 'stopped', by: 'page-left' }]);
    expect(await desk.state()).toEqual({ one: '', two: '', three: '' });
    expect((await desk.undo()).map(({ kind }) => kind)).toEqual(['gone']);
  });

  it('can be sent as before though the panel went away while it filled', async () => {
    await desk.open('/trap');
    await desk.facts(boxes.map(({ target }) => target));
    await desk.panel.evaluate(async () => {
      const { tabId } = globalThis as unknown as { tabId: number };
      await chrome.scripting.executeScript({
        target: { tabId },
        func: () => globalThis.__cpFill?.filler.begin(),
      });
    });
    const sends = () =>
      desk.page.evaluate(() => (globalThis as unknown as { sendForm?(): void }).sendForm?.());
    await sends();
    expect(desk.forms.asked).toEqual([]);
    await until('the page is let go of', async () => {
      await sends().catch(() => undefined);
      return desk.page.url().endsWith('/sent');
    });
  });

  it('is typed into no further than the step at which the officer stops it', async () => {
    await desk.open('/trap');
    await desk.facts(boxes.map(({ target }) => target));
    const steps = boxes.map((box) => ({
      ...box,
      act: { kind: 'type', text: 'ours' },
      before: NONE,
    }));
    const told = await desk.panel.evaluate(`(async () => {
      const stop = new AbortController();
      const heard = [];
      const onStep = (outcome) => { heard.push(outcome.id); if (outcome.id === 'two') stop.abort(); };
      const outcomes = await pageFill.fill(tabId, ${JSON.stringify(steps)}, { onStep, signal: stop.signal });
      return [heard, outcomes.map(({ id, kind }) => id + ' ' + kind)];
    })()`);
    expect(told).toEqual([
      ['one', 'two'],
      ['one done', 'two done'],
    ]);
    expect(await desk.state()).toEqual({ one: 'ours', two: 'ours', three: '' });
  });

  it('keeps nothing of ours once it is released, and has its own functions back', async () => {
    await desk.open('/trap');
    await desk.page.evaluate(`waysOut = () => [fetch, XMLHttpRequest.prototype.open,
      XMLHttpRequest.prototype.send, Navigator.prototype.sendBeacon, WebSocket.prototype.send];
      own = waysOut();`);
    await fillsThree();
    const isKept = (): Promise<boolean> =>
      asksQuietly(() => Object.hasOwn(globalThis, '__cpFill') && globalThis.__cpFill !== undefined);
    expect(await isKept()).toBe(true);
    const areOwn = () => desk.page.evaluate('own.every((each, at) => each === waysOut()[at])');
    expect(await areOwn()).toBe(false);
    await desk.release();
    expect(await isKept()).toBe(false);
    expect(await areOwn()).toBe(true);
    expect(await desk.undo()).toEqual([]);
  });

  it('does not take a person to have pressed on it, whatever the officer pressed in the panel', async () => {
    await desk.open('/trap');
    await until('the press of the driver is forgotten', async () => !(await isPressedOn()));
    await fillsThree();
    expect(await wasPressed()).toBe(false);
  });
});

/** Asks through the panel: a driver that asks the page itself counts as a press on it. */
function isPressedOn(): Promise<boolean> {
  return asksQuietly(() => navigator.userActivation.isActive);
}

function wasPressed(): Promise<boolean | undefined> {
  return desk.page.evaluate(() => (globalThis as unknown as { pressed?: boolean }).pressed);
}

function asksQuietly(func: () => boolean): Promise<boolean> {
  return desk.panel.evaluate(`(async () => {
    const scripting = quietScripting(chrome.runtime.getURL('quiet.html'));
    const [{ result }] = await scripting.executeScript({ target: { tabId }, func: ${func} });
    return result;
  })()`) as Promise<boolean>;
}
