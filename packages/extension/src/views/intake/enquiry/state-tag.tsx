import type { EnquiryState } from '@cyber-prevent/core';
import { Tag, type TagProps } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';

const COLOURS: Readonly<Record<EnquiryState, TagProps['colour']>> = {
  open: 'blue',
  'awaiting-information': 'yellow',
  'form-sent': 'purple',
  referred: 'green',
  declined: 'grey',
  signposted: 'grey',
  closed: 'grey',
};

export interface StateTagProps {
  state: EnquiryState;
  /** True if no question about suitability is answered: *suitable* then says so. */
  isUnchecked?: boolean;
}

/** State of an enquiry. */
export function StateTag({ state, isUnchecked = false }: StateTagProps) {
  const words = state === 'form-sent' && isUnchecked ? 'unchecked' : state;
  return <Tag colour={COLOURS[state]}>{t(`enquiry.state.${words}`)}</Tag>;
}
