import type { ConcernState } from '@cyber-prevent/core';
import { Tag, type TagProps } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';

const COLOURS: Readonly<Record<ConcernState, TagProps['colour']>> = {
  untold: 'red',
  open: 'yellow',
  closed: 'grey',
};

/** Progress of a concern. */
export function ConcernTag({ state }: { state: ConcernState }) {
  return <Tag colour={COLOURS[state]}>{t(`concern.state.${state}`)}</Tag>;
}
