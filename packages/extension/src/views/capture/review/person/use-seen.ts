/** Seen before? The question, the officer’s answer, and the choices still missing before the save. */
import {
  type FieldPath,
  failed,
  passed,
  type RecordId,
  type Result,
  type SeenAnswer,
  type StoredRecord,
  SUBJECT_UNKNOWN,
} from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../../app/app.js';
import { asIssue } from '../../../act/as-issue.js';
import { loadReviewParts } from '../load-parts.js';
import type { Settled, SettleOptions, ShownConflict, Stands } from '../settle.js';
import { isOnRecord } from './referral-choice.js';

export interface Seen {
  /** People to ask about; undefined if there are none, or before the search. */
  readonly answer: ReadonlySignal<SeenAnswer | undefined>;
  /** Key of the person whom the answer is about; empty before the first search. */
  readonly compared: ReadonlySignal<string>;
  /** True while the last search has failed. */
  readonly isLost: ReadonlySignal<boolean>;
  /** True once the question about them is on screen: by the save, or because the officer has asked for it. */
  readonly isAsked: ReadonlySignal<boolean>;
  /** `new`, `not-sure`, the id of a subject, or empty. */
  readonly chosen: ReadonlySignal<string>;
  readonly why: Signal<string>;
  /** The chosen person, once looked up. */
  readonly same: ReadonlySignal<StoredRecord<'subject'> | undefined>;
  /** Referrals of the chosen person, to add to. */
  readonly referrals: ReadonlySignal<readonly StoredRecord<'referral'>[]>;
  /** Id of the referral to add to; empty for a new one. */
  readonly into: ReadonlySignal<string>;
  readonly conflicts: ReadonlySignal<readonly ShownConflict[]>;
  readonly stands: ReadonlySignal<Stands>;
  /** Key of the doubt about the person chosen, once the save asks about it; else empty. */
  readonly pair: Signal<string>;
  /** The doubt for which the officer has said that the person chosen is meant. */
  readonly agreed: Signal<string>;
  /** Looks for the person of a draft ahead of its save. A failure is left to the save, which looks again. */
  seek(options: SettleOptions): void;
  /** Forgets the search: the records know of somebody whom it did not find. */
  lookAgain(): void;
  /** Puts the question on screen. */
  ask(): void;
  choose(chosen: string, options: SettleOptions): void;
  chooseReferral(id: string, options: SettleOptions): void;
  stand(path: FieldPath, side: 'held' | 'found'): void;
  /**
   * Settles the input of the save.
   *
   * @param held - the subject that the officer has already named
   * @returns undefined if the officer has only now been asked; issues if an answer is missing
   */
  settle(
    options: SettleOptions,
    held: StoredRecord<'subject'> | undefined,
  ): Promise<Result<Settled> | undefined>;
}

export function useSeen(): Seen {
  const { services } = useApp();
  const answer = useSignal<SeenAnswer | undefined>(undefined);
  const compared = useSignal('');
  const isLost = useSignal(false);
  const isAsked = useSignal(false);
  const chosen = useSignal('');
  const why = useSignal('');
  const same = useSignal<StoredRecord<'subject'> | undefined>(undefined);
  const referrals = useSignal<readonly StoredRecord<'referral'>[]>([]);
  const into = useSignal('');
  const conflicts = useSignal<readonly ShownConflict[]>([]);
  const stands = useSignal<Stands>({});
  const pair = useSignal('');
  const agreed = useSignal('');
  /** The person searched for last. */
  const sought = useRef('');
  /** The person that a save has searched for: until then somebody may have put them on record since. */
  const soughtBySave = useRef('');
  /** The searches one after the other: an earlier one never replaces the answer of a later one. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  /** The subject chosen here, or named earlier by the officer. */
  const person = useRef('');
  /** Rises with each choice and each comparison. */
  const choices = useRef(0);

  return useMemo((): Seen => {
    const look = async ({ draft }: SettleOptions, isSave: boolean): Promise<void> => {
      const { draftPerson, personKey } = await loadReviewParts();
      const key = personKey(draft);
      if (key === sought.current && (!isSave || key === soughtBySave.current)) return;
      const found = await services.seenBefore.look(draftPerson(draft), 'referral');
      sought.current = key;
      if (isSave) soughtBySave.current = key;
      const before = answer.value;
      answer.value = found.people.length > 0 ? found : undefined;
      compared.value = key;
      if (idsOf(before) === idsOf(answer.value)) return;
      // An answer about other people is none about these.
      isAsked.value = false;
      chosen.value = '';
      same.value = undefined;
    };
    const inTurn = (options: SettleOptions, isSave: boolean): Promise<void> => {
      const looked = turn.current.then(() => look(options, isSave));
      turn.current = looked.then(
        () => {
          isLost.value = false;
        },
        () => {
          isLost.value = true;
        },
      );
      return looked;
    };
    /** Compares the draft with the subject. Shows nothing if another choice is made in the meantime. */
    const differ = async (
      subject: StoredRecord<'subject'>,
      options: SettleOptions,
    ): Promise<readonly ShownConflict[]> => {
      choices.current += 1;
      const own = choices.current;
      const { conflictsWith } = await loadReviewParts();
      const held = await services.store.query('referral', { subjectId: subject.id });
      if (own === choices.current) referrals.value = held;
      const referral = held.find(({ id }) => id === into.value);
      const found = await conflictsWith(services, subject, referral, options);
      if (own === choices.current) conflicts.value = found;
      return found;
    };
    const referralChosen = () => referrals.value.find(({ id }) => id === into.value);
    const differOf = (chosen: string, options: SettleOptions): void => {
      if (!isPerson(chosen)) return;
      void services.store
        .get('subject', chosen)
        .then(async (subject) => {
          if (!subject || person.current !== chosen) return;
          same.value = subject;
          await differ(subject, options);
        })
        // The save compares again, and reports the error.
        .catch(() => undefined);
    };
    const settleWith = async (
      subject: StoredRecord<'subject'> | undefined,
      options: SettleOptions,
    ): Promise<Result<Settled>> => {
      if (!subject) return failed({ ...SUBJECT_UNKNOWN, at: 'seen' });
      const found = await differ(subject, options);
      const { filingErrors, intoMissing, standing, REFERRAL_GONE } = await loadReviewParts();
      const { issues, replace, beside } = standing(found, stands.value);
      const isOpen = referrals.value.length > 0 && into.value === '';
      const wrong = [
        ...filingErrors(services, options, subject),
        ...(isOpen ? [intoMissing()] : []),
        ...issues,
      ];
      if (wrong.length > 0) return failed(...wrong);
      const addToReferral = referralChosen();
      if (isOnRecord(into.value) && !addToReferral) return failed(REFERRAL_GONE);
      return passed({
        addTo: subject,
        found: answer.value?.people ?? [],
        ...(addToReferral ? { addToReferral } : {}),
        compared: [],
        replace,
        beside,
      });
    };
    /** @returns undefined if the officer is only now asked whether the person is meant */
    const unlessDoubted = async (
      settled: Result<Settled>,
      { draft }: SettleOptions,
    ): Promise<Result<Settled> | undefined> => {
      const addTo = settled.ok ? settled.value.addTo : undefined;
      if (!settled.ok || !addTo) return settled;
      const { doubtKey, personDoubt } = await loadReviewParts();
      const { found = [], replace, beside } = settled.value;
      const doubt = doubtKey(addTo.id, personDoubt(draft, addTo, found, [...replace, ...beside]));
      if (doubt === '') return settled;
      if (doubt !== agreed.value) {
        pair.value = doubt;
        return undefined;
      }
      return passed({ ...settled.value, meant: addTo.id });
    };
    return {
      answer,
      compared,
      isLost,
      isAsked,
      chosen,
      why,
      same,
      referrals,
      into,
      conflicts,
      stands,
      pair,
      agreed,
      seek(options) {
        inTurn(options, false).catch(() => undefined);
      },
      lookAgain() {
        sought.current = soughtBySave.current = '';
      },
      ask() {
        isAsked.value = true;
      },
      choose(next, options) {
        choices.current += 1;
        chosen.value = next;
        same.value = undefined;
        conflicts.value = [];
        stands.value = {};
        pair.value = agreed.value = '';
        referrals.value = [];
        into.value = '';
        person.current = next;
        differOf(next, options);
      },
      chooseReferral(id, options) {
        into.value = id;
        differOf(person.current, options);
      },
      stand(path, side) {
        stands.value = { ...stands.value, [path]: side };
      },
      async settle(options, held) {
        try {
          const { filingErrors, unanswered, comparedAs } = await loadReviewParts();
          if (held) {
            await inTurn(options, false);
            return unlessDoubted(await settleWith(held, options), options);
          }
          await inTurn(options, true);
          const people = answer.value?.people ?? [];
          if (people.length > 0 && chosen.value === '') {
            const issues = await unanswered(services, options, people);
            const isFirst = !isAsked.value;
            isAsked.value = true;
            return isFirst && issues.length === 1 ? undefined : failed(...issues);
          }
          if (isPerson(chosen.value))
            return unlessDoubted(
              await settleWith(await services.store.get('subject', chosen.value), options),
              options,
            );
          const errors = filingErrors(services, options, undefined);
          if (errors.length > 0) return failed(...errors);
          const compared = comparedAs(people, chosen.value, why.value);
          return passed({ addTo: undefined, compared, replace: [], beside: [] });
        } catch (error) {
          return failed(asIssue(error));
        }
      },
    };
  }, [services]);
}

function isPerson(chosen: string): chosen is RecordId {
  return chosen !== '' && chosen !== 'new' && chosen !== 'not-sure';
}

function idsOf(answer: SeenAnswer | undefined): string {
  return (answer?.people ?? []).map(({ person }) => person).join(' ');
}
