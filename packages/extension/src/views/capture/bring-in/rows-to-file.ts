/** Rows of a file as they are judged and filed together. */
import {
  type Draft,
  decidedValue,
  draftPerson,
  type FieldPath,
  type FiledTogether,
  fileTogether,
  type Gates,
  type JudgedRow,
  judgeTogether,
  type PlainDate,
  type ReadingHandling,
  type Result,
  type RowOfFile,
  type SeenAnswer,
  type TogetherContext,
  writtenDate,
} from '@cyber-prevent/core';
import { isCivilDate } from '../../../components/civil-date.js';
import { nextTask } from '../../../page/next-task.js';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';
import { officerOf } from '../review/review-context.js';
import { type BroughtIn, unreadColumns } from './brought-in.js';
import { draftToFile } from './use-looked.js';

export interface TogetherTerms {
  readonly gates: Gates;
  readonly officer: OfficerIdentity;
  readonly kind: VaultKind;
  /** The conditions on which the whole file came; each part is empty if there are none. */
  readonly handling: Omit<ReadingHandling, 'origin'>;
  /** Day of the referrals that give none. */
  readonly receivedOn: PlainDate;
}

type Answers = ReadonlyMap<string, SeenAnswer>;

/** Number of people on record who may be the person sought. */
export function countSeen({ people, apart, moreCount }: SeenAnswer): number {
  return people.length + apart.length + moreCount;
}

/** Drafts made in one task. */
const IN_TASK = 100;

/** Every row that is not on record. */
async function rowsToFile(
  file: BroughtIn,
  answers: Answers,
  filed: ReadonlySet<string>,
  { handling }: Pick<TogetherTerms, 'handling'>,
  { host }: Services,
): Promise<readonly RowOfFile[]> {
  const found: RowOfFile[] = [];
  for (const row of file.rows) {
    if (filed.has(row.at)) continue;
    const answer = answers.get(row.at);
    found.push({
      at: row.at,
      draft: withHandling(draftToFile(file, row, host), handling),
      issues: row.issues,
      ...(answer ? { found: countSeen(answer) } : {}),
      ...(file.opened.has(row.at) ? { isOpened: true } : {}),
    });
    if (found.length % IN_TASK === 0) await nextTask();
  }
  return found;
}

/** Each row is a reading of its own, and all of them came on the conditions of the file. */
function withHandling(draft: Draft, given: TogetherTerms['handling']): Draft {
  if (Object.values(given).every((text) => text.trim() === '')) return draft;
  return { ...draft, handling: draft.origins.map(({ id }) => ({ origin: id, ...given })) };
}

function contextOf(
  file: BroughtIn,
  { gates, officer, kind, receivedOn }: TogetherTerms,
  { host, lists }: Services,
): TogetherContext {
  return {
    gates,
    officer: officerOf(officer, kind),
    host,
    lists,
    receivedOn,
    unread: unreadColumns(file),
    pause: nextTask,
  };
}

export interface ToFile extends JudgedRow {
  readonly draft: Draft;
}

export async function judgeRows(
  file: BroughtIn,
  answers: Answers,
  filed: ReadonlySet<string>,
  terms: TogetherTerms,
  services: Services,
): Promise<readonly ToFile[]> {
  const rows = await rowsToFile(file, answers, filed, terms, services);
  const drafts = new Map(rows.map(({ at, draft }) => [at, draft]));
  const judged = await judgeTogether(rows, contextOf(file, terms, services));
  return judged.flatMap((row) => {
    const draft = drafts.get(row.at);
    return draft ? [{ ...row, draft }] : [];
  });
}

interface Choice {
  readonly answers: Answers;
  readonly filed: ReadonlySet<string>;
  /** Places of the rows to file. */
  readonly chosen: ReadonlySet<string>;
}

/** Looks once more for the people of the chosen rows, then files them: somebody may be on record since. */
export async function fileRows(
  file: BroughtIn,
  { answers, filed, chosen }: Choice,
  terms: TogetherTerms,
  services: Services,
): Promise<Result<FiledTogether>> {
  const fresh = new Map(answers);
  for (const row of file.rows) {
    if (!chosen.has(row.at)) continue;
    const sought = draftPerson(draftToFile(file, row, services.host));
    fresh.set(row.at, await services.seenBefore.look(sought, 'referral'));
  }
  const rows = await rowsToFile(file, fresh, filed, terms, services);
  return fileTogether(rows, chosen, contextOf(file, terms, services));
}

/** The person of a row as they would be filed. */
export interface Shown {
  readonly name: string;
  readonly born: string | undefined;
  readonly school: string | undefined;
  readonly hasDate: boolean;
}

export function shownOf(draft: Draft): Shown {
  const taken = (path: FieldPath): string | undefined => {
    const row = draft.rows.find((each) => each.path === path);
    return row && decidedValue(row);
  };
  const born = taken('subject.bornOn');
  const name = draftPerson(draft).values.find(({ kind }) => kind === 'name');
  return {
    name: name?.text ?? '',
    born: born !== undefined && isCivilDate(born) ? writtenDate(born) : born,
    school: taken('subject.school'),
    hasDate: taken('referral.receivedOn') !== undefined,
  };
}
