import { answerLabel, codeLabel, type RecordOf, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Details } from '../../../components/details.js';
import { InsetText } from '../../../components/inset-text.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import { eitherOf } from '../../act/either-of.js';
import { useInstruments } from '../../case/use-instruments.js';

type Assessment = RecordOf<'assessment'>;

/** An assessment with another level proposed: the level from the answers, the proposed one, and the reason. */
export function LevelToConfirm({ value }: { value: Assessment }) {
  const { lists } = useApp().services;
  const { override, levels, formulation, confidence, answers } = value;
  const instrument = useInstruments().at?.exact(value.instrument, value.instrumentVersion);
  return (
    <>
      <SummaryList
        rows={[
          {
            label: t('second.level.instrument'),
            value: t('second.level.instrument.value', {
              title: value.instrumentTitle,
              version: value.instrumentVersion,
              date: writtenDate(value.assessedOn),
            }),
          },
          {
            label: t('second.level.answers'),
            value: eitherOf(levels.map(({ label }) => label)) || t('second.level.none'),
          },
          ...(override
            ? [
                {
                  label: t('second.level.instead'),
                  value: (
                    <>
                      {override.levelLabel}{' '}
                      {override.confirmedBy === undefined && (
                        <span>({t('ending.asked.not-confirmed')})</span>
                      )}
                    </>
                  ),
                },
                { label: t('second.level.reason'), value: said(override.reason) },
              ]
            : []),
          { label: t('second.level.formulation'), value: said(formulation) },
          {
            label: t('second.level.confidence'),
            value: confidence
              ? codeLabel(lists, 'assessment-confidence', confidence)
              : t('common.not-recorded'),
          },
        ]}
      />
      {!instrument && <InsetText>{t('second.level.not-held')}</InsetText>}
      <Details
        summary={
          answers.length === 2
            ? t('second.level.both')
            : t('second.level.all', { count: answers.length })
        }
      >
        <SummaryList
          rows={answers.map(({ item, answer, comment }) => {
            const asked = instrument?.items.find(({ id }) => id === item);
            return {
              label: asked?.prompt ?? item,
              value: (
                <>
                  <div>{asked ? answerLabel(asked, answer) : answer}</div>
                  {comment && <div class="cp-said">{comment}</div>}
                </>
              ),
            };
          })}
        />
      </Details>
    </>
  );
}

const said = (words: string | undefined) =>
  words ? <span class="cp-said">{words}</span> : t('common.not-recorded');
