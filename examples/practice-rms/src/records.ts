// The fictional referrals, each difficult in its own way. Telephone numbers are from the ranges reserved for drama;
// addresses, schools and forces are invented.
import type { PracticeRecord } from './record.ts';
import { adult } from './records/adult.ts';
import { apostropheAndHyphen } from './records/apostrophe-and-hyphen.ts';
import { dateOfBirthNotKnown } from './records/date-of-birth-not-known.ts';
import { diacritics } from './records/diacritics.ts';
import { fiveHandles } from './records/five-handles.ts';
import { referredByMother } from './records/referred-by-mother.ts';
import { twoTelephones } from './records/two-telephones.ts';

export const practiceRecords: readonly PracticeRecord[] = [
  apostropheAndHyphen,
  diacritics,
  dateOfBirthNotKnown,
  twoTelephones,
  fiveHandles,
  referredByMother,
  adult,
];
