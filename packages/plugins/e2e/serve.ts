/** Shows a system to a person at a terminal, until they end it. */

interface Shown {
  readonly url: string;
  readonly officer: { readonly name: string; readonly password: string };
  stop(): Promise<void>;
}

export async function serveForEyes(name: string, start: () => Promise<Shown>): Promise<void> {
  const { url, officer, stop } = await start();
  console.log(`${name}: ${url}/`);
  console.log(`sign in as ${officer.name} with ${officer.password}`);
  console.log('Every person in it is fictional. Press Ctrl+C to stop.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}
