/** Hands a file to the officer. The browser asks where to; the name says what it is and never whose. */
export function saveFile(name: string, mediaType: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has its own hold on the content once the click has been taken.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
