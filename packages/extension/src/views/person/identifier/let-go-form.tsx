import { letGoIdentifier, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';

/** Asks why an identifier on nobody is no longer needed. It is disposed of on its own page, afterwards. */
export function LetGoForm({ held }: { held: StoredRecord<'onlineIdentifier'> }) {
  const { host, lists } = useApp().services;
  return (
    <ActForm
      kind="onlineIdentifier"
      title={t('identifier.let-go')}
      caption={held.value.asSeen}
      isOnNobody
      only={['endedWhy']}
      needed={['endedWhy']}
      labels={{ endedWhy: t('identifier.let-go.why') }}
      workKey={`identifier/let-go/${held.id}`}
      submit={t('identifier.let-go.save')}
      said={t('identifier.let-go.said')}
      to={{ name: 'identifier', identifier: held.id }}
      act={({ values }) => letGoIdentifier(held, values, { host, lists })}
    />
  );
}
