/** Fill: from records to what is typed into another system's form, or pasted there piece by piece. */
export type { ControlFacts, ControlOption, ControlTarget } from '../page/control/control-facts.js';
export { type DoubtedPages, doubtedPages, doubtedReferences } from './doubted-reference.js';
export type { FillPlan, FillRow, FillState } from './fill-row.js';
export type { FillRecords, FillValue } from './fill-value.js';
export { fillValues } from './fill-value.js';
export type { FoundReference } from './find-reference.js';
export { findReferences } from './find-reference.js';
export type { FormPerson } from './form-person.js';
export type { NamedControl } from './live-control.js';
export { denialOf } from './mirrored-day.js';
export type { NamedForm, NameFormOptions } from './name-form.js';
export { nameForm } from './name-form.js';
export type { OwnSign } from './own-sign.js';
export type { PasteField, PastePart } from './paste-pack.js';
export { cutText, pastePack } from './paste-pack.js';
export { planFill } from './plan-fill.js';
export type { FirstPart, MeantDay } from './same-day.js';
export { saysDay } from './same-day.js';
export type { NameLine } from './shown-name.js';
export type { ShownReference } from './shown-reference.js';
export type { FillAct, FillOutcome, FillStep, FillStop, Mirror } from './step.js';
export type { FillConditions, ValueConditions } from './value-conditions.js';
export type { FormDoubt, PageSigns, WhoseForm } from './whose-form.js';
export { formDoubts, whoseForm } from './whose-form.js';
export type { NameDoubt, PageNames } from './whose-name.js';
export type {
  DoubtedPerson,
  KnownPerson,
  PageReferences,
  ReferenceDoubt,
  ReferenceSource,
} from './whose-reference.js';
