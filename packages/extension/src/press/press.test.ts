import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GrantedTab } from '../ports/capture-service.js';
import type { Grant } from './grant.js';
import { hearPresses, type Presses } from './press.js';

const URL = 'https://rms.example.org/1';
let now = 0;
let click: (tab: { id?: number; windowId: number; url?: string }) => void;
let grant: (grant: Grant) => void;
let forgotten: number[];
let sooner: number[];
let presses: Presses;
/** Reads the page as soon as it is called, as the draft does. */
let quick: ReturnType<typeof vi.fn<(tab: GrantedTab) => void>>;
let slow: ReturnType<typeof vi.fn<(tab: GrantedTab) => void>>;

const pressed = (press: number, tabId = 7): Grant => ({ tabId, windowId: 1, way: 'page', press });
const clickOn = (tabId = 7): void => click({ id: tabId, windowId: 1, url: URL });

beforeEach(() => {
  now = 5000;
  forgotten = [];
  sooner = [];
  presses = hearPresses(1, {
    clicks: { addListener: (listener) => (click = listener as typeof click) },
    grants: (_, listener) => {
      grant = listener;
      return () => undefined;
    },
    forget: async (_, press) => void forgotten.push(press),
    onSooner: (ms) => sooner.push(ms),
    now: () => now,
  });
  quick = vi.fn((tab: GrantedTab) => presses.taken(tab));
  slow = vi.fn();
  presses.subscribe(quick, true);
  presses.subscribe(slow);
});

describe('a press', () => {
  it('is read at once, with the address it was made on, and not again when the service worker tells of it', () => {
    clickOn();
    expect(quick).toHaveBeenCalledExactlyOnceWith({
      tabId: 7,
      windowId: 1,
      way: 'page',
      press: 5000,
      url: URL,
    });
    expect(slow).not.toHaveBeenCalled();
    grant(pressed(4999));
    expect(quick).toHaveBeenCalledTimes(1);
    expect(slow).toHaveBeenCalledExactlyOnceWith(pressed(4999));
    expect(sooner).toEqual([1]);
  });

  it('is told once when the service worker is the sooner', () => {
    grant(pressed(4999));
    clickOn();
    expect(quick.mock.calls).toEqual([[pressed(4999)]]);
    now = 5600;
    clickOn();
    expect(quick).toHaveBeenCalledTimes(2);
  });

  it('is told again to whoever did not take it, and so is one that nobody heard', () => {
    quick.mockImplementation(() => undefined);
    clickOn();
    grant(pressed(5001));
    grant(pressed(9000));
    grant({ ...pressed(9001), way: 'selection' });
    expect(quick.mock.calls.map(([{ press }]) => press)).toEqual([5000, 5001, 9000, 9001]);
  });

  it('is told by the service worker alone where this page heard only the one before', () => {
    clickOn();
    grant(pressed(5000));
    grant(pressed(5300));
    expect(quick.mock.calls.map(([{ press }]) => press)).toEqual([5000, 5300]);
  });

  it('each is one: a second on the tab, one on another tab, and none of another window', () => {
    clickOn();
    grant(pressed(5000));
    now = 5300;
    clickOn();
    grant(pressed(5301));
    clickOn(8);
    grant(pressed(5302, 8));
    click({ id: 9, windowId: 2, url: URL });
    click({ windowId: 1 });
    expect(quick.mock.calls.map(([{ tabId, press }]) => [tabId, press])).toEqual([
      [7, 5000],
      [7, 5300],
      [8, 5300],
    ]);
  });

  it('is not kept for another look once it was used, whichever of the two comes last', async () => {
    clickOn();
    grant(pressed(5001));
    expect(forgotten).toEqual([]);
    await presses.used(quick.mock.lastCall?.[0] ?? pressed(0));
    expect(forgotten).toEqual([5001]);
    now = 6000;
    clickOn();
    await presses.used(quick.mock.lastCall?.[0] ?? pressed(0));
    expect(forgotten).toEqual([5001]);
    grant(pressed(6001));
    expect(forgotten).toEqual([5001, 6001]);
    await presses.used(pressed(9000));
    expect(forgotten).toEqual([5001, 6001, 9000]);
  });

  it('stays kept while nobody has looked, as behind the unlock form', () => {
    quick.mockImplementation(() => undefined);
    clickOn();
    grant(pressed(5001));
    expect(forgotten).toEqual([]);
  });
});
