/** The audience decides the content of a document. Withheld values leave no trace, and are listed with the reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import type { FieldDescription } from '../record/field.js';
import type { RecordId } from '../shared/primitives.js';
import { type Audiences, audienceView, gatherAudiences } from './audience.js';
import { CASE_KINDS } from './case-kind.js';
import type { ConfirmedWords } from './confirmed-words.js';
import { toHtmlDocument } from './html.js';
import { renderTemplate, wordsToConfirm } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';
import { chronology } from './templates/chronology.js';

const lists = gatherCodeLists();
const rules = gatherAudiences();

const caseFile = {
  preparedOn: '2026-11-24',
  officer: { name: 'Rowan Adeyemi', force: '42' },
  subject: {
    name: 'Taz Vael',
    aliases: ['Tazza'],
    bornOn: '2009-03-14',
    addresses: [{ lines: '2 Saltmarsh Lane', postcode: 'ZZ99 3VZ', notedOn: '2026-11-02' }],
    schools: [{ name: 'Quill Academy', notedOn: '2026-11-02' }],
    phones: ['07700 900123'],
    emails: ['taz.vael@example.org'],
  },
  referral: {
    reference: 'CC-2026-0041',
    otherReferences: ['MASH-77'],
    receivedOn: '2026-11-03',
    status: 'accepted',
    suspectedOffences: ['Unauthorised access to computer material'],
    lawMentioned: ['Computer Misuse Act 1990'],
    incidentDates: ['2026-10-01'],
    statedRisk: 'High',
    narrative: 'His mother rang: he had the marks of the whole year.',
  },
  referrer: { name: 'P. Okafor', role: 'Mother', organisation: 'Brightwater', kind: 'parent' },
  onlineIdentifiers: [{ platform: 'discord', asSeen: 'tAz_99', firstSeenOn: '2026-11-02' }],
  interventions: [
    {
      heldOn: '2026-11-20',
      kind: 'home-visit',
      mode: 'in-person',
      minutes: 45,
      outcome: 'refused',
    },
  ],
  decisions: [
    { decidedOn: '2026-11-05', outcome: 'accept', reason: 'The logs show an intrusion.' },
  ],
  sources: [
    { system: 'Practice RMS', capturedAt: '2026-11-04T09:05:00.000Z', capturedBy: 'Rowan' },
  ],
};

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

describe('words as somebody wrote them for a court, which can name whoever is withheld', () => {
  const SAYS = 'His mother rang';
  const REASON = 'The logs show';
  const template = loadTemplate(caseSummary);
  const decided = (id: string, reason: string) => ({
    id,
    decidedOn: '2026-11-05',
    about: 'The case',
    outcome: 'accept',
    reason,
  });
  const one = '0a0a0a0a-0000-4000-8000-000000000001' as RecordId;
  const other = '0a0a0a0a-0000-4000-8000-000000000002' as RecordId;
  const file = {
    ...caseFile,
    decisions: [decided(one, 'The logs show an intrusion.'), decided(other, 'His aunt agreed.')],
  };
  const summary = (
    audience: string,
    confirmed: readonly ConfirmedWords[] = [],
    of: object = file,
  ) => renderTemplate(template, of, { lists, audience, confirmed });
  const asked = (audience: string, of: object = file) =>
    wordsToConfirm(template, of, { lists, audience });
  const wordsOf = (path: string) => asked('court').filter((each) => each.path === path);

  it('are left out and named, until an officer has read them and confirmed them', () => {
    const held = summary('court');
    for (const said of [SAYS, REASON, 'His aunt']) expect(JSON.stringify(held)).not.toContain(said);
    expect(held.withheld.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'What the referral says',
        'Reasons, in the words of the person who wrote them',
      ]),
    );
    expect(asked('court').map(({ path, label, record }) => [path, label, record])).toEqual([
      ['referral.statedRisk', 'Risk, as stated', undefined],
      ['referral.narrative', 'Narrative', undefined],
      ['decisions.reason', 'Reason', one],
      ['decisions.reason', 'Reason', other],
    ]);
    const told = summary('court', wordsOf('referral.narrative'));
    expect(told.markdown).toContain(SAYS);
    expect(told.markdown).not.toMatch(/High|The logs show/);
  });

  it('are confirmed one by one, and a reason next to a confirmed one leaves no blank and no “not recorded”', () => {
    const made = summary('court', wordsOf('decisions.reason').slice(0, 1));
    expect(made.markdown).toContain('The logs show an intrusion.');
    expect(made.markdown).toMatch(/Accepted \| Not in this document/);
    expect(made.markdown).not.toContain('His aunt');
    expect(made.confirmed).toEqual([{ record: one, field: 'reason' }]);
    expect(made.withheld.map(({ what }) => what)).toContain(
      'Reasons, in the words of the person who wrote them',
    );
  });

  it('stay out once they are other words than those confirmed, or another decision’s', () => {
    const [confirmed] = wordsOf('decisions.reason');
    if (!confirmed) throw new Error('Nothing was asked');
    const changed = { ...file, decisions: [decided(one, 'Okafor is his mother.')] };
    const elsewhere = { ...file, decisions: [decided(other, confirmed.words)] };
    for (const of of [changed, elsewhere]) {
      const made = summary('court', [confirmed], of);
      expect(made.markdown).not.toMatch(/Okafor|The logs show/);
      expect(made.confirmed).toEqual([]);
    }
  });

  it('leave nothing to tell by that they are there, or how many or how long they are', () => {
    const { narrative: _, statedRisk: __, ...bare } = file.referral;
    const without = {
      ...file,
      referral: bare,
      decisions: [decided(one, 'x'), decided(other, 'y'.repeat(400))],
    };
    expect(summary('court', [], without).markdown).toBe(summary('court').markdown);
    expect(summary('court').markdown).toContain(
      'It does not contain everything that is on record.',
    );
  });

  it('are asked about only where there are any, and of nobody who gets all or none', () => {
    const bare = { ...file, decisions: [], referral: { ...file.referral, narrative: undefined } };
    expect(asked('court', bare).map(({ path }) => path)).toEqual(['referral.statedRisk']);
    expect(asked('force-system')).toEqual([]);
    expect(asked('school')).toEqual([]);
  });

  it('cannot be confirmed for anybody else, nor anything else with them', () => {
    const all = asked('court');
    for (const audience of ['school', 'partner'])
      expect(summary(audience, all).markdown).not.toMatch(/His mother rang|The logs show/);
    const forged = { path: 'referrer.name', words: 'P. Okafor' };
    expect(summary('court', [...all, forged]).markdown).not.toContain('Okafor');
  });
});

/** Written for the reader of the paper. Notes and concerns are in a case file only if they are asked for. */
const FOR_THE_READER = [
  ...['subject.addresses.lines', 'subject.communicationNeeds', 'order.offence'],
  ...['plans.ownPlan', 'plans.exitPlan', 'objectives.need', 'objectives.measure'],
  ...['conditions.words', 'conditions.shownBy', 'condition.words', 'condition.shownBy'],
  ...['evidence.what', 'evidence.explanation', 'breaches.what'],
  ...['notice.noticeFrom', 'notice.noticeWords', 'notice.devices', 'notice.said'],
  ...['sheet.from', 'sheet.words'],
];

it('lets no other running text go to a court without asking, whatever a template names', () => {
  const view = audienceView(rules, 'court');
  const { notes: _, concerns: __, ...others } = CASE_KINDS;
  const texts = Object.entries(others).flatMap(([name, { fields = [] }]) =>
    narrativesIn(name, fields),
  );
  expect(texts.filter((path) => view.goes(path)).toSorted()).toEqual(FOR_THE_READER.toSorted());
});

function narrativesIn(prefix: string, fields: readonly FieldDescription[]): readonly string[] {
  return fields.flatMap(({ name, input, fields: inner = [] }) => [
    ...(input === 'narrative' ? [`${prefix}.${name}`] : []),
    ...narrativesIn(`${prefix}.${name}`, inner),
  ]);
}

it('asks about words as written wherever people are withheld from somebody who gets the rest', () => {
  for (const rule of rules.audiences) {
    const view = audienceView(rules, rule.audience);
    if (view.goes('referrer') && view.goes('relatedPersons')) continue;
    for (const words of ['referral.narrative', 'accounts.note', 'accounts.present'])
      expect([rule.audience, words, view.goes(words)]).toEqual([rule.audience, words, false]);
  }
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

/** Every path of the case kinds that a rule could name, including those inside lists. */
const PATHS = Object.entries(CASE_KINDS).flatMap(([name, { fields = [] }]) => [
  name,
  ...insideOf(name, fields),
]);

function insideOf(prefix: string, fields: readonly FieldDescription[]): readonly string[] {
  return fields.flatMap(({ name, fields: inner = [] }) => [
    `${prefix}.${name}`,
    ...insideOf(`${prefix}.${name}`, inner),
  ]);
}

it('names only paths that a case file has, and only destinations that there are', () => {
  const { audiences, otherwise, reasons } = rules;
  const named = [
    ...audiences.flatMap(({ goes, but }) => [...(goes === 'everything' ? [] : goes), ...but]),
    ...otherwise,
    ...reasons.flatMap(({ of }) => of),
  ];
  expect(named.filter((path) => !PATHS.includes(path))).toEqual([]);
  const codes = lists.get('export-destination')?.codes.map(({ code }) => code);
  expect(audiences.map(({ audience }) => audience).sort()).toEqual(codes?.toSorted());
});

/** Texts that occur nowhere else, one for each path. */
const THINGS = ['subject', 'referral', 'referrer', 'interventions', 'decisions'] as const;
const LINES = THINGS.flatMap((kind) =>
  (CASE_KINDS[kind]?.fields ?? [])
    .filter(({ input, codeList }) => (input === 'line' || input === 'narrative') && !codeList)
    .map(({ name }) => ({ kind, name, path: `${kind}.${name}` })),
);
const canaryOf = (path: string) => `canary${path.replace('.', 'x').toLowerCase()}end`;
const canaries = Object.fromEntries(
  THINGS.map((kind) => {
    const own = LINES.filter((line) => line.kind === kind);
    const value = Object.fromEntries(own.map(({ name, path }) => [name, canaryOf(path)]));
    return [kind, CASE_KINDS[kind]?.many ? [value] : value];
  }),
);
const blockOf = (lines: typeof LINES) => (shape: number) => {
  const single = lines.filter(({ kind }) => !CASE_KINDS[kind]?.many);
  const values = single.map(({ path }) => `:value[${path}]`);
  const tables = THINGS.filter((kind) => CASE_KINDS[kind]?.many).flatMap((kind) => {
    const columns = lines.filter((line) => line.kind === kind).map(({ name }) => name);
    return columns.length > 0 ? [`::table{of=${kind} columns="${columns.join(' ')}"}`] : [];
  });
  const body = [
    values.map((value) => `- Label: ${value}`).join('\n'),
    values.join('\n\n'),
    single.map(({ path }, at) => `:::when{present=${path}}\n${values[at]}\n:::`).join('\n\n'),
    values.map((value) => `Words with *${value}* inside.`).join('\n\n'),
    values.map((value) => `## About ${value}\n\nWords.`).join('\n\n'),
  ][shape];
  return [body, ...tables].join('\n\n');
};

it('writes every value that goes and none that is withheld, in any template and under any rules', () => {
  fc.assert(
    fc.property(
      fc.subarray(LINES, { minLength: 1 }),
      fc.subarray([...LINES.map(({ path }) => path), ...THINGS]),
      fc.subarray(LINES.map(({ path }) => path)),
      fc.subarray([...LINES.map(({ path }) => path), ...THINGS]),
      fc.subarray(LINES.map(({ path }) => path)),
      fc.boolean(),
      fc.nat({ max: 4 }),
      (lines, goes, but, onceConfirmed, confirmed, isEverything, shape) => {
        const template = loadTemplate({
          id: 'any',
          markdown: `---\nid: any\ntitle: Any\nmarking: OFFICIAL\nneeds: [${THINGS.join(', ')}]\n---\n\n# Any\n\n${blockOf(lines)(shape)}`,
        });
        const audiences: Audiences = {
          ...rules,
          audiences: [
            {
              audience: 'school',
              goes: isEverything ? 'everything' : goes,
              but,
              onceConfirmed,
              isToldWhatIsLeftOut: false,
            },
          ],
        };
        const values = { ...caseFile, ...canaries };
        const options = { lists, audience: 'school', audiences };
        const asked = wordsToConfirm(template, values, options);
        const made = renderTemplate(template, values, {
          ...options,
          confirmed: asked.filter(({ path }) => confirmed.includes(path)),
        });
        const waits = ({ kind, path }: (typeof LINES)[number]) =>
          onceConfirmed.includes(path) || onceConfirmed.includes(kind);
        const isOpen = ({ kind, path }: (typeof LINES)[number]) =>
          !but.includes(path) && (isEverything || goes.includes(path) || goes.includes(kind));
        const mayGo = (line: (typeof LINES)[number]) =>
          isOpen(line) && (!waits(line) || confirmed.includes(line.path));
        for (const form of [made.markdown, made.html])
          for (const line of lines)
            expect([line.path, form.includes(canaryOf(line.path))]).toEqual([
              line.path,
              mayGo(line),
            ]);
        expect(made.withheld.length > 0).toBe(lines.some((line) => !mayGo(line)));
        expect(JSON.stringify(made.withheld)).not.toContain('canary');
      },
    ),
    { numRuns: 300 },
  );
});

it('always writes who prepared it, and when', () => {
  for (const audience of ['school', 'nobody'])
    expect(summaryFor(audience).markdown).toContain('24 November 2026 by Rowan Adeyemi');
});
