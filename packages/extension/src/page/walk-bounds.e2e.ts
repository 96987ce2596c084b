import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, isolated, openChromium, type World } from './test-browser.js';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle(
    "import * as reader from '../testing/frame-under-test.ts'; import { startWalk } from './walk.ts'; Object.assign(globalThis, { reader: { ...reader, startWalk } });",
  );
  browser = await openChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

async function open(html: string): Promise<World> {
  await page.setContent(`<!doctype html><title>A page</title><body>${html}`);
  return isolated(page, script);
}

describe('walk, on large pages', () => {
  it('stops at its bounds and says so, with a tree that is still whole', async () => {
    const world = await open('<div id="deep" style="display:none"></div>');
    await page.evaluate(() => {
      let at = document.getElementById('deep');
      for (let depth = 0; depth < 1_500; depth += 1)
        at = at?.appendChild(document.createElement('div')) ?? null;
      at?.append('bottom');
    });
    const deep = await world.report();
    expect(deep.head.cut).toBe('depth');
    expect(JSON.stringify(deep.frame.tree)).not.toContain('bottom');
    await page.evaluate(() => {
      document.body.replaceChildren(
        ...Array.from({ length: 120_000 }, (_, at) => {
          const line = document.createElement('b');
          line.append(String(at));
          return line;
        }),
      );
    });
    const wide = await world.report();
    expect(wide.head).toMatchObject({ cut: 'nodes', nodeCount: 200_000 });
    const both = JSON.parse(
      await world.run<string>(`(() => {
        let at = document.body.firstChild;
        for (let depth = 0; depth < 1_100; depth += 1) at = at.appendChild(document.createElement('i'));
        const walk = reader.startWalk(undefined, { nodes: 5_000, size: 60_000_000 });
        walk.step(Infinity);
        return JSON.stringify(walk.head());
      })()`),
    );
    expect(both).toMatchObject({ cut: 'depth', nodeCount: 5_000 });
  });

  it('lets the page go on while it reads, and grows in line with the page', async () => {
    for (const nodes of [5_000, 20_000]) {
      const row = (at: number): string =>
        `<tr><th scope="row">Label ${at}</th><td id="v${at}">Value <b>${at}</b></td><td><input value="${at}"></td></tr>`;
      const world = await open(
        `<table>${Array.from({ length: nodes / 10 }, (_, at) => row(at)).join('')}</table>`,
      );
      const times: number[] = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const answer = await world.run<string>('reader.installSnapshot()');
        const { readMs, longestMs, nodeCount } = JSON.parse(answer.slice(0, answer.indexOf('\n')));
        expect(nodeCount).toBeGreaterThan(nodes * 0.8);
        times.push(readMs);
        if (turn === 0)
          console.log(`${nodeCount} nodes: first ${readMs} ms, longest stretch ${longestMs} ms`);
      }
      console.log(`${nodes} nodes: median ${times.toSorted((a, b) => a - b)[3]} ms`);
    }
  });
});
