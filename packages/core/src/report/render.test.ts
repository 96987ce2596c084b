import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { toHtmlDocument } from './html.js';
import { missingNeeds, renderTemplate } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';
import { chronology } from './templates/chronology.js';

const lists = gatherCodeLists();
const options = { lists, audience: 'force-system' };
const summary = loadTemplate(caseSummary);

const caseFile = {
  preparedOn: '2026-11-24',
  officer: { name: 'Rowan Adeyemi', number: '4417', force: '42', role: 'Cyber Prevent officer' },
  subject: {
    name: 'Taz Vael',
    aliases: ['Tazza', 'V'],
    bornOn: '2009-03-14',
    addresses: [
      { lines: '2 Saltmarsh Lane\nWexbridge', postcode: 'ZZ99 3VZ', notedOn: '2026-11-02' },
    ],
    schools: [],
    phones: ['07700 900123'],
    emails: ['taz.vael@example.org'],
  },
  referral: {
    reference: 'CC-2026-0041',
    otherReferences: [],
    receivedOn: '2026-11-02',
    status: 'accepted',
    suspectedOffences: ['Unauthorised access to computer material'],
    lawMentioned: [],
    incidentDates: ['2026-10-01', '2026-10-12'],
    narrative: 'Seen on the school network.\n\nSaid “it was a dare”.',
  },
  referrer: { name: 'P. Okafor', role: 'Safeguarding lead', organisation: 'Quill Academy' },
  onlineIdentifiers: [{ platform: 'discord', asSeen: '2009-03-14', firstSeenOn: '2026-11-02' }],
  interventions: [
    {
      heldOn: '2026-11-20',
      kind: 'home-visit',
      mode: 'in-person',
      minutes: 45,
      outcome: 'engaged',
    },
  ],
  decisions: [],
  sources: [
    { system: 'Practice RMS', capturedAt: '2026-07-02T09:05:00.000Z', capturedBy: 'Rowan Adeyemi' },
  ],
  notes: [{ text: 'Kept apart', grade: {} }],
};

describe('the case summary', () => {
  const { markdown, html, title } = renderTemplate(summary, caseFile, options);

  it('says who, by whom referred, what was done and where it was read', () => {
    for (const said of [
      'Prepared on 24 November 2026 by Rowan Adeyemi, Essex.',
      '- Date of birth: 14 March 2009',
      '- Status: Accepted',
      '- Name: P. Okafor',
      '- Organisation: Quill Academy',
      '| 20 November 2026 | Home visit or initial meeting | In person | 45 | Engaged |',
      '| Practice RMS | 2 July 2026, 10\\:05 | Rowan Adeyemi |',
    ])
      expect(markdown).toContain(said);
  });

  it('heads the columns of a table by the labels of the fields', () => {
    expect(markdown).toContain(
      '| Date of contact | Kind of intervention | How | Contact time in minutes | Outcome |',
    );
  });

  it('says that something is not recorded, and never leaves a blank', () => {
    expect(markdown).toContain('No school or employer recorded.');
    expect(markdown).toContain('No decision recorded.');
  });

  it('names in one sentence the lines that have no value, and keeps those that have one', () => {
    const bare = { ...caseFile, referrer: { name: 'P. Okafor' } };
    const lines = renderTemplate(summary, bare, options).markdown;
    expect(lines).toContain(
      '- Name: P. Okafor\n\nNot recorded: role, organisation, kind of referrer.',
    );
    expect(lines).not.toContain('- Role');
  });

  it('keeps one line without a value where it is', () => {
    const one = { ...caseFile, referrer: { name: 'A', role: 'B', organisation: 'C' } };
    const { markdown: lines } = renderTemplate(summary, one, options);
    expect(lines).toContain('- Kind of referrer: Not recorded');
  });

  it('says the plan with its next step, the people in their life, and what was decided', () => {
    const { markdown: lines } = renderTemplate(
      summary,
      {
        ...caseFile,
        relatedPersons: [{ name: 'Maren Holt', relationship: 'Mother', phones: [], emails: [] }],
        plans: [{ madeOn: '2026-11-20', reviewDueOn: '2027-03-01' }],
        objectives: [{ objective: 'A club', ownedBy: 'The officer', targetOn: '2026-12-20' }],
        nextStep: { on: '2026-12-20', objective: 'A club' },
        decisions: [
          { decidedOn: '2026-11-20', about: 'The case', outcome: 'accept', reason: 'Suitable' },
        ],
      },
      options,
    );
    for (const said of [
      '| Maren Holt | Mother |',
      '| 20 November 2026 | Not recorded | 1 March 2027 |',
      '| A club | The officer | 20 December 2026 |',
      'Next step: A club, by 20 December 2026.',
      '| 20 November 2026 | The case | Accepted |',
    ])
      expect(lines).toContain(said);
  });

  it('says that there is no plan', () => {
    expect(renderTemplate(summary, { ...caseFile, plans: [] }, options).markdown).toContain(
      'No plan is in place.',
    );
  });

  it('leaves intelligence notes out', () => {
    expect(markdown + html).not.toContain('Kept apart');
  });

  it('does not take a handle that looks like a date for one', () => {
    expect(markdown).toContain('| Discord | 2009-03-14 | 2 November 2026 |');
  });

  it('keeps the lines of an address and the paragraphs of a narrative', () => {
    expect(html).toContain('<td><bdi>2 Saltmarsh Lane</bdi><br>\n<bdi>Wexbridge</bdi></td>');
    expect(markdown).toContain('| 2 Saltmarsh Lane / Wexbridge | ZZ99 3VZ |');
    expect(html).toContain('<p><bdi>Seen on the school network.</bdi></p>\n<p>');
    expect(markdown).toContain('- Dates of incidents: 1 October 2026\\\n  12 October 2026');
  });

  it('is marked at the head and the foot', () => {
    expect(markdown.startsWith('**OFFICIAL-SENSITIVE**\n')).toBe(true);
    expect(markdown.trimEnd().endsWith('**OFFICIAL-SENSITIVE**')).toBe(true);
    expect(html.match(/<p class="cp-marking"><strong>OFFICIAL-SENSITIVE/g)).toHaveLength(2);
  });

  it('is titled by the template, never by a name', () => {
    expect(title).toBe('Case summary');
  });

  it('leaves the referral out when there is none', () => {
    const { referral: _, referrer: __, ...rest } = caseFile;
    expect(renderTemplate(summary, rest, options).markdown).not.toContain('## Referral');
  });
});

describe('the chronology', () => {
  const template = loadTemplate(chronology, { lists });
  const lines = [
    { on: '2026-11-20', summary: 'Intervention: Home visit', source: 'Typed by an officer' },
    { on: '2026-11-21', summary: '=cmd|x | y', source: 'Read from Practice RMS' },
  ];

  it('says each thing on its day, with where it came from, as text', () => {
    const { markdown } = renderTemplate(template, { ...caseFile, chronology: lines }, options);
    expect(markdown).toContain('| Day | What happened | Where it came from |');
    expect(markdown).toContain(
      '| 20 November 2026 | Intervention: Home visit | Typed by an officer |',
    );
    expect(markdown).toContain('=cmd\\|x \\| y');
  });

  it('says whose it is by name and date of birth: two people may have one name', () => {
    const { markdown } = renderTemplate(template, { ...caseFile, chronology: [] }, options);
    expect(markdown).toMatch(/Name: .+\n[*-] Date of birth: 14 March 2009/);
  });

  it('says that nothing is on record for the days that were chosen', () => {
    const { markdown } = renderTemplate(template, { ...caseFile, chronology: [] }, options);
    expect(markdown).toContain('Nothing is on record for these days.');
  });
});

it('prints a notice beside the marking, as a practice vault asks for', () => {
  const { markdown } = renderTemplate(summary, caseFile, { ...options, notice: 'Practice only' });
  expect(markdown.match(/\*\*OFFICIAL-SENSITIVE\*\*\\\nPractice only/g)).toHaveLength(2);
});

it('refuses a case file that lacks what the template needs, and says what', () => {
  expect(missingNeeds(summary, {})).toEqual(['subject']);
  expect(() => renderTemplate(summary, {}, options)).toThrow(
    expect.objectContaining({ code: 'CP_TEMPLATE_INVALID' }),
  );
});

it('takes an empty list as an answer to a need', () => {
  const template = { ...summary, needs: ['interventions'] };
  expect(missingNeeds(template, { interventions: [] })).toEqual([]);
});

it('prints a grade in one piece', () => {
  const template = loadTemplate(
    {
      id: 'graded',
      markdown:
        '---\nid: graded\ntitle: Graded\nmarking: OFFICIAL\nneeds: [note]\n---\n:value[note.grade]{as=grade}',
    },
    {
      kinds: {
        note: {
          many: false,
          fields: [
            {
              name: 'grade',
              label: 'Grade',
              input: 'group',
              required: true,
              sensitivity: 'source',
              fields: [
                {
                  name: 'sourceEvaluation',
                  label: 'Source evaluation',
                  input: 'choice',
                  required: true,
                  sensitivity: 'source',
                },
              ],
            },
          ],
        },
      },
    },
  );
  const grade = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' };
  expect(renderTemplate(template, { note: { grade } }, options).html).toContain('[1BP]');
});

describe('toHtmlDocument', () => {
  const page = toHtmlDocument(renderTemplate(summary, caseFile, options));

  it('is a page in English with a neutral title', () => {
    expect(page).toMatch(/^<!doctype html><html lang="en-GB"/);
    expect(page).toContain('<title>Case summary</title>');
  });

  it('runs nothing and asks for nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?:/i);
    expect(page).toContain('default-src &#x27;none&#x27;');
  });

  it('prints the marking on every sheet', () => {
    expect(page).toContain('<body class="cp-official-sensitive">');
    expect(page).toMatch(
      /@page official-sensitive \{ @top-center \{ content: "OFFICIAL-SENSITIVE"/,
    );
  });
});
