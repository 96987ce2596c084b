import type { AssessmentStanding } from '@cyber-prevent/core';
import { Tag } from '../../components/tag.js';
import { t } from '../../locales/late.js';

const COLOUR = {
  draft: 'yellow',
  'not-confirmed': 'orange',
  signed: 'green',
  superseded: 'grey',
} as const satisfies Readonly<Record<AssessmentStanding, string>>;

export function StandingTag({ standing }: { standing: AssessmentStanding }) {
  return <Tag colour={COLOUR[standing]}>{t(`assessment.standing.${standing}`)}</Tag>;
}
