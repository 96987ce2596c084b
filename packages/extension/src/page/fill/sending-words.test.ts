import { expect, it } from 'vitest';
import { isSendingHandler, isSendingMark } from './sending-words.js';

it.each([
  ['onchange', 'this.form.submit()'],
  ['onchange', "javascript:setTimeout('__doPostBack(\\'ctl00$list\\',\\'\\')', 0)"],
  ['onchange', 'WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions("x"))'],
  ['onclick', "window.location = '/next'"],
  ['onblur', "document.location.href='x.asp?id=' + this.value"],
  ['onkeyup', 'if (event.keyCode == 13) doSubmit();'],
  ['oninput', "$.ajax({ url: '/check' })"],
  ['onfocusout', 'autosave(this)'],
  ['onclick', "open('help.html')"],
  ['onchange', 'history.go(-1)'],
  ['onchange', 'goTo(this.value)'],
])('%s="%s" would send or leave', (name, code) => {
  expect(isSendingHandler(name, code)).toBe(true);
});

it.each([
  ['onchange', 'recalculate(this)'],
  ['oninput', 'this.value = this.value.toUpperCase()'],
  ['onblur', 'validateDate(this, "dd/mm/yyyy")'],
  ['onkeyup', 'countCharacters(this, 500)'],
  ['onclick', "toggle('more')"],
  ['onchange', 'updateAllocation()'],
  ['onmouseover', 'this.form.submit()'],
  ['data-onchange', 'submit'],
])('%s="%s" would not', (name, code) => {
  expect(isSendingHandler(name, code)).toBe(false);
});

it('knows what libraries send by: from the control at any change, from a form around it only where it says so', () => {
  expect(isSendingMark('hx-post', undefined)).toBe(true);
  expect(isSendingMark('data-remote', undefined)).toBe(true);
  expect(isSendingMark('hx-post', '')).toBe(false);
  expect(isSendingMark('hx-post', 'change delay:500ms')).toBe(true);
  expect(isSendingMark('up-autosubmit', '')).toBe(true);
  expect(isSendingMark('hx-target', undefined)).toBe(false);
});
