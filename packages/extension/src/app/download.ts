/**
 * Downloads a file for the officer. The browser asks for the place; the name gives the type of file and never a person.
 */
export function saveFile(name: string, mediaType: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser keeps the content itself once it has taken the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
