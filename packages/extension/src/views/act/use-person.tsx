/** What every act on a person is handed, and what follows a save. */
import {
  type ByHandContext,
  type CaseCommit,
  defaultGates,
  type Issue,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../app/app.js';
import { type SaveAbout, useSave } from './use-save.js';

export type PersonRegime = 'part3' | 'uk-gdpr';

interface KeepAbout extends Omit<SaveAbout, 'show'> {
  /** Where one goes once it is kept; absent: back to the person. */
  readonly goOn?: () => void;
}

/** @param said - what is said once an act is kept */
export function usePersonActs(subject: RecordId, section: string | undefined, said: string) {
  const { services, router } = useApp();
  const { officer, kind } = useOpenVault();
  const { isBusy, save } = useSave();
  /** What the law of sensitive data asks of an officer. */
  const policy = { policyReference: officer.policyReference, practice: kind === 'practice' };
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
  /**
   * Keeps the act and goes on; gives the issues where it is refused.
   *
   * @param of - all that the act is made of
   */
  const keep = async (
    { goOn = back, ...about }: KeepAbout,
    of: unknown,
    act: () => Result<CaseCommit>,
  ): Promise<readonly Issue[]> => {
    let wrong: readonly Issue[] = [];
    const show = (issues: readonly Issue[]): void => {
      wrong = issues;
    };
    await save({ ...about, show }, of, act, (_, warnings) => {
      const words = warnings.map(({ message }) => message).join(' ');
      return { heading: said, ...(words === '' ? {} : { body: words }), go: goOn };
    });
    return wrong;
  };
  /** An act on the page that one is on: it stays in sight, with what came of it. */
  const keepHere = (name: string, of: unknown, act: () => Result<CaseCommit>) =>
    keep({ work: `${name}/${subject}`, goOn: stay }, of, act);
  return { context, regime, policy, officer, isBusy, keep, keepHere, back };
}
