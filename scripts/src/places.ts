import path from 'node:path';

/** The project's root folder. */
export const root = path.resolve(__dirname, '../..');

/** Folders that `npm start` uses; GRID_RELIEF_DATA_DIR moves everything that is kept between starts. */
export function places(env: NodeJS.ProcessEnv) {
  const data = path.resolve(root, env.GRID_RELIEF_DATA_DIR || '.data');
  return {
    database: path.join(data, 'db'),
    keyFile: path.join(data, 'keys', 'demo.key'),
    logs: path.join(data, 'logs'),
    webStamp: path.join(root, '.data/cache/h5.sha256'),
    web: path.join(root, 'miniapp/dist/h5'),
    backendEntry: path.resolve(root, env.GRID_RELIEF_BACKEND_ENTRY || 'backend/src/main.ts'),
    backendBundle: env.GRID_RELIEF_BACKEND_ENTRY
      ? path.join(data, 'backend/main.js')
      : path.join(root, 'backend/dist/main.js'),
  } as const;
}
