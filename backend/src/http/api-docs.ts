import path from 'node:path';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import { type ProblemType, problems } from '@grid-relief/shared-types/problems';
import type Koa from 'koa';
import swaggerFolder from 'swagger-ui-dist/absolute-path';
import { apiBase } from './dispatch';
import { openapi } from './openapi';
import { readStaticFolder, serveStatic } from './static-files';

const docsPath = '/api/docs/';
const shown = ['swagger-ui.css', 'swagger-ui-bundle.js'];

const page = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Grid Relief API</title><link rel="stylesheet" href="swagger-ui.css"></head>
<body><div id="ui"></div><script src="swagger-ui-bundle.js"></script><script src="start.js"></script></body>
</html>
`;
// a file of its own, because the content security policy lets no inline script run
const start = `SwaggerUIBundle({ url: '${apiBase}/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null });\n`;

/** The browsable API description under /api/docs/, all of it from this server, and the document it shows. */
export async function apiDocs(endpoints: readonly Endpoint[]): Promise<Koa.Middleware[]> {
  const document = JSON.stringify(openapi(endpoints));
  const text = (type: string, content: string) => ({ bytes: Buffer.from(content), type, cache: 'no-cache' });
  const files = new Map(await readStaticFolder(path.resolve(swaggerFolder()), shown));
  files.set('index.html', text('text/html; charset=utf-8', page));
  files.set('start.js', text('text/javascript; charset=utf-8', start));
  return [
    async (ctx, next) => {
      if (ctx.method === 'GET' && ctx.path === '/api/docs') return ctx.redirect(docsPath);
      if (ctx.method !== 'GET' || ctx.path !== `${apiBase}/openapi.json`) return next();
      ctx.state.route = ctx.path;
      ctx.type = 'application/json';
      ctx.body = document;
    },
    serveStatic(files, docsPath),
  ];
}

/** `type` of a problem is an address; somebody who opens it reads what it means. */
export function problemPages(): Koa.Middleware {
  return async (ctx, next) => {
    const slug = /^\/problems\/([a-z-]+)$/.exec(ctx.path)?.[1];
    if (ctx.method !== 'GET' || !slug || !isProblem(slug)) return next();
    ctx.state.route = '/problems/{slug}';
    ctx.type = 'application/json';
    ctx.body = JSON.stringify({ slug, ...problems[slug] });
  };
}

function isProblem(slug: string): slug is ProblemType {
  return Object.hasOwn(problems, slug);
}
