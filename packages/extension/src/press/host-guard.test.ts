import { withHostClasses } from '@cyber-prevent/core';
import { expect, it, vi } from 'vitest';
import { refusedHost } from './host-guard.js';

/** Ports for a tab at that address; without one, the page itself gives it. */
function portsOf(url: string | undefined, said = '') {
  const executeScript = vi.fn(async () => [{ frameId: 0, documentId: 'x', result: said }]);
  return {
    tabs: { get: async () => ({ url }) },
    scripting: { executeScript } as never,
    classes: async () => withHostClasses([{ class: 'never', domains: ['records.example.org'] }]),
    executeScript,
  };
}

it.each(['https://pnc.northmoor.example/person/1', 'https://records.example.org/person/1'])(
  'refuses %s in words, by its address alone',
  async (url) => {
    const ports = portsOf(url);
    expect(await refusedHost({ tabId: 1 }, ports)).toMatchObject({
      why: 'host-never',
      message: expect.stringContaining('nothing was read'),
    });
    expect(ports.executeScript).not.toHaveBeenCalled();
  },
);

it('asks the page for its address where the browser does not tell it', async () => {
  expect(
    await refusedHost({ tabId: 1 }, portsOf(undefined, 'https://leds.example/')),
  ).toMatchObject({
    why: 'host-never',
  });
});

it('lets every other page be read', async () => {
  expect(await refusedHost({ tabId: 1 }, portsOf('https://rms.example.org/1'))).toBeUndefined();
  expect(await refusedHost({ tabId: 1 }, portsOf(undefined, 'about:blank'))).toBeUndefined();
});

it('says why when the tab cannot be asked', async () => {
  const ports = portsOf(undefined);
  const refusal = 'Cannot access contents of the page.';
  const scripting = { executeScript: () => Promise.reject(new Error(refusal)) } as never;
  expect(await refusedHost({ tabId: 1 }, { ...ports, scripting })).toMatchObject({
    why: 'grant-gone',
  });
});

it('goes by the address that was just pressed on, and asks the browser again a moment later', async () => {
  const ports = portsOf('https://rms.example.org/1');
  const pressed = { tabId: 1, url: 'https://leds.example/', press: Date.now() };
  expect(await refusedHost(pressed, ports)).toMatchObject({ why: 'host-never' });
  expect(await refusedHost({ ...pressed, press: pressed.press - 60 }, ports)).toBeUndefined();
});
