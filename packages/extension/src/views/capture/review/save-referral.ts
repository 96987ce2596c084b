/** Saves the reviewed draft as one batch: everything that was taken, or nothing. */
import {
  attachIdentity,
  birthsOf,
  type Commit,
  type Draft,
  type FileContext,
  type FiledReferral,
  failed,
  fileReferral,
  type Gates,
  type Issue,
  isOfAnother,
  mayTakeSpecial,
  type PageChoice,
  passed,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import { draftSave } from '../../../app/work-keys.js';
import { t } from '../../../locales/late.js';
import type { LastSave } from '../../../ports/last-save.js';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';
import { birthDates } from '../../act/either-of.js';
import { keepOnce } from '../../act/keep-once.js';
import { givenWords } from './handling/handling-words.js';
import { keepCopies } from './keep-copies.js';
import { heldFor, officerOf } from './review-context.js';
import { takenPerson } from './row/taken-person.js';
import { filingErrors, type Settled } from './settle.js';

export interface SaveOptions {
  readonly draft: Draft;
  readonly gates: Gates;
  readonly settled: Settled;
  readonly officer: OfficerIdentity;
  readonly kind: VaultKind;
  /** Amount of each page to save. */
  readonly copy: PageChoice;
}

export interface SavedReferral {
  readonly save: LastSave;
  /** The words of the success, with the person's name: they go no further than the screen. */
  readonly said: string;
  /** The sentence about the conditions saved with it; empty if there are none. */
  readonly conditions: string;
}

/** Never rejects: a full disk or a locked vault is an issue like any other, and the draft stays as it was. */
export async function saveReferral(
  services: Services,
  { draft, gates, settled, officer, kind, copy }: SaveOptions,
): Promise<Result<SavedReferral>> {
  const { addTo, ...rest } = settled;
  const by = officerOf(officer, kind);
  let warnings: readonly Issue[] = [];
  let isNaming = false;
  try {
    // Runs at each try: a copy saved for the previous one may have gone with the keeper.
    const copies = await keepCopies(services, draft, copy, mayTakeSpecial(by));
    if (!copies.ok)
      return failed(
        ...filingErrors(services, { draft, gates, officer, kind }, addTo),
        ...copies.issues,
      );
    const of = [draft, gates, addTo?.heads, rest, copy];
    const outcome = await keepOnce(services, draftSave(draft), of, async () => {
      const filed = await fileOf(services, draft, {
        gates,
        officer: by,
        host: services.host,
        lists: services.lists,
        held: await heldFor(services, addTo, settled.addToReferral),
        snapshots: copies.value,
        ...rest,
        ...(addTo ? { addTo } : {}),
      });
      warnings = filed.issues;
      isNaming = filed.ok && namesOffence(filed.value.commit);
      return filed;
    });
    if (outcome.name === 'refused') return failed(...outcome.issues);
    const { made, seq, owed } = outcome;
    const { ids } = made;
    const save: LastSave = {
      what: 'referral',
      seq,
      subject: ids.subject,
      owed,
      ...(settled.addToReferral ? { isAdded: true } : {}),
      ...(warnings.some(({ code }) => code === 'received-today') ? { isDatedToday: true } : {}),
      ...(isNaming ? { namesOffence: true } : {}),
      records: [ids.referral, ...ids.relatedPersons, ...ids.onlineIdentifiers],
    };
    const said = await savedWords(services, ids.subject, settled, draft);
    const given = givenWords(draft);
    const conditions = given === '' ? '' : t('handling.saved', { what: given });
    return passed({ save, said, conditions }, [...warnings, ...copies.issues]);
  } catch (error) {
    return failed(asIssue(error));
  }
}

/** True if the referral has words that may name an offence: somebody is asked which section they are. */
function namesOffence({ changes }: Commit): boolean {
  return changes.some(
    ({ kind, set }) =>
      kind === 'referral' &&
      ['suspectedOffences', 'lawMentioned'].some((name) => {
        const words: unknown = Reflect.get(set, name);
        return Array.isArray(words) && words.length > 0;
      }),
  );
}

/** Names the person as they are on record now, with every date of birth: it tells them from a namesake. */
async function savedWords(
  { store }: Services,
  subject: RecordId,
  { addTo, addToReferral }: Settled,
  draft: Draft,
): Promise<string> {
  // The save is made: a person who cannot be read now is named as the draft does.
  const held = await store.get('subject', subject).catch(() => undefined);
  const read = takenPerson(draft.rows.filter((row) => !isOfAnother(draft, row)));
  const plain = held?.value.name ?? read.name ?? '';
  const births = held ? birthsOf(held.value) : [];
  const born = births.length > 0 ? birthDates(births) : read.born;
  const name = born === undefined ? plain : t('review.bar.who', { name: plain, date: born });
  if (addToReferral) return t('review.saved.added', { name });
  return t(addTo ? 'review.saved.on-record' : 'review.saved.new', { name });
}

/** Files a new referral, or the one for an enquiry that has a name by now. */
async function fileOf(
  { store }: Services,
  draft: Draft,
  context: FileContext,
): Promise<Result<FiledReferral>> {
  const { enquiry: enquiryId } = draft;
  if (enquiryId === undefined) return fileReferral(draft, context);
  return attachIdentity(draft, {
    ...context,
    enquiry: await store.get('enquiry', enquiryId),
    decisions: await store.query('decision', { enquiryId }),
    referrals: await store.query('referral', { enquiryId }),
  });
}
