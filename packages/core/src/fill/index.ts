/** Fill: from records to what is typed into the form of another system, or pasted there piece by piece. */
export type {
  ControlFacts,
  ControlOption,
  FillAct,
  FillOutcome,
  FillStep,
  FillStop,
  FillTarget,
} from './step.js';
