// A form without scripts of its own, as older systems send them: its state is what it would send.
import { place, suffix } from './mount.js';

const main = place();
main.innerHTML = `<form action="/save" method="post">
  <input type="hidden" name="token" value="t0p">
  <label for="pass${suffix}">Password</label><input id="pass${suffix}" type="password" name="pass">
  <label for="code${suffix}">Code</label><input id="code${suffix}" name="code" autocomplete="one-time-code">
  <fieldset><legend>Date of birth</legend>
    <label for="day${suffix}">Day</label><input id="day${suffix}" name="day" maxlength="2" inputmode="numeric">
    <label for="month${suffix}">Month</label><input id="month${suffix}" name="month" maxlength="2">
    <label for="year${suffix}">Year</label><input id="year${suffix}" name="year" maxlength="4"></fieldset>
  <label for="short${suffix}">Short</label><textarea id="short${suffix}" name="short" maxlength="20"></textarea>
  <label for="date${suffix}">Received</label><input id="date${suffix}" name="date" type="date" value="2026-01-02">
  <label for="count${suffix}">Count</label><input id="count${suffix}" name="count" type="number">
  <label for="fixed${suffix}">Reference</label><input id="fixed${suffix}" name="fixed" readonly value="R-1">
  <label for="shut${suffix}">Shut</label><input id="shut${suffix}" name="shut" disabled>
  <div style="position:absolute;left:-9999px"><label for="trap${suffix}">Leave empty</label><input id="trap${suffix}" name="trap"></div>
  <label for="sends${suffix}">Sends</label><select id="sends${suffix}" name="sends" onchange="this.form.submit()"><option value="">-</option><option value="1">One</option></select>
  <label for="posts${suffix}">Posts back</label><select id="posts${suffix}" name="posts" onchange="javascript:setTimeout('__doPostBack(\\'posts\\',\\'\\')', 0)"><option value="">-</option><option value="1">One</option></select>
  <div onchange="location.href = '/elsewhere'"><label for="leaves${suffix}">Leaves</label><input id="leaves${suffix}" name="leaves"></div>
  <fieldset><legend>Sex</legend>
    <label><input type="radio" id="sex-f${suffix}" name="sex" value="F"> F</label>
    <label><input type="radio" id="sex-m${suffix}" name="sex" value="M"> M</label></fieldset>
  <label for="kind${suffix}">Kind</label><select id="kind${suffix}" name="kind"><option value="1">Same</option><option value="1">Other</option><option value="2">Third</option></select>
  <label for="many${suffix}">Many</label><select id="many${suffix}" name="many" multiple><option>a</option><option>b</option></select>
  <label for="shade${suffix}">Shade</label><input id="shade${suffix}" name="shade" type="color">
  <div id="rich${suffix}" contenteditable="true"><p>Kept <b>bold</b></p></div>
  <input type="submit" id="go${suffix}" name="go" value="Save"><input type="reset" id="clear${suffix}" value="Clear">
</form>`;
const form = main.querySelector('form');
globalThis.formState = () => Object.fromEntries(new FormData(form));
globalThis.__doPostBack = () => form.submit();
