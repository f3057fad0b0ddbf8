/**
 * `npm run fuzz -- [--cases N] [--seed N] [--boundaries-one-in N]`: starts the product, reads its own API description and sends what the
 * description allows and what it forbids, in the name of everybody. No answer may be a 5xx or undescribed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { readHolder } from '@grid-relief/backend/src/platform/database/engine';
import { startSystem } from './e2e/system';
import { runCampaign } from './fuzz/campaign';
import { readFuzzOptions } from './fuzz/options';
import { ensureSchemathesis } from './fuzz/schemathesis';
import { verdictOf } from './fuzz/verdict';
import { openWechatStub } from './fuzz/wechat-stub';
import { places, root } from './places';

const say = (line: string) => console.log(line);

/** So that there is something of everything to ask about. */
const aDay = ['--residents', '14', '--volunteers', '5', '--minutes', '90', '--speed', '600'];

async function playADay(address: string): Promise<void> {
  const args = ['--import', 'tsx', 'scripts/src/simulate.ts', '--address', address, ...aDay];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The day could not be played (${code}).`);
}

async function run(): Promise<number> {
  const options = readFuzzOptions(process.argv.slice(2));
  say(`Seed ${options.seed}, at least ${options.cases} requests.`);
  const command = await ensureSchemathesis(process.env, say);
  const wechat = await openWechatStub();
  const env = {
    // the proxy is ours, and each request comes from another address
    PROXY_COUNT: '1',
    LOG_LEVEL: 'warn',
    ...{ WECHAT_BASE_URL: wechat.address, WECHAT_APP_ID: 'stub', WECHAT_APP_SECRET: 'stub' },
  };
  const system = await startSystem({ args: ['--no-web'], env });
  const stop = () => void system.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await playADay(system.address);
    const { database, logs } = places({ GRID_RELIEF_DATA_DIR: system.data });
    const databaseUri = process.env.MONGODB_URI || readHolder(database)?.uri;
    if (!databaseUri) throw new Error('The database of the started product is not known.');
    const folder = path.join(logs, 'fuzz');
    const result = await runCampaign({ ...options, command, target: system.address, databaseUri, folder, say });
    const verdict = verdictOf(result);
    if (verdict.failed > 0) for (const { said, report } of result.outcomes) if (report.failures.length > 0) say(said);
    for (const line of verdict.lines) say(line);
    return verdict.failed;
  } finally {
    await system.stop();
    await wechat.stop();
  }
}

run().then(
  (failed) => {
    process.exitCode = failed > 0 ? 1 : 0;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    console.log('\n0 passed, 1 failed');
    process.exitCode = 1;
  },
);
