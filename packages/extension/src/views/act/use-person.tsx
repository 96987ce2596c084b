/** Context that every act on a person needs, and the steps after a save. */
import {
  type ByHandContext,
  type CaseCommit,
  defaultGates,
  type Issue,
  type OrderRules,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../app/app.js';
import type { ActContext } from './act-context.js';
import { useFollowedPolicy } from './policy/follow-policy.js';
import { type SaveAbout, useSave } from './use-save.js';

export type PersonRegime = 'part3' | 'uk-gdpr';

interface KeepAbout extends Omit<SaveAbout, 'show'> {
  /** Goes to the next screen once it is saved; absent: back to the person. */
  readonly goOn?: () => void;
}

/** @param said - success message once an act is saved; the name of the person is added to it */
export function usePersonActs(
  { id: subject }: { readonly id: RecordId },
  section: string | undefined,
  said: string,
) {
  const { router } = useApp();
  const { officer, kind } = useOpenVault();
  const { isBusy, save } = useSave();
  /** Settings required by the law on sensitive data. */
  const policy = { policyReference: officer.policyReference, practice: kind === 'practice' };
  const regime: PersonRegime = officer.regime === 'uk-gdpr' ? 'uk-gdpr' : 'part3';
  const rules = useOrderRules();
  const context: ActContext = { ...useByHand(), ...(rules ? { rules } : {}) };
  const back = (): void => router.go({ name: 'subject', subject, ...(section ? { section } : {}) });
  /** Reloads the same screen with the stored records. */
  const stay = (): void => router.go(router.route.value);
  /**
   * Saves the act and continues; returns the issues if it is refused.
   *
   * @param of - everything the act is made from
   */
  const keep = async (
    { goOn = back, ...about }: KeepAbout,
    of: unknown,
    act: () => Result<CaseCommit> | Promise<Result<CaseCommit>>,
  ): Promise<readonly Issue[]> => {
    let wrong: readonly Issue[] = [];
    const show = (issues: readonly Issue[]): void => {
      wrong = issues;
    };
    await save({ ...about, show }, of, act, (_, warnings) => {
      const words = warnings.map(({ message }) => message).join(' ');
      return { heading: said, ...(words === '' ? {} : { body: words }), go: goOn, of: subject };
    });
    return wrong;
  };
  /** Saves an act on the current page, which stays in sight and shows the result. */
  const keepHere = (name: string, of: unknown, act: () => Result<CaseCommit>) =>
    keep({ work: `${name}/${subject}`, goOn: stay }, of, act);
  return { context, regime, policy, officer, isBusy, keep, keepHere, back };
}

/** Context of an act that says where a value comes from, about a person or about nobody. */
export function useByHand(): ByHandContext {
  const { host, lists } = useApp().services;
  const regime: PersonRegime = useOpenVault().officer.regime === 'uk-gdpr' ? 'uk-gdpr' : 'part3';
  const gates = defaultGates('force', regime, 'record');
  if (!gates.ok) throw new Error('The gates of a force’s own host are always open');
  return { host, lists, gates: gates.value };
}

/** The rules of cautions and orders that a definition pack gives. */
function useOrderRules(): OrderRules | undefined {
  const rules = useSignal<OrderRules | undefined>(undefined);
  useFollowedPolicy((policy) => {
    if (policy) rules.value = policy.given?.orderRules;
  });
  return rules.value;
}
