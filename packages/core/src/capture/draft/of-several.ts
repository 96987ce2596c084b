/** A value under a label of a text that is about several people, where nothing says whose it is. */
import type { Issue } from '../../shared/issue.js';
import { ownerOf } from '../field/field-path.js';
import type { ProposedRow } from './draft-row.js';

const ISSUE = {
  code: 'of-several-people',
  message: 'The text is about several people and does not say whose this is. Check it first.',
  severity: 'warning',
} as const satisfies Issue;

/** Code of the issue of a value that may be anybody's of whom a text tells. */
export const OF_SEVERAL: string = ISSUE.code;

const COUNT =
  '(?:two|three|four|five|six|[2-6]|both|several|some|a (?:couple|pair|few|group|number)(?: of)?)';
const CHILDREN =
  '(?:pupils|students|learners|children|boys|girls|lads|youngsters|teenagers|young (?:people|persons|men|women|adults))';
const SEVERAL = new RegExp(
  `\\b(?:about|re|regarding|concerning|refer|referring|referral (?:of|for)|relates? to|concerns?)\\s+${COUNT}\\s+(?:of\\s+)?(?:[\\w’'-]+\\s+){0,4}${CHILDREN}\\b`,
  'i',
);

/** True if a text says that it is about several children, whether or not it names them all. */
export function saysSeveral(rows: readonly ProposedRow[]): boolean {
  return rows.some(({ row, isRunning }) => isRunning === true && SEVERAL.test(row.raw));
}

/** The row as one found inside the text: it starts as left, and is taken alone. */
export function ofSeveral(each: ProposedRow): ProposedRow {
  const { row } = each;
  const { path } = row;
  if (path === undefined || row.freeText || row.listed || row.namedBy === 'adapter') return each;
  const isWhose =
    ownerOf(path) === 'subject' ||
    path === 'referral.reference' ||
    path === 'referral.otherReferences[]';
  if (!isWhose) return each;
  const issues = [...row.issues, { ...ISSUE, at: path }];
  return { ...each, row: { ...row, freeText: true, issues } };
}
