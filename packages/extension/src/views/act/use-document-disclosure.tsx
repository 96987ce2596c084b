/**
 * Questions before a document leaves: destination, recipient, reason and legal gateway. The answers are logged first.
 */
import {
  type Commit,
  type DisclosedDocument,
  type DisclosureInput,
  discloseDocument,
  type Issue,
  isOwnForce,
  type Result,
  takesSeveralPeople,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { choicesOf } from '../../components/choice.js';
import { Select } from '../../components/select.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/late.js';
import { useExport } from './export/use-export.js';
import { logOnce } from './keep-once.js';
import { keptUntilLock } from './kept-until-lock.js';
import { LastAnswers } from './last-answers.js';
import { type DisclosureAnswers, useDisclosure } from './use-disclosure.js';

export interface DocumentDisclosure {
  readonly fields: ComponentChildren;
  readonly errors: readonly { readonly message: string; readonly fieldId?: string }[];
  /** A code of `export-destination`; empty if nothing is chosen. */
  readonly destination: string;
  readonly isBusy: boolean;
  /** Replaces the questions and the buttons once the document has left. */
  readonly left: ComponentChildren;
  /**
   * Logs the disclosure, then lets the document go, once. If an answer is missing or the log fails, nothing leaves.
   *
   * @param inIt - its content as it turned out to be, in place of that given at first
   */
  leave(
    go: () => void,
    inIt?: Pick<DisclosedDocument, 'records' | 'confirmed' | 'handling'>,
  ): Promise<void>;
  /**
   * As `leave`, for a file that is checked once more against the answers.
   *
   * @param make - the entry of the log, or why the file may not leave
   * @returns the issues that are not about a question of this form
   */
  leaveAs(
    go: () => void,
    make: (answers: DisclosureInput) => Promise<Result<Commit>>,
  ): Promise<readonly Issue[]>;
}

type Answered = 'gateway' | 'gatewayNote';
type Answers = DisclosureAnswers & Readonly<Record<Answered, string>>;

/** Answers about the last paper of several people. Those about one person are never offered for another. */
const LAST = keptUntilLock<Answers>();

/** Offered inside the officer’s own force in one press, and never chosen for them. */
const USUAL_INSIDE = 'part3-task';

export interface DocumentOptions {
  /** It is about several people: it is offered to none of them, nor to a family. */
  readonly isOfSeveral?: boolean;
  /** It may be for the officer’s own work. */
  readonly mayKeep?: boolean;
}

export function useDocumentDisclosure(
  document: DisclosedDocument,
  { isOfSeveral = false, mayKeep = false }: DocumentOptions = {},
): DocumentDisclosure {
  const { services, session } = useApp();
  const opening = session.open.value;
  // A document that leaves is a disclosure, whatever it is.
  const disclosure = useDisclosure({
    settled: 'disclosure',
    mayKeep,
    ...(isOfSeveral ? { mayGoTo: takesSeveralPeople } : {}),
  });
  const gateway = useSignal('');
  const gatewayNote = useSignal('');
  const answeredFor = useSignal('');
  const issues = useSignal<readonly Issue[]>([]);
  const out = useExport(disclosure);
  const { destination } = disclosure;
  // A gateway for one recipient does not cover another.
  const isAnswered = answeredFor.value === destination;
  const chosen = isAnswered ? gateway.value : '';
  const note = isAnswered && chosen === 'other' ? gatewayNote.value : '';

  const answersNow = (): DisclosureInput => {
    const asked = disclosure.ask();
    const [, recipient] = asked?.recipients ?? [];
    return { destination, recipient, reason: asked?.reason, gateway: chosen, gatewayNote: note };
  };
  const letGo = async (go: () => void, made: Result<Commit>): Promise<void> => {
    issues.value = made.ok ? [] : made.issues;
    if (!made.ok) return;
    await out.run(async () => {
      await logOnce(services, 'document', made.value);
      go();
      if (isOfSeveral)
        LAST.keep(opening, { ...disclosure.answers, gateway: chosen, gatewayNote: note });
      return undefined;
    });
  };
  const leave = async (
    go: () => void,
    {
      records,
      confirmed = [],
      handling,
    }: Pick<DisclosedDocument, 'records' | 'confirmed' | 'handling'> = document,
  ): Promise<void> => {
    const made = discloseDocument(
      { ...document, records, confirmed, ...(handling ? { handling } : {}) },
      answersNow(),
      services,
    );
    await letGo(go, made);
  };
  const leaveAs: DocumentDisclosure['leaveAs'] = async (go, make) => {
    const made = await make(answersNow());
    await letGo(go, made);
    return made.issues.filter(({ code, at }) => code !== 'missing' && at !== 'gateway');
  };

  const issueAt = (name: Answered) => issues.value.find(({ at }) => at === name)?.message;
  const own = (['gateway', 'gatewayNote'] as const).flatMap((name) => {
    const message = issueAt(name);
    return message === undefined ? [] : [{ message, fieldId: `export-${name}` }];
  });
  const answer = (set: () => void) => {
    set();
    answeredFor.value = destination;
    issues.value = [];
  };
  const choose = (value: string) =>
    answer(() => {
      gateway.value = value;
    });
  const gateways = choicesOf(services.lists, 'legal-gateway', services.today()).filter(
    ({ value }) => value !== 'nothing-shared',
  );
  const last = isOfSeveral ? LAST.last(opening) : undefined;
  const fill = (answers: Answers): void => {
    disclosure.fill(answers);
    gateway.value = answers.gateway;
    gatewayNote.value = answers.gatewayNote;
    answeredFor.value = answers.destination;
    issues.value = [];
  };
  const isOwn = isOwnForce(destination) && chosen === '';
  const usual = isOwn ? gateways.find(({ value }) => value === USUAL_INSIDE) : undefined;
  return {
    destination,
    isBusy: out.isBusy,
    left: out.left,
    leave,
    leaveAs,
    errors: [...out.errors, ...own],
    fields: (
      <>
        {last && (
          <LastAnswers
            answers={last}
            more={gateways.find(({ value }) => value === last.gateway)?.label}
            onUse={() => fill(last)}
          />
        )}
        {disclosure.fields}
        <Select
          id="export-gateway"
          label={t('summary.gateway')}
          hint={t('summary.gateway.hint')}
          error={issueAt('gateway')}
          choices={gateways}
          value={chosen}
          onValue={choose}
        />
        {usual && (
          <p class="govuk-body">
            {t('summary.gateway.own')}{' '}
            <Button kind="link" onPress={() => choose(usual.value)}>
              {t('summary.gateway.usual', { gateway: usual.label })}
            </Button>
          </p>
        )}
        {chosen === 'other' && (
          <TextInput
            id="export-gatewayNote"
            label={t('summary.gateway.note')}
            error={issueAt('gatewayNote')}
            value={note}
            onValue={(value) =>
              answer(() => {
                gatewayNote.value = value;
              })
            }
          />
        )}
      </>
    ),
  };
}
