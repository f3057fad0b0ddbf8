import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type Koa from 'koa';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The bundler puts a hash of the content into the name: such a file never changes. */
const hashedName = /[.-][0-9a-f]{6,}\.\w+$/;
const aYear = 'public, max-age=31536000, immutable';

interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly cache: string;
}

/**
 * Reads a folder once into memory. Only what was found at the start is ever served, so no address can lead elsewhere.
 * @param only names of the folder's files that are read; all of them unless given
 * @returns files by their path with forward slashes, e.g. `js/app.1a2b3c.js`
 */
export async function readStaticFolder(
  folder: string,
  only?: readonly string[],
): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && (only?.includes(entry.name) ?? true));
  const read = files.map(async (entry): Promise<[string, StaticFile]> => {
    const full = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, full).split(path.sep).join('/');
    const type = contentTypes[path.extname(name)] ?? 'application/octet-stream';
    return [name, { bytes: await readFile(full), type, cache: hashedName.test(name) ? aYear : 'no-cache' }];
  });
  return new Map(await Promise.all(read));
}

/**
 * Serves the web build. An address without a file extension is a screen of the app and gets index.html.
 * @param prefix where the files appear, e.g. `/` or `/api/docs/`
 */
export function serveStatic(files: ReadonlyMap<string, StaticFile>, prefix = '/'): Koa.Middleware {
  return async (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || !ctx.path.startsWith(prefix)) return next();
    const name = ctx.path.slice(prefix.length);
    const file = files.get(name) ?? (isScreen(ctx.path) ? files.get('index.html') : undefined);
    if (!file) return next();
    ctx.state.route = `${prefix}*`;
    ctx.set('Cache-Control', file.cache);
    ctx.type = file.type;
    ctx.body = file.bytes;
  };
}

/** An address of the app's own; what belongs to the server and is not found there stays not found. */
function isScreen(address: string): boolean {
  return path.extname(address) === '' && !/^\/(api\/v|metrics|health|problems)/.test(address);
}

/** Sources that let exactly the inline scripts of this index page run, for the content security policy. */
export function inlineScripts(files: ReadonlyMap<string, StaticFile>): string[] {
  const page = files.get('index.html')?.bytes.toString('utf8') ?? '';
  return [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  });
}
