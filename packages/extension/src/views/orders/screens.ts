/** Screens of cautions, orders and their conditions. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** Every condition, of any person. */
    conditions: NoParams;
    /** Advise on the conditions of a caution; `made`: record one that others gave or made. */
    'caution-advice': { readonly subject: RecordId; readonly made?: true };
    /** Advice on conditions as a report; with `evidence` the note of one that may have been breached. */
    'condition-report': {
      readonly subject: RecordId;
      readonly order: RecordId;
      readonly evidence?: RecordId;
    };
  }
}

export const ORDER_SCREENS = defineScreens({
  conditions: {
    view: lateView(async () => (await import('./conditions/conditions-view.js')).ConditionsView),
    lists: ['conditions'],
    entry: { label: 'shell.nav.conditions', place: 140, on: { workspace: 'more' } },
  },
  'caution-advice': {
    view: lateView(async () => (await import('./conditions/advise-view.js')).AdviseView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  'condition-report': {
    view: lateView(async () => (await import('./conditions/report-view.js')).ConditionReportView),
    needs: { subject: 'record', order: 'record' },
    under: 'subjects',
  },
});
