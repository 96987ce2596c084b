import type { ConditionState } from '@cyber-prevent/core';
import { Tag, type TagProps } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';

const COLOURS: Readonly<Record<ConditionState, TagProps['colour']>> = {
  advised: 'blue',
  waiting: 'yellow',
  'in-part': 'purple',
  'not-kept': 'red',
  certified: 'green',
  'taken-out': 'grey',
  'not-given': 'grey',
  ended: 'grey',
};

/** Progress of a condition. */
export function ConditionTag({ state }: { state: ConditionState }) {
  return <Tag colour={COLOURS[state]}>{t(`conditions.state.${state}`)}</Tag>;
}
