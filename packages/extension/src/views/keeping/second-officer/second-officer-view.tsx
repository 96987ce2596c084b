import {
  codeLabel,
  confirmationStop,
  gatherCase,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { RequestBrief } from '../../case/colleague/request-brief.js';
import { type Request, standingWords } from '../../case/colleague/request-words.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { AnswerForm } from '../ending/answer-form.js';
import { SendAnswers } from '../ending/send-answers.js';
import { AboutRequest } from './about-request.js';

/** A colleague's request to this officer: read, answered with their own key, and the answer returned. */
export function SecondOfficerView({ route }: { route: RouteOf<'second-officer'> }) {
  const { state, again } = useGathered(route.request, (store) => requested(store, route.request));
  return (
    <GatheredView state={state} title={t('ending.asked.title')} gone={t('second.gone')}>
      {(records) => {
        const request = ofKind(records, 'colleagueRequest').find(({ id }) => id === route.request);
        return (
          request && <Shown request={request} records={records} onAnswered={() => void again()} />
        );
      }}
    </GatheredView>
  );
}

interface ShownProps {
  request: Request;
  records: readonly StoredRecord[];
  onAnswered: () => void;
}

function Shown({ request, records, onAnswered }: ShownProps) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const { lists } = services;
  const { value } = request;
  const [subject] = ofKind(records, 'subject');
  const state = services.vault.state();
  const me = state.name === 'open' ? state.officer.id : undefined;
  const proposed = ofKind(records, 'assessment').find(({ id }) => id === value.about);
  const stop =
    value.kind === 'second-officer' && me !== undefined && proposed
      ? confirmationStop(proposed, me)
      : undefined;
  const name = subject ? nameOf(subject) : t('ending.asked.not-taken');
  return (
    <div class="cp-read">
      <PageHeading caption={name}>{codeLabel(lists, 'request-kind', value.kind)}</PageHeading>
      <RequestBrief request={request} name={name} isHeaded />
      <h2 class="govuk-heading-m">{t('second.about')}</h2>
      <AboutRequest request={request} records={records} />
      {subject && (
        <p class="govuk-body">
          <Button kind="link" onPress={() => router.go({ name: 'subject', subject: subject.id })}>
            {t('ending.asked.open')}
          </Button>
        </p>
      )}
      <h2 class="govuk-heading-m">
        {t(value.to === me ? 'second.answer' : 'second.answer.theirs')}
      </h2>
      {value.answer !== undefined && <InsetText>{standingWords(request, lists)}</InsetText>}
      {value.answer === undefined && value.to === me && (
        <>
          {stop && <InsetText>{t('second.stop', { why: stop.message })}</InsetText>}
          <AnswerForm
            request={request}
            name={subject && nameOf(subject)}
            stop={stop}
            onKept={onAnswered}
          />
        </>
      )}
      {value.answer === undefined && value.to !== me && (
        <InsetText>{t('second.of-another', { name: value.toName })}</InsetText>
      )}
      {value.answer !== undefined && value.to === me && (
        <SendAnswers requests={[request]} nameOf={() => name} isOpen />
      )}
      <ButtonGroup>
        <Button kind="link" onPress={() => router.go({ name: 'asked-of-me' })}>
          {t('second.all')}
        </Button>
      </ButtonGroup>
      <p class="govuk-hint">{t('subject.consulted')}</p>
    </div>
  );
}

/** The request with its case; alone if the case was not taken in. */
async function requested(store: RecordStore, id: Request['id']): Promise<readonly StoredRecord[]> {
  const request = await store.get('colleagueRequest', id);
  if (!request) return [];
  const records = await gatherCase(store, request.value.subjectId, 'case-work');
  return records.length > 0 ? records : store.consult([id], 'case-work');
}
