import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Comparison } from './side-by-side';
import { lessIsBetter } from './side-by-side-http';

const built = path.resolve(__dirname, '../../miniapp/dist/weapp');
const megabyte = 1024 * 1024;
/** WeChat's cap for a package. */
const cap = 2;
const lines = { main: 1, largest: 1.5 };

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.LICENSE.txt'))
    .reduce((sum, file) => sum + statSync(file).size, 0);
}

/** P14: what the built package for WeChat weighs; nothing when it was not built. */
export async function bundleBench(): Promise<Comparison[]> {
  if (!existsSync(path.join(built, 'app.json'))) {
    console.log('P14: no package is built (npm run build:weapp).');
    return [];
  }
  const app: { subPackages?: { root: string }[] } = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8'));
  const parts = (app.subPackages ?? []).map(({ root }) => ({ root, bytes: bytesBelow(path.join(built, root)) }));
  const main = bytesBelow(built) - parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = parts.reduce((most, part) => (part.bytes > most.bytes ? part : most), { root: 'none', bytes: 0 });
  const peer = "WeChat's cap";
  return [
    row({ goal: 'P14', what: 'main package', peer }, main, lines.main),
    row({ goal: 'P14', what: `largest subpackage (${largest.root})`, peer }, largest.bytes, lines.largest),
  ];
}

function row(named: Pick<Comparison, 'goal' | 'what' | 'peer'>, bytes: number, most: number): Comparison {
  const passLine = `≤ ${most.toFixed(1)} MB`;
  return {
    ...lessIsBetter(named, bytes / megabyte, cap, undefined, 'MB'),
    passLine,
    reached: bytes <= most * megabyte,
  };
}
