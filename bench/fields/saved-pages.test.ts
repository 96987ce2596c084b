import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, savedPages, servePages } from './saved-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-saved-'));
let server: PageServer;

beforeAll(async () => {
  const system = join(folder, 'mail');
  mkdirSync(system);
  mkdirSync(join(folder, 'no-truth'));
  const pages = {
    inbox: { url: 'http://127.0.0.1:8103/?_task=mail&_mbox=INBOX' },
    case: { url: 'http://127.0.0.1:8107/case#referral' },
  };
  writeFileSync(join(system, 'truth.json'), JSON.stringify({ pages }));
  for (const name of ['inbox.html', 'inbox.frame1.html', 'case.html', 'case.frame1.html'])
    writeFileSync(join(system, name), name);
  server = await servePages(folder);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('saved pages', () => {
  it('are those with a truth, or of one system', () => {
    const names = savedPages(folder).map(({ system, page }) => `${system}/${page}`);
    expect(names).toEqual(['mail/inbox', 'mail/case']);
    expect(savedPages(folder, 'other')).toEqual([]);
  });

  it('are served at the path and query they had, with their own frames beside them and nothing else', async () => {
    const [inbox, other] = savedPages(folder);
    if (!inbox || !other) throw new Error('no pages');
    const text = async (url: string | URL): Promise<string> => (await fetch(url)).text();
    const at = server.show(inbox);
    expect(new URL(at).search).toBe('?_task=mail&_mbox=INBOX');
    expect(await text(at)).toBe('inbox.html');
    expect(await text(new URL('/deep/inbox.frame1.html', at))).toBe('inbox.frame1.html');
    expect((await fetch(new URL('/?_task=mail', at))).status).toBe(404);
    expect((await fetch(new URL('/case.frame1.html', at))).status).toBe(404);
    expect((await fetch(new URL('/inbox.frame%2f..%2ftruth.json', at))).status).toBe(404);
    expect(await text(server.show(other))).toBe('case.html');
    expect(new URL(server.show(other)).hash).toBe('#referral');
  });

  it('say what was asked for since they came to rest', async () => {
    const [inbox] = savedPages(folder);
    if (!inbox) throw new Error('no pages');
    const at = server.show(inbox);
    await fetch(at);
    await server.rest();
    expect(server.takeRequests()).toEqual([]);
    await fetch(new URL('/late.png', at));
    expect(server.takeRequests()).toEqual(['/late.png']);
    expect(server.takeRequests()).toEqual([]);
  });
});
