import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { loadPages } from './build-check-host';

/** What WeChat would refuse or a user would feel, asked of `dist/weapp` without WeChat's own tools. */

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, 'dist/weapp'));
const megabyte = 1024 * 1024;
/** Half of WeChat's cap for the main package (goal P14), and less for each role's own. */
const largestMainBytes = 1.0 * megabyte;
const largestSubpackageBytes = 0.6 * megabyte;
/** Webpack's way to find the global object; WeChat answers it with an empty object, which webpack expects. */
const runtimeProbe = /new Function\("return this"\)|Function\("return this"\)/g;
/** Written by the part of zod that draws up API documents: in a build it means that some module took zod as a whole. */
const wholeZod = 'json-schema.org/draft';
const generatedCode = /\beval\s*\(|\bnew Function\s*\(|[^\w.$]Function\s*\(\s*["'`]/;

type AppJson = {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly lazyCodeLoading?: string;
};

const failures: string[] = [];

function expectThat(isTrue: boolean, otherwise: string): void {
  if (!isTrue) failures.push(otherwise);
}

function allFiles(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
  return found.filter((file) => statSync(file).isFile() && !file.endsWith('.LICENSE.txt'));
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

function checkSizes(app: AppJson): string[] {
  const roots = (app.subPackages ?? []).map(({ root }) => path.join(dist, root) + path.sep);
  const files = allFiles(dist);
  const main = bytesOf(files.filter((file) => !roots.some((root) => file.startsWith(root))));
  expectThat(main <= largestMainBytes, `main package is ${main} bytes`);
  const lines = [`main ${Math.round(main / 1024)} KB`];
  for (const root of roots) {
    const size = bytesOf(files.filter((file) => file.startsWith(root)));
    expectThat(size <= largestSubpackageBytes, `${path.relative(dist, root)} is ${size} bytes`);
    lines.push(`${path.relative(dist, root)} ${Math.round(size / 1024)} KB`);
  }
  return lines;
}

function pagesOf(app: AppJson): string[] {
  const inside = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page)));
  return [...app.pages, ...inside];
}

function checkPages(app: AppJson): void {
  expectThat(app.lazyCodeLoading === 'requiredComponents', 'lazyCodeLoading is off');
  for (const page of pagesOf(app)) {
    for (const kind of ['js', 'json', 'wxml']) {
      expectThat(existsSync(path.join(dist, `${page}.${kind}`)), `${page}.${kind} is missing`);
    }
  }
}

function checkReadable(): void {
  const template = readFileSync(path.join(dist, 'base.wxml'), 'utf8');
  // Taro writes only the parts that some page uses
  const parts = ['view', 'text', 'button', 'image', 'input', 'textarea'].filter((part) =>
    template.includes(`<${part} `),
  );
  expectThat(parts.length >= 3, `base.wxml knows only ${parts.join(', ')}`);
  for (const part of parts) {
    const tag = new RegExp(`<${part} [^>]*aria-label=[^>]*>`).exec(template)?.[0] ?? '';
    expectThat(tag.includes('aria-role='), `<${part}> of base.wxml has no aria attributes`);
  }
}

function checkGeneratedCode(): void {
  for (const file of allFiles(dist).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(file, 'utf8').replace(runtimeProbe, '');
    const found = generatedCode.exec(code);
    const around = found === null ? '' : code.slice(Math.max(0, found.index - 40), found.index + 60);
    expectThat(found === null, `${path.relative(dist, file)} generates code: ${around}`);
  }
}

function checkZod(): void {
  for (const file of allFiles(dist).filter((name) => name.endsWith('.js'))) {
    const isWhole = readFileSync(file, 'utf8').includes(wholeZod);
    expectThat(!isWhole, `${path.relative(dist, file)} holds all of zod: write \`import * as z from '…/zod'\``);
  }
}

function checkLoading(app: AppJson): void {
  for (const [file, error] of loadPages(dist, pagesOf(app))) failures.push(`${file} does not load: ${error}`);
}

const app: AppJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'));
const sizes = checkSizes(app);
checkPages(app);
checkReadable();
checkGeneratedCode();
checkZod();
checkLoading(app);
process.stdout.write(`${sizes.join(', ')}; ${pagesOf(app).length} pages\n`);
for (const failure of failures) process.stderr.write(`FAILED ${failure}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
