import {
  type Draft,
  type Issue,
  profileOf,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { choicesOf } from '../../../components/choice.js';
import { Details } from '../../../components/details.js';
import { Radios } from '../../../components/radios.js';
import { TextInput } from '../../../components/text-input.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { AUTHORITY_CHOICE } from './answer-control.js';
import type { DraftAnswers } from './draft-answers.js';
import { ListStatus } from './list-status.js';

export interface AuthorityPanelProps {
  draft: Draft;
  answers: DraftAnswers;
  problem: Issue | undefined;
}

/** For open source: the authority or why none is needed, and the number of earlier captures of the same profile. */
export function AuthorityPanel({ draft, answers, problem }: AuthorityPanelProps) {
  const { services } = useApp();
  const captures = useSignal<readonly StoredRecord<'sourceCapture'>[] | undefined>(undefined);
  useEffect(() => {
    void services.store.query('sourceCapture').then(
      (held) => {
        captures.value = held;
      },
      // The save reports any fault of the vault.
      () => undefined,
    );
  }, [services]);
  const { authority = '', detail = '' } = draft.authority ?? {};
  const open = draft.origins.filter(({ hostClass }) => hostClass === 'open-source');
  const isDetail = problem !== undefined && problem.code !== 'authority-missing';
  const under = (
    <TextInput
      id={isDetail ? AUTHORITY_CHOICE : `${AUTHORITY_CHOICE}-detail`}
      label={t(
        authority === 'none-needed' ? 'answers.authority.why-none' : 'answers.authority.reference',
      )}
      error={isDetail ? problem.message : undefined}
      value={detail}
      onValue={(typed) => answers.authority({ authority, detail: typed })}
    />
  );
  return (
    <div class="cp-authority">
      <Radios
        id={isDetail ? `${AUTHORITY_CHOICE}-first` : AUTHORITY_CHOICE}
        label={t('answers.authority')}
        hint={t('answers.authority.hint', {
          systems: [...new Set(open.map(({ system }) => system))].join(', '),
        })}
        legendSize="s"
        error={isDetail ? undefined : problem?.message}
        choices={choicesOf(services.lists, 'open-source-authority', services.today())}
        value={authority}
        onValue={(chosen) => answers.authority({ authority: chosen, detail })}
        under={{ [authority]: under }}
      />
      {captures.value && <Earlier draft={draft} captures={captures.value} />}
      <ListStatus lists={services.lists} ids={['open-source-authority']} />
    </div>
  );
}

interface EarlierProps {
  draft: Draft;
  captures: readonly StoredRecord<'sourceCapture'>[];
}

/** Number and dates of earlier captures of each profile, not counting those of this draft. */
function Earlier({ draft, captures }: EarlierProps) {
  const own = new Set<RecordId>(draft.origins.map(({ id }) => id));
  const profiles = new Set(
    draft.origins.flatMap(({ hostClass, url }) =>
      hostClass === 'open-source' ? (profileOf(url) ?? []) : [],
    ),
  );
  return [...profiles].map((profile) => {
    const earlier = captures
      .filter(({ id, value }) => !own.has(id) && profileOf(value.url) === profile)
      .toSorted((a, b) => (a.value.capturedAt < b.value.capturedAt ? 1 : -1));
    if (earlier.length === 0)
      return (
        <p key={profile} class="govuk-body-s">
          {t('answers.authority.none', { profile })}
        </p>
      );
    return (
      <Details
        key={profile}
        summary={t('answers.authority.earlier', { count: earlier.length, profile })}
      >
        <ul class="govuk-list govuk-list--bullet">
          {earlier.map(({ id, value }) => (
            <li key={id}>
              {t('answers.authority.line', {
                at: writtenMoment(value.capturedAt),
                title: value.title,
              })}
            </li>
          ))}
        </ul>
      </Details>
    );
  });
}
