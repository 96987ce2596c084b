import { expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { buildIntervention, buildSubject } from '../testing/fiction/builder.js';
import { standingLines } from './paper-standing.js';
import { renderTemplate } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';

const lists = gatherCodeLists();
const kinds = lists.get('intervention-kind');
const outcomes = lists.get('home-office-outcome');

it('names under a paper its form and each list that words on it are from, with its day', () => {
  const subject = buildSubject({ name: 'Taz Orme' });
  const caseFile = {
    subject,
    interventions: [buildIntervention({ subjectId: subject.id })],
    officer: { name: 'Rowan Adeyemi', force: '42' },
    preparedOn: '2026-11-24',
  };
  const { markdown } = renderTemplate(loadTemplate(caseSummary), caseFile, {
    lists,
    audience: 'supervisor',
  });
  expect(markdown).toContain('The form of this paper is this toolkit’s own, not official.');
  expect(markdown).toMatch(
    /Words from lists\. Proposed for this toolkit, not official: .*Kinds of intervention \(last checked 24 November 2026\)/,
  );
  expect(markdown).not.toContain('Home Office outcome');
});

it('says of a list of a pack whose it is, and calls it official only if it is', () => {
  if (!kinds || !outcomes) throw new Error('no such list');
  const giving = (isOfficial: boolean) => ({
    ...kinds,
    givenBy: { issuer: 'Wendingshire', isOfficial },
  });
  expect(standingLines([giving(false)], false, 'school')).toEqual([
    'Words from lists. From Wendingshire, its own, not official: Kinds of intervention (last checked 24 November 2026).',
  ]);
  expect(standingLines([giving(true)], false, 'school')[0]).toMatch(
    /^Words from lists\. Official, issued by Wendingshire: Kinds/,
  );
  expect(standingLines([outcomes], false, 'school')[0]).toContain(
    'Quoted by others, not confirmed',
  );
});

it('says that a list was recalled, and why', () => {
  if (!kinds) throw new Error('no such list');
  const recalls = [{ version: '1.0.0', recalledOn: kinds.checkedOn, reason: 'Two were mixed up.' }];
  expect(standingLines([{ ...kinds, recalls }], false, 'school').at(-1)).toBe(
    'The list “Kinds of intervention”, version 1.0.0 from this toolkit, was recalled on 24 November 2026. Two were mixed up.',
  );
});

it('tells the child in plain words whose wording it is, and never calls an Act of Parliament unofficial', () => {
  const sections = lists.get('cma-section');
  if (!sections || !kinds) throw new Error('no such list');
  const [form, ...words] = standingLines([sections, kinds], true, 'subject');
  expect(form).toContain('It is not an official form.');
  expect(words).toEqual([
    'Some words here are a short version of something that anyone can look up. They are not official words: Sections of the Computer Misuse Act 1990, in our short wording (last checked 27 November 2026).',
    'Some words here were chosen by the people who made this form. They are not official words: Kinds of intervention (last checked 24 November 2026).',
  ]);
  for (const line of standingLines([sections], false, 'school'))
    expect(line).toContain('not official: Sections of the Computer Misuse Act 1990, in our short');
  const given = { ...kinds, givenBy: { issuer: 'Wendingshire', isOfficial: true } };
  expect(standingLines([given], false, 'subject')[0]).toMatch(
    /^Some words here are official\. They are from Wendingshire: Kinds/,
  );
});
