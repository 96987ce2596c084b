/** Markup of a control that shows that typing into it would send the form, or leave the page. */

/** Handlers that are triggered by typing, choosing, ticking or leaving a control, on it or on an element around it. */
const SET_OFF =
  /^on(?:before)?(?:input|change|click|mouse(?:down|up)|pointer(?:down|up)|key(?:down|press|up)|focus(?:in|out)?|blur|select|toggle|textinput|propertychange)$/;

/**
 * Words of a handler that sends, posts back, navigates or opens something. A handler that hides this behind another
 * name is blocked when it happens.
 */
const SENDS =
  /submit|post_?back|\blocation\b|navigat|\bopen\s*\(|\.href\b|\bhistory\b|reload|redirect|ajax|fetch|xmlhttp|beacon|\bgo(?:To)?\s*\(|save|send|\.post\b|\$\.get|\.load\s*\(|\.action\b/i;

/** Attributes with which libraries send a form when a control changes. */
const SENDING =
  /^(?:data-)?hx-(?:get|post|put|patch|delete)$|^data-(?:remote|auto-?submit)$|^up-(?:autosubmit|validate|watch)$|^wire:(?:model\.live|change|input)/;
/** Those of them by which a form sends at every change in it. Any other form waits for its button. */
const SENDING_FORM = /^up-(?:autosubmit|watch)$|^data-auto-?submit$/;

/** True if an attribute is a handler that would send. */
export function isSendingHandler(name: string, code: string): boolean {
  return SET_OFF.test(name) && SENDS.test(code);
}

/**
 * True if an attribute makes a library send.
 *
 * @param trigger - the event that the library waits for, on an element around the control; undefined on the control
 * itself
 */
export function isSendingMark(name: string, trigger: string | undefined): boolean {
  if (!SENDING.test(name)) return false;
  return (
    trigger === undefined || SENDING_FORM.test(name) || /change|input|key|blur|focus/.test(trigger)
  );
}
