import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import webpack from 'webpack';
import { readableParts, withReadableParts } from './readable-parts';

const root = path.resolve(__dirname, '..');
const source = path.join(root, 'src');

/** Raw TypeScript of a workspace package, and a modern-syntax dependency, must be named to be compiled. */
const alsoCompile = [
  path.resolve(root, '../shared-types/src'),
  path.resolve(root, '../node_modules/@tanstack/react-query'),
  path.resolve(root, '../node_modules/@tanstack/query-core'),
];

/** Messages of zod in sixty languages: the program has words of its own for every problem, so they stay out of it. */
const zodLocales = /zod[\\/]v4[\\/]locales[\\/]index\.js$/;
const nothing = path.resolve(__dirname, 'nothing.js');

function withoutZodLocales(chain: {
  plugin: (name: string) => { use: (plugin: unknown, args: unknown[]) => unknown };
}) {
  chain.plugin('withoutZodLocales').use(webpack.NormalModuleReplacementPlugin, [zodLocales, nothing]);
}

const isH5 = process.env.TARO_ENV === 'h5';

/** The browser calls its own origin; a mini-program has no origin, so its address is fixed when it is built. */
const apiBase = isH5 ? '/api/v1' : (process.env.TARO_APP_API ?? 'https://api.example.com/api/v1');

/** Pictures and icons travel inside the style sheet: WeChat loads no local file from one. */
const inlineLimitKb = 1024;

export default defineConfig<'webpack5'>({
  projectName: 'grid-relief',
  date: '2026-11-24',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [['@tarojs/plugin-inject', { components: withReadableParts(readableParts) }]],
  alias: { '@': source },
  defineConstants: { API_BASE: JSON.stringify(apiBase) },
  mini: {
    webpackChain: withoutZodLocales,
    compile: { include: alsoCompile },
    imageUrlLoaderOption: { limit: inlineLimitKb * 1024 },
    optimizeMainPackage: { enable: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      url: { enable: true, config: { limit: inlineLimitKb } },
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    useHtmlComponents: true,
    compile: { include: alsoCompile },
    imageUrlLoaderOption: { limit: inlineLimitKb * 1024 },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // 20-23 px a rem keeps a phone's proportions and stops a wide screen from growing giant letters
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 23 } },
    },
    webpackChain(chain) {
      withoutZodLocales(chain);
      // pages not opened yet are fetched while there is a network, so that a stairwell without one has them all
      chain.module.set('parser', { javascript: { dynamicImportPrefetch: true } });
      // our own name, not Taro's: a module asked for as "@tarojs/components" is stripped to what Taro's parser recognises
      chain.resolve.alias
        .delete('@')
        .set('@/platform/host$', path.join(source, 'platform/host/h5.tsx'))
        .set('@', source);
      chain.resolve.alias.set('@tarojs/components$', path.join(source, 'platform/host/h5-frame.tsx'));
    },
  },
});
