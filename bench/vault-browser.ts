/** The Chromium that the vault is measured in, and one page of its extension, which can be replaced. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { chromiumPath } from '../packages/extension/e2e/browser.ts';
import type { BenchVault } from './vault-extension/page.ts';

/** The page's result, and the processor time of all the browser's processes meanwhile, in milliseconds. */
export interface Measured<T> {
  readonly value: T;
  readonly cpuMs: number;
}

type Verb = keyof BenchVault;
type Given<V extends Verb> = Awaited<ReturnType<BenchVault[V]>>;

export interface VaultBrowser {
  readonly version: string;
  call<V extends Verb>(verb: V, ...args: Parameters<BenchVault[V]>): Promise<Given<V>>;
  measure<V extends Verb>(verb: V, ...args: Parameters<BenchVault[V]>): Promise<Measured<Given<V>>>;
  /** Replaces the page with a fresh one. */
  anew(): Promise<void>;
  /** Megabytes of the page's script heap, after a collection. */
  heapMb(): Promise<number>;
  close(): Promise<void>;
}

/** A hundred thousand records are written in one call. */
const LONGEST_CALL_MS = 30 * 60_000;
const LONGEST_SETTLING_MS = 5000;
const SETTLED_FOR_MS = 150;
/** The browser counts in hundredths of a second. */
const IDLE_CPU_MS = 10;

/** @param folder - of the bench extension */
export async function openVaultBrowser(folder: string): Promise<VaultBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    headless: true,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [folder],
    protocolTimeout: LONGEST_CALL_MS,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const address = new URL('/page.html', worker.url()).href;
  const whole: CDPSession = await browser.target().createCDPSession();
  const cpuMs = async (): Promise<number> => {
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const opened = async (): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction('globalThis.benchVault !== undefined');
    return page;
  };
  let page = await opened();
  /** Collects garbage, so that no measurement cleans up after another. */
  const collect = async (): Promise<void> => {
    const cdp = await page.createCDPSession();
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.detach();
  };
  /** Waits until the browser is nearly idle: a database continues tidying after a write or a clearing. */
  const settle = async (): Promise<void> => {
    for (const until = Date.now() + LONGEST_SETTLING_MS; Date.now() < until; ) {
      const before = await cpuMs();
      await new Promise((resolve) => setTimeout(resolve, SETTLED_FOR_MS));
      if ((await cpuMs()) - before <= IDLE_CPU_MS) return;
    }
  };
  const call: VaultBrowser['call'] = (verb, ...args) =>
    page.evaluate(
      (name, given) => (globalThis.benchVault[name] as (...all: unknown[]) => never)(...given),
      verb,
      args as unknown[],
    );

  return {
    version: await browser.version(),
    call,
    async measure(verb, ...args) {
      await collect();
      await settle();
      const before = await cpuMs();
      const value = await call(verb, ...args);
      return { value, cpuMs: (await cpuMs()) - before };
    },
    async anew() {
      const next = await opened();
      await page.close();
      page = next;
    },
    async heapMb() {
      await collect();
      return ((await page.metrics()).JSHeapUsedSize ?? Number.NaN) / 1e6;
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
