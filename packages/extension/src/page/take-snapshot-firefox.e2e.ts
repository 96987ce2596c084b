import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type TestSite } from './test-browser.js';
import { type FirefoxExtension, openFirefoxExtension } from './test-firefox.js';

let firefox: FirefoxExtension;
let site: TestSite;

beforeAll(async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, at) => `<tr><th>Label ${at}<td>Wert é😀 ${at}`,
  ).join('');
  site = await serve({
    '/': `<!doctype html><title>Record</title><form><input name="firstChild" value="typed"><input type="password" value="SECRET"></form>
      <select multiple><option selected>One<option selected>Two</select><p id="t">Name: <b>Rowan</b></p><iframe src="/inner?token=SECRET&id=7"></iframe>
      <div id="host"></div><script>document.getElementById('host').attachShadow({mode:'closed'}).innerHTML='<p>closed text</p>'</script><table>${rows}</table>`,
    '/inner': '<!doctype html><p>inner</p>',
  });
  firefox = await openFirefoxExtension(`
    import { createHighlighter } from './highlight.ts';
    import { takeSnapshot } from './take-snapshot.ts';
    globalThis.seen = (async () => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('${site.origin}'));
      const taken = await takeSnapshot({ tabId: tab.id }, chrome.scripting);
      if (!taken.ok) return taken;
      const json = taken.pieces.join('');
      const highlighter = createHighlighter(chrome.scripting);
      const place = { frame: [], selector: '#t', verbatim: 'Rowan' };
      const { frames } = JSON.parse(json);
      return {
        paths: frames.map(({ path }) => path),
        inner: frames[1]?.url,
        inPieces: taken.pieces.length > 5,
        holds: ['typed', 'closed text', 'inner', 'One\\\\nTwo', 'Wert é😀 2999', 'SECRET'].map((text) => json.includes(text)),
        shown: await highlighter.show(tab.id, place),
        gone: await highlighter.show(tab.id, { ...place, selector: '#gone' }),
      };
    })();`);
});
afterAll(async () => {
  await firefox?.close();
  site?.close();
});

it('reads in Firefox what it reads in Chromium, and shows where it stood', async () => {
  const tab = await firefox.browser.newPage();
  await tab.goto(`${site.origin}/`);
  const before = await tab.content();
  await firefox.openPanel();
  await expect
    .poll(() => firefox.seen(), { timeout: 240_000, interval: 500 })
    .toEqual({
      paths: [[], [0]],
      inner: `${site.origin}/inner?token=&id=7`,
      inPieces: true,
      holds: [true, true, true, true, true, false],
      shown: true,
      gone: false,
    });
  expect(await tab.content()).toBe(before);
});
