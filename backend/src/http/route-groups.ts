import Router, { type RouterOptions } from '@koa/router';
import type Koa from 'koa';
import type { RequestState } from './context';

type AppRouter = Router<RequestState>;
type Layers = ReturnType<AppRouter['match']>['path'];

/** Many routers that act as one. A router tries its routes one after another, so each of these has only a few. */
export interface RouteGroups {
  /** The router in which a route with this pattern (`/things/:id/act`, below the prefix) belongs. */
  for(pattern: string): AppRouter;
  routes(): Koa.Middleware;
  /** Every route at this address, whatever its method. */
  at(path: string, method: string): Layers;
}

const anything = '*';

/**
 * Groups routes by what a lookup can tell without a pattern: how many words the path has, the first, and the last
 * where it is fixed. Finding one of hundreds then costs what finding one of a few does.
 */
export function routeGroups(options: RouterOptions & { readonly prefix: string }): RouteGroups {
  const groups = new Map<string, AppRouter>();
  const handlers = new Map<AppRouter, Koa.Middleware>();
  const wordsOf = (path: string) => path.split('/').filter((word) => word !== '');
  // the router ignores case, and so does its group
  const keyOf = (words: readonly string[], last = words.at(-1)) =>
    `${words.length} ${words[0] ?? ''} ${last ?? ''}`.toLowerCase();

  function candidates(path: string): AppRouter[] {
    const words = wordsOf(path.slice(options.prefix.length));
    // a fixed word before a parameter: /households/mine must not be read as the household "mine"
    return [keyOf(words), keyOf(words, anything)].flatMap((key) => groups.get(key) ?? []);
  }

  return {
    for(pattern) {
      const words = wordsOf(pattern);
      const key = keyOf(words, words.at(-1)?.startsWith(':') ? anything : words.at(-1));
      const found = groups.get(key) ?? new Router<RequestState>(options);
      groups.set(key, found);
      return found;
    },
    routes() {
      // the router types its own context; both are Koa's
      for (const router of groups.values()) handlers.set(router, router.routes() as unknown as Koa.Middleware);
      return (ctx, next) => {
        const [first, second] = candidates(ctx.path).map((router) => handlers.get(router));
        if (!first) return next();
        return first(ctx, second ? () => second(ctx, next) : next);
      };
    },
    at: (path, method) => candidates(path).flatMap((router) => router.match(path, method).path),
  };
}
