export {
  type AdviceOnCautionInput,
  adviseCaution,
  answerAdvice,
  type GivenInput,
  type OrderContext,
  recordOrder,
} from './advise-caution.js';
export {
  addCondition,
  type ConditionContext,
  type ConditionInput,
  certifyCondition,
  takeOutCondition,
} from './condition.js';
export {
  addEvidence,
  correctEvidence,
  type EvidenceContext,
  tellOfCondition,
} from './condition-evidence.js';
export type { ConditionRow } from './list-rows.js';
export {
  beginMonitoring,
  correctMonitoring,
  endMonitoring,
  type MonitoringContext,
  standingMonitoring,
} from './monitoring.js';
export { type CheckContext, correctCheck, recordCheck } from './offending-check.js';
export { endOrder, noteInterview, proposeOutcome, recordOutcome } from './order-outcome.js';
export {
  CONDITION_STATES,
  type ConditionState,
  completedOn,
  conditionState,
  conditionsOf,
  evidenceOf as evidenceOfCondition,
  ORDER_STATES,
  type OrderState,
  openConditions,
  orderState,
} from './order-state.js';
export {
  arrangePanel,
  finishAction,
  holdPanel,
  type PanelContext,
  rearrangePanel,
} from './panel.js';
