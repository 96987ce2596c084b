import {
  codeLabel,
  type Issue,
  KNOWN_PERSON,
  type StoredRecord,
  takeRequestBack,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { useRecords } from '../../act/use-records.js';
import { useSave } from '../../act/use-save.js';
import { RequestBrief } from '../../case/colleague/request-brief.js';
import { standingWords } from '../../case/colleague/request-words.js';
import { useKnownPeople } from '../../case/use-known-people.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { AnswerForm, savesFor } from './answer-form.js';
import { SendAnswers } from './send-answers.js';

type Request = StoredRecord<'colleagueRequest'>;

/** Requests from colleagues to this officer, and from this officer to them. */
export function AskedView() {
  const { services, router } = useApp();
  const { lists } = services;
  const requests = useRecords('colleagueRequest') ?? [];
  const names = useSubjectNames();
  const known = useKnownPeople();
  const state = services.vault.state();
  const me = state.name === 'open' ? state.officer.id : undefined;
  const problem = useSignal('');
  // An officer who has told nobody yet that they know a person has asked only themselves.
  const ofMe = requests.filter(({ value }) => value.to === me && value.from !== me);
  const byMe = requests.filter(({ value }) => value.from === me);
  const waiting = ofMe.filter(({ value }) => value.answer === undefined);
  const answered = ofMe.filter(({ value }) => value.answer !== undefined);
  // Several that wait are alike: none of them is the one act of the screen.
  const kindOfAnswer = waiting.length === 1 ? 'primary' : 'secondary';
  const nameOf = ({ value }: Request) => names.get(value.subjectId) ?? t('ending.asked.not-taken');
  const { save } = useSave();
  const takeBack = async (request: Request): Promise<void> => {
    if (me === undefined) return;
    const show = ([issue]: readonly Issue[]): void => {
      problem.value = issue?.message ?? '';
    };
    await save(
      { work: `take-back/${request.id}`, show },
      request.heads,
      () => takeRequestBack(request, { officer: me }),
      () => ({ heading: t('ending.asked.taken-back'), go: () => undefined }),
    );
  };

  return (
    <>
      <PageHeading>{t('ending.asked.title')}</PageHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <h2 class="govuk-heading-m">{t('ending.asked.of-me')}</h2>
      {waiting.length === 0 && <p class="govuk-body">{t('ending.asked.none')}</p>}
      {waiting.map((request) => (
        <article key={request.id} class="cp-record" aria-label={nameOf(request)}>
          <RequestBrief
            request={request}
            name={nameOf(request)}
            known={known(request.value.subjectId)}
          />
          {request.value.kind === 'handover' ? (
            <div class="cp-read">
              <AnswerForm
                request={request}
                name={names.get(request.value.subjectId)}
                kind={kindOfAnswer}
              />
            </div>
          ) : (
            <Button
              kind={kindOfAnswer}
              onPress={() => router.go({ name: 'second-officer', request: request.id })}
            >
              {savesFor('second.read', names.get(request.value.subjectId))}
            </Button>
          )}
        </article>
      ))}
      {answered.length > 0 && (
        <SendAnswers isOpen={waiting.length === 0} requests={answered} nameOf={nameOf} />
      )}
      <h2 class="govuk-heading-m">{t('ending.asked.by-me')}</h2>
      <Table
        caption={t('ending.asked.by-me')}
        captionHidden
        empty={t('ending.asked.by-me.none')}
        rows={byMe}
        keyOf={({ id }) => id}
        stacks
        columns={[
          { key: 'who', heading: t('ending.asked.case'), cell: nameOf },
          {
            key: 'what',
            heading: t('ending.asked.what'),
            cell: ({ value }) => codeLabel(lists, 'request-kind', value.kind),
          },
          {
            key: 'of',
            heading: t('ending.asked.whom'),
            cell: ({ value }) =>
              t('ending.asked.whom.value', {
                name: value.toName,
                date: writtenDate(value.askedOn),
              }),
          },
          {
            key: 'state',
            heading: t('ending.asked.state'),
            cell: (each) => standingWords(each, lists),
          },
          {
            key: 'act',
            heading: t('ending.asked.act'),
            cell: (each) =>
              each.value.answer === undefined &&
              each.value.kind !== KNOWN_PERSON && (
                <Button kind="link" onPress={() => void takeBack(each)}>
                  {t('ending.asked.take-back')}
                  <span class="govuk-visually-hidden"> {nameOf(each)}</span>
                </Button>
              ),
          },
        ]}
      />
      <ButtonGroup>
        <Button
          kind={ofMe.length === 0 ? 'primary' : 'secondary'}
          onPress={() => router.go({ name: 'handover' })}
        >
          {t('ending.ask.title')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'exchange' })}>
          {t('ending.asked.take-in')}
        </Button>
      </ButtonGroup>
    </>
  );
}
