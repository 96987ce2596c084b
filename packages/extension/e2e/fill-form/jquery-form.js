// A referral form as jQuery pages are: a model filled by handlers, dates rewritten, a list that depends on another.
import $ from 'jquery';
import { place, suffix } from './mount.js';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DISTRICTS = { N: ['Alder', 'Birch'], S: ['Cedar', 'Dogwood'] };
const model = {
  surname: '',
  forename: 'Sam',
  heldOn: '',
  telephone: '',
  region: '',
  district: '',
  urgent: 'no',
  copies: ['record'],
  note: '',
  account: 'first line',
  slug: '',
};
globalThis.formState = () => structuredClone(model);

const main = $(place()).html(`<form>
  <table>
    <tr><td>Surname</td><td><input id="surname${suffix}" name="surname"></td></tr>
    <tr><td>Forename</td><td><input id="forename${suffix}" name="forename" value="Sam"></td></tr>
    <tr><td>Held on</td><td><input id="heldOn${suffix}" name="heldOn"></td></tr>
    <tr><td>Telephone</td><td><input id="telephone${suffix}" name="telephone" type="tel"></td></tr>
    <tr><td>Region</td><td><select id="region${suffix}" name="region"><option value="">-</option><option value="N">North</option><option value="S">South</option></select></td></tr>
    <tr><td>District</td><td><select id="district${suffix}" name="district"><option value="">-</option></select></td></tr>
    <tr><td>Urgent</td><td>
      <label><input type="radio" id="urgent-yes${suffix}" name="urgent" value="yes"> Yes</label>
      <label><input type="radio" id="urgent-no${suffix}" name="urgent" value="no" checked> No</label></td></tr>
    <tr><td>Copies</td><td>
      <label><input type="checkbox" id="copy-record${suffix}" name="copies" value="record" checked> Record</label>
      <label><input type="checkbox" id="copy-school${suffix}" name="copies" value="school"> School</label></td></tr>
    <tr><td>Note</td><td><textarea id="note${suffix}" name="note"></textarea><span class="count">0 typed</span></td></tr>
    <tr><td>Slug</td><td><input id="slug${suffix}" name="slug"></td></tr>
  </table>
  <div id="account${suffix}" contenteditable="true" aria-label="Account"><p>first line</p></div>
  <button>Save</button>
  <div class="calendar" hidden>Choose a day</div>
</form>`);

const by = (name) => main.find(`[name="${name}"]`);

main.find('form').on('submit', () => {
  $.post('/api/save', $.param(model));
});
main.on('change', 'input[type=text], input:not([type]), input[type=tel], textarea', (event) => {
  model[event.target.name] = $(event.target).val();
});

// As the calendars of jQuery UI: opens with the focus, closes with the Tab key, and writes the day its own way.
by('heldOn')
  .on('focus', () => main.find('.calendar').prop('hidden', false))
  .on('keydown', (event) => {
    if (event.keyCode === 9) main.find('.calendar').prop('hidden', true);
  })
  .on('blur', (event) => {
    const [, day, month, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(event.target.value) ?? [];
    if (day)
      $(event.target)
        .val(`${day}-${MONTHS[month - 1]}-${year}`)
        .trigger('change');
  });
by('telephone').on('change', (event) => {
  const spaced = event.target.value.replace(/\s/g, '').replace(/^(\d{5})(\d+)$/, '$1 $2');
  $(event.target).val(spaced);
  model.telephone = spaced;
});
by('region').on('change', (event) => {
  model.region = event.target.value;
  model.district = '';
  const options = (DISTRICTS[model.region] ?? []).map((name) => `<option>${name}</option>`);
  by('district').html(`<option value="">-</option>${options.join('')}`);
});
by('district').on('change', (event) => {
  model.district = event.target.value;
});
by('urgent').on('click', (event) => {
  model.urgent = event.target.value;
});
by('copies').on('change', () => {
  model.copies = by('copies')
    .filter(':checked')
    .get()
    .map(({ value }) => value);
});
by('note').on('input', (event) => {
  main.find('.count').text(`${event.target.value.length} typed`);
});
// Thinks better of it with some delay.
by('slug').on('input', ({ target }) => {
  setTimeout(() => {
    model.slug = target.value = target.value.toLowerCase().replace(/ /g, '-');
  }, 120);
});
main.find('[contenteditable]').on('input', (event) => {
  model.account = event.target.innerText.replace(/\n+/g, '\n').trim();
});
