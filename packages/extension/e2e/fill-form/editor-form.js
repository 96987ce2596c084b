// Editable regions as editors make them: one that keeps a model of its own and draws it, one that takes nothing but its own
// changes, and one that is the body of a frame.
import { place, suffix } from './mount.js';

const main = place();
main.innerHTML = `<div id="model${suffix}" contenteditable="true" aria-label="Model"></div>
<div id="deaf${suffix}" contenteditable="true" aria-label="Deaf"><p>as it was</p></div>
<div id="bold${suffix}" contenteditable="true" aria-label="Bold"><p>Some <b>bold</b> words</p></div>
<div id="broken${suffix}" contenteditable="true" aria-label="Broken">one<br><br>three</div>
<div id="prompted${suffix}" contenteditable="true" class="placeholder" aria-label="Prompted">Type here</div>
<iframe srcdoc="<body id='tinymce' contenteditable='true'><p><br data-mce-bogus='1'></p></body>" width="400" height="100"></iframe>`;

const [model, deaf, , broken, prompted] = main.querySelectorAll('[contenteditable]');
let lines = ['before'];

// Reads what was typed from the paragraphs, and draws them anew from what it read.
const reader = new MutationObserver(() => {
  lines = [...model.childNodes].map(({ textContent }) => textContent.replaceAll('\u00a0', ' '));
  draws();
});

function draws() {
  const paragraphs = lines.map((line) => {
    const p = document.createElement('p');
    p.append(line === '' ? document.createElement('br') : line);
    return p;
  });
  reader.disconnect();
  model.replaceChildren(...paragraphs);
  reader.observe(model, { subtree: true, childList: true, characterData: true });
}
draws();

const kept = deaf.innerHTML;
new MutationObserver(() => {
  if (deaf.innerHTML !== kept) deaf.innerHTML = kept;
}).observe(deaf, { subtree: true, childList: true, characterData: true });

// Its prompt is text in it, which goes when it is entered and comes back when it is left empty.
prompted.addEventListener('focus', () => {
  if (!prompted.classList.contains('placeholder')) return;
  prompted.classList.remove('placeholder');
  prompted.textContent = '';
});
prompted.addEventListener('blur', () => {
  if (prompted.innerText.trim() !== '') return;
  prompted.classList.add('placeholder');
  prompted.textContent = 'Type here';
});

globalThis.formState = () => ({
  prompted: prompted.innerText,
  model: [...lines],
  deaf: deaf.innerHTML,
  broken: broken.innerText,
  frame: main.querySelector('iframe').contentDocument.body.innerText,
});
