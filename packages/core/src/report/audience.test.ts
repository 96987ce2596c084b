/** The audience decides the content of a document. Withheld values leave no trace, and are listed with the reason. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../testing/case-file-under-test.js';
import { audienceView, gatherAudiences } from './audience.js';
import { toHtmlDocument } from './html.js';
import { renderTemplate } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';
import { chronology } from './templates/chronology.js';

const lists = gatherCodeLists();
const rules = gatherAudiences();

const summaryFor = (audience: string) =>
  renderTemplate(loadTemplate(caseSummary), caseFile, { lists, audience });

/** Texts that would reveal the informant, or the suspicion. */
const TELLING = [
  ...['P. Okafor', 'Mother', 'Brightwater', 'Parent', 'Referred by', 'Referrer'],
  ...['Unauthorised', 'Computer Misuse', 'Suspected', '1 October', 'High', 'His mother rang'],
  ...[
    'CC-2026-0041',
    'Referral',
    '3 November 2026',
    'The logs show',
    'Practice RMS',
    'What the referral says',
  ],
];

describe('a case summary for a school or the young person', () => {
  it.each(['school', 'subject'])('has neither the referrer nor the suspicion in it: %s', (to) => {
    const made = summaryFor(to);
    for (const form of [made.markdown, made.html, toHtmlDocument(made), JSON.stringify(made.mdast)])
      for (const told of [...TELLING, 'Saltmarsh', '07700', 'tAz', 'Tazza', 'Not recorded'])
        expect(form).not.toContain(told);
    for (const goes of ['Taz Vael', '14 March 2009', '20 November', 'In person'])
      expect(made.markdown).toContain(goes);
  });

  it('leaves out the heading of what it leaves out, and says that it is an extract', () => {
    const { markdown } = summaryFor('school');
    expect(markdown.match(/^#+ .+$/gm)).toEqual([
      '# Case summary',
      '## Subject',
      '## Interventions',
    ]);
    expect(markdown).toContain('Written for: School. It does not contain everything');
    // The kind of contact would reveal the suspicion.
    expect(markdown).not.toMatch(/Refused|Home visit/);
  });

  it('lists what is withheld, with the reason and without the value', () => {
    const { withheld } = summaryFor('school');
    expect(withheld).toContainEqual({
      what: 'Who made the referral, and other people',
      why: 'No agreement to name them is recorded, and naming them could put them at risk.',
    });
    expect(withheld.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Suspected offences', 'What the referral says']),
    );
    expect(JSON.stringify(withheld)).not.toContain('Okafor');
  });

  it('lists nothing that is not on record', () => {
    const bare = { ...caseFile, referral: undefined, referrer: undefined, decisions: [] };
    const { withheld } = renderTemplate(loadTemplate(caseSummary), bare, {
      lists,
      audience: 'school',
    });
    const what = withheld.map((each) => each.what);
    expect(what).not.toContain('Suspected offences');
    expect(what).not.toContain('Decisions, and the reasons for them');
  });
});

/** A referral of today, and a decision on the one before it. */
const twice = {
  ...caseFile,
  referral: { receivedOn: '2026-11-30', status: 'received' },
  earlierReferrals: [{ reference: 'CC-2026-0901', receivedOn: '2026-11-20', status: 'accepted' }],
  decisions: caseFile.decisions.map((each) => ({
    ...each,
    about: 'Referral CC-2026-0901 of 20 November 2026',
  })),
};

it.each(['force-system', 'court', 'partner'])(
  'names with each decision the referral that it is on, and prints that referral: %s',
  (audience) => {
    const { markdown } = renderTemplate(loadTemplate(caseSummary), twice, { lists, audience });
    const [rest, decided] = markdown.split('## Decisions');
    expect(decided).toMatch(
      /5 November 2026 \| Referral CC-2026-0901 of 20 November 2026 \| Accept/,
    );
    expect(rest).toMatch(/20 November 2026 *\| *CC-2026-0901 *\| *Accepted/);
  },
);

it('gives no recipient a decision without the referral that it is on', () => {
  for (const { audience } of rules.audiences) {
    const view = audienceView(rules, audience);
    expect([audience, view.goes('decisions.about')]).toEqual([
      audience,
      view.goes('decisions.outcome'),
    ]);
  }
});

it('withholds nothing from the force, and the referrer from a court', () => {
  const force = summaryFor('force-system');
  expect(force).toMatchObject({ withheld: [], isForAudience: true });
  expect(force.markdown).toContain('P. Okafor');
  expect(force.markdown).not.toContain('Written for');
  const court = summaryFor('court').markdown;
  expect(court).not.toContain('P. Okafor');
  expect(court).toContain('Unauthorised access');
});

describe('what happened at a contact, and the level of an assessment', () => {
  const work = {
    ...caseFile,
    accounts: [{ heldOn: '2026-11-20', present: 'Mother, Carla', note: 'He showed me his logs.' }],
    assessments: [
      { assessedOn: '2026-11-22', instrumentTitle: 'Structured judgement', level: 'Medium' },
    ],
  };
  const paper = (audience: string) =>
    renderTemplate(loadTemplate(caseSummary), work, { lists, audience });

  it('are in the summary for a supervisor, each with its day', () => {
    const { markdown, withheld } = paper('supervisor');
    expect(markdown).toMatch(/20 November 2026 \| Mother, Carla \| He showed me his logs\./);
    expect(markdown).toMatch(/22 November 2026 \| Structured judgement \| Medium/);
    expect(markdown).toContain('It decides nothing');
    expect(withheld).toEqual([]);
  });

  it('are in nobody else’s, and the officer reads why', () => {
    for (const { audience } of rules.audiences.filter((each) => each.audience !== 'supervisor')) {
      const made = paper(audience);
      for (const form of [made.markdown, made.html, JSON.stringify(made.mdast)])
        expect(form).not.toMatch(/Carla|his logs|Medium|judgement/);
      expect(made.withheld).toEqual(
        expect.arrayContaining([
          {
            what: 'What happened at each contact, and who was there',
            why: 'It is the team’s own account, and it can name other people.',
          },
          {
            what: 'Assessments, and their levels',
            why: 'A level is the team’s judgement on one day, and it decides nothing.',
          },
        ]),
      );
    }
  });
});

it('gives an audience without a rule of its own the name and nothing else', () => {
  const made = summaryFor('a-new-destination');
  expect(made.isForAudience).toBe(false);
  expect(made.markdown).toContain('Taz Vael');
  for (const told of [...TELLING, 'CC-2026', '14 March', 'Home visit'])
    expect(made.markdown).not.toContain(told);
});

it('has no chronology for a school, rather than one that says that nothing happened', () => {
  const lines = [{ on: '2026-11-02', summary: 'Referral: accepted', source: 'Told by his mother' }];
  const made = renderTemplate(
    loadTemplate(chronology),
    { ...caseFile, chronology: lines },
    { lists, audience: 'school' },
  );
  expect(made.isForAudience).toBe(false);
  expect(made.markdown).not.toMatch(/accepted|mother|Nothing is on record/);
  const court = renderTemplate(
    loadTemplate(chronology),
    { ...caseFile, chronology: lines },
    { lists, audience: 'court' },
  );
  expect(court.markdown).toContain('Referral: accepted');
  expect(court.markdown).not.toContain('mother');
});

it('never shows more than the audience that a template names for itself', () => {
  const source = `---\nid: own\ntitle: Own\nmarking: OFFICIAL\nneeds: [subject]\nmay: [referrer]\naudience: subject\n---\n\n- :value[subject.name]\n- :value[referrer.name]`;
  const template = loadTemplate({ id: 'own', markdown: source });
  const made = renderTemplate(template, caseFile, { lists, audience: 'force-system' });
  expect(made.markdown).toContain('Taz Vael');
  expect(made.markdown).not.toContain('Okafor');
});

it('refuses a template for an audience that there is not', () => {
  const source = `---\nid: own\ntitle: Own\nmarking: OFFICIAL\nneeds: [subject]\naudience: everyone\n---\n\n:value[subject.name]`;
  expect(() => loadTemplate({ id: 'own', markdown: source })).toThrow('no audience "everyone"');
});

it('always writes who prepared it, and when', () => {
  for (const audience of ['school', 'nobody'])
    expect(summaryFor(audience).markdown).toContain('24 November 2026 by Rowan Adeyemi');
});
