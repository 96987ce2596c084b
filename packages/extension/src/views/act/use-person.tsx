/** What every act on a person is handed, and what follows a save. */
import {
  type ByHandContext,
  type CaseCommit,
  defaultGates,
  type Issue,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../app/app.js';
import { asIssue } from './as-issue.js';
import { NoticeOffer } from './notice-offer.js';
import { callsForNotice } from './past-recipients.js';

export type PersonRegime = 'part3' | 'uk-gdpr';

/** @param said - what is said once an act is kept */
export function usePersonActs(subject: RecordId, section: string | undefined, said: string) {
  const { services, router, session } = useApp();
  const { officer, kind } = useOpenVault();
  /** What the law of sensitive data asks of an officer. */
  const policy = { policyReference: officer.policyReference, practice: kind === 'practice' };
  const isBusy = useSignal(false);
  const regime: PersonRegime = officer.regime === 'uk-gdpr' ? 'uk-gdpr' : 'part3';
  const gates = defaultGates('force', regime);
  if (!gates.ok) throw new Error('The gates of a force’s own host are always open');
  const context: ByHandContext = {
    host: services.host,
    lists: services.lists,
    gates: gates.value,
  };
  const back = (): void => router.go({ name: 'subject', subject, ...(section ? { section } : {}) });
  /** The same screen, with what is held now. */
  const stay = (): void => router.go(router.route.value);
  /** Keeps the act and goes on; gives the issues where it is refused. */
  const keep = async (
    done: Result<CaseCommit>,
    after: () => Promise<unknown> = async () => undefined,
    catches: (error: unknown) => Promise<boolean> = async () => false,
    goOn: () => void = back,
  ): Promise<readonly Issue[]> => {
    if (!done.ok) return done.issues;
    if (isBusy.value) return [];
    isBusy.value = true;
    try {
      const { commit } = done.value;
      const { seq } = await services.store.commit(commit);
      await after();
      const words = done.issues.map(({ message }) => message).join(' ');
      // It is kept, whether or not the log can be read to see who had it.
      const isOwed = await callsForNotice(services.store, commit.changes).catch(() => false);
      const body = (
        <>
          {words}
          {isOwed && <NoticeOffer subject={subject} />}
        </>
      );
      session.say({ heading: said, seq, ...(words || isOwed ? { body } : {}) });
      goOn();
      return [];
    } catch (error) {
      return (await catches(error)) ? [] : [asIssue(error)];
    } finally {
      isBusy.value = false;
    }
  };
  /** An act on the page that one is on: it stays in sight, with what came of it. */
  const keepHere = (done: Result<CaseCommit>): Promise<readonly Issue[]> =>
    keep(done, undefined, undefined, stay);
  return { context, regime, policy, officer, isBusy, keep, keepHere, back };
}
