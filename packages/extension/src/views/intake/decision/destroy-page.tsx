import { birthsOf, type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { Form } from '../../../components/form.js';
import { SummaryList } from '../../../components/summary-list.js';
import { TextInput } from '../../../components/text-input.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { birthsWords } from '../../case/person-line/line-words.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { DraftsAbout } from './drafts-about.js';

export interface DestroyPageProps {
  person: StoredRecord<'subject'> | undefined;
  /** The part, if only that goes, from `whichRoot`: the heading must not say that all of it does. */
  part?: { readonly kind: 'referral' | 'identification'; readonly which: string } | undefined;
  /** Reference that the officer enters to confirm; the person's name, or a code while none is known, if there is none. */
  reference: string;
  /** Step of the task that this page is, above its heading. */
  step?: string | undefined;
  /** The records to be destroyed: their ids, and what they are. */
  ids: readonly RecordId[];
  going: ComponentChildren;
  /** Key of the unfinished form that this page belongs to. */
  work?: string | undefined;
  /** Obstacles, with the ways to settle them: nothing can then be destroyed, and no reference is asked for. */
  stops?: ComponentChildren;
  /** Words of the act. */
  confirm: string;
  busy: boolean;
  /** Error in the typed reference. */
  problem: string | undefined;
  /** Another way to end the task: the words of its button, and the form that it opens. */
  instead?: { readonly words: string; readonly form: ComponentChildren } | undefined;
  /** Words of the way back. */
  back?: string | undefined;
  onConfirm: (typed: string) => void;
  onCancel: () => void;
  /** Text on the part that stays, and any other before the confirmation. */
  children?: ComponentChildren;
}

/**
 * A page of its own that names the data to be destroyed and its person. The officer enters the reference or the name,
 * so that it cannot be the wrong person.
 */
export function DestroyPage(props: DestroyPageProps) {
  const { person, part, reference, step, stops, instead } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isInstead = useSignal(false);
  useLayoutEffect(() => heading.current?.focus(), []);
  const name = person?.value.name ?? t('common.not-recorded');
  const nameApart = useNameApart();
  const apart = person ? nameApart(person) : name;
  const { asks, isReference } = askedFor(props);
  const titlePart =
    part?.kind === 'identification' ? 'destroy.title.part.identification' : 'destroy.title.part';
  const title = part
    ? t(titlePart, { name: apart, which: part.which })
    : t('destroy.title', { name: apart });
  const way = instead && (
    <Button
      kind="secondary"
      onPress={() => {
        isInstead.value = true;
      }}
    >
      {instead.words}
    </Button>
  );
  const back = (
    <Button kind="link" onPress={props.onCancel}>
      {props.back ?? t('common.cancel')}
    </Button>
  );
  const { problem } = props;
  return (
    <>
      {!isInstead.value && (
        <ErrorSummary errors={problem ? [{ message: problem, fieldId: id }] : []} />
      )}
      {step && <span class="govuk-caption-l">{step}</span>}
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {title}
      </h1>
      <FactsBeside
        facts={
          <>
            <SummaryList
              rows={[
                { label: t('destroy.name'), value: <span dir="auto">{name}</span> },
                {
                  label: t('destroy.born'),
                  value: bornWords(person),
                },
                {
                  label: t('destroy.reference'),
                  value: isReference ? (
                    <span class="cp-reference">{reference}</span>
                  ) : (
                    t('common.not-recorded')
                  ),
                },
              ]}
            />
            {props.going}
          </>
        }
      >
        {props.children}
        <DraftsAbout person={person} name={apart} ids={props.ids} own={props.work} />
        {instead && isInstead.value ? (
          <>
            {instead.form}
            <p class="govuk-body">{back}</p>
          </>
        ) : stops ? (
          <>
            {stops}
            <ButtonGroup>
              {way}
              {back}
            </ButtonGroup>
          </>
        ) : (
          <Confirm {...props} id={id} title={title} label={t(asks)}>
            {way}
            {back}
          </Confirm>
        )}
      </FactsBeside>
    </>
  );
}

/** Every date of birth on record: with one of several, it may seem to be somebody else. */
function bornWords(person: StoredRecord<'subject'> | undefined): string {
  const births = person ? birthsOf(person.value) : [];
  const [only] = births;
  return birthsWords({ births }) ?? (only ? writtenDate(only) : t('common.not-recorded'));
}

/** Label of the box to confirm in, and whether a reference is asked for that somebody gave. */
function askedFor({ person, reference }: Pick<DestroyPageProps, 'person' | 'reference'>) {
  if (reference === person?.value.name.trim())
    return { asks: 'destroy.confirm.name', isReference: false } as const;
  return person?.id.startsWith(reference)
    ? ({ asks: 'destroy.confirm.code', isReference: false } as const)
    : ({ asks: 'destroy.confirm', isReference: true } as const);
}

type ConfirmProps = Pick<
  DestroyPageProps,
  'reference' | 'confirm' | 'busy' | 'problem' | 'onConfirm' | 'children'
> & { id: string; title: string; label: string };

function Confirm({ id, title, label, reference, problem, children, ...props }: ConfirmProps) {
  const typed = useSignal('');
  return (
    <>
      <WarningText>{t('refuse.ask.body')}</WarningText>
      <Form label={title} onSubmit={() => props.onConfirm(typed.value)}>
        <TextInput
          id={id}
          label={label}
          hint={t('destroy.confirm.hint', { reference })}
          error={problem}
          width={20}
          value={typed.value}
          onValue={(text) => {
            typed.value = text;
          }}
        />
        <ButtonGroup>
          <Button kind="warning" type="submit" busy={props.busy}>
            {props.confirm}
          </Button>
          {children}
        </ButtonGroup>
      </Form>
    </>
  );
}
