/** Elements from names and texts. A text becomes a text node, so no text on record can become markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The element of the page with that id. */
export function byId<K extends keyof HTMLElementTagNameMap>(
  name: K,
  id: string,
): HTMLElementTagNameMap[K] {
  const found = document.querySelector<HTMLElementTagNameMap[K]>(`${name}#${id}`);
  if (!found) throw new Error(`The page has no ${name} with the id ${id}`);
  return found;
}
