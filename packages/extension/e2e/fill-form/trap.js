// First script of each practice form: counts, as the page sees it, everything that would send something or go elsewhere.
const trap = { submits: 0, navigations: 0, requests: 0, opened: 0 };
globalThis.trap = trap;

function counts(owner, name, what) {
  const real = owner[name];
  owner[name] = function counted(...input) {
    trap[what] += 1;
    return Reflect.apply(real, this, input);
  };
}

counts(HTMLFormElement.prototype, 'submit', 'submits');
counts(HTMLFormElement.prototype, 'requestSubmit', 'submits');
counts(globalThis, 'fetch', 'requests');
counts(XMLHttpRequest.prototype, 'send', 'requests');
counts(Navigator.prototype, 'sendBeacon', 'requests');
counts(globalThis, 'open', 'opened');
counts(History.prototype, 'pushState', 'navigations');
counts(History.prototype, 'replaceState', 'navigations');
document.addEventListener('submit', () => {
  trap.submits += 1;
});
// Whether, at the last thing typed, the page took a person to have pressed on it.
document.addEventListener('input', () => {
  globalThis.pressed = navigator.userActivation?.isActive;
});
