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
  xhr: () => {
    const request = new XMLHttpRequest();
    request.open('PUT', '/api/saved');
    request.send(two.value);
  },
  draft: () => later(() => fetch('/api/draft', { method: 'POST', body: two.value })),
  kept: () => later(() => fetch('/api/record/1', { method: 'PUT', body: two.value })),
  socket: () => sockets.send(two.value),
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
// A page that waits for a pause in typing before it saves.
function later(save) {
  setTimeout(save, 900);
}

// What a style sheet asks for: a picture waits for the page to be painted, another sheet does not.
function paints(other) {
  const style = document.createElement('style');
  style.textContent = `@import url('${other}');`;
  document.head.append(style);
}

two.addEventListener('change', () => acts[by]?.());
const sockets = by === 'socket' && new WebSocket(`ws://${location.host}/live`);
const typed = {
  input: () => fetch(`/api/preview?is=${two.value}`),
  blur: () => fetch('/api/saved', { method: 'POST', body: two.value }),
};
if (by in typed) two.addEventListener(by, typed[by]);
// A page that fetched its record when it was opened, from where it saves it.
if (by === 'kept') fetch('/api/record/1');
const shows = () => {
  globalThis.formState = () => Object.fromEntries(new FormData(form));
};
if (sockets) sockets.addEventListener('open', shows);
else shows();
globalThis.sendForm = () => form.requestSubmit();
