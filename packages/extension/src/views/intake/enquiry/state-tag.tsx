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

/** State of an enquiry. */
export function StateTag({ state }: { state: EnquiryState }) {
  return <Tag colour={COLOURS[state]}>{t(`enquiry.state.${state}`)}</Tag>;
}
