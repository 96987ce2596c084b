/** Groups the records that stay, by why: where a part is destroyed, an officer sees what is not. */
import { isRoot, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { whichRoot } from './which-root.js';

interface KeptRecords {
  /** Reason in a few words. */
  readonly why: string;
  readonly records: readonly StoredRecord[];
}

const EACH = new Intl.ListFormat('en-GB');

/** @param staying - everything gathered for the person that does not go */
export function keptBecause(staying: readonly StoredRecord[]): readonly KeptRecords[] {
  const roots = staying.filter(isRoot);
  const named = staying.filter((record) => !namesNobody(record));
  const needed = new Set(named.filter((record) => !isShared(record)).flatMap(needsOf));
  const isTheirs = (record: StoredRecord): boolean =>
    roots.length > 0 && (!isShared(record) || needed.has(record.id));
  const groups = [
    {
      why: t('destroy.keeps.other', {
        others: EACH.format(
          roots.map((root) => t('destroy.keeps.each', { which: whichRoot(root, staying) })),
        ),
      }),
      records: named.filter(isTheirs),
    },
    { why: t('destroy.keeps.shared'), records: named.filter((record) => !isTheirs(record)) },
    { why: t('destroy.keeps.nobody'), records: staying.filter(namesNobody) },
  ];
  return groups.filter(({ records }) => records.length > 0);
}

/** Kinds that belong to every case that names them. */
function isShared({ kind }: StoredRecord): boolean {
  return kind === 'referrer' || kind === 'sourceCapture';
}

/** An enquiry with what was decided or promised on it before anybody was named, and the refusal of a referral. */
function namesNobody({ kind, value }: StoredRecord): boolean {
  if (kind === 'enquiry' || kind === 'refusal') return true;
  const isAbout = 'subjectId' in value && value.subjectId !== undefined;
  return 'enquiryId' in value && value.enquiryId !== undefined && !isAbout;
}

function needsOf({ value, sources }: StoredRecord): readonly RecordId[] {
  const captures = Object.values(sources).flatMap((refs) => refs.map(({ capture }) => capture));
  const referrer = 'referrerId' in value && value.referrerId;
  return referrer ? [...captures, referrer] : captures;
}
