// A form with calendars: each shows a day in one box, and what is sent stands in another, out of sight, year first.
import { place } from './mount.js';

const main = place();
const box = (name, shown = '', sent = '') => `<p><label for="${name}">${name}</label>
  <input id="${name}" name="${name}_shown" value="${shown}"><input type="hidden" id="${name}-sent" name="${name}" value="${sent}"></p>`;
main.innerHTML = `<form action="/save" method="post">
  ${box('dayFirst')}${box('monthFirst')}${box('late')}${box('still', '05/09/2008', '2008-09-05')}${box('deaf', '05/09/2008', '2008-09-05')}
  ${box('learnt', '05/09/2008', '2008-05-09')}
  <input type="hidden" name="learnt_old" value="2008-09-05">
  <p><label for="other">Other</label><input id="other" name="other"> <input id="said" name="said" readonly></p>
  <input type="hidden" name="token" value="2008ab77c0ffee">
</form>`;
const find = (id) => main.querySelector(`#${id}`);

/** As a calendar that takes days in one order: what it cannot read empties what is sent. */
function follows(name, isDayFirst, after = 0) {
  const read = () => {
    const [, one, two, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(find(name).value) ?? [];
    const [day, month] = isDayFirst ? [one, two] : [two, one];
    find(`${name}-sent`).value = year && month <= 12 ? `${year}-${month}-${day}` : '';
  };
  find(name).addEventListener('change', () => (after ? setTimeout(read, after) : read()));
}
follows('dayFirst', true);
follows('monthFirst', false);
follows('late', false, 150);
follows('learnt', false);
// One that reads nothing of what is typed: its own button is the only way in.
find('deaf').addEventListener('change', () => {
  find('deaf-sent').value = '';
});
// A day worked out from another, beside a box of its own.
find('other').addEventListener('change', () => {
  find('said').value = find('other').value === '' ? '' : '2 May 2010';
});
globalThis.formState = () => Object.fromEntries(new FormData(main.querySelector('form')));
