/** The school of somebody who writes of "our pupils": offered as the subject's, and never taken by itself. */
import type { Issue } from '../../shared/issue.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import { everyMatch } from '../text/text-match.js';
import type { ProposedRow } from './draft-row.js';

const SCHOOL = /\b(?:school|academy|college|university|grammar|utc|sixth form)\b/i;
const LEARNER = '(?:pupils?|students?|learners?)';
const OURS = new RegExp(
  `\\b(?:(?:our|my)\\s+(?:[\\w-]+\\s+){0,3}${LEARNER}|${LEARNER}\\s+(?:here|of ours|at (?:this|our|my))|at (?:our|this|my) (?:school|academy|college)|(?:our|this) (?:school|academy|college)|in (?:our|my) (?:class|form|tutor group|year group))\\b`,
  'gi',
);
/** Words before these of somebody who is no pupil there. */
const NO_LONGER =
  /\b(?:not|no longer|never|former|formerly|used to be|until|isn['’]t|aren['’]t|wasn['’]t)\b[^.;\n]{0,30}$/i;
/** Another place to learn, or none: `in Year 10 at Fernbrook`, `home educated`. */
const ELSEWHERE =
  /\b(?:(?:[Yy]ear|[Yy]r) ?\d{1,2}\s+(?:at|of|from)\s|(?:attends|goes to|enrolled at|moved to|transferred to|(?:pupil|student|learner) (?:at|of|from))\s)(?:the )?(?!(?:the|this|our|my|here)\b)\p{Lu}|\b(?:[Hh]ome[- ]?(?:educated|schooled|taught)|electively home|off[- ]roll|not on (?:our |the |a )?(?:school )?roll|permanently excluded|[Mm]y (?:own )?(?:son|daughter|step-?son|step-?daughter|child|nephew|niece|grandson|granddaughter))\b/u;

const ISSUE = {
  code: 'school-of-referrer',
  message: 'This is the school of the person who wrote. Check that the subject goes there.',
  severity: 'warning',
} as const satisfies Issue;

/** Code of the issue of a school that no words give to the subject. */
export const SCHOOL_OF_REFERRER: string = ISSUE.code;

/**
 * The rows with the referrer's school after it, if a text calls its pupils theirs or gives the year of the one whom it is
 * about, and none gives the subject's school.
 */
export function withSchoolOfReferrer(rows: readonly ProposedRow[]): readonly ProposedRow[] {
  if (rows.some(({ row }) => row.path === 'subject.school')) return rows;
  const school = rows.find(
    ({ row }) => row.path === 'referrer.organisation' && SCHOOL.test(row.value),
  );
  const texts = rows.flatMap(({ row, isRunning }) => (isRunning === true ? [row.raw] : []));
  const isOurs = texts.some(saysOurs) || isOfYear(rows, texts);
  if (texts.some((text) => saysElsewhere(text, school?.row.value ?? ''))) return rows;
  if (!school || !isOurs) return rows;
  const path = 'subject.school';
  const offered: ProposedRow = {
    ...school,
    row: {
      ...school.row,
      id: `${school.row.id}-school`,
      path,
      issues: [...school.row.issues, { ...ISSUE, at: path }],
      sensitivity: sensitivityOf(path),
      freeText: true,
    },
  };
  return rows.flatMap((each) => (each === school ? [each, offered] : [each]));
}

function saysOurs(text: string): boolean {
  return everyMatch(text, OURS).some(
    ({ index }) => !NO_LONGER.test(text.slice(Math.max(0, index - 50), index)),
  );
}

/** True for another school; the referrer's own may be named too. */
function saysElsewhere(text: string, school: string): boolean {
  const [short = ''] = /^(?!The\b)\p{Lu}\p{L}{3,}/u.exec(school) ?? [];
  return (
    [school, short]
      .filter((name) => name !== '')
      .reduce((said, name) => said.replaceAll(name, 'our school'), text)
      .match(ELSEWHERE) !== null
  );
}

/** True if the one person of whom a text tells is said to be in a year of a school. */
function isOfYear(rows: readonly ProposedRow[], texts: readonly string[]): boolean {
  const names = new Set(
    rows.flatMap(({ row }) => (row.path === 'subject.name' ? [row.raw.trim()] : [])),
  );
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) return false;
  return texts.some((text) => {
    const at = text.indexOf(name);
    return at >= 0 && YEAR.test(text.slice(at + name.length));
  });
}

/** A year right after a name: `Jayden Oakes (dob 14/03/2012, Year 10)`. */
const YEAR = /^[^.;\n]{0,40}?\b(?:year|yr) ?(?:[7-9]|1[0-3])\b/i;
