import path from 'node:path';
import { build } from 'esbuild';
import { places } from './places';

/** Bundles the backend for Node; packages stay outside, our own workspaces (TypeScript sources) go in. */
export async function buildBackend(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'packages-outside',
        setup: (bundler) => {
          bundler.onResolve({ filter: /^[^./]/ }, ({ path: wanted, kind }) => {
            const ours = wanted.startsWith('@grid-relief/') || path.isAbsolute(wanted) || kind === 'entry-point';
            return ours ? undefined : { path: wanted, external: true };
          });
        },
      },
    ],
  });
}

if (require.main === module) {
  const { backendEntry, backendBundle } = places(process.env);
  void buildBackend(backendEntry, backendBundle).then(() => console.log(`wrote ${backendBundle}`));
}
