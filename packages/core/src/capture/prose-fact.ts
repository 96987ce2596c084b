/** Facts inside a narrative: dates, and the law that it names. Each is offered, says where it was read, and starts as left. */
import { type ProposedRow, readRow, sensitivityOf } from './draft-row.js';
import type { FieldPath } from './field-path.js';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DATE = new RegExp(
  `\\b(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH}[ -]\\d{4}|\\d{4}-\\d\\d-\\d\\d)\\b`,
  'gi',
);
/** What stands just before a date that is somebody's birth, or the referral's own. */
const NOT_INCIDENT =
  /(?:\bdob|\bd\.o\.b\.?|\bborn|date of birth|\bb\.|referred(?: on)?|received)[\s:(]*(?:on )?$/i;

const SECTION = String.raw`\d{1,2}[A-Z]{0,2}(?:\s?(?:,|and|&|\/)\s?(?:ss?\.?\s?)?\d{1,2}[A-Z]{0,2}\b)*`;
const ACT = '(?:Computer Misuse Act(?: 1990)?|CMA(?: 1990)?)';
const LAW = new RegExp(
  `\\b(?:(?:sections?|ss?\\.?)\\s?${SECTION}\\s(?:of\\s(?:the\\s)?)?${ACT}|${ACT},?\\s\\(?(?:sections?|ss?\\.?)\\s?${SECTION}\\)?)`,
  'gi',
);

/** Longer narratives are searched this far. */
const MOST_LETTERS = 50_000;
const MOST_FACTS = 30;

/** The rows for what a narrative mentions; none for any other row. */
export function proseFacts(each: ProposedRow): readonly ProposedRow[] {
  const { row } = each;
  if (row.path !== 'referral.narrative') return [];
  const text = row.raw.slice(0, MOST_LETTERS);
  const dates = [...text.matchAll(DATE)]
    .filter(({ index }) => !NOT_INCIDENT.test(text.slice(Math.max(0, index - 30), index)))
    .map(([raw]) => ({ path: 'referral.incidentDates[]' as const, raw }));
  const laws = [...text.matchAll(LAW)].map(([raw]) => ({
    path: 'referral.lawMentioned[]' as const,
    raw,
  }));
  return [...dates, ...laws]
    .slice(0, MOST_FACTS)
    .map(({ path, raw }, nth) => factOf(each, path, raw, nth))
    .filter(({ unread }) => !unread);
}

function factOf(each: ProposedRow, path: FieldPath, raw: string, nth: number): ProposedRow {
  const { row } = each;
  const { unread, ...read } = readRow(path, raw, { label: row.label });
  return {
    ...each,
    unread,
    row: {
      ...row,
      ...read,
      id: `${row.id}-fact-${nth}`,
      path,
      raw,
      sensitivity: sensitivityOf(path),
      runnersUp: [],
      namedBy: 'generic',
      freeText: true,
    },
  };
}
