/** Markup that says of a control that typing into it would send the form, or leave the page. */

/** Handlers that typing, choosing, ticking or leaving a control sets off, on it or on what it stands in. */
const SET_OFF =
  /^on(?:before)?(?:input|change|click|mouse(?:down|up)|pointer(?:down|up)|key(?:down|press|up)|focus(?:in|out)?|blur|select|toggle|textinput|propertychange)$/;

/**
 * What sends, posts back, goes elsewhere or opens something, by the words of the handler alone: one that hides it behind
 * another name is held when it comes to it.
 */
const SENDS =
  /submit|post_?back|\blocation\b|navigat|\bopen\s*\(|\.href\b|\bhistory\b|reload|redirect|ajax|fetch|xmlhttp|beacon|\bgo(?:To)?\s*\(|save|send|\.post\b|\$\.get|\.load\s*\(|\.action\b/i;

/** Attributes by which libraries send a form when a control changes. */
const SENDING =
  /^(?:data-)?hx-(?:get|post|put|patch|delete)$|^data-(?:remote|auto-?submit)$|^up-(?:autosubmit|validate|watch)$|^wire:(?:model\.live|change|input)/;
/** Of those, what a form does with every change in it. Any other waits for its button. */
const SENDING_FORM = /^up-(?:autosubmit|watch)$|^data-auto-?submit$/;

/** Whether an attribute is a handler that would send. */
export function isSendingHandler(name: string, code: string): boolean {
  return SET_OFF.test(name) && SENDS.test(code);
}

/**
 * Whether an attribute makes a library send.
 *
 * @param trigger - what the library is told to wait for, on an element around the control; undefined on the control itself
 */
export function isSendingMark(name: string, trigger: string | undefined): boolean {
  if (!SENDING.test(name)) return false;
  return (
    trigger === undefined || SENDING_FORM.test(name) || /change|input|key|blur|focus/.test(trigger)
  );
}
