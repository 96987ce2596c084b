import {
  addHandle,
  correctHandle,
  type OnlineIdentifier,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { useByHand } from '../../act/use-person.js';
import { rowsOnce } from '../../desk/list/rows-once.js';
import { TOLD_NAMES, ToldInForm, toldOf } from '../told-fields.js';
import { ASKED_ON_NOBODY, SHOWN_BY_TYPE } from './identifier-fields.js';

/** Adds an identifier that is nobody’s yet, or corrects one. */
export function NobodyForm({ opened }: { opened?: StoredRecord<'onlineIdentifier'> }) {
  const { services } = useApp();
  const context = useByHand();
  const today = services.today();
  /** The identifiers on nobody: one of them may be this one, written in another way. */
  const ledger = async (): Promise<readonly StoredRecord<'onlineIdentifier'>[]> => {
    const rows = await rowsOnce(services.rows, 'identifiers');
    const ids = rows.flatMap(({ id, subjectId }): RecordId[] => (subjectId ? [] : [id]));
    const held = await Promise.all(ids.map((id) => services.store.get('onlineIdentifier', id)));
    return held.filter((each) => each !== undefined);
  };
  return (
    <ActForm
      kind="onlineIdentifier"
      title={t(opened ? 'identifier.correct' : 'identifier.add')}
      caption={t('identifier.nobody')}
      isOnNobody
      only={ASKED_ON_NOBODY}
      shownWhen={SHOWN_BY_TYPE}
      workKey={`identifier/${opened ? `correct/${opened.id}` : 'add'}`}
      submit={t('identifier.save')}
      said={t(opened ? 'identifier.corrected' : 'identifier.added')}
      to={opened ? { name: 'identifier', identifier: opened.id } : { name: 'identifier' }}
      opened={opened}
      initial={opened ? {} : { firstSeenOn: today }}
      also={TOLD_NAMES}
      extra={(form) => <ToldInForm form={form} />}
      act={async ({ values, typed, held }) => {
        const of = { ...context, ledger: await ledger() };
        const asked = values as Partial<OnlineIdentifier>;
        return held
          ? correctHandle(held, asked, toldOf(typed), of)
          : addHandle(asked, toldOf(typed), { ...of, subject: null });
      }}
    />
  );
}
