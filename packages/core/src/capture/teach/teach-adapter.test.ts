import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { type SavedPage, snapshotOfHtml } from '../../page/saved-page.js';
import { testAdapterFile, testAdapterMetamorphs } from '../../testing/index.js';
import type { Adapter } from '../adapter/adapter.js';
import { proveAdapter } from '../proof/proof-adapter.js';
import { adapterFile } from '../proof/proof-file.js';
import { recordFixture } from '../proof/proof-fixture.js';
import type { TaughtValue, TeachOptions } from './taught.js';
import { teachAdapter } from './teach-adapter.js';

const REGISTER = `<title>Enquiry</title>
<h1>Enquiry register</h1>
<table><tr><th>Signed in</th><td>Desk 4</td></tr></table>
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
  saved: SavedPage = { url: 'https://register.example.org/enquiries/42?id=42' },
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

function taught(page: Page, options: Omit<TeachOptions, 'about' | keyof Page>): Adapter {
  const result = teachAdapter({ ...page, ...options, about: ABOUT });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const codesOf = ({ issues }: ReturnType<typeof teachAdapter>) => issues.map(({ code }) => code);

describe('teachAdapter', () => {
  const page = pageOf(REGISTER);
  const said = pointing(page, {
    'subject.name': 'Kit Wraxhollow',
    'subject.bornOn': '14/03/2009',
    'subject.phones[]': '07700 900321',
    'referral.reference': 'ER/2026/0042',
    'referral.receivedOn': '19/02/2026',
    'referral.narrative': 'Said to be selling a tool that takes over game accounts.',
  });

  it('names labels first, with an owner where the label stands for several people', () => {
    expect(taught(page, { taught: said }).screens).toMatchObject([
      {
        fields: {
          'referral.receivedOn': [{ label: 'Logged' }],
          'subject.phones[]': [{ label: 'Telephone', owner: 'Young person' }],
          'referral.reference': [{ label: 'URN' }],
          'referral.narrative': [{ label: 'Grounds' }],
        },
      },
    ]);
  });

  it('takes nothing of the record into the adapter', () => {
    expect(JSON.stringify(taught(page, { taught: said }))).not.toMatch(
      /kit|wraxhollow|07700|2009|0042|desk 4|selling/i,
    );
  });

  it('chooses what every record has to tell the screen by, and the parameter that names a record', () => {
    const { match, screens, link } = taught(page, { taught: said });
    expect(match.anchors).toEqual(
      expect.arrayContaining([
        { title: 'Enquiry' },
        { heading: 'Enquiry register' },
        { heading: 'Young person' },
        { label: 'URN' },
      ]),
    );
    expect(screens[0]?.when).toEqual([{ heading: expect.any(String) }]);
    expect(link).toEqual({ query: ['id'] });
  });

  it('leaves out what is never to be offered', () => {
    const { reading } = page;
    const desk = reading.values.find(({ value }) => value === 'Desk 4')?.id ?? '';
    const adapter = taught(page, { taught: said, suppressed: [desk] });
    expect(adapter.screens[0]?.suppress).toEqual([{ label: 'Signed in' }]);
  });

  it('keeps a reader that is not the field’s own', () => {
    const [name] = pointing(page, { 'subject.name': 'Kit Wraxhollow' });
    const adapter = taught(page, { taught: name ? [{ ...name, read: 'text' }] : [] });
    expect(adapter.screens[0]?.fields['subject.name']).toMatchObject([
      { label: 'Known as', read: 'text' },
    ]);
  });

  it('goes by the whole column where a cell of a table of records was pointed at', () => {
    const table = pageOf(
      `<h1>Referral record</h1><h2>Online identifiers</h2>
      <table><thead><tr><th>Platform</th><th>Username</th></tr></thead><tbody>
      <tr><td>Discord</td><td>wrax_9</td></tr><tr><td>Steam</td><td>kit.wrax</td></tr></tbody></table>`,
    );
    const id = (text: string) => table.reading.values.find(({ value }) => value === text)?.id ?? '';
    const path = 'subject.onlineIdentifiers[].asSeen';
    const named = [{ table: 'Online identifiers', columns: { [path]: 'Username' } }];
    const one = [{ path, valueId: id('wrax_9') }] as const;
    const adapter = taught(table, { taught: one });
    expect(adapter.screens[0]?.rows).toEqual(named);
    expect(proveAdapter(adapter, table, one).fields).toMatchObject([
      { isEqual: true, pointedAt: ['wrax_9'], alsoTakes: ['kit.wrax'] },
    ]);
    const rows = [{ columns: { [path]: id('kit.wrax') }, platform: id('Discord') }];
    expect(taught(table, { taught: [], rows }).screens[0]?.rows).toEqual([
      { ...named[0], platform: 'Platform' },
    ]);
    const result = teachAdapter({
      ...table,
      taught: [],
      rows: [{ columns: { [path]: 'none' } }],
      about: ABOUT,
    });
    expect(codesOf(result)).toContain('teach-table-unclear');
  });

  it('reads two places of one field, under two labels', () => {
    const two = pageOf(
      '<h1>Referral record</h1><h2>Subject</h2><dl><dt>Mobile</dt><dd>07700 900321</dd><dt>Home phone</dt><dd>01632 960321</dd></dl>',
    );
    const both = two.reading.values.map(({ id }) => ({
      path: 'subject.phones[]' as const,
      valueId: id,
    }));
    const adapter = taught(two, { taught: both });
    expect(proveAdapter(adapter, two, both).fields).toMatchObject([
      {
        isEqual: true,
        reads: [{ value: '+447700900321' }, { value: '+441632960321' }],
        alsoTakes: [],
      },
    ]);
  });

  it('goes by an id that lasts where there is no label, and by the way down where there is no id', () => {
    const bare = pageOf(
      `<h1>Referral record</h1><div id="who"><b class="css-1x2y3z">Kit Wraxhollow</b></div>
      <div id="row-4711"><span>ER/2026/0042</span></div><p id="wraxhollow">14/03/2009</p>`,
    );
    const at = (selector: string) => ({ place: { frame: [], selector } });
    const adapter = taught(bare, {
      taught: [
        { path: 'subject.name', ...at('#who') },
        { path: 'referral.reference', ...at('span') },
        { path: 'subject.bornOn', ...at('p') },
      ],
    });
    expect(adapter.screens[0]?.fields).toEqual({
      'subject.name': [{ selector: '#who' }],
      'referral.reference': [{ selector: 'span:nth-of-type(1)' }],
      'subject.bornOn': [{ selector: 'p:nth-of-type(1)' }],
    });
    expect(JSON.stringify(adapter)).not.toMatch(/css-|4711|wraxhollow/);
  });

  it('says which place is not on the page, which cannot be found again, and what was taught twice', () => {
    const gone = teachAdapter({
      ...page,
      taught: [
        { path: 'subject.name', valueId: 'none' },
        { path: 'subject.bornOn', place: { frame: [3], selector: '#x' } },
      ],
      about: ABOUT,
    });
    expect(gone.issues).toMatchObject([
      { code: 'teach-not-found', at: 'subject.name' },
      { code: 'teach-not-found', at: 'subject.bornOn' },
    ]);
    const [first] = said;
    const twice = teachAdapter({
      ...page,
      taught: first ? [first, { ...first, path: 'referrer.name' }] : [],
      about: ABOUT,
    });
    expect(codesOf(twice)).toContain('teach-conflict');
    const prose = pageOf(
      '<h1>Referral record</h1><p>We spoke with Marlo Quill on Tuesday about it.</p>',
    );
    const within = { frame: [], selector: 'p:nth-of-type(1)', text: 'Marlo Quill' };
    const lost = teachAdapter({
      ...prose,
      taught: [{ path: 'subject.name', place: within }],
      about: ABOUT,
    });
    expect(codesOf(lost)).toEqual(['teach-not-locatable']);
    expect(codesOf(teachAdapter({ ...page, taught: [], about: ABOUT }))).toEqual(['teach-nothing']);
  });

  it('warns when little tells the screen and no host is named, and refuses when nothing does', () => {
    const little = pageOf(
      '<p><label for="a">Name</label> <input id="a" value="Kit Wraxhollow"></p>',
    );
    const [value] = little.reading.values;
    const one = [{ path: 'subject.name', valueId: value?.id ?? '' }] as const;
    expect(codesOf(teachAdapter({ ...little, taught: one, about: ABOUT }))).toEqual([
      'teach-few-anchors',
    ]);
    const hosts = ['register.example.org'];
    expect(codesOf(teachAdapter({ ...little, taught: one, about: { ...ABOUT, hosts } }))).toEqual(
      [],
    );
    const nothing = pageOf('<title>Kit Wraxhollow</title><b>Kit Wraxhollow</b>');
    const place = { frame: [], selector: 'b' };
    const none = teachAdapter({
      ...nothing,
      taught: [{ path: 'subject.name', place }],
      about: ABOUT,
    });
    expect(codesOf(none)).toEqual(['teach-no-anchors']);
  });

  it('refuses what an adapter may not be called', () => {
    const wrong = teachAdapter({
      ...page,
      taught: said,
      about: { ...ABOUT, id: 'No id', hosts: ['https://x'] },
    });
    expect(wrong.issues.map(({ at }) => at)).toEqual(['id', 'match.hosts.0']);
  });

  it('never takes a name into the adapter, whatever stands where', () => {
    const name = fc.stringMatching(/^(?:Zq|Xv|Qj)[aeioux]{2,6}$/);
    fc.assert(
      fc.property(name, name, fc.nat(5), (given, family, kind) => {
        const who = `${given} ${family}`;
        const shapes = [
          `<title>${who}</title><h1>${who}</h1><h2>Subject</h2><dl><dt>Name</dt><dd>${who}</dd></dl>`,
          `<title>Record - ${who}</title><h1>Referral record</h1><p id="${family}">${who}</p>`,
          `<h1>Referral: ${who}</h1><table><tr><th>${given}</th><td>${who}</td></tr></table>`,
          `<h2>${given}</h2><div class="${family}"><span class="${given}">${who}</span></div><h2>Details</h2>`,
          `<h1>Referral record</h1><p>${given}: ${who}</p><p>${family}: yes</p>`,
          `<h1>Referral record</h1><form name="${family}"><input name="${given}" value="${who}"></form>`,
        ];
        const odd = pageOf(shapes[kind] ?? '');
        const value = odd.reading.values.find((each) => each.value === who);
        const pointed = value
          ? { valueId: value.id }
          : { place: { frame: [], selector: 'input', text: who } };
        const all = [
          pointed,
          { place: { frame: [], selector: 'p' } },
          { place: { frame: [], selector: 'span' } },
        ];
        for (const each of all) {
          const result = teachAdapter({
            ...odd,
            taught: [{ path: 'subject.name', ...each }],
            about: ABOUT,
          });
          expect(JSON.stringify(result)).not.toMatch(new RegExp(`${given}|${family}`, 'i'));
        }
      }),
    );
  });
});

describe('proveAdapter', () => {
  const page = pageOf(REGISTER);
  const said = pointing(page, { 'subject.phones[]': '07700 900321' });
  const adapter = taught(page, { taught: said });
  const with_ = (fields: Adapter['screens'][number]['fields']): Adapter => ({
    ...adapter,
    screens: [{ fields }],
  });

  it('says what a locator would take besides', () => {
    const wide = with_({ 'subject.phones[]': [{ label: 'Telephone' }] });
    expect(proveAdapter(wide, page, said).fields).toMatchObject([
      { isEqual: false, alsoTakes: ['07700 900322'], missed: [] },
    ]);
  });

  it('says what is missed, and which field takes it instead', () => {
    const other = with_({ 'referrer.phone': [{ label: 'Telephone', owner: 'Young person' }] });
    const { fields, proved } = proveAdapter(other, page, said);
    expect(fields[0]).toMatchObject({
      missed: ['07700 900321'],
      inConflictWith: ['referrer.phone'],
    });
    expect(proved.fields).toBeLessThan(proved.of);
  });

  it('says what drift an officer would be told of, and what fell back', () => {
    const { screens, ...rest } = adapter;
    const drifted: Adapter = {
      ...rest,
      expires: '2026-01-01',
      match: { anchors: [...adapter.match.anchors, { heading: 'Gone' }] },
      screens: [{ fields: { ...screens[0]?.fields, 'subject.emails[]': [{ label: 'Email' }] } }],
    };
    const proof = proveAdapter(drifted, page, said, '2026-11-25');
    expect(proof.drift.map(({ code }) => code)).toEqual(['adapter-drift', 'adapter-expired']);
    expect(proof.anchors.missed).toEqual([{ heading: 'Gone' }]);
    expect(proof.fellBack).toEqual(['subject.emails[]']);
  });
});

const plain = pageOf(REGISTER);
const adapter = taught(plain, {
  taught: pointing(plain, {
    'subject.name': 'Kit Wraxhollow',
    'subject.bornOn': '14/03/2009',
    'subject.phones[]': '07700 900321',
    'referral.reference': 'ER/2026/0042',
    'referral.narrative': 'Said to be selling a tool that takes over game accounts.',
  }),
});
const recorded = recordFixture(plain.snapshot, adapter, { name: 'register', seed: 5 });
if (!recorded.ok) throw new Error(JSON.stringify(recorded.issues));
testAdapterFile(adapterFile(adapter, [recorded.value.fixture]));
testAdapterMetamorphs('a plain page', adapter, plain.snapshot);
