/** A code on a paper has the words of the day on which its record was made, though its list was worded again since. */
import { expect, it } from 'vitest';
import type { CodeList, CodeLists } from '../codes/code-list.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import type { PlainDate } from '../shared/index.js';
import { heldRecord } from '../testing/held-under-test.js';
import { renderTemplate } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';

const on = (text: string) => text as PlainDate;
const shipped = gatherCodeLists();
/** The list as two versions of a pack leave it: the words that can be chosen now come first. */
const rewritten = (id: string, code: string): readonly [string, CodeList] => [
  id,
  {
    ...(shipped.get(id) as CodeList),
    codes: [
      { code, label: 'Words of the second version', from: on('2026-12-09') },
      { code, label: 'Words of the first version', from: on('2026-12-02'), to: on('2026-12-08') },
    ],
  },
];
const lists: CodeLists = new Map([
  ...shipped,
  rewritten('intervention-kind', 'home-visit'),
  rewritten('decision-reason', 'unwilling'),
]);

const subject = heldRecord('subject', {}, '2026-12-02');
const about = { subjectId: subject.id };
const officer = { name: 'DC Rowan Thackeray', force: '43' };

function summaryOf(made: '2026-12-02' | '2026-12-09'): string {
  const contact = { ...about, kind: 'home-visit', heldOn: made };
  const decided = { ...about, outcome: 'close', reasonCodes: ['unwilling'], reason: 'Said so.' };
  const records = [
    subject,
    heldRecord('intervention', contact, made),
    heldRecord('decision', { ...decided, decidedOn: made }, made),
  ];
  const file = caseFile(records, subject.id, { officer, preparedOn: on('2026-12-10'), lists });
  if (!file.ok) throw new Error('No file');
  const options = { lists, audience: 'supervisor' };
  return renderTemplate(loadTemplate(caseSummary), file.value, options).markdown;
}

it.each([
  ['2026-12-02', 'first', 'second'],
  ['2026-12-09', 'second', 'first'],
] as const)('gives what was recorded on %s the words of the %s version', (made, own, other) => {
  const paper = summaryOf(made);
  const said = (which: string) => paper.split(`Words of the ${which} version`).length - 1;
  expect(said(own)).toBe(2);
  expect(said(other)).toBe(0);
});
