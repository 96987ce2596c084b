/**
 * Destination, recipient and reason for a file. Asked before it is made, since a copy leaves only once they are logged.
 */
import { codeLabel, OWN_USE } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp, useOpenVault } from '../../app/app.js';
import { choicesOf } from '../../components/choice.js';
import { Details } from '../../components/details.js';
import { Select } from '../../components/select.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/late.js';

export interface Disclosure {
  /** A code of the list `reason`. */
  readonly reason: string;
  /** A code of `export-destination`, and the recipient in the officer's words. */
  readonly recipients: readonly string[];
}

/** Codes of `export-destination` and `reason`, and the recipient in the officer's words; each may still be empty. */
export interface DisclosureAnswers {
  readonly destination: string;
  readonly recipient: string;
  readonly reason: string;
}

export interface AskedDisclosure {
  readonly fields: ComponentChildren;
  /** The answers so far. */
  readonly answers: DisclosureAnswers;
  /** @param answers - absent recipient: the one that is filled in */
  fill(answers: Omit<DisclosureAnswers, 'recipient'> & Partial<DisclosureAnswers>): void;
  /** A code of `export-destination`; empty if nothing is chosen. */
  readonly destination: string;
  /** Missing answers, once checked. */
  readonly errors: readonly { readonly message: string; readonly fieldId: string }[];
  /** Returns the answers; undefined if some are missing, which are then shown. */
  ask(): Disclosure | undefined;
}

type Missing = { readonly [N in 'destination' | 'recipient' | 'reason']?: string | undefined };

export interface DisclosureOptions {
  /** Reason that follows from the act itself, a code of `reason`: it is shown folded, and can be changed. */
  readonly settled?: string | undefined;
  /** Recipient as recorded; it is filled in, and can be changed. */
  readonly to?: string | undefined;
  /** Answers that follow from the act itself, filled in. */
  readonly start?: Partial<Pick<DisclosureAnswers, 'destination' | 'reason'>>;
  /** It may be for the officer's own work: a paper, and not what goes to somebody by its nature. */
  readonly mayKeep?: boolean | undefined;
  /** Tells whether a destination, a code of `export-destination`, is offered. */
  readonly mayGoTo?: (destination: string) => boolean;
}

export function useDisclosure(options: DisclosureOptions = {}): AskedDisclosure {
  const { settled, to = '', start, mayKeep = false, mayGoTo = () => true } = options;
  const { services } = useApp();
  const { officer } = useOpenVault();
  const chosen = useSignal(start?.destination ?? '');
  const typed = useSignal<string | undefined>(undefined);
  const isAsked = useSignal(false);
  const today = services.today();
  const offered = choicesOf(services.lists, 'export-destination', today).filter(
    ({ value }) => (mayKeep || value !== OWN_USE) && mayGoTo(value),
  );
  // One that is offered no longer counts as not chosen.
  const destination = offered.some(({ value }) => value === chosen.value) ? chosen.value : '';
  const isOwnUse = destination === OWN_USE;
  const recipient = isOwnUse ? officer.name : (typed.value ?? to);
  const reasons = choicesOf(services.lists, 'reason', today);
  const follows = reasons.find(({ value }) => value === settled);
  const reason = useSignal(follows?.value ?? start?.reason ?? '');
  const missing: Missing = {
    destination: destination ? undefined : t('summary.destination.missing'),
    recipient: recipient.trim() ? undefined : t('summary.recipient.missing'),
    reason: reason.value ? undefined : t('summary.reason.missing'),
  };
  const shown: Missing = isAsked.value ? missing : {};
  const why = (
    <Select
      id="export-reason"
      label={t('summary.reason')}
      error={shown.reason}
      choices={reasons}
      value={reason.value}
      onValue={(value) => {
        reason.value = value;
      }}
    />
  );
  return {
    destination,
    answers: { destination, recipient, reason: reason.value },
    fill(answers) {
      chosen.value = answers.destination;
      // The officer is not who receives what goes elsewhere after all.
      typed.value = answers.destination === OWN_USE ? undefined : answers.recipient;
      reason.value = answers.reason;
    },
    ask() {
      isAsked.value = true;
      if (Object.values(missing).some(Boolean)) return undefined;
      return { reason: reason.value, recipients: [destination, recipient.trim()] };
    },
    errors: Object.entries(shown).flatMap(([name, message]) =>
      message ? [{ message, fieldId: `export-${name}` }] : [],
    ),
    fields: (
      <>
        <Select
          id="export-destination"
          label={t('summary.destination')}
          error={shown.destination}
          choices={offered}
          value={destination}
          onValue={(value) => {
            chosen.value = value;
          }}
        />
        {!isOwnUse && (
          <TextInput
            id="export-recipient"
            label={t('summary.recipient')}
            hint={t('summary.recipient.hint')}
            error={shown.recipient}
            width={20}
            value={recipient}
            onValue={(value) => {
              typed.value = value;
            }}
          />
        )}
        {follows ? (
          <Details
            summary={t('summary.reason.settled', {
              reason: codeLabel(services.lists, 'reason', reason.value),
            })}
            open={shown.reason !== undefined || undefined}
          >
            {why}
          </Details>
        ) : (
          why
        )}
      </>
    ),
  };
}
