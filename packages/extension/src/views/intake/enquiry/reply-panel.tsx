import {
  gatherSignposts,
  type Issue,
  identityIn,
  noteReply,
  replyText,
  replyTo,
  type StoredRecord,
  workingCalendar,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { useUnfinished } from '../../../app/use-unfinished.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { DateInput } from '../../../components/date-input.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { Textarea } from '../../../components/textarea.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { TextExport } from '../../act/export/text-export.js';
import { useSave } from '../../act/use-save.js';
import { useRules } from '../../case/use-retention.js';

export interface ReplyPanelProps {
  enquiry: StoredRecord<'enquiry'>;
  /** The decision to be sent. */
  decision: StoredRecord<'decision'>;
  /** The recipient; undefined if nobody is recorded. */
  referrer: StoredRecord<'referrer'> | undefined;
  onNoted: () => void;
}

interface Typed {
  /** Absent while the drafted text is unchanged. */
  readonly text?: string;
  readonly repliedOn: string;
}

/** The drafted reply, to be edited by hand, taken out, and noted once the officer has sent it. */
export function ReplyPanel({ enquiry, decision, referrer, onNoted }: ReplyPanelProps) {
  const { services } = useApp();
  const { officer } = useOpenVault();
  const { lists, host } = services;
  const today = services.today();
  const { limits, given } = useRules();
  const typed = useSignal<Typed>({ repliedOn: today });
  // A decision changed later has a reply of its own.
  const work = useUnfinished<Typed>(`reply/${decision.id}`, typed);
  const problem = useSignal<string | undefined>(undefined);
  const { isBusy, save } = useSave();
  const drafted = useMemo(
    () =>
      replyTo(enquiry, decision, {
        lists,
        signposts: gatherSignposts(...(given?.signposts ?? [])),
        ...(given?.replyWords ? { words: given.replyWords } : {}),
        limits,
        calendar: workingCalendar(),
        today,
      }),
    [enquiry, decision, lists, limits, given, today],
  );
  const draft = drafted.ok
    ? replyText(drafted.value, [officer.name, officer.role, 'Cyber Choices'])
    : '';
  const text = typed.value.text ?? draft;
  const added = useMemo(() => {
    const own = new Set(identityIn(draft).map((each) => each.text));
    return [...new Set(identityIn(text).map((each) => each.text))].filter((said) => !own.has(said));
  }, [draft, text]);

  const show = ([issue]: readonly Issue[]): void => {
    problem.value = issue?.message;
  };
  const note = (): Promise<void> =>
    save(
      { work, show },
      typed.value,
      () =>
        noteReply(
          { repliedOn: typed.value.repliedOn as typeof today },
          { host, lists, enquiry, decision },
        ),
      () => ({
        heading: t('reply.sent.done'),
        body: nextAfter(decision.value.outcome),
        go: onNoted,
      }),
    );

  const isSignpost = decision.value.outcome === 'signpost';
  const ofRelease = isSignpost ? 'reply.status.signpost' : 'reply.status';
  const statusKey = given?.replyWords ? 'reply.status.pack' : ofRelease;
  return (
    <section aria-labelledby="enquiry-reply">
      <h2 id="enquiry-reply" class="govuk-heading-m">
        {t('reply.title')}
      </h2>
      <p class="govuk-body">{t('reply.intro')}</p>
      <ReplyTo referrer={referrer} />
      {drafted.ok && drafted.value.dueOn && (
        <p class="govuk-body">{t('reply.by', { date: writtenDate(drafted.value.dueOn) })}</p>
      )}
      {drafted.issues.map(({ code, message }) => (
        <WarningText key={code}>{message}</WarningText>
      ))}
      {drafted.ok && (
        <p class="govuk-body">{t('reply.subject', { subject: drafted.value.subject })}</p>
      )}
      {drafted.ok && drafted.value.enclosesForm && <p class="govuk-body">{t('reply.form')}</p>}
      <Form label={t('reply.text')}>
        <Textarea
          label={t('reply.text')}
          hint={t(statusKey)}
          rows={12}
          value={text}
          onValue={(value) => {
            typed.value = { ...typed.value, text: value };
          }}
        />
        {added.length > 0 && (
          <div role="status">
            <WarningText>{t('reply.new-identity', { found: added.join('; ') })}</WarningText>
          </div>
        )}
        <UnfinishedStatus work={work} />
        {typed.value.text !== undefined && typed.value.text !== draft && (
          <Button
            kind="link"
            onPress={() => {
              typed.value = { repliedOn: typed.value.repliedOn };
            }}
          >
            {t('reply.again')}
          </Button>
        )}
      </Form>
      <TextExport
        record={enquiry.id}
        text={text}
        file="enquiry-reply"
        what="reply"
        to={whoWords(referrer)}
      />
      <Form label={t('reply.sent')} onSubmit={() => void note()}>
        <h3 class="govuk-heading-s">{t('reply.sent')}</h3>
        <p class="govuk-body">{t('reply.sent.hint')}</p>
        <ErrorSummary
          errors={problem.value ? [{ message: problem.value, fieldId: 'replied-on' }] : []}
        />
        <DateInput
          id="replied-on"
          label={t('reply.sent.on')}
          error={problem.value}
          value={typed.value.repliedOn}
          onValue={(value) => {
            typed.value = { ...typed.value, repliedOn: value };
            problem.value = undefined;
          }}
        />
        <ButtonGroup>
          <Button type="submit" busy={isBusy}>
            {t('reply.sent.do')}
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  );
}

/** Name and addresses of who the reply goes to, above its text: it is copied into an email by hand. */
function ReplyTo({ referrer }: Pick<ReplyPanelProps, 'referrer'>) {
  const who = whoWords(referrer);
  if (!referrer || who === '') return <WarningText>{t('enquiry.referrer.none')}</WarningText>;
  const said = [who, referrer.value.email ?? referrer.value.phone].filter(Boolean).join(', ');
  return (
    <p class="govuk-body govuk-!-font-weight-bold" dir="auto">
      {t('reply.to', { who: said })}
    </p>
  );
}

/** “Ottilie Brandt, Testford Academy”; empty if neither is recorded. */
function whoWords(referrer: StoredRecord<'referrer'> | undefined): string {
  const { name, organisation } = referrer?.value ?? {};
  return [name, organisation].filter(Boolean).join(', ');
}

/** Next thing the officer waits for. */
function nextAfter(outcome: string): string {
  if (outcome === 'accept') return t('reply.sent.next.form');
  return t(outcome === 'more-information' ? 'reply.sent.next.answer' : 'reply.sent.next.nothing');
}
