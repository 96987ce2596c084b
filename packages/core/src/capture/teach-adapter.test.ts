import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { type SavedPage, snapshotOfHtml } from '../page/saved-page.js';
import { proveAdapter } from './proof-adapter.js';
import type { TaughtValue } from './taught.js';
import { teachAdapter } from './teach-adapter.js';

const REGISTER = `<title>Enquiry</title>
<h1>Enquiry register</h1>
<p>Signed in: <b>Desk 4</b></p>
<h2>Young person</h2>
<table>
  <tr><th>Known as</th><td>Kit Wraxhollow</td></tr>
  <tr><th>Born</th><td>14/03/2009</td></tr>
  <tr><th>Telephone</th><td>07700 900321</td></tr>
</table>
<h2>Parent</h2>
<table>
  <tr><th>Telephone</th><td>07700 900322</td></tr>
</table>
<h2>Enquiry</h2>
<table>
  <tr><th>URN</th><td>ER/2026/0042</td></tr>
  <tr><th>Logged</th><td>19/02/2026</td></tr>
  <tr><th>Grounds</th><td>Said to be selling a tool that takes over game accounts.</td></tr>
</table>`;
const ABOUT = { id: 'my-system/register', title: 'Register', owner: 'Test desk', version: '1.0.0' };

function pageOf(
  html: string,
  saved: SavedPage = { url: 'https://register.example.org/enquiries/42' },
) {
  const snapshot = snapshotOfHtml(html, saved);
  return { snapshot, reading: readPage(snapshot) };
}

type Page = ReturnType<typeof pageOf>;

function pointing({ reading }: Page, said: Readonly<Record<string, string>>): TaughtValue[] {
  return Object.entries(said).map(([path, text]) => {
    const value = reading.values.find((each) => each.value === text);
    return { path, valueId: value?.id ?? 'none' } as TaughtValue;
  });
}

describe('teachAdapter', () => {
  it('names labels first, with an owner where the label stands for several people', () => {
    const page = pageOf(REGISTER);
    const taught = pointing(page, {
      'subject.name': 'Kit Wraxhollow',
      'subject.bornOn': '14/03/2009',
      'subject.phones[]': '07700 900321',
      'referral.reference': 'ER/2026/0042',
    });
    const result = teachAdapter({ ...page, taught, about: ABOUT });
    expect(result.issues).toEqual([]);
    const adapter = result.ok ? result.value : undefined;
    expect(adapter).toMatchObject({
      screens: [
        {
          fields: {
            'subject.bornOn': [{ label: 'Born' }],
            'subject.phones[]': [{ label: 'Telephone', owner: 'Young person' }],
            'referral.reference': [{ label: 'URN' }],
          },
        },
      ],
    });
    expect(JSON.stringify(adapter)).not.toMatch(/Kit|Wraxhollow|07700|2009|0042/);
    expect(adapter && proveAdapter(adapter, page, taught)).toMatchObject({
      isChosen: true,
      proved: { fields: 4, of: 4 },
      drift: [],
    });
  });
});
