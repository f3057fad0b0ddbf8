import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** Names of WeChat's interface that the program asks Taro for. Taro takes over only what it finds on `wx` by its key. */
function askedOfWechat(source: string): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const text = files.map((file) => readFileSync(path.join(source, file), 'utf8')).join('\n');
  return [...new Set([...text.matchAll(/\bTaro\.([a-z]\w+)\(/g)].map(([, name = '']) => name))];
}

/** A stand-in for everything WeChat offers: any name is a function that answers nothing, or what a start needs. */
const stubWechat = (names: readonly string[]) => `
  const known = {
    getSystemInfoSync: () => ({ platform: 'ios', SDKVersion: '3.5.0', windowWidth: 375, windowHeight: 800 }),
    getStorageSync: () => '',
    getStorageInfoSync: () => ({ keys: [] }),
    canIUse: () => true,
    getLaunchOptionsSync: () => ({ query: {}, path: 'pages/home/index' }),
  };
  const nothing = () => undefined;
  const answers = Object.assign(Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, nothing])), known);
  // webpack keeps its own list of chunks on this object; it must begin empty
  const get = (all, name) => all[name] ?? (String(name).startsWith('webpack') ? undefined : nothing);
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
  // only loading is checked: what the program would do later, it need not
  const later = () => 0;
  const timers = { setTimeout: later, setInterval: later, clearTimeout: later, clearInterval: later };
  const context = vm.createContext({ console, ...timers });
  vm.runInContext(
    `{${stubWechat(askedOfWechat(path.join(__dirname, 'src')))}}{${stubFrame}}{${stubGeneratedCode}}`,
    context,
  );
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
