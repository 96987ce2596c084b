/** Acts on the conditions of a capture: corrected, and lifted by a permission. */
import {
  correctHandling,
  endPermission,
  type HandlingCodes,
  type PlainDate,
  permitSharing,
} from '@cyber-prevent/core';
import { asGroup, asText, type FormValues } from '../../components/form-values.js';
import { type Act, requireHeld } from '../act/act.js';
import { PERMITTED, useHandlingChange } from './handling-extra.js';
import { namedCapture } from './named-record.js';

const UNDER_C = [
  'handling.handlingAction',
  'handling.handlingSanitisation',
  'handling.handlingInstructions',
] as const;
const isUnderC = ({ handling }: FormValues): boolean => asGroup(handling).handlingCode === 'C';

const correct: Act<'sourceCapture'> = {
  kind: 'sourceCapture',
  only: ['packageReference', 'handling', 'conditions', 'marking'],
  needed: UNDER_C,
  shownWhen: Object.fromEntries(UNDER_C.map((path) => [path, isUnderC])),
  namedAs: namedCapture,
  title: 'handling.correct',
  said: 'handling.correct.said',
  note: 'handling.correct.note',
  section: 'sources',
  on: 'change',
  also: PERMITTED,
  useExtra: useHandlingChange,
  act: ({ handling, packageReference, conditions, marking }, { held, context, typed }) =>
    correctHandling(
      requireHeld(held),
      {
        ...(handling as Partial<HandlingCodes> | undefined),
        packageReference,
        conditions,
        marking,
        why: asText(typed.why),
        permittedBy: asText(typed.permittedBy),
        permittedOn: (asText(typed.permittedOn) || undefined) as PlainDate | undefined,
        permittedReference: asText(typed.permittedReference),
      },
      context,
    ),
};

const permit: Act<'sharingPermission'> = {
  kind: 'sharingPermission',
  only: ['wayOut', 'permittedBy', 'permittedOn', 'reference', 'until', 'terms'],
  namedAs: namedCapture,
  title: 'handling.permit',
  said: 'handling.permit.said',
  note: 'handling.permit.note',
  section: 'sources',
  act: (values, { context, subject, records, parent }) =>
    permitSharing(
      { ...values, origins: parent ? [parent.id] : [] },
      { ...context, subject, records },
    ),
};

const end: Act<'sharingPermission'> = {
  kind: 'sharingPermission',
  only: ['endedWhy'],
  needed: ['endedWhy'],
  title: 'handling.end',
  said: 'handling.end.said',
  section: 'sources',
  on: 'change',
  act: (values, { held, context }) => endPermission(requireHeld(held), values, context),
};

export const HANDLING_ACTS = {
  'change-handling': correct,
  'permit-sharing': permit,
  'end-permission': end,
} as const;
