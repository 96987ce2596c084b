import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type TestSite } from '../page/test-browser.js';
import { type FirefoxExtension, openFirefoxExtension } from '../page/test-firefox.js';
import { PARSE_PANEL } from './test-panel.js';

/** Firefox has no sandboxed extension pages: the frame's attribute and the page's own policy stand in for them. */
const SCRIPT = `${PARSE_PANEL}
  const at = { kind: 'html', url: 'https://rms.example/1' };
  const big = '<table>' + '<tr><th>Field</th><td>Value</td></tr>'.repeat(60_000) + '</table>';
  const frame = document.querySelector('iframe');
  globalThis.seen = (async () => {
    const first = await test.parse({ ...at, html: '<dl><dt>Date of birth<dd>3 April 2011</dl>' });
    const slow = await test.parse({ ...at, html: big }, 50);
    const next = await test.parse({ kind: 'text', title: 'Call', text: 'Date of birth: 03/04/2011' });
    return {
      value: first.ok ? first.value.rows[0]?.value : first.issues,
      slow: slow.ok ? 'read' : slow.issues[0]?.code,
      next: next.ok ? next.value.rows[0]?.value : next.issues,
      reachable: frame.contentDocument !== null,
    };
  })();`;

let firefox: FirefoxExtension;
let site: TestSite;

beforeAll(async () => {
  site = await serve({ '/': 'here' });
  firefox = await openFirefoxExtension(SCRIPT);
});
afterAll(async () => {
  await firefox?.close();
  site?.close();
});

it('reads in Firefox in a worker without origin, and ends one that takes too long', async () => {
  await firefox.openPanel();
  await expect
    .poll(() => firefox.seen(), { timeout: 240_000, interval: 500 })
    .toEqual({
      value: '2011-04-03',
      slow: 'parse-too-slow',
      next: '2011-04-03',
      reachable: false,
    });
});
