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
  expect(standingLines([giving(false)], false)).toEqual([
    'Words from lists. From Wendingshire, its own, not official: Kinds of intervention (last checked 24 November 2026).',
  ]);
  expect(standingLines([giving(true)], false)[0]).toMatch(
    /^Words from lists\. Official, issued by Wendingshire: Kinds/,
  );
  expect(standingLines([outcomes], false)[0]).toContain('Quoted by others, not confirmed');
});

it('says that a list was recalled, and why', () => {
  if (!kinds) throw new Error('no such list');
  const recalls = [{ version: '1.0.0', recalledOn: kinds.checkedOn, reason: 'Two were mixed up.' }];
  expect(standingLines([{ ...kinds, recalls }], false).at(-1)).toBe(
    'The list “Kinds of intervention”, version 1.0.0 from this toolkit, was recalled on 24 November 2026. Two were mixed up.',
  );
});
