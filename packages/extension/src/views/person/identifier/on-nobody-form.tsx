import { keepOnNobody, type StoredRecord } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { useByHand } from '../../act/use-person.js';
import { TOLD_NAMES, ToldInForm, toldOf } from '../told-fields.js';

/** Keeps an identifier on nobody that was found not to be somebody’s: says how the officer knows it apart from them. */
export function OnNobodyForm({ held }: { held: StoredRecord<'onlineIdentifier'> }) {
  const context = useByHand();
  return (
    <ActForm
      kind="onlineIdentifier"
      title={t('identifier.on-nobody')}
      caption={held.value.asSeen}
      isOnNobody
      only={[]}
      workKey={`identifier/on-nobody/${held.id}`}
      submit={t('identifier.on-nobody.save')}
      said={t('identifier.on-nobody.said')}
      to={{ name: 'identifier' }}
      also={TOLD_NAMES}
      extra={(form) => <ToldInForm form={form} />}
      act={({ typed }) => keepOnNobody(held, toldOf(typed), context)}
    />
  );
}
