// Where a practice form is put, so that one form can be met plain, in a frame, in a shadow tree, or under other ids.
const asked = new URLSearchParams(location.search);

/** Ids end in it; `names` of controls stay, since a server reads those. */
export const suffix = asked.get('ids') ?? '';

/** The element that the form is built into. */
export function place() {
  const mode = asked.get('shadow');
  if (!mode) return document.body.appendChild(document.createElement('main'));
  const host = document.body.appendChild(document.createElement('section'));
  host.id = 'host';
  const root = host.attachShadow({ mode });
  return root.appendChild(document.createElement('main'));
}
