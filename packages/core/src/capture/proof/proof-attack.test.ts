/** Pages made to get a name past the copy: each secret is where a careless copy is most likely to include it. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import type { Adapter } from '../adapter/adapter.js';
import { suggestPath } from '../name/suggest-path.js';
import { teachAdapter } from '../teach/teach-adapter.js';
import { fieldsOn } from './proof-field.js';
import { adapterFile } from './proof-file.js';
import { recordFixture } from './proof-fixture.js';
import { proveFile } from './proof-run.js';
import { madeUp } from './proof-word.js';

interface Attack {
  readonly html: string;
  readonly url?: string;
  readonly title?: string;
}

/** The text of the file that would leave. */
function fileOf({ html, url = 'https://rms.example.org/records/17', title = 'Referral' }: Attack) {
  const page = `<title>${title}</title><h1>Referral record</h1><dl><dt>Date of birth</dt><dd>14/03/2010</dd>
    <dt>Date received</dt><dd>03/11/2025</dd></dl>${html}`;
  const snapshot = snapshotOfHtml(page, { url });
  const reading = readPage(snapshot);
  const taught = reading.values.flatMap((value) => {
    const path = suggestPath(value);
    return path === undefined || value.partOf !== undefined || value.continues !== undefined
      ? []
      : [{ path, valueId: value.id }];
  });
  const about = { id: 'a/b', title: 'Page', owner: 'Test desk', version: '1.0.0' };
  const adapter = teachAdapter({ snapshot, reading, taught, about });
  if (!adapter.ok) throw new Error(adapter.issues.map(({ message }) => message).join(' '));
  const files = [];
  for (let seed = 1; seed <= 3; seed += 1) {
    const recorded = recordFixture(snapshot, adapter.value, { name: 'page', seed });
    if (!recorded.ok) throw new Error(recorded.issues.map(({ message }) => message).join(' '));
    files.push(adapterFile(adapter.value, [recorded.value.fixture]));
  }
  return files.join('\n');
}

const attacks: readonly (readonly [string, RegExp, Attack])[] = [
  ['a possessive label', /jamie/i, { html: "<dl><dt>Jamie's mother</dt><dd>Mrs Oakes</dd></dl>" }],
  [
    'a curly possessive label',
    /jamie/i,
    { html: '<dl><dt>Jamie’s school</dt><dd>Hill End</dd></dl>' },
  ],
  [
    'possessive of a value',
    /oakes/i,
    {
      html: '<dl><dt>Full name</dt><dd>Jamie Oakes</dd><dt>Oakes’ address</dt><dd>1 Low Road</dd></dl>',
    },
  ],
  ['one name as a label', /jamie/i, { html: '<dl><dt>Jamie</dt><dd>Year 9</dd></dl>' }],
  [
    'a row header',
    /jamie|oakes|priya/i,
    {
      html: '<table><tr><th>Pupil</th><th>Form</th></tr><tr><th>Jamie</th><td>9A</td></tr><tr><th>Priya</th><td>9B</td></tr></table>',
    },
  ],
  [
    'a lower-case name as a label',
    /jamie|oakes/i,
    { html: '<dl><dt>jamie oakes</dt><dd>Year 9</dd></dl>' },
  ],
  [
    'a name with a particle',
    /jamie|fontaine/i,
    { html: '<dl><dt>Jamie de Fontaine</dt><dd>Year 9</dd></dl>' },
  ],
  [
    'a name and a known word',
    /jamie|oakes/i,
    { html: '<dl><dt>Risk to Jamie Oakes</dt><dd>Low</dd></dl>' },
  ],
  [
    'a name in brackets',
    /jamie/i,
    { html: '<dl><dt>Telephone (Jamie)</dt><dd>07700 900123</dd></dl>' },
  ],
  [
    'a name in a label with a surname in the title',
    /zvarek/i,
    { html: '<dl><dt>Zvarek contact</dt><dd>Low</dd></dl>', title: 'Zvarek, J' },
  ],
  [
    'a surname in a heading and in a label',
    /zvarek/i,
    { html: '<h2>Ilo Zvarek</h2><dl><dt>Zvarek contact</dt><dd>Low</dd></dl>' },
  ],
  [
    'a name in an alternative text and in a label',
    /zvarek/i,
    { html: '<img alt="Ilo Zvarek" src="/a.png"><dl><dt>Zvarek contact</dt><dd>Low</dd></dl>' },
  ],
  [
    'a heading of common words',
    /Mark Page/i,
    { html: '<h2>Mark Page</h2><dl><dt>Telephone</dt><dd>07700 900123</dd></dl>' },
  ],
  [
    'a heading of a common name',
    /Grant/i,
    { html: '<h2>Grant</h2><dl><dt>Telephone</dt><dd>07700 900123</dd></dl>' },
  ],
  [
    'a lower-case heading',
    /jamie/i,
    { html: '<h2>history of jamie</h2><dl><dt>Telephone</dt><dd>07700 900123</dd></dl>' },
  ],
  [
    'a handle in a heading',
    /darkstarr/i,
    { html: '<h2>activity of darkstarr</h2><dl><dt>Telephone</dt><dd>07700 900123</dd></dl>' },
  ],
  [
    'a caption',
    /jamie/i,
    {
      html: '<table><caption>Contacts of jamie</caption><tr><th>Telephone</th><th>Email</th></tr><tr><td>07700 900123</td><td>a@example.org</td></tr></table>',
    },
  ],
  [
    'a fieldset',
    /jamie/i,
    {
      html: '<fieldset><legend>Jamie</legend><label for="q">Telephone</label><input id="q" value="07700 900123"></fieldset>',
    },
  ],
  [
    'an id',
    /jamie|oakes/i,
    { html: '<div id="pupil-jamie" class="jamie oakes-row"><p id="jamieoakes">x y</p></div>' },
  ],
  ['an id of the only locator', /jamie/i, { html: '<div id="tel-jamie">07700 900123</div>' }],
  [
    'attributes',
    /jamie|oakes/i,
    {
      html: '<div data-name="Jamie Oakes" title="Jamie Oakes" aria-label="Jamie Oakes" onclick="open(\'Jamie\')" style="background:url(jamie.png)"><img alt="Jamie Oakes" src="data:text/plain;base64,SmFtaWU="><a href="/people/jamie%20oakes">open</a></div>',
    },
  ],
  [
    'comments and scripts',
    /jamie|oakes/i,
    {
      html: '<!-- Jamie Oakes --><script type="application/json">{"name":"Jamie Oakes"}</script><template><p>Jamie Oakes</p></template><noscript>Jamie</noscript><style>.x::before{content:"Jamie Oakes"}</style>',
    },
  ],
  [
    'options and lists',
    /jamie|priya/i,
    {
      html: '<label for="s">Pupil</label><select id="s"><option value="jamie">Jamie</option><option selected value="priya">Priya</option></select><datalist id="l"><option value="Jamie Oakes"></datalist><input type="hidden" name="who" value="Jamie">',
    },
  ],
  [
    'svg',
    /jamie/i,
    { html: '<svg><title>Jamie</title><desc>Jamie</desc><text>Jamie</text></svg>' },
  ],
  [
    'a frame',
    /jamie/i,
    { html: '<iframe srcdoc="<p>Jamie Oakes</p>" title="Jamie" name="jamie"></iframe>' },
  ],
  [
    'own elements',
    /jamie/i,
    { html: '<jamie-oakes jamie="jamie"><x-jamie>1</x-jamie></jamie-oakes>' },
  ],
  [
    'a name in pieces',
    /jam(?!b)|mie/i,
    { html: '<dl><dt>Full name</dt><dd><span>J</span><span>amie</span> <b>Oa</b>kes</dd></dl>' },
  ],
  [
    'zero width',
    /jam.{0,2}ie/iu,
    { html: '<dl><dt>Jam\u200bie\u2019s mother</dt><dd>Low</dd></dl>' },
  ],
  ['decomposed', /zoe/iu, { html: '<dl><dt>Zoe\u0308’s mother</dt><dd>Low</dd></dl>' }],
  [
    'another script',
    /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}]/u,
    { html: '<dl><dt>Full name</dt><dd>محمد</dd><dt>Иван</dt><dd>王小明</dd></dl>' },
  ],
  [
    'emoji and letters that are no letters',
    /[\u{1f98a}\u{1f409}\u{1f1e6}-\u{1f1ff}\u{2800}-\u{28ff}\u{e0020}-\u{e007f}]/u,
    { html: '<dl><dt>Display name</dt><dd>🦊🐉🔥 🇯🇦🇲 ⠚⠁⠍ x\u{e006a}\u{e0061}</dd></dl>' },
  ],
  [
    'a path',
    /darkstarr|jamie/i,
    { html: '', url: 'https://rms.example.org/users/darkstarr/jamie?who=jamie&tab=darkstarr' },
  ],
  [
    'short numbers',
    /\b9A\b|Year 9\b|Flat 7\b/,
    {
      html: '<dl><dt>Year group</dt><dd>Year 9</dd><dt>Form</dt><dd>9A</dd><dt>Address</dt><dd>Flat 7, 12 Low Road</dd></dl>',
    },
  ],
  [
    'a reference in an id',
    /NM26|rec-nm/i,
    { html: '<div id="rec-NM26"><span>NM26</span></div><div id="rec-NM26104">x</div>' },
  ],
  [
    'a placeholder',
    /jamie/i,
    {
      html: '<input placeholder="Jamie’s mobile" value="07700 900123"><input placeholder="Note on jamie" value="x">',
    },
  ],
  [
    'running text',
    /jamie/i,
    { html: '<p>Jamie: hello there</p><p>jamie - was seen</p><p>Jamie Oakes: said so</p>' },
  ],
];

describe('what leaves the device', () => {
  it.each(attacks)('has no name in it that stood in %s', (_, secret, attack) => {
    const file = fileOf(attack);
    const found = new RegExp(secret.source, `${secret.flags}g`);
    expect(
      [...file.matchAll(found)].map(({ index }) => file.slice(Math.max(0, index - 40), index + 40)),
    ).toEqual([]);
  });
});

describe('what a person wrote of the screen', () => {
  const taught = (about: { readonly title?: string; readonly paths?: readonly string[] }) => {
    const snapshot = snapshotOfHtml(
      `<h1>Referral record</h1><dl><dt>Full name</dt><dd>Ilo Zvarek</dd><dt>Reference</dt><dd>NM26104</dd></dl>`,
      { url: 'https://rms.example.org/records/17' },
    );
    const reading = readPage(snapshot);
    const [value] = reading.values;
    return teachAdapter({
      snapshot,
      reading,
      taught: [{ path: 'subject.name', valueId: value?.id ?? '' }],
      about: { id: 'a/b', title: 'Page', owner: 'Test desk', version: '1.0.0', ...about },
    });
  };

  it('is refused where it names somebody on the page', () => {
    for (const about of [
      { title: 'Zvarek’s referral' },
      { title: 'NM26104' },
      { paths: ['/people/zvarek'] },
    ])
      expect(taught(about)).toMatchObject({
        ok: false,
        issues: [{ code: 'teach-names-somebody' }],
      });
    expect(taught({ title: 'Referral', paths: ['/records/*'] }).ok).toBe(true);
  });
});

describe('a made-up word', () => {
  it('hangs on every bit of the seed', () => {
    const words = (seed: number) => madeUp(seed, new Set()).word('Wordofmanyletters');
    expect(words(1)).not.toBe(words(1 + 2 ** 32));
    expect(words(1)).not.toBe(words(1 + 2 ** 47));
    expect(words(1)).toBe(words(1));
  });
});

describe('“Proved today”', () => {
  const of = (
    adapter: Partial<Adapter>,
    html = '<h1>Referral record</h1><dl><dt>Full name</dt><dd>Ilo Zvarek</dd></dl>',
  ) => {
    const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/records/17' });
    const whole: Adapter = {
      id: 'a/b',
      title: 'Page',
      version: '1.0.0',
      owner: 'Test desk',
      engine: '>=0.0.1',
      match: { anchors: [{ heading: 'Referral record' }] },
      screens: [{ fields: {} }],
      fixtures: ['page'],
      ...adapter,
    };
    return proveFile({
      adapter: whole,
      fixtures: [{ name: 'page', snapshot, fields: fieldsOn(snapshot, whole) }],
    });
  };

  it('is not said of a page on which nothing is read', () => {
    expect(of({}, '<h1>Referral record</h1>')).toMatchObject({
      isProved: false,
      message: expect.stringMatching(/^Not proved: nothing is read/),
    });
  });

  it('is not said of fields that stand on no recorded page', () => {
    const named = {
      'subject.name': [{ label: 'Full name' }],
      'subject.bornOn': [{ label: 'Owner' }],
    };
    expect(of({ screens: [{ fields: named }] })).toMatchObject({
      isProved: false,
      unread: ['subject.bornOn'],
      message:
        'Not proved: 1 of 1 field, but 1 that it names is on no recorded page. Do not rely on that one.',
    });
  });
});

it('copies a telephone number whose groups are those of the numbers set aside', () => {
  for (const phone of ['02079 111222', '+44 2079 111222', '+44 7700 111222', '+44 1632 111222'])
    expect(
      fileOf({ html: `<dl><dt>Telephone</dt><dd>${phone}</dd></dl>` }).includes('111222'),
    ).toBe(false);
});
