import * as z from '@grid-relief/shared-types/zod';
import { MessageTemplates } from './platform/wechat';

const flag = z.pipe(
  z.optional(z.enum(['0', '1', ''])),
  z.transform((text) => text === '1'),
);
const wholeNumber = (least: number, most: number, standard: number) =>
  z._default(z.coerce.number().check(z.int(), z.gte(least), z.lte(most)), standard);
const words = z.pipe(
  z._default(z.string(), ''),
  z.transform((text) => text.split(',').flatMap((part) => part.trim() || [])),
);
const address = z.url({ protocol: /^https?$/ });
const json = z.pipe(
  z._default(z.string(), '{}'),
  z.transform((text: string, { issues }): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      issues.push({ code: 'custom', input: undefined });
      return z.NEVER;
    }
  }),
);

/** Every variable the server reads, with what it means when it is wrong. */
const Variables = z.object({
  MONGODB_URI: z.string().check(z.regex(/^mongodb(\+srv)?:\/\//)),
  PORT: wholeNumber(0, 65_535, 8080),
  HOST: z._default(z.string(), '127.0.0.1'),
  DEMO: flag,
  KEY_FILE: z.string().check(z.minLength(1)),
  STATIC_DIR: z.optional(z.string()),
  PUBLIC_URL: z.optional(address),
  ALLOWED_ORIGINS: words,
  PROXY_COUNT: wholeNumber(0, 5, 0),
  MIN_CLIENT_VERSION: wholeNumber(0, 999_999_999, 0),
  METRICS_TOKEN: z.optional(z.string().check(z.minLength(16))),
  INSTANCE: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))),
  LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
  AUDIT_ANCHOR_FILE: z.optional(z.string()),
  COUNTY: z._default(z.string().check(z.regex(/^[0-9]{6}$/)), '141122'),
  WECHAT_BASE_URL: z._default(address, 'https://api.weixin.qq.com'),
  WECHAT_APP_ID: z.optional(z.string()),
  WECHAT_APP_SECRET: z.optional(z.string()),
  WECHAT_TEMPLATES: z.pipe(json, MessageTemplates),
  SMS_URL: z.optional(address),
  SMS_KEY: z.optional(z.string()),
  GRID_RELIEF_MQTT_URL: z.optional(z.url({ protocol: /^mqtts?$/ })),
  DEMO_CLOCK_FILE: z.optional(z.string()),
});
/** With real people no clock is moved: days of quarantine end by it. */
const Environment = Variables.check(
  z.refine(({ DEMO, DEMO_CLOCK_FILE }) => DEMO || DEMO_CLOCK_FILE === undefined, { path: ['DEMO_CLOCK_FILE'] }),
);

const meanings: Readonly<Record<keyof z.infer<typeof Variables>, string>> = {
  MONGODB_URI: 'the address of a MongoDB replica set, mongodb://…',
  PORT: 'a port from 0 (any free one) to 65535',
  HOST: 'the address to listen on; 0.0.0.0 for all',
  DEMO: '1 for the demonstration (one-time codes are shown on screen), else 0 or nothing',
  KEY_FILE: 'the file with the master key, kept outside the database and its backups',
  STATIC_DIR: 'the folder of the web build',
  PUBLIC_URL: 'the address people know this server by, http(s)://…',
  ALLOWED_ORIGINS: 'origins of other web pages that may call, with commas between them',
  PROXY_COUNT: 'how many proxies of ours stand in front, 0 to 5',
  MIN_CLIENT_VERSION: 'the oldest version of the app that is still served, a whole number; 0 for every one',
  METRICS_TOKEN: 'at least 16 characters; without it /metrics answers this machine only',
  INSTANCE: 'letters, digits and hyphens, up to 64: what /health answers say this process is',
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal or silent',
  AUDIT_ANCHOR_FILE: 'a file outside the database for the heads of the audit chain',
  COUNTY: 'six digits: the county in which people register themselves',
  WECHAT_BASE_URL: 'the address of the WeChat interface',
  WECHAT_APP_ID: 'the id of the mini-program',
  WECHAT_APP_SECRET: 'the secret of the mini-program',
  WECHAT_TEMPLATES: 'JSON, templates by notice code: {"BOUGHT":{"id":"…","fields":{"thing1":"TEXT","time2":"TIME"}}}',
  SMS_URL: 'the address of the SMS gateway, http(s)://…',
  SMS_KEY: 'the key of the SMS gateway',
  GRID_RELIEF_MQTT_URL: 'the broker at which door sensors publish, mqtt(s)://…; without it they push over HTTP alone',
  DEMO_CLOCK_FILE: 'only with DEMO=1: a file with the milliseconds by which the clock of the demonstration is ahead',
};

/** How this process was told to run. */
export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the environment: the only place that does.
 * @throws one message that names every wrong variable and what it should be, without showing any value
 */
export function readConfig(env: NodeJS.ProcessEnv) {
  // "KEY=" in an env file means the same as no line at all
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const wrong = [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
    throw new Error(['The server cannot start with this environment:', ...wrong.map(explain)].join('\n'));
  }
  const read = result.data;
  return {
    mongodbUri: read.MONGODB_URI,
    host: read.HOST,
    port: read.PORT,
    demo: read.DEMO,
    demoClockFile: read.DEMO_CLOCK_FILE,
    keyFile: read.KEY_FILE,
    staticDir: read.STATIC_DIR,
    publicUrl: read.PUBLIC_URL?.replace(/\/$/, ''),
    allowedOrigins: read.ALLOWED_ORIGINS,
    proxyCount: read.PROXY_COUNT,
    metricsToken: read.METRICS_TOKEN,
    instance: read.INSTANCE,
    leastClientVersion: read.MIN_CLIENT_VERSION,
    logLevel: read.LOG_LEVEL,
    auditAnchorFile: read.AUDIT_ANCHOR_FILE,
    county: read.COUNTY,
    wechat: {
      baseUrl: read.WECHAT_BASE_URL,
      credentials: both(read.WECHAT_APP_ID, read.WECHAT_APP_SECRET),
      templates: read.WECHAT_TEMPLATES,
    },
    sms: both(read.SMS_URL, read.SMS_KEY),
    mqttUrl: read.GRID_RELIEF_MQTT_URL,
  };
}

function explain(name: string): string {
  return `  ${name}: ${Object.entries(meanings).find(([known]) => known === name)?.[1] ?? 'not known'}`;
}

function both(id: string | undefined, secret: string | undefined) {
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
}
