/**
 * The four gates that every capture passes: its purpose, its marking, its lawful basis and its necessity. They start
 * from the class of host and the officer's regime, and take one confirming key.
 */
import * as v from 'valibot';
import type { Draft, HostClass } from '../capture/draft.js';
import { codeList } from '../codes/code-list.js';
import { field } from '../record/field.js';
import { MARKING_OF_A_PERSON, Marking } from '../record/marking.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';

export const Gates = v.strictObject({
  purpose: field(codeList('purpose'), { label: 'Purpose' }),
  marking: field(Marking, { label: 'Marking', input: 'choice' }),
  lawfulBasis: field(codeList('lawful-basis'), { label: 'Lawful basis' }),
  necessity: field(codeList('necessity'), { label: 'Why it is necessary' }),
});
export type Gates = v.InferOutput<typeof Gates>;

/** The law that the officer's force works under: DPA 2018 Part 3, or the UK GDPR. A code of `purpose-regime`. */
export const REGIMES = ['part3', 'uk-gdpr'] as const;
export type Regime = (typeof REGIMES)[number];

/** The issue for a host that policy keeps out of reach. */
export const HOST_NEVER: Issue = {
  code: 'host-never',
  severity: 'error',
  message:
    'Your force does not allow anything to be taken from this system. Record it on that system instead.',
};

/** Every class that may be read starts the same; differences between classes are asked about when the page is read. */
const LAWFUL_BASIS: Readonly<Record<Regime, string>> = {
  part3: 'part3-task',
  'uk-gdpr': 'gdpr-public-task',
};

/** The work that something is kept for. `record` is anything entered by hand about a person on record. */
export type GatedWork = 'referral' | 'identification' | 'note' | 'record';

/** The necessity that each kind of work starts with, a code of `necessity`: true of whatever the officer then enters. */
const NECESSITY: Readonly<Record<GatedWork, string>> = {
  referral: 'assess-referral',
  identification: 'assess-identified',
  note: 'assess-intelligence',
  record: 'keep-accurate',
};

/**
 * The starting values of the gates. The officer may change each before a save.
 *
 * @param work - decides the necessity: no referral is named as the reason where there is none
 * @returns the gates, or the issue `host-never` for a host that may not be read at all
 */
export function defaultGates(
  hostClass: HostClass,
  regime: Regime,
  work: GatedWork = 'referral',
): Result<Gates> {
  if (hostClass === 'never') return failed(HOST_NEVER);
  return passed({
    purpose: 'prevention',
    marking: MARKING_OF_A_PERSON,
    lawfulBasis: LAWFUL_BASIS[regime],
    necessity: NECESSITY[work],
  });
}

/** The classes of host, from the freest to the strictest. */
const BY_STRICTNESS: readonly HostClass[] = ['force', 'partner', 'open-source', 'never'];

/**
 * The starting values for a draft, from the strictest class among all its pages: a page added later may be stricter
 * than the first.
 *
 * @param draft - without pages, or null: typed by the officer, as on a system of the force
 * @returns the gates, or the issue `host-never` if any page is of a host that may not be read at all
 */
export function draftGates(
  draft: Pick<Draft, 'origins'> | null,
  regime: Regime,
  work?: GatedWork,
): Result<Gates> {
  const classes = (draft?.origins ?? []).map(({ hostClass }) => hostClass);
  const strictest = BY_STRICTNESS.findLast((each) => classes.includes(each));
  return defaultGates(strictest ?? 'force', regime, work);
}
