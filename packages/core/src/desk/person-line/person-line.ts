/**
 * The facts about a person that stay in sight on every screen and form about them: who they are, where the case is, and
 * what comes next. Nothing of what happened, and no words of anybody: of a concern only that it is open.
 */
import { closedBy } from '../../casework/act/case-state.js';
import { openConcerns } from '../../casework/contact/concern-state.js';
import { standingChecks } from '../../casework/person/contact-check.js';
import { birthsOf } from '../../record/births.js';
import type { RecordKind } from '../../record/kind.js';
import { AGE_OF_RESPONSIBILITY } from '../../record/under-ten.js';
import { ageOn } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { DiaryEntry } from '../diary/diary-entry.js';

/** Stage of a case: a code of `referral-status`, or one of its own. */
export type CaseStage =
  | { readonly name: 'closed' | 'identified' | 'none' }
  | { readonly name: 'referral'; readonly status: string };

export interface PersonLine {
  readonly subject: RecordId;
  readonly name: string;
  readonly preferredName?: string | undefined;
  /** The recorded date of birth and every other one on record; empty if none is known. */
  readonly births: readonly PlainDate[];
  /** Ages by those dates, the lowest first; one date gives one age. */
  readonly ages: readonly number[];
  /** The mark of a child, only if every date of birth on record gives it: the ages say what else they may be. */
  readonly under?: 10 | 18 | undefined;
  readonly stage: CaseStage;
  /** The levels of the latest signed assessment, in words; empty if there is none, or it gives no level. */
  readonly level: readonly string[];
  /** True once an assessment is signed, even if it gives no level. */
  readonly isAssessed: boolean;
  readonly isCheckFirst: boolean;
  /** True while a safeguarding concern about them is not closed. */
  readonly isConcernOpen: boolean;
  /** The most urgent due entry. */
  readonly next?: DiaryEntry | undefined;
}

/** Kinds of record about a person that the line is worked out from. */
export const LINE_KINDS = [
  'referral',
  'identification',
  'decision',
  'assessment',
  'contactCheck',
  'contactPlan',
  'safeguardingConcern',
] as const satisfies readonly RecordKind[];

export interface PersonLineContext {
  readonly today: PlainDate;
  /** The diary, in its order. */
  readonly entries: readonly DiaryEntry[];
}

/**
 * Works out the line that is shown about a person on every screen about them.
 *
 * @param records - of {@link LINE_KINDS}, about that person
 */
export function personLine(
  { id, value }: StoredRecord<'subject'>,
  records: readonly StoredRecord[],
  { today, entries }: PersonLineContext,
): PersonLine {
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const births = birthsOf(value);
  const ages = [...new Set(births.map((bornOn) => ageOn(bornOn, today)))].sort((a, b) => a - b);
  return {
    subject: id,
    name: value.name.trim(),
    preferredName: all('contactPlan').at(-1)?.value.preferredName,
    births,
    ages,
    under: underOf(ages.at(-1)),
    stage: stageOf(all('decision'), all('referral'), all('identification')),
    level: levelOf(all('assessment')),
    isAssessed: all('assessment').some((each) => each.value.signedAt !== undefined),
    isCheckFirst: standingChecks(all('contactCheck')).length > 0,
    isConcernOpen: openConcerns(all('safeguardingConcern')).length > 0,
    next: entries.find(({ about }) => about === id),
  };
}

function underOf(age: number | undefined): 10 | 18 | undefined {
  if (age === undefined || age >= 18) return undefined;
  return age < AGE_OF_RESPONSIBILITY ? 10 : 18;
}

function stageOf(
  decisions: readonly StoredRecord<'decision'>[],
  referrals: readonly StoredRecord<'referral'>[],
  identified: readonly StoredRecord<'identification'>[],
): CaseStage {
  if (closedBy(decisions)) return { name: 'closed' };
  const latest = referrals.toSorted((a, b) => (a.value.receivedOn < b.value.receivedOn ? -1 : 1));
  const referral = latest.at(-1);
  if (referral) return { name: 'referral', status: referral.value.status };
  return { name: identified.length > 0 ? 'identified' : 'none' };
}

/** A signed assessment has been confirmed where it had to be. */
function levelOf(assessments: readonly StoredRecord<'assessment'>[]): readonly string[] {
  const signed = assessments
    .filter(({ value }) => value.signedAt !== undefined)
    .toSorted((a, b) => ((a.value.signedAt ?? '') < (b.value.signedAt ?? '') ? -1 : 1));
  const latest = signed.at(-1)?.value;
  if (!latest) return [];
  if (latest.override?.confirmedBy !== undefined) return [latest.override.levelLabel];
  return latest.noLevel === undefined || latest.noLevel === 'answers-missing'
    ? latest.levels.map(({ label }) => label)
    : [];
}
