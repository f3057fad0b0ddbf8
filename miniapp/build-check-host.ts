import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** A stand-in for everything WeChat offers: any name is a function that answers with the same stand-in. */
const stubWechat = `
  const answers = {
    getSystemInfoSync: () => ({ platform: 'ios', SDKVersion: '3.5.0', windowWidth: 375, windowHeight: 800 }),
    getStorageSync: () => '',
    getStorageInfoSync: () => ({ keys: [] }),
    canIUse: () => true,
    // Taro takes over what it finds by its key
    onNeedPrivacyAuthorization: () => undefined,
    requirePrivacyAuthorize: () => undefined,
    getLaunchOptionsSync: () => ({ query: {}, path: 'pages/home/index' }),
  };
  // webpack keeps its own list of chunks on this object; it must begin empty
  const get = (known, name) => known[name] ?? (String(name).startsWith('webpack') ? undefined : () => undefined);
  globalThis.wx = new Proxy(answers, { get });
`;

/** WeChat lets a Function be constructed but does not run its text; calling it gives an empty object. */
const stubGeneratedCode = `
  const RealFunction = Function;
  const Stub = function () { return () => ({}); };
  Stub.prototype = RealFunction.prototype;
  globalThis.Function = Stub;
  delete globalThis.eval;
`;

const stubFrame = `
  globalThis.App = (options) => options;
  globalThis.Page = (options) => options;
  globalThis.Component = (options) => options;
  globalThis.Behavior = (options) => options;
  globalThis.getApp = () => ({});
  globalThis.getCurrentPages = () => [];
  globalThis.global = globalThis;
`;

function createLoader(dist: string): (file: string) => unknown {
  const context = vm.createContext({ console, setTimeout, clearTimeout, setInterval, clearInterval });
  vm.runInContext(`{${stubWechat}}{${stubFrame}}{${stubGeneratedCode}}`, context);
  const loaded = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const full = existsSync(file) ? file : `${file}.js`;
    const known = loaded.get(full);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(full, module);
    const run: unknown = vm.runInContext(
      `(function (require, module, exports) {${readFileSync(full, 'utf8')}\n})`,
      context,
      {
        filename: path.relative(dist, full),
      },
    );
    if (typeof run === 'function')
      run((name: string) => load(path.resolve(path.dirname(full), name)), module, module.exports);
    return module.exports;
  };
  return load;
}

/** Evaluates app.js and then every page the way WeChat would; answers with what crashed, by file. */
export function loadPages(dist: string, pages: readonly string[]): [file: string, error: string][] {
  const load = createLoader(dist);
  return ['app', ...pages].flatMap((page): [string, string][] => {
    try {
      load(path.join(dist, `${page}.js`));
      return [];
    } catch (error) {
      return [[`${page}.js`, String(error)]];
    }
  });
}
