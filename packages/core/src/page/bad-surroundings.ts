export const bad = [document.title, fetch, crypto, process];
