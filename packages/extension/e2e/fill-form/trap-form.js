// A form whose handlers do, out of sight of its markup, what filling must never set off. `?by=` says which.
import { place } from './mount.js';

const main = place();
main.innerHTML = `<form action="/sent" method="post">
  <label for="one">One</label><input id="one" name="one">
  <label for="two">Two</label><input id="two" name="two">
  <label for="three">Three</label><input id="three" name="three">
</form><a id="away" href="/away">Away</a>`;
const form = main.querySelector('form');
const two = main.querySelector('#two');
const by = new URLSearchParams(location.search).get('by');
const acts = {
  submit: () => form.submit(),
  request: () => form.requestSubmit(),
  late: () => setTimeout(() => form.submit(), 150),
  location: () => {
    location.href = '/away';
  },
  link: () => main.querySelector('#away').click(),
  push: () => history.pushState(null, '', '/pushed'),
  fetch: async () => (await fetch('/api/saved', { method: 'POST', body: two.value })).text(),
  beacon: () => navigator.sendBeacon('/api/saved', two.value),
  image: () => {
    new Image().src = '/api/saved.gif';
  },
  paint: () => paints('/static/calendar.css'),
  asks: () => paints(`/static/calendar.css?is=${two.value}`),
  open: () => {
    globalThis.popup = window.open('/away');
  },
  remove: () => main.querySelector('#three').remove(),
  swap: () => {
    const other = main.querySelector('#three').cloneNode();
    main.querySelector('[for=three]').textContent = 'Quite another';
    main.querySelector('#three').replaceWith(other);
  },
  relabel: () => {
    main.querySelector('[for=three]').textContent = 'Quite another';
  },
  frame: () => {
    main.insertAdjacentHTML('beforeend', '<iframe name="kept" hidden></iframe>');
    form.target = 'kept';
    form.submit();
  },
  clear: () => {
    two.value = '';
  },
  longer: () => {
    if (two.value.length > 3) two.value = `${two.value.slice(0, 3)}…`;
  },
  lock: () => {
    main.querySelector('#three').readOnly = true;
  },
  hide: () => {
    main.querySelector('#three').hidden = true;
  },
};
// What a style sheet asks for: a picture waits for the page to be painted, another sheet does not.
function paints(other) {
  const style = document.createElement('style');
  style.textContent = `@import url('${other}');`;
  document.head.append(style);
}

two.addEventListener('change', () => acts[by]?.());
globalThis.formState = () => Object.fromEntries(new FormData(form));
globalThis.sendForm = () => form.requestSubmit();
