import {
  behaviourOnly,
  canBeBehaviour,
  codeLabel,
  type OffenceStanding,
  presentStanding,
  type StoredRecord,
  standingsInOrder,
  wordsToAsk,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../../app/app.js';
import type { ActName } from '../../../../app/route.js';
import { Button, ButtonGroup } from '../../../../components/button.js';
import { RecordDetails } from '../../../../components/record-details.js';
import { SummaryList } from '../../../../components/summary-list.js';
import { WarningText } from '../../../../components/warning-text.js';
import { t } from '../../../../locales/late.js';
import type { SubjectPage } from '../../../case/subject-page.js';
import { offenceHeading } from '../../../person/named-record.js';
import { Portions } from '../../more-records.js';
import { SourceMark } from '../../source-mark.js';

const DETAILS = ['asRead', 'withoutSection', 'incidentOn', 'ageThen', 'note'] as const;

/** Suspected offences, each with the status that counts now first, and the words of referrals that name one. */
export function OffencesSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const { subject, all } = page;
  const offences = all('offence');
  const go = (act: ActName, record?: StoredRecord['id']): void =>
    router.go({ name: 'act', act, subject: subject.id, ...(record ? { record } : {}) });
  return (
    <>
      <p class="govuk-body">{t('offence.intro')}</p>
      <Button kind="secondary" onPress={() => go('record-offence')}>
        {t('offence.add')}
      </Button>
      {all('referral').map((referral) => {
        const asked = wordsToAsk(referral, offences);
        if (asked.length === 0) return null;
        return (
          <section key={referral.id}>
            <h2 class="govuk-heading-m">
              {t('offence.name.words', { date: writtenDate(referral.value.receivedOn) })}
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {asked.map(({ words }) => (
                <li key={words} dir="auto">
                  {words}
                </li>
              ))}
            </ul>
            <p class="govuk-body">
              <Button
                kind="link"
                about={writtenDate(referral.value.receivedOn)}
                onPress={() => go('name-offence', referral.id)}
              >
                {t('offence.name.link')}
              </Button>
            </p>
          </section>
        );
      })}
      {offences.length === 0 ? (
        <p class="govuk-body">{t('offence.none')}</p>
      ) : (
        <Portions
          of={offences}
          show={(offence) => (
            <OneOffence
              key={offence.id}
              offence={offence}
              page={page}
              onAct={(act) => go(act, offence.id)}
            />
          )}
        />
      )}
    </>
  );
}

interface OneOffenceProps {
  offence: StoredRecord<'offence'>;
  page: SubjectPage;
  onAct: (act: ActName) => void;
}

function OneOffence({ offence, page: { subject, all }, onAct }: OneOffenceProps) {
  const { lists } = useApp().services;
  const { value } = offence;
  const why = behaviourOnly(value, subject.value);
  const day = value.incidentOn?.toSorted()[0] ?? value.knownOn;
  const heading = offenceHeading(offence, subject, lists);
  const present = presentStanding(value);
  const earlier = standingsInOrder(value).filter((each) => each !== present);
  const wrong = value.standings.filter(({ wrongSince }) => wrongSince !== undefined);
  const said = ({ status, on }: OffenceStanding): string => {
    const words = codeLabel(lists, 'offence-status', status);
    return on
      ? t('offence.status.one', { status: words, date: writtenDate(on) })
      : t('offence.status.no-day', { status: words });
  };
  const mark = (each: OffenceStanding) => (
    <SourceMark
      record={offence}
      field="standings"
      item={value.standings.indexOf(each)}
      captures={all('sourceCapture')}
      about={said(each)}
    />
  );
  const isShownAsOffence = why === undefined;
  return (
    <div class="cp-record">
      <h2 class="govuk-heading-m">{heading}</h2>
      {(why === 'under-ten' || why === 'age-not-known') && (
        <WarningText>{t(`offence.behaviour.${why}`)}</WarningText>
      )}
      {isShownAsOffence && (
        <SummaryList
          rows={[
            {
              label: t('offence.status.now'),
              value: present ? (
                <>
                  <strong>{said(present)}</strong> {mark(present)}
                </>
              ) : (
                t('offence.status.none')
              ),
            },
            ...(earlier.length === 0
              ? []
              : [
                  {
                    label: t('offence.status.earlier'),
                    value: (
                      <>
                        {earlier.toReversed().map((each) => (
                          <div key={value.standings.indexOf(each)}>
                            {said(each)} {mark(each)}
                          </div>
                        ))}
                      </>
                    ),
                  },
                ]),
            ...(wrong.length === 0
              ? []
              : [
                  {
                    label: t('offence.status.wrong.heading'),
                    value: (
                      <>
                        {wrong.map((each) => (
                          <div key={value.standings.indexOf(each)}>
                            {t('offence.status.wrong', {
                              status: said(each),
                              date: each.wrongSince ? writtenDate(each.wrongSince) : '',
                              why: each.wrongWhy ?? '',
                            })}
                          </div>
                        ))}
                      </>
                    ),
                  },
                ]),
          ]}
        />
      )}
      <RecordDetails
        kind="offence"
        value={value}
        lists={lists}
        on={day}
        only={DETAILS}
        mark={(field, item) => (
          <SourceMark
            record={offence}
            field={field}
            item={item}
            captures={all('sourceCapture')}
            about={heading}
          />
        )}
      />
      <ButtonGroup>
        {isShownAsOffence && (
          <Button kind="link" about={heading} onPress={() => onAct('record-offence-status')}>
            {t('offence.status.add')}
          </Button>
        )}
        {isShownAsOffence && standingsInOrder(value).length > 0 && (
          <Button kind="link" about={heading} onPress={() => onAct('correct-offence-status')}>
            {t('offence.status.correct')}
          </Button>
        )}
        <Button kind="link" about={heading} onPress={() => onAct('correct-offence')}>
          {t('offence.correct')}
        </Button>
        {why !== 'recorded' &&
          value.asRead !== undefined &&
          canBeBehaviour(subject.value, value) && (
            <Button kind="link" about={heading} onPress={() => onAct('keep-as-behaviour')}>
              {t('offence.behaviour')}
            </Button>
          )}
        <Button kind="link" about={heading} onPress={() => onAct('withdraw-offence')}>
          {t('offence.withdraw')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
