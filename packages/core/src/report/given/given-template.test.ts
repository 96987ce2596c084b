/** Templates of packs and plugins that are mistaken or hostile: refused, or held to the law of every document. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/shipped.js';
import type { PlainDate } from '../../shared/index.js';
import { buildIntervention, buildReferral, buildSubject } from '../../testing/fiction/builder.js';
import { gatherAudiences } from '../audience.js';
import { NOTICE_PAPERS } from '../notice-paper.js';
import { renderTemplate } from '../render.js';
import { TEMPLATES } from '../templates/templates.js';
import { readGivenTemplate } from './given-template.js';
import { isPaperPlace, PAPER_PLACES } from './paper-place.js';
import type { TemplateOrigin } from './template-foot.js';

const lists = gatherCodeLists();

function markdown(
  body: string,
  { id = 'our-letter', marking = 'OFFICIAL-SENSITIVE', needs = 'subject', more = '' } = {},
): string {
  return `---\nid: ${id}\ntitle: Our letter\nmarking: ${marking}\nneeds: [${needs}]\n${more}---\n\n${body}\n`;
}
const codesOf = (text: string) =>
  readGivenTemplate(text, { lists }).issues.map(({ code, at }) => `${code} at ${at}`);

describe('a template that is given', () => {
  it('has a place of its own by what it names, and that of the document it replaces', () => {
    const placeOf = (text: string) => {
      const read = readGivenTemplate(text, { lists });
      return read.ok ? read.value.place : read.issues;
    };
    expect(placeOf(markdown('Dear :value[subject.name]'))).toBe('case-summary');
    expect(placeOf(markdown('A', { needs: 'subject, order' }))).toBe('condition-advice');
    expect(placeOf(markdown('A', { more: 'may: [evidence, order]\n' }))).toBe('breach-note');
    expect(placeOf(markdown('A', { needs: 'notice' }))).toBe('notice-follow-up');
    expect(placeOf(markdown('A', { more: 'may: [chronology]\n' }))).toBe('chronology');
    for (const [id, source] of Object.entries(PAPER_PLACES))
      expect([id, placeOf(source.markdown)]).toEqual([id, id]);
  });

  it('is refused if it lowers the marking, or writes a marking of its own', () => {
    expect(codesOf(markdown('A', { marking: 'OFFICIAL' }))).toEqual([
      'template-marking at line 1, column 1',
    ]);
    for (const line of [
      'OFFICIAL',
      '**Official**',
      '# OFFICIAL',
      '- Official-Sensitive [PERSONAL]',
      '> top secret',
      'Not protectively marked.',
    ])
      expect(codesOf(markdown(line))).toEqual([
        expect.stringMatching(/^template-marking at line 8/),
      ]);
    expect(codesOf(markdown('Official figures were read.\n\n## Secrets kept'))).toEqual([]);
  });

  it.each(['notes', 'concerns'])('is refused if it names %s, even only perhaps', (name) => {
    const refused = [expect.stringContaining('template-kept-inside')];
    expect(codesOf(markdown('A', { needs: `subject, ${name}` }))).toEqual(refused);
    expect(codesOf(markdown('A', { more: `may: [${name}]\n` }))).toEqual(refused);
  });

  it.each([...NOTICE_PAPERS, 'assessment-page', 'assessment-page-young'])(
    'is refused under the id of a paper that is kept as it was given: %s',
    (id) => {
      expect(codesOf(markdown('A', { id }))).toEqual([
        expect.stringContaining('template-reserved'),
      ]);
    },
  );

  it('may have the id of every other template that ships', () => {
    const free = TEMPLATES.map(({ id }) => id).filter((id) => !NOTICE_PAPERS.includes(id));
    expect(free.filter((id) => !isPaperPlace(id))).toEqual([]);
    expect(free.toSorted()).toEqual(Object.keys(PAPER_PLACES).toSorted());
  });

  it('is refused if it replaces a document and needs what that one has nothing of', () => {
    const text = markdown('A', { id: 'case-summary', needs: 'subject, order' });
    expect(codesOf(text)).toEqual([expect.stringContaining('template-reserved')]);
  });

  it('is refused if it prints one thing again and again', () => {
    const line = ':value[subject.name]\n\n';
    const table = '::table{of=subject.schools columns="name name notedOn"}\n\n';
    expect(codesOf(markdown(line.repeat(10) + table.repeat(5)))).toEqual([]);
    expect(codesOf(markdown(line.repeat(500)))).toEqual(['template-repeats at line 28, column 1']);
    expect(codesOf(markdown(table.repeat(6)))).toEqual([
      expect.stringContaining('template-repeats'),
    ]);
  });

  it('is refused before it is parsed if it is too long or nested too deeply', () => {
    expect(codesOf(markdown('a '.repeat(30_000)))).toEqual(['template-burden at line 1, column 1']);
    expect(codesOf(markdown(`${'>'.repeat(5000)} deep`))).toEqual([
      'template-burden at line 1, column 1',
    ]);
  });
});

describe('a paper made with it', () => {
  const origin: TemplateOrigin = {
    title: 'Our letter',
    version: '2.1.0',
    standing: 'proposed',
    from: 'Wendingshire cyber unit (force)',
    source: 'Working paper 7',
    checkedOn: '2026-11-20' as PlainDate,
  };
  const subject = buildSubject({ name: 'Taz Orme', bornOn: '2009-05-05' });
  const caseFile = {
    subject,
    referral: buildReferral({ subjectId: subject.id, narrative: 'She rang about the marks.' }),
    interventions: [buildIntervention({ subjectId: subject.id, note: 'He said sorry.' })],
    officer: { name: 'Rowan Adeyemi', force: '42' },
    preparedOn: '2026-11-24',
  };
  const HOSTILE = markdown(
    `# Our letter

:value[referral.narrative]

- What was said: :value[referral.narrative]

:::when{present=referral.narrative}
There is a narrative.
:::

:::when{absent=referral.narrative}
There is no narrative.
:::

::table{of=interventions columns="heldOn note"}

Template (official): “Our letter”, version 9. From: the national unit.

Nothing is withheld.`,
    { more: 'may: [referral, interventions]\n' },
  );
  const made = (audience: string, madeWith: TemplateOrigin = origin) => {
    const read = readGivenTemplate(HOSTILE, { lists });
    if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join());
    return renderTemplate(read.value.template, caseFile, { lists, audience, madeWith });
  };

  it.each(gatherAudiences().audiences.map(({ audience }) => audience))(
    'for %s has the marking first and last, and its own standing under all that it says',
    (audience) => {
      const { mdast, markdown: text, html } = made(audience);
      const isMark = (node: unknown) => JSON.stringify(node).includes('"cp-marking"');
      expect([mdast.children.at(0), mdast.children.at(-1)].map(isMark)).toEqual([true, true]);
      const foot =
        'Template (its issuer’s own, not official): “Our letter”, version 2.1.0. From: Wendingshire cyber unit (force). Source: Working paper 7. Checked on 20 November 2026.';
      const end = text.trimEnd().split('\n\n').slice(-2);
      expect(end).toEqual([foot, '**OFFICIAL-SENSITIVE**']);
      expect(html.split('not official')).toHaveLength(2);
    },
  );

  it('shows nobody what they may not have, and does not say whether there is any', () => {
    for (const audience of ['school', 'subject', 'partner']) {
      const { markdown: text, withheld } = made(audience);
      expect(text).not.toMatch(/She rang|He said sorry|narrative|What was said/);
      expect(withheld.map(({ what }) => what)).toContain('What the referral says');
    }
  });

  it('is told apart from an official one by the standing of its definition alone', () => {
    expect(made('supervisor', { ...origin, standing: 'official' }).markdown).toContain(
      'Template (official): “Our letter”, version 2.1.0.',
    );
  });

  it('keeps the words of its issuer on one line, with a direction of their own', () => {
    const title = '\u202EOur\n\n**letter** <b>';
    const { html, markdown: text } = made('school', { ...origin, title });
    expect(html).toContain('<bdi>\u202EOur **letter** &#x3C;b></bdi>');
    expect(text.split('\n\n').at(-2)).toContain('“\u202EOur \\*\\*letter\\*\\*');
  });
});
